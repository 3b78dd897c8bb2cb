// Migrations of the stored format: numbered, pure, each with a golden file in data/fixtures/vN (a meta-test fails when one is missing).
import type { DocumentChange } from '../domain/collections.ts';
import { conflictId } from '../domain/conflicts/rules.ts';
import type { Conflict } from '../domain/conflicts/model.ts';
import type { StoredRecord } from '../kernel/record.ts';
import { openWithContacts, stampsWithContacts, withContacts } from './contacts-migration.ts';
import { currentSchemaVersion } from './envelope.ts';
import type { MergedStamps } from './merged-stamps.ts';
import type { RecordStamp, Tombstone } from './stamps.ts';

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
  /** The stamps of one record, wherever they stand. */
  readonly stamps?: (collection: string, stamps: RecordStamp) => RecordStamp;
  /** Values that are open beside those of one record, per field: in conflicts, and beside the body of a tombstone. The record is as it was before. */
  readonly open?: (collection: string, record: StoredRecord, others: OpenValues) => OpenValues;
}

type OpenValues = NonNullable<Tombstone['others']>;

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
  participants: withContacts,
};

/** Ordered by `from`, without a gap. */
export const migrations: readonly Migration[] = [
  { from: 1, document: tombstonesAsObjects },
  {
    from: 2,
    record: (collection, record) => toSchema3[collection]?.(record) ?? record,
    stamps: (collection, stamps) => (collection === 'participants' ? stampsWithContacts(stamps) : stamps),
    open: (collection, record, others) => (collection === 'participants' ? openWithContacts(record, others) : others),
  },
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
  for (const migration of migrations) {
    const { from, document } = migration;
    const version = current['schemaVersion'];
    if (typeof version !== 'number' || version >= currentSchemaVersion) break;
    if (version !== from) continue;
    const around = document ? document(current) : current;
    current = { ...around, ...recordsOf(around, migration), schemaVersion: version + 1 };
  }
  return current;
}

function recordsOf(json: Json, step: Migration): Json {
  const { collections, stamps, tombstones } = json;
  const { record = same, stamps: ofStamps = same } = step;
  const forward = eachInside(collections, (name, value) => record(name, value as StoredRecord));
  return {
    ...(collections !== undefined && { collections: withOpen(collections, forward, step.open) }),
    ...(stamps !== undefined && { stamps: eachInside(stamps, (name, value) => ofStamps(name, value as unknown as RecordStamp)) }),
    ...(tombstones !== undefined && { tombstones: eachInside(tombstones, (name, value) => tombstoneOf(name, value, step)) }),
  };
}

function same<Value>(_collection: string, value: Value): Value {
  return value;
}

/** Conflicts of the records as they were become conflicts of the records as they are: what was open in several fields may be open in one. */
function withOpen(before: unknown, after: unknown, open: Migration['open']): unknown {
  const conflicts = isMap(before) ? before['conflicts'] : undefined;
  if (!open || !isMap(before) || !isMap(after) || !isMap(conflicts)) return after;
  const byRecord = new Map<string, Conflict[]>();
  const kept: Record<string, unknown> = {};
  for (const [id, conflict] of Object.entries(conflicts)) {
    const { collection, recordId, field } = conflict as Conflict;
    if (typeof field !== 'string' || !isMap(mapOf(before[collection])[recordId])) kept[id] = conflict;
    else byRecord.set(`${collection} ${recordId}`, [...(byRecord.get(`${collection} ${recordId}`) ?? []), conflict as Conflict]);
  }
  for (const [first, ...others] of byRecord.values()) {
    if (!first) continue;
    const { collection, recordId } = first;
    const values = Object.fromEntries([first, ...others].map((conflict) => [conflict.field, conflict.options]));
    const options = open(collection, mapOf(before[collection])[recordId] as StoredRecord, values);
    for (const [field, left] of Object.entries(options)) {
      const id = conflictId(collection, recordId, field);
      kept[id] = { ...first, ...mapOf(conflicts[id]), id, field, options: left };
    }
  }
  return { ...after, conflicts: kept };
}

function tombstoneOf(collection: string, tombstone: Json, { record = same, stamps = same, open }: Migration): Json {
  const { record: body, stamps: own, others } = tombstone;
  return {
    ...tombstone,
    ...(isMap(body) && { record: record(collection, body as StoredRecord) }),
    ...(isMap(own) && { stamps: stamps(collection, own as unknown as RecordStamp) }),
    ...(open && isMap(others) && { others: open(collection, mapOf(body) as StoredRecord, others as OpenValues) }),
  };
}

/** What a line of a journal holds of records. */
interface LineRecords {
  readonly changes: readonly DocumentChange[];
  readonly merged?: MergedStamps | undefined;
}

/**
 * Brings what a line of a journal holds to the current version, as far as the line itself tells, so that it can be taken back and shown. What
 * became of a field that there is no more is told by its record: `changesWithContacts`, when the line is applied.
 * @param version of the journal's header; null when it lost its header: then it may be of any version
 * @returns the line itself when its version is current or newer
 */
export function migrateLine<Line extends LineRecords>(line: Line, version: number | null): Line {
  if (version !== null && version >= currentSchemaVersion) return line;
  const steps = migrations.filter(({ from }) => from >= (version ?? 1));
  if (steps.length === 0) return line;
  const changes = line.changes.map((change): DocumentChange => {
    if (change.kind === 'updated') return change;
    return { ...change, record: steps.reduce((body, { record = same }) => record(change.collection, body), change.record) };
  });
  const { merged } = line;
  if (!merged) return { ...line, changes };
  const records = eachInside(merged.records, (name, value) =>
    steps.reduce((stamped, { stamps = same }) => stamps(name, stamped), value as unknown as RecordStamp),
  ) as MergedStamps['records'];
  const tombstones = eachInside(merged.tombstones, (name, value) =>
    steps.reduce((left, step) => tombstoneOf(name, left, step), value),
  ) as MergedStamps['tombstones'];
  return { ...line, changes, merged: { ...merged, records, tombstones } };
}
