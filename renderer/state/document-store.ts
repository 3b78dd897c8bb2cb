// The page's read-only projection of one workshop: a snapshot, then numbered changes. Each collection has a version, so that
// a screen renders again only when something it looks at has changed.
import type { DocumentChanged, DocumentSnapshot } from '../../shared/contract/contract.ts';
import { applyChanges } from '../../shared/document/change.ts';
import { emptyRecords, storeOf, viewOf } from '../../shared/document/records.ts';
import { collectionNames } from '../../shared/domain/collection-names.ts';
import type { CollectionName, Collections, View } from '../../shared/domain/collections.ts';
import type { StoredRecord } from '../../shared/kernel/record.ts';

export interface DocumentStore {
  readonly view: View;
  readonly revision: () => number;
  /** Grows with every change of one of these collections. */
  readonly versionOf: (collections: readonly CollectionName[]) => number;
  /** All records of a collection; the same array until the collection changes. */
  readonly list: <Name extends CollectionName>(collection: Name) => readonly Collections[Name][];
  readonly subscribe: (listener: () => void) => () => void;
  /** Replaces everything. */
  readonly load: (snapshot: Pick<DocumentSnapshot, 'revision' | 'collections'>) => void;
  /** Lays numbered changes over the projection. @returns `gap` when a number is missing: then a snapshot must be loaded */
  readonly apply: (changed: Pick<DocumentChanged, 'revision' | 'changes'>) => 'applied' | 'known' | 'gap';
  /** Settles when the projection has come to a revision, so that what a command made can be looked at. */
  readonly reached: (revision: number) => Promise<void>;
}

export function createDocumentStore(): DocumentStore {
  const records = emptyRecords();
  const store = storeOf(records);
  const view = viewOf(records);
  const versions = new Map<CollectionName, number>();
  const lists = new Map<CollectionName, readonly StoredRecord[]>();
  const listeners = new Set<() => void>();
  let revision = -1;
  let waiting: readonly { readonly revision: number; readonly settle: () => void }[] = [];

  const bump = (collection: CollectionName) => {
    versions.set(collection, (versions.get(collection) ?? 0) + 1);
    lists.delete(collection);
  };
  const moveTo = (next: number) => {
    revision = next;
    for (const listener of listeners) listener();
    const due = waiting.filter((wait) => wait.revision <= next);
    waiting = waiting.filter((wait) => wait.revision > next);
    for (const wait of due) wait.settle();
  };

  return {
    view,
    revision: () => revision,
    versionOf: (collections) => collections.reduce((sum, collection) => sum + (versions.get(collection) ?? 0), 0),
    list: <Name extends CollectionName>(collection: Name) => {
      const found = lists.get(collection) ?? [...records[collection].values()];
      lists.set(collection, found);
      return found as unknown as readonly Collections[Name][];
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    load: (snapshot) => {
      for (const collection of collectionNames) {
        records[collection].clear();
        for (const record of snapshot.collections[collection] ?? []) records[collection].set(record.id, Object.freeze(record));
        bump(collection);
      }
      moveTo(snapshot.revision);
    },
    apply: (changed) => {
      if (changed.revision <= revision) return 'known';
      if (changed.revision > revision + 1) return 'gap';
      applyChanges(store, changed.changes);
      for (const collection of new Set(changed.changes.map((change) => change.collection))) bump(collection);
      moveTo(changed.revision);
      return 'applied';
    },
    reached: (wanted) =>
      wanted <= revision ? Promise.resolve() : new Promise((settle) => void (waiting = [...waiting, { revision: wanted, settle }])),
  };
}
