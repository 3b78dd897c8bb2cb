// Which commit last set each field, kept beside the records, so that two laptops' copies can be merged without history (design §3).
import { collectionNames, type CollectionName, type DocumentChange } from '../domain/collections.ts';
import { assertNever } from '../kernel/assert-never.ts';
import type { Stamp } from '../kernel/stamp.ts';

/** One stamp for the record as it was created; exceptions for fields that were set later. */
export interface RecordStamp {
  readonly at: Stamp;
  readonly fields?: Readonly<Record<string, Stamp>>;
}

export interface Stamps {
  readonly records: { readonly [Name in CollectionName]: Map<string, RecordStamp> };
  /** Removed records leave the stamp of their removal. */
  readonly tombstones: { readonly [Name in CollectionName]: Map<string, Stamp> };
}

export function emptyStamps(): Stamps {
  const maps = () => Object.fromEntries(collectionNames.map((name) => [name, new Map()]));
  return { records: maps(), tombstones: maps() } as unknown as Stamps;
}

/** Stamps everything that `changes` touch with the commit that made them. */
export function stampChanges(stamps: Stamps, changes: readonly DocumentChange[], stamp: Stamp): void {
  for (const change of changes) {
    const records = stamps.records[change.collection];
    const tombstones = stamps.tombstones[change.collection];
    switch (change.kind) {
      case 'created':
        records.set(change.id, { at: stamp });
        tombstones.delete(change.id);
        break;
      case 'removed':
        records.delete(change.id);
        tombstones.set(change.id, stamp);
        break;
      case 'updated': {
        const found = records.get(change.id) ?? { at: stamp };
        const fields = Object.fromEntries(Object.keys(change.fields).map((name) => [name, stamp]));
        records.set(change.id, { at: found.at, fields: { ...found.fields, ...fields } });
        break;
      }
      default:
        assertNever(change);
    }
  }
}

/** The commit that last set a field of a record, or undefined for an unknown record. */
export function stampOf(stamps: Stamps, collection: CollectionName, id: string, field: string): Stamp | undefined {
  const found = stamps.records[collection].get(id);
  return found && (found.fields?.[field] ?? found.at);
}
