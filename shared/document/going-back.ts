// The workshop as it was, and yet with what has happened since: hand-outs, signatures and what the room did are facts, and nobody goes back behind
// a fact (design §4). What a fact refers to stays with it.
import type { RecordPlace } from '../domain/command.ts';
import type { CollectionName, View } from '../domain/collections.ts';
import { collectionNames } from '../domain/collection-names.ts';
import { isLocked, signedVersion } from '../domain/plan/rules.ts';
import { references } from '../domain/references.ts';
import { sameValue, type StoredRecord } from '../kernel/record.ts';
import { emptyRecords, recordsOf, type RecordMaps } from './records.ts';
import { recordName, type RecordName } from './record-name.ts';

/** Logs of what happened. They only grow. */
export const factCollections = ['packExports', 'planVersions', 'signOffs', 'clockEvents'] as const satisfies readonly CollectionName[];

/** What was signed with a plan. */
const signedParts = ['steps', 'indicators', 'homeIntroductions'] as const;

/** Something that stays although the workshop goes back behind it. */
export type KeptFact =
  /** Packs were handed out so often since. */
  | { readonly kind: 'handOuts'; readonly count: number }
  /** A plan is as it was signed since. */
  | { readonly kind: 'signed' | 'withdrawn'; readonly plan: RecordName; readonly number: number }
  /** What the clock wrote down of a session since. */
  | { readonly kind: 'ran'; readonly session: RecordName }
  /** Stays only because one of the others refers to it. */
  | { readonly kind: 'referred'; readonly record: RecordName };

/**
 * The records after going back to `past`: those of the past, with every fact of the present and all that a fact refers to. A plan that is signed now
 * keeps what was signed; one that was signed before goes on with the number of its draft. Whole when both views are.
 */
export function recordsGoingBack(now: View, past: View): RecordMaps {
  const wanted = copyOf(recordsOf(past));
  withoutOvertaken(wanted, now);
  const kept = keptAsNow(now, past);
  for (const { collection, id } of kept) put(wanted, now, { collection, id });
  for (const plan of now.all('plans')) {
    if (!isKept(kept, 'plans', plan.id)) keepNumber(wanted, now, plan.id);
    else if (isLocked(now, plan)) withoutLaterParts(wanted, now, plan.id);
  }
  keepTargets(wanted, now, kept);
  keepConflicts(wanted, now, kept);
  return wanted;
}

/** What stays by going back to `past`, for people: facts that the past does not have, and what stays because of them. */
export function keptFacts(now: View, past: View): readonly KeptFact[] {
  const after = recordsGoingBack(now, past);
  const name = (collection: CollectionName, id: string) => recordName(now, past, collection, id);
  const isNew = (collection: CollectionName) => (record: StoredRecord) => !sameValue(past.get(collection, record.id), record);
  const handOuts = [...now.all('packExports')].filter(isNew('packExports')).length;
  const signed = [...now.all('signOffs')].filter(isNew('signOffs')).map(({ planId, versionId, withdrawnAt }): KeptFact => {
    const number = now.get('planVersions', versionId)?.number ?? 0;
    return { kind: withdrawnAt === null ? 'signed' : 'withdrawn', plan: name('plans', planId), number };
  });
  const ran = new Set([...now.all('clockEvents')].filter(isNew('clockEvents')).map(({ sessionId }) => sessionId));
  const shown: ReadonlySet<CollectionName> = new Set<CollectionName>([...factCollections, ...signedParts, 'conflicts', 'checkpoints']);
  const told = new Set([...ran, ...[...now.all('signOffs')].filter(isNew('signOffs')).map(({ planId }) => planId)] as readonly string[]);
  const referred = collectionNames
    .filter((collection) => !shown.has(collection))
    .flatMap((collection) =>
      [...after[collection].keys()].filter((id) => !past.get(collection, id) && !told.has(id)).map((id) => name(collection, id)),
    );
  return [
    ...(handOuts > 0 ? [{ kind: 'handOuts', count: handOuts } as const] : []),
    ...signed,
    ...[...ran].map((id): KeptFact => ({ kind: 'ran', session: name('sessions', id) })),
    ...referred.map((record): KeptFact => ({ kind: 'referred', record })),
  ];
}

/** Records that stay as they are now: the facts, plans that are signed now with what was signed, and what facts name that the past does not have. */
function keptAsNow(now: View, past: View): readonly RecordPlace[] {
  const facts = factCollections.flatMap((collection) => placesOf(now, collection));
  const plans = [...now.all('plans')].filter((plan) => isLocked(now, plan) || (!past.get('plans', plan.id) && isNamed(now, plan.id)));
  const parts = plans.flatMap(({ id }) =>
    signedParts.flatMap((collection) => placesOf(now, collection, (record) => record['planId'] === id)),
  );
  const handedOut = new Set<string>([...now.all('packExports')].flatMap(({ teamIds }) => teamIds));
  const teams = [...now.all('teams')].filter(({ id }) => handedOut.has(id) && !past.get('teams', id));
  return [
    ...facts,
    ...plans.map(({ id }): RecordPlace => ({ collection: 'plans', id })),
    ...parts,
    ...teams.map(({ id }): RecordPlace => ({ collection: 'teams', id })),
  ];
}

/** True for a plan that was signed once, or handed out. */
function isNamed(now: View, planId: string): boolean {
  for (const version of now.all('planVersions')) if (version.planId === planId) return true;
  for (const { planVersions } of now.all('packExports')) if (planVersions.some((version) => version.planId === planId)) return true;
  return false;
}

function placesOf(
  view: View,
  collection: CollectionName,
  isWanted: (record: StoredRecord) => boolean = () => true,
): readonly RecordPlace[] {
  return [...(view.all(collection) as Iterable<StoredRecord>)].filter(isWanted).map(({ id }) => ({ collection, id }));
}

function isKept(kept: readonly RecordPlace[], collection: CollectionName, id: string): boolean {
  return kept.some((place) => place.collection === collection && place.id === id);
}

function copyOf(records: RecordMaps): RecordMaps {
  const copy = emptyRecords();
  for (const collection of collectionNames) for (const [id, record] of records[collection]) copy[collection].set(id, record);
  return copy;
}

function put(records: RecordMaps, now: View, { collection, id }: RecordPlace): void {
  const record = now.get(collection, id) as StoredRecord | undefined;
  if (record) records[collection].set(id, record);
}

/** Numbers of versions are used once: a plan that has any goes on with the number that it has now, and is agreed only while it is signed. */
function keepNumber(wanted: RecordMaps, now: View, planId: string): void {
  const present = now.get('plans', planId);
  const before = wanted.plans.get(planId);
  const hasVersion = [...now.all('planVersions')].some((version) => version.planId === planId);
  if (!present || !before || !hasVersion) return;
  const isAgreed = before['status'] !== 'agreed' || signedVersion(now, planId) !== undefined;
  wanted.plans.set(planId, { ...before, draftVersion: present.draftVersion, ...(isAgreed ? {} : { status: present.status }) });
}

/** Numbers of versions are used once: where the present has versions of a plan, those are its versions. */
function withoutOvertaken(wanted: RecordMaps, now: View): void {
  const versioned = new Set<unknown>([...now.all('planVersions')].map(({ planId }) => planId));
  for (const collection of ['signOffs', 'planVersions'] as const) {
    for (const [id, record] of wanted[collection]) if (versioned.has(record['planId'])) wanted[collection].delete(id);
  }
}

/** What the past has beside what was signed is no part of it. */
function withoutLaterParts(wanted: RecordMaps, now: View, planId: string): void {
  for (const collection of signedParts) {
    for (const [id, record] of wanted[collection])
      if (record['planId'] === planId && !now.get(collection, id)) wanted[collection].delete(id);
  }
}

/** What the kept records refer to and the past does not have, with what that refers to. */
function keepTargets(wanted: RecordMaps, now: View, kept: readonly RecordPlace[]): void {
  const open = [...kept];
  for (let place = open.pop(); place; place = open.pop()) {
    const record = wanted[place.collection].get(place.id);
    for (const { from, field, to } of references) {
      if (from !== place.collection) continue;
      for (const id of [record?.[field]].flat()) {
        if (typeof id !== 'string' || wanted[to].has(id)) continue;
        put(wanted, now, { collection: to, id });
        open.push({ collection: to, id });
      }
    }
  }
}

/** What is undecided about a record belongs to it: it is that of the present where the record is, and none where there is no record. */
function keepConflicts(wanted: RecordMaps, now: View, kept: readonly RecordPlace[]): void {
  const keptKeys = new Set(kept.map(({ collection, id }) => `${collection} ${id}`));
  const isOfKept = (conflict: StoredRecord) => keptKeys.has(`${String(conflict['collection'])} ${String(conflict['recordId'])}`);
  for (const [id, conflict] of wanted.conflicts) {
    const collection = collectionNames.find((name) => name === conflict['collection']);
    const isThere = collection !== undefined && wanted[collection].has(String(conflict['recordId']));
    if (!isThere || isOfKept(conflict)) wanted.conflicts.delete(id);
  }
  for (const conflict of now.all('conflicts')) if (isOfKept(conflict)) wanted.conflicts.set(conflict.id, conflict);
}
