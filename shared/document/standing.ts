// Which records are there after a merge. A removal counts as long as nobody changed the record without knowing of it and nothing that is
// there refers to it: "no dangling id" is kept by bringing back rather than by taking away.
import { collectionNames } from '../domain/collection-names.ts';
import { recordSchemas, type CollectionName } from '../domain/collections.ts';
import { references, type Reference } from '../domain/references.ts';
import { sameValue, type StoredRecord } from '../kernel/record.ts';
import type { z } from 'zod';
import type { EntryMaps } from './merge-state.ts';
import { emptyRecords, type RecordMaps } from './records.ts';
import { isChangedSinceRemoval } from './slot.ts';

/** References that a record cannot be without. */
const needed: readonly Reference[] = references.filter(({ from, field, many }) => !many && !takesNull(from, field));

function takesNull(collection: CollectionName, field: string): boolean {
  const shape = recordSchemas[collection].unwrap().shape as Readonly<Record<string, z.ZodType>>;
  return shape[field]?.safeParse(null).success ?? false;
}

/** The records that are there, every reference of theirs whole. */
export function standingRecords(entries: EntryMaps): RecordMaps {
  const possible = possibleRecords(entries);
  const standing = emptyRecords();
  const removed = emptyRecords();
  for (const collection of collectionNames) {
    for (const [id, record] of possible[collection]) {
      const entry = entries[collection].get(id);
      const isRemoved = entry?.kind === 'joined' && entry.slot.removals.length > 0 && !isChangedSinceRemoval(entry.slot);
      (isRemoved ? removed : standing)[collection].set(id, record);
    }
  }
  bringBack(standing, removed, entries);
  clearReferences(standing);
  return standing;
}

/** Whole records, without those that need one that is not whole. */
function possibleRecords(entries: EntryMaps): RecordMaps {
  const possible = emptyRecords();
  for (const collection of collectionNames) {
    for (const [id, { record }] of entries[collection]) if (record) possible[collection].set(id, record);
  }
  let isStable = false;
  while (!isStable) {
    isStable = true;
    for (const { from, field, to } of needed) {
      for (const [id, record] of possible[from]) {
        if (possible[to].has(record[field] as string)) continue;
        possible[from].delete(id);
        isStable = false;
      }
    }
  }
  return possible;
}

interface Place {
  readonly collection: CollectionName;
  readonly id: string;
}

/** Moves removed records back that standing ones refer to, and those that were removed together with a standing record that they depend on. */
function bringBack(standing: RecordMaps, removed: RecordMaps, entries: EntryMaps): void {
  const dependants = removedDependants(removed);
  const open: Place[] = collectionNames.flatMap((collection) => [...standing[collection].keys()].map((id) => ({ collection, id })));
  const moveBack = (collection: CollectionName, id: string): void => {
    const record = removed[collection].get(id);
    if (!record) return;
    removed[collection].delete(id);
    standing[collection].set(id, record);
    open.push({ collection, id });
  };
  for (let place = open.pop(); place; place = open.pop()) {
    const { collection, id } = place;
    const record = standing[collection].get(id) as StoredRecord;
    for (const { from, field, to } of references) {
      if (from === collection) for (const target of targetsOf(record[field])) moveBack(to, target);
    }
    for (const dependant of dependants.get(`${collection} ${id}`) ?? []) {
      if (wereRemovedTogether(entries, place, dependant)) moveBack(dependant.collection, dependant.id);
    }
  }
}

function removedDependants(removed: RecordMaps): ReadonlyMap<string, readonly Place[]> {
  const dependants = new Map<string, Place[]>();
  for (const { from, field, to, onRemoval } of references) {
    if (onRemoval !== 'remove-too') continue;
    for (const [id, record] of removed[from]) {
      const key = `${to} ${String(record[field])}`;
      dependants.set(key, [...(dependants.get(key) ?? []), { collection: from, id }]);
    }
  }
  return dependants;
}

function wereRemovedTogether(entries: EntryMaps, a: Place, b: Place): boolean {
  const removalsOf = ({ collection, id }: Place) => {
    const entry = entries[collection].get(id);
    return entry?.kind === 'joined' ? entry.slot.removals : [];
  };
  return removalsOf(a).some(({ at }) => removalsOf(b).some((other) => sameValue(at, other.at)));
}

function targetsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value as readonly string[];
  return typeof value === 'string' ? [value] : [];
}

/** What cannot be brought back is no longer referred to. */
function clearReferences(standing: RecordMaps): void {
  for (const { from, field, to, many } of references) {
    for (const [id, record] of standing[from]) {
      const targets = targetsOf(record[field]);
      const left = targets.filter((target) => standing[to].has(target));
      if (left.length < targets.length) standing[from].set(id, Object.freeze({ ...record, [field]: many ? left : null }));
    }
  }
}
