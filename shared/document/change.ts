// Changes of a workshop document: inverse, and application to a mutable store of frozen records. Their schema stands in change-schema.ts.
import type { CollectionName, DocumentChange } from '../domain/collections.ts';
import { assertNever } from '../kernel/assert-never.ts';
import type { FieldChange, StoredRecord } from '../kernel/record.ts';

/** The changes that take `changes` back, in reverse order: apply(apply(d, c), invert(c)) equals d. */
export function invert(changes: readonly DocumentChange[]): readonly DocumentChange[] {
  return changes.toReversed().map(invertOne);
}

function invertOne(change: DocumentChange): DocumentChange {
  switch (change.kind) {
    case 'created':
      return { ...change, kind: 'removed' };
    case 'removed':
      return { ...change, kind: 'created' };
    case 'updated':
      return {
        ...change,
        fields: Object.fromEntries(
          Object.entries(change.fields).map(([name, { before, after }]) => [name, { before: after, after: before }]),
        ),
      };
    default:
      return assertNever(change);
  }
}

/** Where changes are applied: one map of frozen records per collection. */
export interface RecordStore {
  readonly get: (collection: CollectionName, id: string) => StoredRecord | undefined;
  readonly set: (collection: CollectionName, id: string, record: StoredRecord) => void;
  readonly delete: (collection: CollectionName, id: string) => void;
}

/**
 * Applies changes in order. Generic: knows no schema.
 * An update of a record that is not there is left out: the role filter may hide the record from a projection.
 */
export function applyChanges(store: RecordStore, changes: readonly DocumentChange[]): void {
  for (const change of changes) {
    switch (change.kind) {
      case 'created':
        store.set(change.collection, change.id, Object.freeze(change.record));
        break;
      case 'removed':
        store.delete(change.collection, change.id);
        break;
      case 'updated': {
        const record = store.get(change.collection, change.id);
        if (record) store.set(change.collection, change.id, updated(record, change.fields));
        break;
      }
      default:
        assertNever(change);
    }
  }
}

function updated(record: StoredRecord, fields: Readonly<Record<string, FieldChange>>): StoredRecord {
  const next: Record<string, unknown> = { ...record };
  for (const [name, { after }] of Object.entries(fields)) {
    if (after === undefined) delete next[name];
    else next[name] = after;
  }
  return Object.freeze(next) as StoredRecord;
}
