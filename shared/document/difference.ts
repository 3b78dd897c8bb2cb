// The difference between two states of a workshop, as changes: what a merge, a restore and the time machine write to the journal.
import { collectionNames } from '../domain/collection-names.ts';
import type { CollectionName, DocumentChange } from '../domain/collections.ts';
import { sameValue, type FieldChange, type StoredRecord } from '../kernel/record.ts';
import type { RecordMaps } from './records.ts';

/**
 * The changes that turn the records of `from` into those of `to`; none when both hold the same.
 * `collectionNames` lists what is referred to before what cannot be without it. Records are created in that order, then updated, then removed
 * in the opposite order: every beginning of the list can be applied by itself.
 */
export function differenceOf(from: RecordMaps, to: RecordMaps): readonly DocumentChange[] {
  return [
    ...collectionNames.flatMap((collection) => createdIn(collection, from, to)),
    ...collectionNames.flatMap((collection) => updatedIn(collection, from, to)),
    ...collectionNames.toReversed().flatMap((collection) => removedIn(collection, from, to)),
  ];
}

function createdIn(collection: CollectionName, from: RecordMaps, to: RecordMaps): readonly DocumentChange[] {
  const changes: DocumentChange[] = [];
  for (const [id, record] of to[collection]) {
    if (!from[collection].has(id)) changes.push({ kind: 'created', collection, id, record });
  }
  return changes;
}

function updatedIn(collection: CollectionName, from: RecordMaps, to: RecordMaps): readonly DocumentChange[] {
  const changes: DocumentChange[] = [];
  for (const [id, before] of from[collection]) {
    const after = to[collection].get(id);
    const fields = after && after !== before ? fieldsThatDiffer(before, after) : {};
    if (Object.keys(fields).length > 0) changes.push({ kind: 'updated', collection, id, fields });
  }
  return changes;
}

function removedIn(collection: CollectionName, from: RecordMaps, to: RecordMaps): readonly DocumentChange[] {
  const changes: DocumentChange[] = [];
  for (const [id, record] of from[collection]) {
    if (!to[collection].has(id)) changes.push({ kind: 'removed', collection, id, record });
  }
  return changes;
}

/** The fields in which two records of one id differ; an absent field is `undefined`. */
export function fieldsThatDiffer(before: StoredRecord, after: StoredRecord): Readonly<Record<string, FieldChange>> {
  const fields: Record<string, FieldChange> = {};
  for (const name of Object.keys({ ...before, ...after })) {
    if (!sameValue(before[name], after[name])) fields[name] = { before: before[name], after: after[name] };
  }
  return fields;
}
