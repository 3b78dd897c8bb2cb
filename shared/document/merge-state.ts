// What two copies of a workshop hold together, record by record, before it is decided which records are there.
import { collectionNames } from '../domain/collection-names.ts';
import { recordSchemas, type CollectionName } from '../domain/collections.ts';
import type { Conflict } from '../domain/conflicts/model.ts';
import { sameValue, type StoredRecord } from '../kernel/record.ts';
import { covers, type Knowledge } from '../kernel/stamp.ts';
import type { WorkshopDocument } from './envelope.ts';
import { joinSlots, shownRecord, slotOf, type Kept, type Slot } from './slot.ts';
import { stampsIn, type RecordStamp } from './stamps.ts';

/** A record of which both sides say the same, or only one side says anything: it is taken over as it is. */
export interface PlainEntry {
  readonly kind: 'plain';
  readonly record: StoredRecord;
  readonly stamps: RecordStamp;
  readonly isMine: boolean;
}

/** A record that the sides see differently, that is removed, or has open conflicts. */
export interface JoinedEntry {
  readonly kind: 'joined';
  readonly slot: Slot;
  /** Null: fields are missing that the collection needs. */
  readonly record: StoredRecord | null;
}

export type Entry = PlainEntry | JoinedEntry;

export type EntryMaps = { readonly [Name in CollectionName]: Map<string, Entry> };

/** Reads the parts of one copy by record. */
export interface Copy {
  readonly knows: Knowledge;
  readonly kept: (collection: CollectionName, id: string) => Kept;
  readonly ids: (collection: CollectionName) => Iterable<string>;
}

const noConflicts: readonly Conflict[] = [];

export function copyOf(document: WorkshopDocument): Copy {
  const { records, stamps } = document;
  const conflicts = new Map<string, Conflict[]>();
  for (const conflict of records.conflicts.values() as Iterable<StoredRecord & Conflict>) {
    const key = `${conflict.collection} ${conflict.recordId}`;
    conflicts.set(key, [...(conflicts.get(key) ?? []), conflict]);
  }
  return {
    knows: document.envelope.knows,
    ids: (collection) => [...records[collection].keys(), ...stamps.tombstones[collection].keys()],
    kept: (collection, id) => ({
      record: records[collection].get(id),
      stamps: stamps.records[collection].get(id),
      tombstone: stamps.tombstones[collection].get(id),
      conflicts: conflicts.get(`${collection} ${id}`) ?? noConflicts,
    }),
  };
}

/** Joins two copies record by record. Conflicts are not joined: they follow from the values of the records that they are about. */
export function joinedEntries(mine: Copy, theirs: Copy): EntryMaps {
  const entries = Object.fromEntries(collectionNames.map((name) => [name, new Map()])) as unknown as EntryMaps;
  for (const collection of collectionNames) {
    if (collection === 'conflicts') continue;
    for (const id of new Set([...mine.ids(collection), ...theirs.ids(collection)])) {
      const sides = { mine: mine.kept(collection, id), theirs: theirs.kept(collection, id) };
      entries[collection].set(id, plainEntry(sides, mine.knows, theirs.knows) ?? joinedEntry(collection, id, sides, mine, theirs));
    }
  }
  return entries;
}

interface Sides {
  readonly mine: Kept;
  readonly theirs: Kept;
}

function plainEntry({ mine, theirs }: Sides, mineKnows: Knowledge, theirsKnow: Knowledge): PlainEntry | null {
  if (isOpen(mine) || isOpen(theirs)) return null;
  if (mine.record && theirs.record) {
    const isSame = sameValue(mine.stamps, theirs.stamps) && sameValue(mine.record, theirs.record);
    return isSame ? plain(mine, true) : null;
  }
  if (mine.record) return isUnseen(mine.stamps, theirsKnow) ? plain(mine, true) : null;
  return isUnseen(theirs.stamps, mineKnows) ? plain(theirs, false) : null;
}

function plain({ record, stamps }: Kept, isMine: boolean): PlainEntry | null {
  return record && stamps ? { kind: 'plain', record, stamps, isMine } : null;
}

/** True for anything but a record that is there and of which every field has one value. */
function isOpen({ tombstone, conflicts }: Kept): boolean {
  return tombstone !== undefined || conflicts.length > 0;
}

function isUnseen(stamps: RecordStamp | undefined, knows: Knowledge): boolean {
  if (!stamps || stamps.knowsOfFields || stamps.knowsOf) return false;
  return [stamps.at, ...Object.values(stamps.fields ?? {})].flatMap(stampsIn).every((stamp) => !covers(knows, stamp));
}

function joinedEntry(collection: CollectionName, id: string, sides: Sides, mine: Copy, theirs: Copy): JoinedEntry {
  const slot = joinSlots(slotOf(id, sides.mine, mine.knows), slotOf(id, sides.theirs, theirs.knows), {
    mine: mine.knows,
    theirs: theirs.knows,
  });
  const record = shownRecord(slot);
  return { kind: 'joined', slot, record: recordSchemas[collection].unwrap().safeParse(record).success ? record : null };
}

/** The slot of an entry, also of one that was taken over as it is. */
export function entrySlot(id: string, entry: Entry, knows: Knowledge): Slot {
  if (entry.kind === 'joined') return entry.slot;
  return slotOf(id, { record: entry.record, stamps: entry.stamps, tombstone: undefined, conflicts: [] }, knows);
}
