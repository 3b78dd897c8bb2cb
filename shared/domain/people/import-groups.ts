// Organisations, teams and topic groups that come out of the columns of a list: the known ones by name, the new ones with what their members say.
import type { View } from '../collections.ts';
import type { ImportedPerson } from './import-model.ts';
import { groupKey } from './import-text.ts';
import { languageOf } from './import-words.ts';

/** The fields of a person that name a group, and the collection that holds these groups. */
export const groupCollections = { organisation: 'organisations', team: 'teams', topicGroup: 'topicGroups' } as const;

export type GroupField = keyof typeof groupCollections;

/** Known groups by folded name; of two with one name the first. */
function knownIds(view: View, field: GroupField): Map<string, string> {
  const ids = new Map<string, string>();
  for (const { id, name } of view.all(groupCollections[field])) if (!ids.has(groupKey(name))) ids.set(groupKey(name), id);
  return ids;
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
  /** @returns the id of a known or new group, null for '' */
  readonly idOf: (name: string) => string | null;
}

/** Finds or makes the group that each person names. */
export function resolveGroups(view: View, people: readonly ImportedPerson[], field: GroupField, newId: () => string): ResolvedGroups {
  const ids = knownIds(view, field);
  const added = new Map<string, { readonly id: string; readonly name: string; readonly members: ImportedPerson[] }>();
  for (const person of people) {
    const name = person[field];
    if (name === '') continue;
    const key = groupKey(name);
    const group = added.get(key);
    if (group) group.members.push(person);
    if (group || ids.has(key)) continue;
    const id = newId();
    ids.set(key, id);
    added.set(key, { id, name, members: [person] });
  }
  return { added: [...added.values()], idOf: (name) => (name === '' ? null : (ids.get(groupKey(name)) ?? null)) };
}

/** @returns the country that all members with one name; null when they differ or none has any */
export function sharedCountry(members: readonly ImportedPerson[]): string | null {
  const countries = members.map(({ country }) => country).filter((country) => country !== '');
  return new Set(countries.map(groupKey)).size === 1 ? (countries[0] ?? null) : null;
}

/** @returns the code of the language that most members name; null when no word is known. Of two with as many members the first named. */
export function majorityLanguage(members: readonly ImportedPerson[]): string | null {
  const counts = new Map<string, number>();
  for (const { language } of members) {
    const code = languageOf(language);
    if (code !== null) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const [first] = [...counts].toSorted(([, a], [, b]) => b - a);
  return first ? first[0] : null;
}
