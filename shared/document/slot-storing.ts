// How a slot is stored: as a record with its stamps and open conflicts, or as a tombstone. One slot has one form, whatever it was joined from.
import type { CollectionName } from '../domain/collections.ts';
import { conflictId } from '../domain/conflicts/rules.ts';
import type { Conflict, ConflictOption } from '../domain/conflicts/model.ts';
import { sameValue, type StoredRecord } from '../kernel/record.ts';
import { knowledgeBeyond, type Knowledge, type Stamp } from '../kernel/stamp.ts';
import type { Candidate } from './candidates.ts';
import { shownRecord, type Slot } from './slot.ts';
import type { RecordStamp, Stamped, Tombstone } from './stamps.ts';

export interface StoredSlot {
  readonly stamps: RecordStamp;
  readonly conflicts: readonly Conflict[];
}

/**
 * Stores a slot whose record is there.
 * @param record what is shown: a value that is none of the candidates follows from other records, and all candidates are open beside it
 * @param knows the knowledge of the document, which need not be repeated
 */
export function storedRecord(collection: CollectionName, slot: Slot, record: StoredRecord, knows: Knowledge): StoredSlot {
  const { stamps, others } = splitFields(slot, record, knows);
  const conflicts = Object.entries(others).map(([field, options]) => conflictOf(collection, record.id, field, { options }));
  const removals = slot.removals.length === 0 ? [] : [conflictOf(collection, record.id, null, { removals: slot.removals })];
  return { stamps, conflicts: [...removals, ...conflicts] };
}

/** Stores a slot whose record is not there. */
export function storedTombstone(slot: Slot, knows: Knowledge): Tombstone {
  const record = shownRecord(slot);
  const { stamps, others } = splitFields(slot, record, knows);
  const hasBody = slot.fields.size > 0 || Object.keys(slot.standIns).length > 0;
  return {
    removals: slot.removals,
    ...(hasBody ? { record } : {}),
    ...(hasBody || stamps.knows || stamps.knowsOfFields ? { stamps } : {}),
    ...(Object.keys(others).length > 0 ? { others } : {}),
  };
}

function conflictOf(collection: CollectionName, recordId: string, field: string | null, open: Partial<Conflict>): Conflict {
  return Object.freeze({
    id: conflictId(collection, recordId, field),
    collection,
    recordId: recordId as Conflict['recordId'],
    field,
    options: [],
    removals: [],
    ...open,
  });
}

interface SplitFields {
  readonly stamps: RecordStamp;
  /** Open values beside the shown ones, per field. */
  readonly others: Readonly<Record<string, readonly ConflictOption[]>>;
}

function splitFields(slot: Slot, record: StoredRecord, knows: Knowledge): SplitFields {
  const stamped = new Map<string, readonly Stamp[]>();
  const others: [string, readonly ConflictOption[]][] = [];
  for (const name of Object.keys(record)) if (name !== 'id') stamped.set(name, []);
  for (const [name, candidates] of slot.fields) {
    const shown = candidates.find(({ value }) => sameValue(value, record[name]));
    stamped.set(name, shown?.stamps ?? []);
    const open = candidates.filter((candidate) => candidate !== shown);
    if (open.length > 0) others.push([name, open.map(asOption)]);
  }
  const at = mostFrequent([...stamped.values()]);
  const atText = JSON.stringify(at);
  // A field that the record does not hold has no stamp but its own.
  const isException = (name: string, stamps: readonly Stamp[]) => record[name] === undefined || JSON.stringify(stamps) !== atText;
  const exceptions = [...stamped].filter(([name, stamps]) => isException(name, stamps)).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const own = knowledgeBeyond(slot.knows, knows);
  return {
    stamps: {
      at: compact(at),
      ...(exceptions.length > 0 ? { fields: Object.fromEntries(exceptions.map(([name, stamps]) => [name, compact(stamps)])) } : {}),
      ...(Object.keys(own).length > 0 ? { knows: own } : {}),
      ...(slot.knowsOfFields ? { knowsOfFields: slot.knowsOfFields } : {}),
      ...(Object.keys(slot.knowsOf).length > 0 ? { knowsOf: slot.knowsOf } : {}),
    },
    others: Object.fromEntries(others),
  };
}

function asOption({ value, stamps }: Candidate): ConflictOption {
  return value === undefined ? { stamps: [...stamps] } : { value, stamps: [...stamps] };
}

function compact(stamps: readonly Stamp[]): Stamped {
  return stamps.length === 1 && stamps[0] ? stamps[0] : stamps;
}

/** The stamps that most fields share; of several the first by their text. */
function mostFrequent(all: readonly (readonly Stamp[])[]): readonly Stamp[] {
  const counts = new Map<string, { readonly stamps: readonly Stamp[]; count: number }>();
  for (const stamps of all) {
    const text = JSON.stringify(stamps);
    const entry = counts.get(text) ?? { stamps, count: 0 };
    entry.count += 1;
    counts.set(text, entry);
  }
  const sorted = [...counts].toSorted(([a, first], [b, second]) => second.count - first.count || (a < b ? -1 : 1));
  return sorted[0]?.[1].stamps ?? [];
}
