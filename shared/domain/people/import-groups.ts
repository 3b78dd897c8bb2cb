// Organisations, teams and topic groups that come out of the columns of a list: the known ones by name, the new ones with what their members say.
import type { View } from '../collections.ts';
import type { ImportedPerson } from './import-model.ts';
import { groupKey } from './import-text.ts';
import { languageOf } from './import-words.ts';

/** The fields of a person that name a group, and the collection that holds these groups. */
export const groupCollections = { organisation: 'organisations', team: 'teams', topicGroup: 'topicGroups' } as const;

export type GroupField = keyof typeof groupCollections;

interface Place {
  readonly id: string;
  /** Folded; '' where nothing is known of it. */
  readonly country: string;
}

/** Groups by folded name. Organisations of one name are told apart by their country; teams and topic groups by their name alone. */
function knownPlaces(view: View, field: GroupField): Map<string, Place[]> {
  const places = new Map<string, Place[]>();
  for (const group of view.all(groupCollections[field])) {
    const country = field === 'organisation' && 'type' in group ? groupKey(String(group.country)) : '';
    const key = groupKey(group.name);
    places.set(key, [...(places.get(key) ?? []), { id: group.id, country }]);
  }
  return places;
}

/** The one of the country, else one that may be of any; null when all are of other countries, or nobody can say which of several it is. */
function placeOf(places: readonly Place[], country: string): Place | null {
  const exact = places.find((place) => place.country === country);
  if (exact) return exact;
  if (country === '') return places.length === 1 ? (places[0] ?? null) : null;
  return places.find((place) => place.country === '') ?? null;
}

/** @returns the names, in order of appearance, of groups that the people name and the workshop does not know yet */
export function newGroupNames(view: View, people: readonly ImportedPerson[], field: GroupField): readonly string[] {
  return resolveGroups(view, people, field, () => '').added.map(({ name }) => name);
}

export interface NewGroup {
  readonly id: string;
  readonly name: string;
  readonly members: readonly ImportedPerson[];
}

export interface ResolvedGroups {
  readonly added: readonly NewGroup[];
  /** @returns the id of the known or new group that the person names, null for none */
  readonly idOf: (person: ImportedPerson) => string | null;
}

/** Finds or makes the group that each person names. */
export function resolveGroups(view: View, people: readonly ImportedPerson[], field: GroupField, newId: () => string): ResolvedGroups {
  const known = knownPlaces(view, field);
  const added = new Map<Place, { readonly id: string; readonly name: string; readonly members: ImportedPerson[] }>();
  const countryOf = ({ country }: ImportedPerson) => (field === 'organisation' ? groupKey(country) : '');
  const find = (person: ImportedPerson): Place | null => placeOf(known.get(groupKey(person[field])) ?? [], countryOf(person));
  const naming = people.filter((person) => person[field] !== '');
  const settle = (person: ImportedPerson): void => {
    const place = find(person);
    if (place) {
      added.get(place)?.members.push(person);
      return;
    }
    const name = person[field];
    const made: Place = { id: newId(), country: countryOf(person) };
    known.set(groupKey(name), [...(known.get(groupKey(name)) ?? []), made]);
    added.set(made, { id: made.id, name, members: [person] });
  };
  // Whoever names a country first: who names none belongs to the one that is there then, where it is one.
  for (const person of naming) if (countryOf(person) !== '') settle(person);
  for (const person of naming) if (countryOf(person) === '') settle(person);
  return {
    added: inOrderOf(naming, [...added.values()], field),
    idOf: (person) => (person[field] === '' ? null : (find(person)?.id ?? null)),
  };
}

/** New groups in the order in which the list names them. */
function inOrderOf(people: readonly ImportedPerson[], groups: readonly NewGroup[], field: GroupField): readonly NewGroup[] {
  if (field !== 'organisation') return groups;
  const places = new Map(people.map((person, index) => [person, index]));
  const first = ({ members }: NewGroup) => Math.min(...members.map((member) => places.get(member) ?? 0));
  return groups.toSorted((a, b) => first(a) - first(b));
}

/** @returns the country that all members with one name; null when they differ or none has any */
export function sharedCountry(members: readonly ImportedPerson[]): string | null {
  const countries = members.map(({ country }) => country).filter((country) => country !== '');
  return new Set(countries.map(groupKey)).size === 1 ? (countries[0] ?? null) : null;
}

/**
 * @returns the code of the language that most of the members name whose language is known; null where none has more than half of them, or only
 *   one of several members tells: a single cell decides for nobody else
 */
export function majorityLanguage(members: readonly ImportedPerson[]): string | null {
  const counts = new Map<string, number>();
  for (const { language } of members) {
    const code = languageOf(language);
    if (code !== null) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const known = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const [first] = [...counts].toSorted(([, a], [, b]) => b - a);
  const isDecided = first !== undefined && first[1] * 2 > known && (known > 1 || members.length === 1);
  return isDecided ? first[0] : null;
}
