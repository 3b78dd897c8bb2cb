// Which commit last set each field, kept beside the records, so that two laptops' copies can be merged without history (design §3).
import { collectionNames } from '../domain/collection-names.ts';
import type { CollectionName, DocumentChange } from '../domain/collections.ts';
import type { ConflictOption, Removal } from '../domain/conflicts/model.ts';
import { assertNever } from '../kernel/assert-never.ts';
import type { StoredRecord } from '../kernel/record.ts';
import { joinKnowledge, type Knowledge, type Stamp } from '../kernel/stamp.ts';

/**
 * The commits that set a value: mostly one; several when laptops set the same value without knowing of each other; none when the value was
 * not set by anybody: it follows from others (what was set stands in a conflict), or stands in for one that did not travel.
 */
export type Stamped = Stamp | readonly Stamp[];

/** One stamp for all fields that the record holds; exceptions for those that were set otherwise. */
export interface RecordStamp {
  readonly at: Stamped;
  readonly fields?: Readonly<Record<string, Stamped>>;
  /** What is known of this record beyond the knowledge of the envelope. */
  readonly knows?: Knowledge;
  /** What is known of its fields, where that is less than what is known of the record: their values did not travel, or were not kept. */
  readonly knowsOfFields?: Knowledge;
  /** The same of single fields. */
  readonly knowsOf?: Readonly<Record<string, Knowledge>>;
}

/** What a removed record leaves. With its body, so that its fields go on being merged, and it can come back. */
export interface Tombstone {
  /** None: nobody removed it, but what it cannot be without is gone. */
  readonly removals: readonly Removal[];
  /** Fields may be missing: removals of schema 1 kept no body, and forgetting the past takes it away. */
  readonly record?: StoredRecord;
  readonly stamps?: RecordStamp;
  /** Values of fields that were open beside those of `record`. */
  readonly others?: Readonly<Record<string, readonly ConflictOption[]>>;
}

export interface Stamps {
  readonly records: { readonly [Name in CollectionName]: Map<string, RecordStamp> };
  readonly tombstones: { readonly [Name in CollectionName]: Map<string, Tombstone> };
}

export function emptyStamps(): Stamps {
  const maps = () => Object.fromEntries(collectionNames.map((name) => [name, new Map()]));
  return { records: maps(), tombstones: maps() } as unknown as Stamps;
}

/** The commits behind a value, newest first as they are stored. */
export function stampsIn(stamped: Stamped): readonly Stamp[] {
  return isStamp(stamped) ? [stamped] : stamped;
}

function isStamp(stamped: Stamped): stamped is Stamp {
  return typeof stamped[0] === 'number';
}

/**
 * Stamps everything that `changes` touch with the commit that made them.
 * @param knows what is known after this commit: whoever removes a record has seen so much of it
 * Conflicts are made of stamps and have none themselves.
 */
export function stampChanges(stamps: Stamps, changes: readonly DocumentChange[], stamp: Stamp, knows: Knowledge): void {
  for (const change of changes) {
    if (change.collection === 'conflicts') continue;
    const records = stamps.records[change.collection];
    const tombstones = stamps.tombstones[change.collection];
    switch (change.kind) {
      case 'created': {
        const own = tombstones.get(change.id)?.stamps?.knows;
        records.set(change.id, own ? { at: stamp, knows: own } : { at: stamp });
        tombstones.delete(change.id);
        break;
      }
      case 'removed': {
        const found = records.get(change.id) ?? { at: stamp };
        const knew = found.knows ? joinKnowledge(knows, found.knows) : knows;
        records.delete(change.id);
        tombstones.set(change.id, { removals: [{ at: stamp, knew }], record: change.record, stamps: found });
        break;
      }
      case 'updated': {
        const found = records.get(change.id) ?? { at: stamp };
        const fields = Object.fromEntries(Object.keys(change.fields).map((name) => [name, stamp]));
        records.set(change.id, { ...found, fields: { ...found.fields, ...fields }, ...seenOf(found, Object.keys(fields), stamp) });
        break;
      }
      default:
        assertNever(change);
    }
  }
}

/** Of a field that less is known of, a commit that sets it is known as well. */
function seenOf(found: RecordStamp, fields: readonly string[], [number, replica]: Stamp): Pick<RecordStamp, 'knowsOf'> {
  const seen = fields.flatMap((field) => {
    const known = found.knowsOf?.[field] ?? found.knowsOfFields;
    return known ? [[field, joinKnowledge(known, { [replica]: number })] as const] : [];
  });
  return seen.length === 0 ? {} : { knowsOf: { ...found.knowsOf, ...Object.fromEntries(seen) } };
}

/** The stamps without the bodies of removed records: what the past held of them is forgotten, also by those who merge with this copy later. */
export function withoutBodies(stamps: Stamps): Stamps {
  const blanked = emptyStamps().tombstones;
  for (const name of collectionNames) {
    for (const [id, { removals, stamps: own }] of stamps.tombstones[name]) {
      if (removals.length > 0) blanked[name].set(id, { removals, ...(own?.knows ? { stamps: { at: [], knows: own.knows } } : {}) });
    }
  }
  return { records: stamps.records, tombstones: blanked };
}
