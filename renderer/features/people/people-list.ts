// Which people the table shows and in what order: groups, search, and rows that stand still while somebody types in them.
import { assertNever } from '../../../shared/kernel/assert-never.ts';
import type { View } from '../../../shared/domain/collections.ts';
import { folded } from '../../../shared/domain/people/import-text.ts';
import type { Participant, ParticipantId } from '../../../shared/domain/people/model.ts';
import { isHere, partsByCapitals, standsOutsideTeams } from '../../../shared/domain/people/rules.ts';

export const peopleGroups = ['all', 'inTeams', 'withoutTeam', 'outsideTeams', 'namesakes', 'gone'] as const;

/** `outsideTeams`: facilitators, observers, interpreters and others who serve the room; `gone`: replaced or left. */
export type PeopleGroup = (typeof peopleGroups)[number];

type Namesakes = ReadonlyMap<ParticipantId, readonly Participant[]>;

export function isInGroup(person: Participant, group: PeopleGroup, namesakes: Namesakes): boolean {
  switch (group) {
    case 'all':
      return true;
    case 'inTeams':
      return person.teamId !== null && isHere(person);
    case 'withoutTeam':
      return person.teamId === null && !standsOutsideTeams(person.kind) && isHere(person);
    case 'outsideTeams':
      return person.teamId === null && standsOutsideTeams(person.kind) && isHere(person);
    case 'namesakes':
      return namesakes.has(person.id);
    case 'gone':
      return !isHere(person);
    default:
      return assertNever(group);
  }
}

/** @returns how many people each group has */
export function groupSizes(people: readonly Participant[], namesakes: Namesakes): Readonly<Record<PeopleGroup, number>> {
  const sizeOf = (group: PeopleGroup) => people.filter((person) => isInGroup(person, group, namesakes)).length;
  return Object.fromEntries(peopleGroups.map((group) => [group, sizeOf(group)])) as Record<PeopleGroup, number>;
}

/** True when every word of the query begins a word of what the table or the drawer says about the person; case and accents do not matter. */
export function matchesQuery(view: View, person: Participant, query: string): boolean {
  const words = folded(query).split(' ').filter(Boolean);
  if (words.length === 0) return true;
  const text = ` ${folded(
    [
      person.fullName,
      person.role,
      person.country,
      ...person.contacts.map(({ value }) => value),
      view.get('organisations', person.organisationId ?? '')?.name ?? '',
      view.get('teams', person.teamId ?? '')?.name ?? '',
      view.get('topicGroups', person.topicGroupId ?? '')?.name ?? '',
    ].join(' '),
  )}`;
  return words.every((word) => text.includes(` ${word}`));
}

export const peopleOrders = ['familyName', 'givenName'] as const;
export type PeopleOrder = (typeof peopleOrders)[number];

export interface PeopleFilter {
  readonly group: PeopleGroup;
  readonly query: string;
  readonly order: PeopleOrder;
}

/**
 * The name as it is sorted by family name. Where the parts are not known, words in capitals are the family name, as lists of ministries write
 * it, else the last word.
 */
export function sortName({ fullName, familyName, givenName }: Pick<Participant, 'fullName' | 'familyName' | 'givenName'>): string {
  if (familyName.trim() !== '') return `${familyName.trim()} ${givenName.trim()}`;
  const parts = partsByCapitals(fullName);
  if (parts) return `${parts.familyName} ${parts.givenName}`;
  const words = fullName.trim().split(/\s+/u);
  return [...words.slice(-1), ...words.slice(0, -1)].join(' ');
}

/**
 * The people to show: those of the teams first, then those who stand outside, each by family name or as the names are written.
 * @param compare of the interface's language
 */
export function shownPeople(
  view: View,
  filter: PeopleFilter,
  { namesakes, compare }: { readonly namesakes: Namesakes; readonly compare: (a: string, b: string) => number },
): readonly Participant[] {
  return [...view.all('participants')]
    .filter((person) => isInGroup(person, filter.group, namesakes) && matchesQuery(view, person, filter.query))
    .map((person) => ({ person, name: filter.order === 'familyName' ? sortName(person) : person.fullName }))
    .toSorted((a, b) => rank(a.person) - rank(b.person) || compare(a.name, b.name) || compare(a.person.id, b.person.id))
    .map(({ person }) => person);
}

function rank(person: Participant): number {
  if (!isHere(person)) return 2;
  return standsOutsideTeams(person.kind) ? 1 : 0;
}

/**
 * Keeps rows where they are while somebody works in them: an edited name does not send its row elsewhere, an edited kind does not filter it
 * out. Who was removed goes, who is new comes last.
 * @param before the ids as they stood
 */
export function heldInPlace(view: View, before: readonly string[], shown: readonly Participant[]): readonly Participant[] {
  const held = new Set(before);
  const isNew = new Set(shown.map(({ id }) => id).filter((id) => !held.has(id)));
  const kept = before.flatMap((id) => view.get('participants', id) ?? []);
  return [...kept, ...[...view.all('participants')].filter(({ id }) => isNew.has(id))];
}
