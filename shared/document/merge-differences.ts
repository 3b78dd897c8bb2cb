// What a merge means for the copy that is here, difference by difference, so that each can be shown and decided.
import { collectionNames } from '../domain/collection-names.ts';
import type { CollectionName, DocumentChange } from '../domain/collections.ts';
import type { Conflict } from '../domain/conflicts/model.ts';
import { conflictId } from '../domain/conflicts/rules.ts';
import { sameValue, type StoredRecord } from '../kernel/record.ts';
import type { Stamp } from '../kernel/stamp.ts';
import { describeChanges, type DescribedChange } from './describe.ts';
import { differenceOf, fieldsThatDiffer } from './difference.ts';
import type { WorkshopDocument } from './envelope.ts';
import { viewOf } from './records.ts';
import { stampsIn } from './stamps.ts';
import { joinWriters, whoWroteAny, type Wrote } from './writers.ts';

/** Which side a merge follows: the newer one, or both are open. */
export type MergeOutcome = 'theirs' | 'mine' | 'conflict';

/** One field, or one whole record (`field` null), that differs. `change` leads from here to there. */
export interface Difference {
  readonly collection: CollectionName;
  readonly id: string;
  readonly field: string | null;
  readonly change: DocumentChange;
  readonly outcome: MergeOutcome;
}

/** The three states of a merge. Records that only `mine` has are no difference: the other copy says nothing about them. */
export interface MergeSides {
  readonly mine: WorkshopDocument;
  readonly theirs: WorkshopDocument;
  readonly merged: WorkshopDocument;
}

/** Everything that differs, and everything that the merge changes: nothing is dropped, cleared or renumbered without being in this list. */
export function differencesOf(sides: MergeSides): readonly Difference[] {
  const between = collectionNames.filter((name) => name !== 'conflicts').flatMap((collection) => differencesIn(sides, collection));
  const listed = new Set(between.map(keyOf));
  const following = [...followingDifferences(sides), ...newConflicts(sides)].filter((difference) => {
    const isNew = !listed.has(keyOf(difference)) && !listed.has(keyOf({ ...difference, field: null }));
    listed.add(keyOf(difference));
    return isNew;
  });
  const order = new Map<string, number>(collectionNames.map((name, index) => [name, index]));
  return [...between, ...following].toSorted((a, b) => (order.get(a.collection) ?? 0) - (order.get(b.collection) ?? 0));
}

export interface DescribedDifferences {
  readonly differences: readonly DescribedDifference[];
  readonly names: Readonly<Record<string, string>>;
}

export interface DescribedDifference extends DescribedChange {
  readonly outcome: MergeOutcome;
  /** Of a removed record: the side that does not have it any more. */
  readonly removedBy: 'mine' | 'theirs' | null;
  /** Who set each side's value, or removed the record there; null where nobody knows. */
  readonly wrote: { readonly mine: Wrote | null; readonly theirs: Wrote | null };
}

/** The differences in words: names of records, fields and what ids stand for. */
export function describeDifferences(
  { mine, theirs }: Pick<MergeSides, 'mine' | 'theirs'>,
  differences: readonly Difference[],
): DescribedDifferences {
  const changes = differences.map(({ change }) => change);
  const described = describeChanges(viewOf(mine.records), viewOf(theirs.records), changes);
  const removedBy = ({ kind, record }: DescribedChange): DescribedDifference['removedBy'] =>
    kind !== 'removed' ? null : mine.records[record.collection].has(record.id) ? 'theirs' : 'mine';
  const writers = joinWriters(mine.envelope.writers ?? {}, theirs.envelope.writers ?? {});
  const wroteOn = (side: WorkshopDocument, { record: { collection, id }, kind, fields }: DescribedChange) =>
    whoWroteAny(writers, stampsBehind(side, collection, id, kind === 'updated' ? fields[0]?.field : undefined));
  const paired = described.changes.map((change, index) => ({
    ...change,
    outcome: differences[index]?.outcome ?? ('theirs' as const),
    removedBy: removedBy(change),
    wrote: { mine: wroteOn(mine, change), theirs: wroteOn(theirs, change) },
  }));
  return { differences: paired, names: described.names };
}

/** The commits that set a field of one copy; without a field those that removed the record, else those that set anything of it. */
function stampsBehind({ stamps }: WorkshopDocument, collection: CollectionName, id: string, field: string | undefined): readonly Stamp[] {
  const removals = stamps.tombstones[collection].get(id)?.removals;
  if (removals) return removals.map(({ at }) => at);
  const own = stamps.records[collection].get(id);
  if (!own) return [];
  const stamped = field === undefined ? [own.at, ...Object.values(own.fields ?? {})] : [own.fields?.[field] ?? own.at];
  return stamped.flatMap(stampsIn);
}

function keyOf({ collection, id, field }: Pick<Difference, 'collection' | 'id' | 'field'>): string {
  return JSON.stringify([collection, id, field]);
}

function differencesIn(sides: MergeSides, collection: CollectionName): readonly Difference[] {
  const { mine, theirs } = sides;
  const ids = new Set([...theirs.records[collection].keys(), ...theirs.stamps.tombstones[collection].keys()]);
  return [...ids].flatMap((id): readonly Difference[] => {
    const here = mine.records[collection].get(id);
    const there = theirs.records[collection].get(id);
    if (here && there) return fieldDifferences(sides, collection, here, there);
    if (here) return isRemoved(theirs, collection, id) ? [recordDifference(sides, collection, here, 'removed')] : [];
    if (!there) return [];
    return [recordDifference(sides, collection, there, isRemoved(mine, collection, id) ? 'removed' : 'created')];
  });
}

function isRemoved({ stamps }: WorkshopDocument, collection: CollectionName, id: string): boolean {
  return (stamps.tombstones[collection].get(id)?.removals.length ?? 0) > 0;
}

function fieldDifferences(sides: MergeSides, collection: CollectionName, here: StoredRecord, there: StoredRecord): readonly Difference[] {
  if (here === there) return [];
  const { id } = here;
  const stamps = sides.theirs.stamps.records[collection].get(id);
  const isStandIn = (field: string) => stampsIn(stamps?.fields?.[field] ?? stamps?.at ?? []).length === 0;
  return Object.entries(fieldsThatDiffer(here, there)).flatMap(([field, values]): readonly Difference[] => {
    const outcome = fieldOutcome(sides, { collection, id, field, mine: values.before, theirs: values.after });
    // What nobody set there stands in for a value that did not travel: it is no older value.
    if (outcome === 'mine' && isStandIn(field)) return [];
    return [{ collection, id, field, change: { kind: 'updated', collection, id, fields: { [field]: values } }, outcome }];
  });
}

interface FieldMeeting {
  readonly collection: CollectionName;
  readonly id: string;
  readonly field: string;
  readonly mine: unknown;
  readonly theirs: unknown;
}

/** A conflict that `mine` has already is no difference by itself: the other copy may hold a value that is older than both. */
function fieldOutcome({ mine: here, merged }: MergeSides, { collection, id, field, mine, theirs }: FieldMeeting): MergeOutcome {
  const shown = merged.records[collection].get(id)?.[field];
  const key = conflictId(collection, id, field);
  const conflict = merged.records.conflicts.get(key) as (StoredRecord & Conflict) | undefined;
  const isOpen = (value: unknown) => sameValue(value, shown) || conflict?.options.some((option) => sameValue(option.value, value)) === true;
  if (conflict && (!sameValue(here.records.conflicts.get(key), conflict) || (isOpen(mine) && isOpen(theirs)))) return 'conflict';
  return isOpen(mine) ? 'mine' : 'theirs';
}

function recordDifference(
  { mine, merged }: MergeSides,
  collection: CollectionName,
  record: StoredRecord,
  kind: 'created' | 'removed',
): Difference {
  const { id } = record;
  const isThere = merged.records[collection].has(id);
  const isOpen = isThere && merged.records.conflicts.has(conflictId(collection, id, null));
  const outcome = isThere === mine.records[collection].has(id) ? 'mine' : 'theirs';
  // A record that comes back without a conflict was made again there, knowing of the removal here.
  const seen = kind === 'removed' && isThere && !isOpen && outcome === 'theirs' ? 'created' : kind;
  return { collection, id, field: null, change: { kind: seen, collection, id, record }, outcome: isOpen ? 'conflict' : outcome };
}

/** What a merge changes here beyond what the sides say themselves: records that come back, references that are cleared, numbers that follow. */
function followingDifferences({ mine, merged }: MergeSides): readonly Difference[] {
  return differenceOf(mine.records, merged.records).flatMap((change): readonly Difference[] => {
    const { collection, id } = change;
    if (collection === 'conflicts') return [];
    const outcomeOf = (field: string | null) => (merged.records.conflicts.has(conflictId(collection, id, field)) ? 'conflict' : 'theirs');
    if (change.kind !== 'updated') return [{ collection, id, field: null, change, outcome: outcomeOf(null) }];
    return Object.entries(change.fields).map(([field, values]) => ({
      collection,
      id,
      field,
      change: { ...change, fields: { [field]: values } },
      outcome: outcomeOf(field),
    }));
  });
}

/** Values that were open there already. */
function newConflicts({ mine, merged }: MergeSides): readonly Difference[] {
  return ([...merged.records.conflicts.values()] as unknown as readonly Conflict[]).flatMap((conflict): readonly Difference[] => {
    if (sameValue(mine.records.conflicts.get(conflict.id), conflict)) return [];
    const { field, recordId: id } = conflict;
    const collection = conflict.collection as CollectionName;
    const record = merged.records[collection].get(id);
    if (!record) return [];
    if (field === null) return [{ collection, id, field, change: { kind: 'removed', collection, id, record }, outcome: 'conflict' }];
    const fields = { [field]: { before: record[field], after: conflict.options[0]?.value } };
    return [{ collection, id, field, change: { kind: 'updated', collection, id, fields }, outcome: 'conflict' }];
  });
}
