// What was typed into a field and not understood. It stands in the record beside the field, in a field of its own (`dueDateAsTyped`), so that it is
// set, merged, undone and told like every other: nothing typed is ever dropped.
import type { collectionNames } from './collection-names.ts';

/** Not taken from the schemas, which are made with the lists below. */
type CollectionName = (typeof collectionNames)[number];

/** The fields that are read from typed words, by collection: days, times, minutes, amounts, people, zones. */
export const readFields = {
  workshop: ['startDate', 'timezone'],
  days: ['startTime'],
  sessions: ['plannedMinutes', 'anchor', 'minMinutes'],
  participants: ['arrival', 'departure'],
  plans: ['accountableId', 'startDate', 'endDate', 'budgetAmount'],
  steps: ['responsibleIds', 'startDate', 'dueDate'],
  indicators: ['baselineDate', 'targetDate'],
  homeIntroductions: ['byDate'],
  checkpoints: ['dueDate'],
  parkingItems: ['dueDate'],
} as const satisfies Readonly<Partial<Record<CollectionName, readonly string[]>>>;

export type ReadCollection = keyof typeof readFields;
export type ReadField<Name extends ReadCollection> = (typeof readFields)[Name][number];

/** The name of the field that keeps the words typed into `field`. */
export function asTypedName<Field extends string>(field: Field): `${Field}AsTyped` {
  return `${field}AsTyped`;
}

/** The field that keeps words typed into `field` of a collection; null for a field that takes any text. */
export function asTypedField(collection: string, field: string): string | null {
  const fields: readonly string[] = (readFields as Partial<Record<string, readonly string[]>>)[collection] ?? [];
  return fields.includes(field) ? asTypedName(field) : null;
}

/** The field beside which `name` keeps words; null for any other field. */
export function baseOfTyped(collection: string, name: string): string | null {
  const suffix = 'AsTyped';
  if (!name.endsWith(suffix)) return null;
  const base = name.slice(0, -suffix.length);
  return asTypedField(collection, base) === null ? null : base;
}

/** The fields of a collection that keep words, and none else. */
export function asTypedFields(collection: string): readonly string[] {
  return ((readFields as Partial<Record<string, readonly string[]>>)[collection] ?? []).map(asTypedName);
}

/** The words that stand in a record for a field of it; '' where there are none. */
export function asTypedIn(record: object, field: string): string {
  const words: unknown = (record as Readonly<Record<string, unknown>>)[asTypedName(field)];
  return typeof words === 'string' ? words : '';
}

/** A part of an update that takes away all words that stand in a record: what is put in their place was understood. */
export function withoutTyped(collection: string, record: object): Readonly<Record<string, ''>> {
  const held = asTypedFields(collection).filter((name) => ((record as Readonly<Record<string, unknown>>)[name] ?? '') !== '');
  return Object.fromEntries(held.map((name) => [name, '' as const]));
}

/** All words that stand in a record and were not understood. */
export function keptWordsIn(collection: string, record: object): readonly string[] {
  return asTypedFields(collection).flatMap((name) => {
    const words: unknown = (record as Readonly<Record<string, unknown>>)[name];
    return typeof words === 'string' && words.trim() !== '' ? [words] : [];
  });
}
