// The stamps that a merge leaves, as they go into the journal: those of every record it touched, as they are afterwards.
import { z } from 'zod';
import { collectionNames } from '../domain/collection-names.ts';
import type { CollectionName } from '../domain/collections.ts';
import type { StoredRecord } from '../kernel/record.ts';
import { knowledgeSchema } from '../kernel/stamp-schema.ts';
import type { Knowledge } from '../kernel/stamp.ts';
import type { RecordStamp, Stamps, Tombstone } from './stamps.ts';
import { isRecordStamp, isTombstone } from './stored-stamps.ts';
import { readWriters, type Writers } from './writers.ts';

export type UnknownCollections = Readonly<Record<string, Readonly<Record<string, StoredRecord>>>>;

/** Null: there is none afterwards. */
type Touched<Kept> = Readonly<Partial<Record<CollectionName, Readonly<Record<string, Kept | null>>>>>;

export interface MergedStamps {
  /** What both sides knew together. */
  readonly knows: Knowledge;
  readonly records: Touched<RecordStamp>;
  readonly tombstones: Touched<Tombstone>;
  /** Records of collections that this version does not know. */
  readonly unknown?: UnknownCollections | undefined;
  /** Who wrote the commits of the other copy. */
  readonly writers?: Writers | undefined;
}

function touchedSchema<Kept>(isKept: (value: unknown, id: string) => value is Kept): z.ZodType<Touched<Kept>> {
  return z.partialRecord(
    z.enum(collectionNames),
    z.custom<Readonly<Record<string, Kept | null>>>(
      (value) =>
        typeof value === 'object' && value !== null && Object.entries(value).every(([id, kept]) => kept === null || isKept(kept, id)),
    ),
  );
}

export const mergedStampsSchema: z.ZodType<MergedStamps> = z.object({
  knows: knowledgeSchema,
  records: touchedSchema((value): value is RecordStamp => isRecordStamp(value)),
  tombstones: touchedSchema(isTombstone),
  unknown: z
    .record(
      z.string(),
      z.record(
        z.string(),
        z.custom<StoredRecord>((value) => typeof value === 'object' && value !== null),
      ),
    )
    .optional(),
  writers: z.unknown().transform(readWriters).optional(),
});

/** The records of both; where both have one, that of `over`. */
export function layUnknown(under: UnknownCollections, over: UnknownCollections = {}): UnknownCollections {
  const names = [...new Set([...Object.keys(under), ...Object.keys(over)])];
  return Object.fromEntries(names.map((name) => [name, { ...under[name], ...over[name] }]));
}

/** Lays the stamps of a merge over those of a document, in place. */
export function layMerged(stamps: Stamps, merged: MergedStamps): void {
  for (const collection of collectionNames) {
    layOver(stamps.records[collection], merged.records[collection]);
    layOver(stamps.tombstones[collection], merged.tombstones[collection]);
  }
}

function layOver<Kept>(map: Map<string, Kept>, touched: Readonly<Record<string, Kept | null>> = {}): void {
  for (const [id, kept] of Object.entries(touched)) {
    if (kept === null) map.delete(id);
    else map.set(id, kept);
  }
}
