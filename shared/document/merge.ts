// Brings two copies of a workshop together. Commutative, associative and idempotent: copies may meet in any order, any number of times.
// Every value and every removal carries the commits that made it, and each copy says which commits it has seen: one that a copy has seen and
// does not have any more was overwritten there (README, "Merging").
import { collectionNames } from '../domain/collection-names.ts';
import type { CollectionName, DocumentChange } from '../domain/collections.ts';
import { canonicalJson } from '../kernel/canonical-json.ts';
import { sameValue } from '../kernel/record.ts';
import { joinKnowledge, type Knowledge, type Stamp } from '../kernel/stamp.ts';
import { differenceOf } from './difference.ts';
import type { WorkshopDocument } from './envelope.ts';
import { copyOf, entrySlot, joinedEntries, type Copy, type Entry, type EntryMaps } from './merge-state.ts';
import { reconcile } from './merge-rules.ts';
import { layUnknown, type MergedStamps, type UnknownCollections } from './merged-stamps.ts';
import type { RecordMaps } from './records.ts';
import { slotOf, type Slot } from './slot.ts';
import { storedRecord, storedTombstone } from './slot-storing.ts';
import { standingRecords } from './standing.ts';
import { emptyStamps, stampsIn, type Stamps } from './stamps.ts';
import { joinWriters } from './writers.ts';

export interface Merged {
  /** Everything together, with the envelope of `mine`. */
  readonly document: WorkshopDocument;
  /** What it changes in the records of `mine`. */
  readonly changes: readonly DocumentChange[];
  /** The stamps that differ from those of `mine`. */
  readonly stamps: MergedStamps;
}

/**
 * Merges two copies of one workshop, whole or in part; what is missing in a part is not removed. Both stay as they are.
 * Valid documents give a valid document.
 */
export function mergeDocuments(mine: WorkshopDocument, theirs: WorkshopDocument): Merged {
  const copies = { mine: copyOf(mine), theirs: copyOf(theirs) };
  const knows = joinKnowledge(copies.mine.knows, copies.theirs.knows);
  const entries = joinedEntries(copies.mine, copies.theirs);
  const records = standingRecords(entries);
  reconcile(records, {
    numberedBy: (id) => numberedBy(entries.planVersions.get(id)),
    openValues: (collection, id, field) => {
      const entry = entries[collection].get(id);
      return entry?.kind === 'joined' ? (entry.slot.fields.get(field) ?? []).map(({ value }) => value) : [];
    },
  });
  const unknown = unknownToLay(mine.unknownCollections, theirs.unknownCollections);
  const { stamps, touched } = stored({ entries, records, mine: copies.mine, knows });
  return {
    document: {
      envelope: {
        ...mine.envelope,
        knows,
        ...(theirs.envelope.writers ? { writers: joinWriters(mine.envelope.writers ?? {}, theirs.envelope.writers) } : {}),
      },
      records,
      stamps,
      unknownCollections: layUnknown(mine.unknownCollections, unknown),
    },
    changes: differenceOf(mine.records, records),
    stamps: {
      knows,
      ...touched,
      ...(Object.keys(unknown).length > 0 ? { unknown } : {}),
      ...(theirs.envelope.writers ? { writers: theirs.envelope.writers } : {}),
    },
  };
}

/** True when a merge changed nothing but what is known to be known. */
export function bringsNothing({ changes, stamps }: Merged): boolean {
  const isEmpty = (touched: object) => Object.values(touched).every((ids: object) => Object.keys(ids).length === 0);
  return changes.length === 0 && isEmpty(stamps.records) && isEmpty(stamps.tombstones) && !stamps.unknown;
}

/** The first commit that gave a version its number; of a version that nobody numbered none is earlier. */
function numberedBy(entry: Entry | undefined): Stamp {
  const stamps =
    entry?.kind === 'joined'
      ? entry.slot.fields.get('number')?.[0]?.stamps
      : entry && stampsIn(entry.stamps.fields?.['number'] ?? entry.stamps.at);
  return stamps?.at(-1) ?? [0, ''];
}

interface Settled {
  readonly entries: EntryMaps;
  /** What is shown. Conflicts are added to it. */
  readonly records: RecordMaps;
  readonly mine: Copy;
  readonly knows: Knowledge;
}

type Touched = {
  readonly [Part in 'records' | 'tombstones']: { [Name in CollectionName]?: Record<string, NonNullable<MergedStamps[Part][Name]>[string]> };
};

/** Stores every entry, and adds the conflicts that follow to the records. */
function stored(settled: Settled): { readonly stamps: Stamps; readonly touched: Touched } {
  const stamps = emptyStamps();
  const touched: Touched = { records: {}, tombstones: {} };
  for (const collection of collectionNames) {
    for (const [id, entry] of settled.entries[collection]) {
      const record = settled.records[collection].get(id);
      const isUntouched = entry.kind === 'plain' && record === entry.record;
      if (isUntouched) stamps.records[collection].set(id, entry.stamps);
      else storeSlot(settled, collection, entrySlot(id, entry, settled.knows), stamps);
      if (!isUntouched || !entry.isMine) noteTouched(settled, { collection, id }, stamps, touched);
    }
  }
  return { stamps, touched };
}

function storeSlot({ records, knows }: Settled, collection: CollectionName, slot: Slot, stamps: Stamps): void {
  const record = records[collection].get(slot.id);
  if (record) {
    const { stamps: found, conflicts } = storedRecord(collection, slot, record, knows);
    stamps.records[collection].set(slot.id, found);
    for (const conflict of conflicts) records.conflicts.set(conflict.id, conflict);
    return;
  }
  const tombstone = storedTombstone(slot, knows);
  if (tombstone.removals.length > 0 || tombstone.record) stamps.tombstones[collection].set(slot.id, tombstone);
}

/** Compares what is stored now with what `mine` has stored, both in the one form that a slot has. */
function noteTouched(
  settled: Settled,
  place: { readonly collection: CollectionName; readonly id: string },
  stamps: Stamps,
  touched: Touched,
) {
  const { collection, id } = place;
  const kept = settled.mine.kept(collection, id);
  const slot = slotOf(id, kept, settled.mine.knows);
  const before = {
    records: kept.record && storedRecord(collection, slot, kept.record, settled.knows).stamps,
    tombstones: kept.tombstone && storedTombstone(slot, settled.knows),
  };
  for (const part of ['records', 'tombstones'] as const) {
    const after = stamps[part][collection].get(id);
    if (!sameValue(before[part], after)) (touched[part][collection] ??= {})[id] = (after ?? null) as never;
  }
}

/** Records of unknown collections that `mine` lacks, or that its own gives way to: of two, the one whose text comes last stays. */
function unknownToLay(mine: UnknownCollections, theirs: UnknownCollections): UnknownCollections {
  const collections = Object.entries(theirs).map(([name, records]) => {
    const laid = Object.entries(records).filter(([id, record]) => canonicalJson(mine[name]?.[id]) < canonicalJson(record));
    return [name, Object.fromEntries(laid)] as const;
  });
  return Object.fromEntries(collections.filter(([, records]) => Object.keys(records).length > 0));
}
