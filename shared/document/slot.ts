// One record as a merge sees it, wherever its parts are stored: every value that each field may have, its removals, and what is known of it.
import type { Conflict, Removal } from '../domain/conflicts/model.ts';
import { canonicalJson } from '../kernel/canonical-json.ts';
import { sameValue, type StoredRecord } from '../kernel/record.ts';
import { compareStamps, covers, joinKnowledge, knowledgeBeyond, knowledgeOf, type Knowledge, type Stamp } from '../kernel/stamp.ts';
import { joinCandidates, newestFirst, united, type Candidate } from './candidates.ts';
import { stampsIn, type RecordStamp, type Tombstone } from './stamps.ts';

export interface Slot {
  readonly id: string;
  readonly fields: ReadonlyMap<string, readonly Candidate[]>;
  /** Values of fields that nobody set here: they stand in for values that did not travel, and give way to any other. */
  readonly standIns: Readonly<Record<string, unknown>>;
  /** In the order of their stamps. */
  readonly removals: readonly Removal[];
  /** What is known beyond the document's knowledge. */
  readonly knows: Knowledge;
  /** What is known of fields where that is less: of all that are not named in `knowsOf`, null: no less. */
  readonly knowsOfFields: Knowledge | null;
  readonly knowsOf: Readonly<Record<string, Knowledge>>;
}

/** What a copy holds of one record. */
export interface Kept {
  readonly record: StoredRecord | undefined;
  readonly stamps: RecordStamp | undefined;
  readonly tombstone: Tombstone | undefined;
  readonly conflicts: readonly Conflict[];
}

/** Reads what a copy holds of a record. @param knows the knowledge of the copy; stamps beyond it are known of this record */
export function slotOf(id: string, kept: Kept, knows: Knowledge): Slot {
  const { record, stamps } = kept.tombstone ?? kept;
  const open = new Map<string, readonly Candidate[]>();
  for (const { field, options } of kept.conflicts) if (field !== null) open.set(field, options.map(asCandidate));
  for (const [field, options] of Object.entries(kept.tombstone?.others ?? {})) open.set(field, options.map(asCandidate));
  const fields = new Map<string, readonly Candidate[]>();
  const standIns: Record<string, unknown> = {};
  for (const name of new Set([...Object.keys(record ?? {}), ...Object.keys(stamps?.fields ?? {}), ...open.keys()])) {
    if (name === 'id') continue;
    const value = record?.[name];
    const shown = stampsIn(stamps?.fields?.[name] ?? stamps?.at ?? []);
    const others = open.get(name) ?? [];
    if (shown.length + others.length === 0) standIns[name] = value;
    else fields.set(name, united([...(shown.length > 0 ? [{ value, stamps: newestFirst(shown) }] : []), ...others]));
  }
  const removals = sortedRemovals([...(kept.tombstone?.removals ?? []), ...kept.conflicts.flatMap((conflict) => conflict.removals)]);
  const seen = [...[...fields.values()].flat().flatMap(({ stamps: all }) => all), ...removals.map(({ at }) => at)];
  const own = stamps?.knows ?? {};
  const lying = seen.filter((stamp) => !covers(knows, stamp) && !covers(own, stamp));
  const ownAndLying = lying.length === 0 ? own : joinKnowledge(own, knowledgeOf(lying));
  return {
    id,
    fields,
    standIns,
    removals,
    knows: ownAndLying,
    knowsOfFields: stamps?.knowsOfFields ?? null,
    knowsOf: stamps?.knowsOf ?? {},
  };
}

function asCandidate({ value, stamps }: { readonly value?: unknown; readonly stamps: readonly Stamp[] }): Candidate {
  return { value, stamps };
}

function sortedRemovals(removals: readonly Removal[]): readonly Removal[] {
  const byStamp: Removal[] = [];
  for (const { at, knew } of removals.toSorted((a, b) => compareStamps(a.at, b.at))) {
    const last = byStamp.at(-1);
    if (last && sameValue(last.at, at)) byStamp[byStamp.length - 1] = { at, knew: joinKnowledge(last.knew, knew) };
    else byStamp.push({ at, knew });
  }
  return byStamp;
}

/** What two copies know together of one record, each with the knowledge of its document. The order of the copies does not matter. */
export function joinSlots(mine: Slot, theirs: Slot, knowledge: { readonly mine: Knowledge; readonly theirs: Knowledge }): Slot {
  const known = { mine: joinKnowledge(knowledge.mine, mine.knows), theirs: joinKnowledge(knowledge.theirs, theirs.knows) };
  const together = joinKnowledge(known.mine, known.theirs);
  const ofFields = { mine: mine.knowsOfFields ?? known.mine, theirs: theirs.knowsOfFields ?? known.theirs };
  const togetherOfFields = joinKnowledge(ofFields.mine, ofFields.theirs);
  const fields = new Map<string, readonly Candidate[]>();
  const knowsOf: Record<string, Knowledge> = {};
  for (const name of new Set([...mine.fields.keys(), ...theirs.fields.keys(), ...Object.keys({ ...mine.knowsOf, ...theirs.knowsOf })])) {
    const knownOf = { mine: mine.knowsOf[name] ?? ofFields.mine, theirs: theirs.knowsOf[name] ?? ofFields.theirs };
    const joined = joinCandidates(mine.fields.get(name) ?? [], theirs.fields.get(name) ?? [], {
      mine: (stamp) => covers(knownOf.mine, stamp),
      theirs: (stamp) => covers(knownOf.theirs, stamp),
    });
    if (joined.length > 0) fields.set(name, joined);
    const togetherOf = joinKnowledge(knownOf.mine, knownOf.theirs);
    if (!sameValue(togetherOf, togetherOfFields)) knowsOf[name] = togetherOf;
  }
  const isLeft = (others: readonly Removal[], seen: Knowledge) => (removal: Removal) =>
    others.some(({ at }) => sameValue(at, removal.at)) || !covers(seen, removal.at);
  return {
    id: mine.id,
    fields,
    standIns: joinStandIns(mine.standIns, theirs.standIns, fields),
    removals: sortedRemovals([
      ...mine.removals.filter(isLeft(theirs.removals, known.theirs)),
      ...theirs.removals.filter(isLeft(mine.removals, known.mine)),
    ]),
    knows: knowledgeBeyond(together, joinKnowledge(knowledge.mine, knowledge.theirs)),
    knowsOfFields: sameValue(together, togetherOfFields) ? null : togetherOfFields,
    knowsOf,
  };
}

function joinStandIns(mine: Slot['standIns'], theirs: Slot['standIns'], fields: Slot['fields']): Slot['standIns'] {
  const names = Object.keys({ ...mine, ...theirs }).filter((name) => !fields.has(name));
  return Object.fromEntries(
    names.map((name) => [name, canonicalJson(mine[name]) < canonicalJson(theirs[name]) ? theirs[name] : mine[name]]),
  );
}

/** The record that a slot shows: the first candidate of every field. Fields may be missing that its collection needs. */
export function shownRecord({ id, fields, standIns }: Slot): StoredRecord {
  const shown = [...fields].map(([name, candidates]) => [name, candidates[0]?.value] as const);
  return Object.freeze({
    ...Object.fromEntries([...Object.entries(standIns), ...shown].filter(([, value]) => value !== undefined)),
    id,
  });
}

/** True when somebody set a field without knowing of the removals. */
export function isChangedSinceRemoval({ fields, removals }: Slot): boolean {
  const isKnown = (stamp: Stamp) => removals.some(({ knew }) => covers(knew, stamp));
  return [...fields.values()].some((candidates) => candidates.some(({ stamps }) => stamps.some((stamp) => !isKnown(stamp))));
}
