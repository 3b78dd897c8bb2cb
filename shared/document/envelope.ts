// What a stored workshop is: the envelope around its records and stamps, as it stands in workshop.json.
import { z } from 'zod';
import { collectionNames } from '../domain/collection-names.ts';
import { recordSchemas, type CollectionName, type DocumentChange } from '../domain/collections.ts';
import { instantSchema } from '../kernel/schema.ts';
import type { Instant } from '../kernel/instant.ts';
import { joinKnowledge, nextNumber, type Knowledge, type Stamp } from '../kernel/stamp.ts';
import { knowledgeSchema } from '../kernel/stamp-schema.ts';
import { applyChanges } from './change.ts';
import { layMerged, layUnknown, type MergedStamps, type UnknownCollections } from './merged-stamps.ts';
import { emptyRecords, storeOf, type RecordMaps } from './records.ts';
import { emptyStamps, stampChanges, type RecordStamp, type Stamps, type Tombstone } from './stamps.ts';
import { isRecordStamp, isTombstone, unstamped } from './stored-stamps.ts';

export const documentFormat = 'hrh-action-workshop';

/** Raised by one with every change of the stored format; each step has a migration and a golden file. */
export const currentSchemaVersion = 2;

export interface Envelope {
  readonly format: typeof documentFormat;
  readonly schemaVersion: number;
  readonly appVersion: string;
  readonly documentId: string;
  readonly revision: number;
  readonly savedAt: Instant;
  readonly knows: Knowledge;
}

/** A workshop in memory. Mutable on purpose and owned by one place, the host: everyone else holds a projection. */
export interface WorkshopDocument {
  envelope: Envelope;
  readonly records: RecordMaps;
  readonly stamps: Stamps;
  /** Collections that this version does not know (a later app, a hand edit): kept as they are. */
  unknownCollections: UnknownCollections;
}

/** The JSON of workshop.json. */
export interface StoredDocument extends Envelope {
  readonly collections: UnknownCollections;
  readonly stamps: Readonly<Record<string, Readonly<Record<string, RecordStamp>>>>;
  readonly tombstones: Readonly<Record<string, Readonly<Record<string, Tombstone>>>>;
}

export const envelopeSchema = z.looseObject({
  format: z.literal(documentFormat),
  schemaVersion: z.number().int().min(1),
  appVersion: z.string().max(40),
  documentId: z.string().min(1).max(64),
  revision: z.number().int().min(0),
  savedAt: instantSchema,
  knows: knowledgeSchema,
});

/** A new, empty document at revision 0. */
export function emptyDocument(input: {
  readonly documentId: string;
  readonly appVersion: string;
  readonly now: Instant;
}): WorkshopDocument {
  return {
    envelope: {
      format: documentFormat,
      schemaVersion: currentSchemaVersion,
      appVersion: input.appVersion,
      documentId: input.documentId,
      revision: 0,
      savedAt: input.now,
      knows: {},
    },
    records: emptyRecords(),
    stamps: emptyStamps(),
    unknownCollections: {},
  };
}

/** What one commit brings: its revision in this copy, its stamp, its changes. */
export interface Commit {
  readonly revision: number;
  readonly stamp: Stamp;
  readonly changes: readonly DocumentChange[];
  /** A merge brings its stamps with it: its changes are the work of many commits. */
  readonly merged?: MergedStamps | undefined;
}

/** The stamp of the next commit of `replica` on this document. */
export function nextStamp(envelope: Envelope, replica: string): Stamp {
  return [nextNumber(envelope.knows), replica];
}

/** Applies one commit in place: records, stamps, revision and knowledge move together. */
export function applyCommit(document: WorkshopDocument, commit: Commit): void {
  const [number, replica] = commit.stamp;
  const before = commit.merged ? joinKnowledge(document.envelope.knows, commit.merged.knows) : document.envelope.knows;
  const knows = joinKnowledge(before, { [replica]: number });
  applyChanges(storeOf(document.records), commit.changes);
  if (commit.merged) layMerged(document.stamps, commit.merged);
  else stampChanges(document.stamps, commit.changes, commit.stamp, knows);
  if (commit.merged?.unknown) document.unknownCollections = layUnknown(document.unknownCollections, commit.merged.unknown);
  document.envelope = { ...document.envelope, revision: commit.revision, knows };
}

/** @returns plain JSON of the document; maps keep their order of insertion */
export function toStored(document: WorkshopDocument): StoredDocument {
  const plain = <T>(maps: { readonly [Name in CollectionName]: Map<string, T> }) =>
    Object.fromEntries(collectionNames.map((name) => [name, Object.fromEntries(maps[name])]));
  return {
    ...document.envelope,
    collections: { ...plain(document.records), ...document.unknownCollections },
    stamps: plain(document.stamps.records),
    tombstones: plain(document.stamps.tombstones),
  };
}

/** What is wrong with a stored document, by place. */
export type StoredProblem =
  | { readonly code: 'not-a-workshop' }
  | { readonly code: 'newer-version'; readonly schemaVersion: number }
  | { readonly code: 'bad-record'; readonly collection: string; readonly id: string; readonly field: string };

/** Looked at only: each record is checked by its own schema, and `z.record` would copy every map to throw the copy away. */
const mapsSchema = z.custom<Readonly<Record<string, object>>>((value) => isMap(value) && Object.values(value).every(isMap));
const bodySchema = z.looseObject({ collections: mapsSchema, stamps: mapsSchema.optional(), tombstones: mapsSchema.optional() });

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Reads the JSON of workshop.json (migrated before). What a newer version wrote is read as far as this one understands it, to be looked at
 * and not changed: `isNewer` tells it apart.
 * @returns the document, or the first problem with its place; never a half-read document
 */
export function fromStored(json: unknown): WorkshopDocument | StoredProblem {
  const envelope = envelopeSchema.safeParse(json);
  if (!envelope.success) return { code: 'not-a-workshop' };
  const { schemaVersion } = envelope.data;
  const read = bodySchema.safeParse(json).success ? documentOf(json as StoredDocument) : ({ code: 'not-a-workshop' } as const);
  return isProblem(read) && schemaVersion > currentSchemaVersion ? { code: 'newer-version', schemaVersion } : read;
}

/** True for a document that a newer version wrote. */
export function isNewer(document: WorkshopDocument): boolean {
  return document.envelope.schemaVersion > currentSchemaVersion;
}

function documentOf(json: StoredDocument): WorkshopDocument | StoredProblem {
  const { collections, stamps: storedStamps, tombstones: storedTombstones, ...envelope } = json;
  const records = emptyRecords();
  const stamps = emptyStamps();
  for (const name of collectionNames) {
    const stored = collections[name] ?? {};
    for (const id of Object.keys(stored)) {
      // Without the schema's own freezing, which costs as much as its checks: it is done once, below.
      const parsed = recordSchemas[name].unwrap().safeParse(stored[id]);
      if (!parsed.success || parsed.data.id !== id) {
        const field = parsed.success ? 'id' : String(parsed.error.issues[0]?.path[0] ?? '');
        return { code: 'bad-record', collection: name, id, field };
      }
      records[name].set(id, Object.freeze(parsed.data));
      if (name === 'conflicts') continue;
      const stamp: unknown = storedStamps?.[name]?.[id];
      stamps.records[name].set(id, isRecordStamp(stamp) ? stamp : unstamped);
    }
    for (const [id, tombstone] of Object.entries(storedTombstones?.[name] ?? {})) {
      if (isTombstone(tombstone, id) && !records[name].has(id)) stamps.tombstones[name].set(id, tombstone);
    }
  }
  const unknownCollections = Object.fromEntries(Object.entries(collections).filter(([name]) => !Object.hasOwn(recordSchemas, name)));
  return { envelope, records, stamps, unknownCollections };
}

/** True for the failure side of `fromStored`. */
export function isProblem(read: WorkshopDocument | StoredProblem): read is StoredProblem {
  return 'code' in read;
}
