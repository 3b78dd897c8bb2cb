// Entries of a list that may be one and the same: how they are called, and which others come first when one is looked for.
import type { View } from '../../../shared/domain/collections.ts';
import { groupKey, nameKey, sharesNamePart } from '../../../shared/domain/people/import-text.ts';
import type { Mergeable } from '../../../shared/domain/people/merge-effects.ts';
import type { StoredRecord } from '../../../shared/kernel/record.ts';

/** The name of a person, an organisation or a team. */
export function entryName(record: StoredRecord): string {
  return textOf(record, 'fullName') || textOf(record, 'name');
}

export function countryOf(record: StoredRecord): string {
  return textOf(record, 'country');
}

function textOf(record: StoredRecord, field: string): string {
  const value = record[field];
  return typeof value === 'string' ? value : '';
}

export interface LikelyDouble {
  readonly record: StoredRecord;
  /** The name, and what tells it from others of that name. */
  readonly label: string;
  /** True where both have the same name, however it is written. */
  readonly isLikely: boolean;
}

/** All others, the likeliest first: of the same name, then with a part of it, then by name. */
export function likelyDoubles(
  view: View,
  collection: Mergeable,
  record: StoredRecord,
  compare: (a: string, b: string) => number,
): readonly LikelyDouble[] {
  const keyOf = collection === 'participants' ? nameKey : groupKey;
  const name = entryName(record);
  const closeness = (other: string) => (keyOf(other) === keyOf(name) ? 2 : sharesNamePart(other, name) ? 1 : 0);
  return ([...view.all(collection)] as unknown as readonly StoredRecord[])
    .filter(({ id }) => id !== record.id)
    .map((other) => ({ other, rank: closeness(entryName(other)) }))
    .toSorted((a, b) => b.rank - a.rank || compare(entryName(a.other), entryName(b.other)) || (a.other.id < b.other.id ? -1 : 1))
    .map(({ other, rank }) => ({
      record: other,
      label: [entryName(other), besideName(view, other)].filter((part) => part !== '').join(' · '),
      isLikely: rank === 2,
    }));
}

/** Of a person the organisation, of others the country. */
function besideName(view: View, record: StoredRecord): string {
  const organisation = view.get('organisations', textOf(record, 'organisationId'));
  return organisation?.name ?? (countryOf(record) === entryName(record) ? '' : countryOf(record));
}
