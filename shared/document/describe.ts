// Changes as people speak of them: which record of which plan or team, by name and number, with the names that ids stand for.
import type { CollectionName, DocumentChange, View } from '../domain/collections.ts';
import { isKept } from '../domain/conflicts/rules.ts';
import { references } from '../domain/references.ts';
import { recordName, type RecordName } from './record-name.ts';

export interface DescribedField {
  readonly field: string;
  /** Undefined: the field is not there. */
  readonly before: unknown;
  readonly after: unknown;
}

export interface DescribedChange {
  readonly kind: DocumentChange['kind'];
  readonly record: RecordName;
  /** What an update changed; of a created or removed record the fields that hold something. */
  readonly fields: readonly DescribedField[];
}

export interface DescribedChanges {
  readonly changes: readonly DescribedChange[];
  /** Names of the records that reference fields in `changes` point to, by id. */
  readonly names: Readonly<Record<string, string>>;
}

/** So many changes of one kind, of one collection. */
export interface ChangeCount {
  readonly kind: DocumentChange['kind'];
  readonly collection: CollectionName;
  readonly count: number;
}

/** Changes that nobody describes one by one, in numbers. */
export function countChanges(changes: readonly DocumentChange[]): readonly ChangeCount[] {
  const counts = new Map<string, ChangeCount>();
  for (const { kind, collection } of changes) {
    const key = `${kind} ${collection}`;
    counts.set(key, { kind, collection, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()];
}

/** Ids in logs of what happened: nothing is kept for their sake, but people read them as names. */
const frozenReferences = [{ from: 'packExports', field: 'teamIds', to: 'teams' }] as const;

/** A field of these holds places in an order or the record's own identity: nothing that people would call a change. */
const silent: ReadonlySet<string> = new Set(['id']);

/**
 * Describes changes.
 * @param before the records before the changes, where removed ones still have their names
 * @param after the records after them
 */
export function describeChanges(before: View, after: View, changes: readonly DocumentChange[]): DescribedChanges {
  const names: Record<string, string> = {};
  // That a record stays is said to other laptops: to people it is no change.
  const told = changes.filter((change) => !isKept(change));
  const described = told.map((change): DescribedChange => {
    const fields = fieldsOf(change);
    for (const { field, before: old, after: next } of fields) collectNames(names, { before, after }, change.collection, field, [old, next]);
    return { kind: change.kind, record: recordName(after, before, change.collection, change.id), fields };
  });
  return { changes: described, names };
}

function fieldsOf(change: DocumentChange): readonly DescribedField[] {
  if (change.kind === 'updated') {
    return Object.entries(change.fields).map(([field, values]) => ({ field, before: values.before, after: values.after }));
  }
  const isCreated = change.kind === 'created';
  return Object.entries(change.record)
    .filter(([field, value]) => !silent.has(field) && !isEmpty(value))
    .map(([field, value]) => ({ field, before: isCreated ? undefined : value, after: isCreated ? value : undefined }));
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '' || value === false) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

interface Views {
  readonly before: View;
  readonly after: View;
}

function collectNames(
  names: Record<string, string>,
  { before, after }: Views,
  collection: CollectionName,
  field: string,
  values: readonly unknown[],
): void {
  const reference = [...references, ...frozenReferences].find((candidate) => candidate.from === collection && candidate.field === field);
  if (!reference) return;
  for (const id of values.flat()) {
    if (typeof id !== 'string' || Object.hasOwn(names, id)) continue;
    // An event has no name of its own: it is called by what happened.
    if (reference.to === 'clockEvents') {
      const event = after.get('clockEvents', id) ?? before.get('clockEvents', id);
      if (event) names[id] = event.kind;
      continue;
    }
    // What is not there any more has no name: that is said otherwise than that nobody gave it one.
    if (after.get(reference.to, id) ?? before.get(reference.to, id)) names[id] = recordName(after, before, reference.to, id).name;
  }
}
