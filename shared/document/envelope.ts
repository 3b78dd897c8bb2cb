// What a stored workshop is: the envelope around its records and stamps, as it stands in workshop.json.
import { z } from 'zod';
import { collectionNames } from '../domain/collection-names.ts';
import { recordSchemas, type CollectionName, type DocumentChange } from '../domain/collections.ts';
import type { Instant } from '../kernel/instant.ts';
import { quickLook } from '../kernel/quick-look.ts';
import type { StoredRecord } from '../kernel/record.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { instantSchema } from '../kernel/schema.ts';
import { joinKnowledge, nextNumber, type Knowledge, type Stamp } from '../kernel/stamp.ts';
import { knowledgeSchema } from '../kernel/stamp-schema.ts';
import { applyChanges } from './change.ts';
import { layMerged, layUnknown, type MergedStamps, type UnknownCollections } from './merged-stamps.ts';
import { emptyRecords, storeOf, type RecordMaps } from './records.ts';
import { emptyStamps, stampChanges, type RecordStamp, type Stamps, type Tombstone } from './stamps.ts';
import { isRecordStamp, isTombstone, unstamped } from './stored-stamps.ts';
import { joinWriters, readWriters, withWriter, type Writers, type Wrote } from './writers.ts';

export const documentFormat = 'hrh-action-workshop';

/** Raised by one with every change of the stored format; each step has a migration and a golden file. */
export const currentSchemaVersion = 3;

export interface Envelope {
  readonly format: typeof documentFormat;
  readonly schemaVersion: number;
  readonly appVersion: string;
  readonly documentId: string;
  readonly revision: number;
  readonly savedAt: Instant;
  readonly knows: Knowledge;
  /** Who wrote which commits; without it nobody knows. */
  readonly writers?: Writers;
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
  /** Who made it; left out where nobody is to be remembered. */
  readonly wrote?: Wrote | undefined;
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
  document.envelope = { ...document.envelope, revision: commit.revision, knows, ...writersAfter(document.envelope, commit) };
}

function writersAfter({ writers = {} }: Envelope, { stamp, wrote, merged }: Commit): Pick<Envelope, 'writers'> {
  const before = merged?.writers ? joinWriters(writers, merged.writers) : writers;
  const after = wrote ? withWriter(before, stamp, wrote) : before;
  return Object.keys(after).length === 0 ? {} : { writers: after };
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
  const { collections, stamps: storedStamps, tombstones: storedTombstones, writers: storedWriters, ...rest } = json;
  const writers = readWriters(storedWriters);
  const envelope: Envelope = Object.keys(writers).length === 0 ? rest : { ...rest, writers };
  const records = emptyRecords();
  const stamps = emptyStamps();
  for (const name of collectionNames) {
    const ofName = storedStamps?.[name];
    for (const [id, stored] of Object.entries(collections[name] ?? {})) {
      const record = recordOf(name, stored);
      if (!record.ok || record.value.id !== id) {
        return { code: 'bad-record', collection: name, id, field: record.ok ? 'id' : record.failure };
      }
      records[name].set(id, record.value);
      if (name === 'conflicts') continue;
      const stamp: unknown = ofName?.[id];
      stamps.records[name].set(id, isRecordStamp(stamp) ? stamp : unstamped);
    }
    for (const [id, tombstone] of Object.entries(storedTombstones?.[name] ?? {})) {
      if (isTombstone(tombstone, id) && !records[name].has(id)) stamps.tombstones[name].set(id, tombstone);
    }
  }
  const unknownCollections = Object.fromEntries(Object.entries(collections).filter(([name]) => !Object.hasOwn(recordSchemas, name)));
  return { envelope, records, stamps, unknownCollections };
}

const looks = Object.fromEntries(collectionNames.map((name) => [name, quickLook(recordSchemas[name])]));

/** @returns the record, frozen; or the field that is wrong */
function recordOf(collection: CollectionName, stored: unknown): Result<StoredRecord, string> {
  if (looks[collection]?.(stored)) return ok(deepFrozen(stored as StoredRecord));
  const parsed = recordSchemas[collection].safeParse(stored);
  return parsed.success ? ok(parsed.data) : err(String(parsed.error.issues[0]?.path[0] ?? ''));
}

/** Without recursion: what lies on a disk may be nested as deep as somebody likes. */
function deepFrozen<T extends object>(value: T): T {
  const open: object[] = [value];
  for (let next = open.pop(); next; next = open.pop()) {
    for (const inner of Object.values(next) as unknown[]) if (typeof inner === 'object' && inner !== null) open.push(inner);
    Object.freeze(next);
  }
  return value;
}

/** True for the failure side of `fromStored`. */
export function isProblem(read: WorkshopDocument | StoredProblem): read is StoredProblem {
  return 'code' in read;
}
