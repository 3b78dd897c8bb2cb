// Migrations of the stored format: numbered, pure, each with a golden file in data/fixtures/vN (a meta-test fails when one is missing).
import type { DocumentChange } from '../domain/collections.ts';
import type { StoredRecord } from '../kernel/record.ts';
import { currentSchemaVersion } from './envelope.ts';
import type { MergedStamps } from './merged-stamps.ts';

type Json = Readonly<Record<string, unknown>>;

export interface Migration {
  /** Takes a document of this version to `from + 1`. */
  readonly from: number;
  /** What lies around the records in the JSON of workshop.json. */
  readonly document?: (json: Json) => Json;
  /**
   * One record, wherever it stands: in a snapshot, as the body of a tombstone, in a line of a journal. It sees nothing but the record, so
   * that a line can be brought forward before it is replayed. A record that is as it should be comes back as it is.
   */
  readonly record?: (collection: string, record: StoredRecord) => StoredRecord;
}

/** From schema 2 to 3: per collection whose records changed, how one of them is brought forward. */
const toSchema3: Readonly<Record<string, (record: StoredRecord) => StoredRecord>> = {
  // Moments gave the order before it was kept; as numbers they stand before every number that comes.
  clockEvents: (record) => ({
    ...record,
    order: { number: Date.parse(String(record['at'])) || 0, replica: '', place: 0 },
    boot: '',
    uptime: null,
    eventId: null,
  }),
};

/** Ordered by `from`, without a gap. */
export const migrations: readonly Migration[] = [
  { from: 1, document: tombstonesAsObjects },
  { from: 2, record: (collection, record) => toSchema3[collection]?.(record) ?? record },
];

/**
 * Schema 1 kept of a removed record nothing but the stamp of its removal. Nobody could merge then, so that whoever removed a record had seen
 * everything that its copy knows of it. Of what the record held nothing is known: another copy may still say it. Records stay as they are.
 */
function tombstonesAsObjects(json: Json): Json {
  const tombstones = Object.entries(mapOf(json['tombstones'])).map(([collection, stamps]) => [
    collection,
    Object.fromEntries(
      Object.entries(mapOf(stamps)).map(([id, at]) => [
        id,
        { removals: [{ at, knew: json['knows'] }], stamps: { at: [], knowsOfFields: {} } },
      ]),
    ),
  ]);
  return { ...json, tombstones: Object.fromEntries(tombstones) as Json };
}

function mapOf(value: unknown): Json {
  return isMap(value) ? value : {};
}

function isMap(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Every value of a map of maps through `change`; what is no map of maps stays as it is, to be refused where it is read. */
function eachInside(maps: unknown, change: (collection: string, value: Json) => unknown): unknown {
  if (!isMap(maps)) return maps;
  const collections = Object.entries(maps).map(([collection, values]) => [
    collection,
    isMap(values)
      ? Object.fromEntries(Object.entries(values).map(([id, value]) => [id, isMap(value) ? change(collection, value) : value]))
      : values,
  ]);
  return Object.fromEntries(collections);
}

/**
 * Brings the JSON of a stored document to the current version.
 * @returns the JSON itself when it is current or newer (a newer one is told apart by `fromStored`)
 */
export function migrate(json: unknown): unknown {
  if (typeof json !== 'object' || json === null || !('schemaVersion' in json)) return json;
  let current = json as Json;
  for (const { from, document, record } of migrations) {
    const version = current['schemaVersion'];
    if (typeof version !== 'number' || version >= currentSchemaVersion) break;
    if (version !== from) continue;
    const around = document ? document(current) : current;
    current = { ...around, ...(record && recordsOf(around, record)), schemaVersion: version + 1 };
  }
  return current;
}

function recordsOf(json: Json, record: NonNullable<Migration['record']>): Json {
  const { collections, tombstones } = json;
  return {
    ...(collections !== undefined && { collections: eachInside(collections, (name, value) => record(name, value as StoredRecord)) }),
    ...(tombstones !== undefined && { tombstones: eachInside(tombstones, (name, value) => withBody(name, value, record)) }),
  };
}

function withBody(collection: string, tombstone: Json, record: NonNullable<Migration['record']>): Json {
  const body = tombstone['record'];
  return isMap(body) ? { ...tombstone, record: record(collection, body as StoredRecord) } : tombstone;
}

/** What a line of a journal holds of records. */
interface LineRecords {
  readonly changes: readonly DocumentChange[];
  readonly merged?: MergedStamps | undefined;
}

/**
 * Brings what a line of a journal holds to the current version, so that it can be replayed on a migrated snapshot, taken back, and shown.
 * @param version of the journal's header; null when it lost its header: then it may be of any version
 * @returns the line itself when its version is current or newer
 */
export function migrateLine<Line extends LineRecords>(line: Line, version: number | null): Line {
  if (version !== null && version >= currentSchemaVersion) return line;
  const steps = migrations.flatMap(({ from, record }) => (record && from >= (version ?? 1) ? [record] : []));
  if (steps.length === 0) return line;
  const through = (collection: string, record: StoredRecord) => steps.reduce((body, step) => step(collection, body), record);
  const changes = line.changes.map((change): DocumentChange => {
    return change.kind === 'updated' ? change : { ...change, record: through(change.collection, change.record) };
  });
  const { merged } = line;
  if (!merged) return { ...line, changes };
  const tombstones = eachInside(merged.tombstones, (name, value) => withBody(name, value, through)) as MergedStamps['tombstones'];
  return { ...line, changes, merged: { ...merged, tombstones } };
}
