// One team's plans as a document of their own, to be worked on elsewhere and brought back: a part of the workshop that merges like the whole.
import { collectionNames } from '../domain/collection-names.ts';
import type { CollectionName } from '../domain/collections.ts';
import { asTypedName } from '../domain/as-typed.ts';
import { references } from '../domain/references.ts';
import type { StoredRecord } from '../kernel/record.ts';
import { joinKnowledge, type Stamp } from '../kernel/stamp.ts';
import { workshopRecordId } from '../domain/workshop/values.ts';
import type { WorkshopDocument } from './envelope.ts';
import { emptyRecords } from './records.ts';
import { emptyStamps, stampsIn, type RecordStamp, type Stamped, type Stamps, type Tombstone } from './stamps.ts';
import { writersOf } from './writers.ts';

/**
 * What is known of people and does not travel with a part: nobody needs it to write a plan, and contacts leave the machine only with consent.
 * What stands in for it was set by nobody, so it never wins over what is at home.
 */
const atHome: Readonly<Partial<Record<CollectionName, Readonly<Record<string, unknown>>>>> = {
  participants: { sex: '', contacts: Object.freeze([]), arrival: null, departure: null },
  workshop: { organisers: Object.freeze([]) },
};

/** Not merged by themselves: conflicts follow from the records, the log of packs belongs to the whole. */
const neverTravels: ReadonlySet<CollectionName> = new Set<CollectionName>(['packExports', 'conflicts']);

/**
 * The part of a workshop that one team's plans are made of: the team, its topics, ratings, plans with everything that belongs to them, and the
 * people of the team or named in its plans.
 * References that lead out of the part are left empty, in a way that changes nothing at home.
 * @returns null when there is no such team
 */
export function teamPart(document: WorkshopDocument, teamId: string): WorkshopDocument | null {
  if (!document.records.teams.has(teamId)) return null;
  const travelling = recordsOfTeam(document, teamId);
  const records = emptyRecords();
  const stamps = emptyStamps();
  for (const collection of collectionNames) {
    for (const id of travelling.get(collection) ?? []) {
      const record = document.records[collection].get(id);
      if (!record) continue;
      const standIns = standInsFor(collection, record, travelling);
      records[collection].set(id, Object.freeze({ ...record, ...standIns }));
      const stamped = document.stamps.records[collection].get(id) ?? { at: [] };
      stamps.records[collection].set(id, withOwnKnowledge(withoutStamps(stamped, Object.keys(standIns)), document));
    }
    for (const [id, tombstone] of document.stamps.tombstones[collection]) {
      if (belongsTo(tombstone.record, travelling)) stamps.tombstones[collection].set(id, travellingTombstone(tombstone, document));
    }
  }
  const { writers = {}, ...envelope } = document.envelope;
  return {
    envelope: { ...envelope, knows: {}, writers: writersOf(writers, stampsOfAll(stamps)) },
    records,
    stamps,
    unknownCollections: {},
  };
}

/** Every commit that something in the part says. */
function stampsOfAll({ records, tombstones }: Stamps): readonly Stamp[] {
  const ofRecords = collectionNames.flatMap((name) =>
    [...records[name].values()].flatMap(({ at, fields }) => [at, ...Object.values(fields ?? {})].flatMap(stampsIn)),
  );
  const ofRemovals = collectionNames.flatMap((name) =>
    [...tombstones[name].values()].flatMap(({ removals }) => removals.map(({ at }) => at)),
  );
  return [...ofRecords, ...ofRemovals];
}

type Travelling = ReadonlyMap<CollectionName, ReadonlySet<string>>;

function recordsOfTeam({ records }: WorkshopDocument, teamId: string): Travelling {
  const travelling = new Map<CollectionName, Set<string>>();
  const take = (collection: CollectionName, id: string): boolean => {
    const ids = travelling.get(collection) ?? new Set<string>();
    travelling.set(collection, ids);
    if (ids.has(id) || !records[collection].has(id)) return false;
    ids.add(id);
    return true;
  };
  take('workshop', workshopRecordId);
  const waiting: { readonly collection: CollectionName; readonly id: string }[] = [];
  const follow = (collection: CollectionName, id: string) => {
    if (take(collection, id)) waiting.push({ collection, id });
  };
  follow('teams', teamId);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    for (const { from, field, to, onRemoval } of references) {
      if (from === next.collection && to === 'participants') for (const id of idsIn(records[from].get(next.id)?.[field])) take(to, id);
      // What is part of something that travels comes along; people are taken only where they are named or are the team's.
      const isPart = onRemoval !== 'clear' || from === 'participants';
      if (to !== next.collection || !isPart || neverTravels.has(from)) continue;
      for (const [id, record] of records[from]) {
        if (!idsIn(record[field]).includes(next.id)) continue;
        if (from === 'participants') take(from, id);
        else follow(from, id);
      }
    }
  }
  return travelling;
}

function idsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value as readonly string[];
  return typeof value === 'string' ? [value] : [];
}

/** Values for fields that do not travel, or that lead to records that do not. */
function standInsFor(collection: CollectionName, record: StoredRecord, travelling: Travelling): Readonly<Record<string, unknown>> {
  // Words that are no value stand in few records; where there are none nothing stands in for them.
  const typed = Object.keys(atHome[collection] ?? {}).map(asTypedName);
  const words = Object.fromEntries(typed.filter((name) => record[name] !== undefined).map((name) => [name, '']));
  const standIns: Record<string, unknown> = { ...atHome[collection], ...words };
  for (const { from, field, to, many } of references) {
    if (from !== collection) continue;
    const ids = idsIn(record[field]);
    const inside = ids.filter((id) => travelling.get(to)?.has(id));
    if (inside.length < ids.length) standIns[field] = many ? inside : null;
  }
  return standIns;
}

/** Nobody set a stand-in, and the part knows nothing of what it stands for. */
function withoutStamps(stamps: RecordStamp, fields: readonly string[]): RecordStamp {
  if (fields.length === 0) return stamps;
  const none: Readonly<Record<string, Stamped>> = Object.fromEntries(fields.map((field) => [field, []]));
  const nothing: RecordStamp['knowsOf'] = Object.fromEntries(fields.map((field) => [field, {}]));
  return { ...stamps, fields: { ...stamps.fields, ...none }, knowsOf: { ...stamps.knowsOf, ...nothing } };
}

/** A part knows nothing of the rest, but of its own records all that the whole knows. */
function withOwnKnowledge(stamps: RecordStamp, { envelope }: WorkshopDocument): RecordStamp {
  return { ...stamps, knows: joinKnowledge(envelope.knows, stamps.knows ?? {}) };
}

/** True for a removed record that was part of something that travels. */
function belongsTo(record: StoredRecord | undefined, travelling: Travelling): boolean {
  const parents = [
    ['planId', 'plans'],
    ['teamId', 'teams'],
  ] as const;
  return parents.some(([field, collection]) => typeof record?.[field] === 'string' && travelling.get(collection)?.has(record[field]));
}

/** The removal without the body: it names people and says what nobody wanted to keep. */
function travellingTombstone({ removals, stamps }: Tombstone, document: WorkshopDocument): Tombstone {
  return { removals, stamps: withOwnKnowledge({ at: [], knowsOfFields: {}, ...(stamps?.knows ? { knows: stamps.knows } : {}) }, document) };
}
