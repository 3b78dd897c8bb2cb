// Bringing something of the past back: one record, one plan, or everything, as ordinary changes of the present (design §4).
import type { Decision, RecordPlace } from '../domain/command.ts';
import type { CollectionName, View } from '../domain/collections.ts';
import { withConsequences } from '../domain/conflicts/rules.ts';
import { references } from '../domain/references.ts';
import { isLocked } from '../domain/plan/rules.ts';
import { assertNever } from '../kernel/assert-never.ts';
import type { StoredRecord } from '../kernel/record.ts';
import { err, ok } from '../kernel/result.ts';
import { differenceOf } from './difference.ts';
import { recordsGoingBack } from './going-back.ts';
import { emptyRecords, recordsOf, type RecordMaps } from './records.ts';
import { stillFitting } from './undo.ts';

/** What is brought back. */
export type RestoreScope =
  | { readonly kind: 'workshop' }
  | { readonly kind: 'plan'; readonly planId: string }
  | { readonly kind: 'record'; readonly collection: CollectionName; readonly id: string };

/** What a plan consists of, beside itself. Its versions and sign-offs are no part of it: they say what was signed. */
const planParts = ['steps', 'indicators', 'homeIntroductions', 'checkpoints'] as const;

/** Records that only signing and withdrawing may change. */
const signedRecords: ReadonlySet<CollectionName> = new Set<CollectionName>(['planVersions', 'signOffs']);

/**
 * The changes that bring back what `scope` names, as it was in `past`; none when it is like that now.
 * A record or a plan brings back what it refers to, where that is gone, and a removed record what was removed together with it.
 * Fails with `not-found` when the past does not have it, with `plan-locked` for a plan that is signed now, and with `referred-to` when
 * something that would go is in use. Everything at once is never refused: facts stay, and with them what they refer to (`going-back.ts`).
 */
export function bringingBack(now: View, past: View, scope: RestoreScope): Decision {
  switch (scope.kind) {
    case 'workshop':
      return ok(withConsequences(now, differenceOf(recordsOf(now), recordsGoingBack(now, past))));
    case 'plan':
      return planBack(now, past, scope.planId);
    case 'record':
      return recordBack(now, past, scope);
    default:
      return assertNever(scope);
  }
}

function planBack(now: View, past: View, planId: string): Decision {
  const present = now.get('plans', planId);
  if (!past.get('plans', planId)) return err({ code: 'not-found', collection: 'plans', id: planId });
  if (present && isLocked(now, present)) return err({ code: 'plan-locked', planId });
  const parts = planParts.flatMap((collection) =>
    [...partsOf(now, collection, planId), ...partsOf(past, collection, planId)].map(({ id }): RecordPlace => ({ collection, id })),
  );
  return backTogether(now, past, [{ collection: 'plans', id: planId }, ...parts]);
}

function partsOf(view: View, collection: (typeof planParts)[number], planId: string): readonly StoredRecord[] {
  return [...(view.all(collection) as Iterable<StoredRecord>)].filter((record) => record['planId'] === planId);
}

function recordBack(now: View, past: View, { collection, id }: RecordPlace): Decision {
  const record = past.get(collection, id) as StoredRecord | undefined;
  if (!record) return err({ code: 'not-found', collection, id });
  if (signedRecords.has(collection)) return err({ code: 'plan-locked', planId: String(record['planId']) });
  return backTogether(
    now,
    past,
    now.get(collection, id) ? [{ collection, id }] : [{ collection, id }, ...removedWith(now, past, collection, id)],
  );
}

/** What went when a record was removed, because it belonged to it. */
function removedWith(now: View, past: View, collection: CollectionName, id: string): readonly RecordPlace[] {
  return references.flatMap(({ from, field, to, onRemoval }) => {
    if (to !== collection || onRemoval !== 'remove-too') return [];
    return [...(past.all(from) as Iterable<StoredRecord>)]
      .filter((record) => record[field] === id && !now.get(from, record.id))
      .flatMap((record) => [{ collection: from, id: record.id }, ...removedWith(now, past, from, record.id)]);
  });
}

function backTogether(now: View, past: View, places: readonly RecordPlace[]): Decision {
  const present = emptyRecords();
  const wanted = emptyRecords();
  for (const place of places) {
    put(present, place, now.get(place.collection, place.id));
    put(wanted, place, wantedOf(now, past, place));
  }
  for (const place of missingTargets(now, past, wanted, places)) put(wanted, place, past.get(place.collection, place.id));
  return stillFitting(now, differenceOf(present, wanted));
}

function put(records: RecordMaps, { collection, id }: RecordPlace, record: StoredRecord | undefined): void {
  if (record) records[collection].set(id, record);
}

/** A plan goes on with the number of its draft: the numbers of signed versions are used once. */
function wantedOf(now: View, past: View, { collection, id }: RecordPlace): StoredRecord | undefined {
  const record = past.get(collection, id);
  const plan = collection === 'plans' ? now.get('plans', id) : undefined;
  return record && plan ? { ...record, draftVersion: plan.draftVersion } : record;
}

/** What the wanted records refer to and nobody has any more, with what that refers to. */
function missingTargets(now: View, past: View, wanted: RecordMaps, places: readonly RecordPlace[]): readonly RecordPlace[] {
  const missing: RecordPlace[] = [];
  const open = [...places];
  const seen = new Set(places.map(keyOf));
  for (let place = open.pop(); place; place = open.pop()) {
    const record = wanted[place.collection].get(place.id) ?? past.get(place.collection, place.id);
    for (const target of record ? targetsOf(place.collection, record) : []) {
      if (seen.has(keyOf(target)) || now.get(target.collection, target.id)) continue;
      seen.add(keyOf(target));
      missing.push(target);
      open.push(target);
    }
  }
  return missing;
}

function targetsOf(collection: CollectionName, record: StoredRecord): readonly RecordPlace[] {
  return references
    .filter(({ from }) => from === collection)
    .flatMap(({ field, to }) =>
      [record[field]]
        .flat()
        .filter((id) => typeof id === 'string')
        .map((id) => ({ collection: to, id })),
    );
}

function keyOf({ collection, id }: RecordPlace): string {
  return `${collection} ${id}`;
}
