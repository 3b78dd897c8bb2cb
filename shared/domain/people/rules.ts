// Derived facts about people: who may stand in the list twice, who came instead of whom, what somebody answers for, who stands outside the teams.
import { titleLimit } from '../../kernel/limits.ts';
import { keptWordsIn, readFields, type ReadCollection } from '../as-typed.ts';
import type { View } from '../collections.ts';
import type { RecordPlace } from '../command.ts';
import type { ActionPlan, ActionStep } from '../plan/model.ts';
import { isLocked } from '../plan/rules.ts';
import { groupKey, nameKey } from './import-text.ts';
import type { Attendance, Participant, ParticipantId, ParticipantKind } from './model.ts';

/** Kinds of people who usually belong to no team: they serve the whole room. */
export function standsOutsideTeams(kind: ParticipantKind): boolean {
  return kind !== 'participant';
}

/** The ways in which a full name is put together from its parts. */
const composed: readonly ((given: string, family: string) => readonly string[])[] = [
  (given, family) => [given, family],
  (given, family) => [family, given],
  (given, family) => [given, family.toLocaleUpperCase('en')],
  (given, family) => [family.toLocaleUpperCase('en'), given],
];

type Names = Pick<Participant, 'fullName' | 'givenName' | 'familyName'>;

/** @returns the full name that goes with changed parts, where it was put together from the parts before (or was empty); else as it is */
export function followedName({ fullName, givenName, familyName }: Names, next: Pick<Names, 'givenName' | 'familyName'>): string {
  const textOf = (parts: readonly string[]) => parts.filter((part) => part !== '').join(' ');
  const compose = composed.find((one) => textOf(one(givenName.trim(), familyName.trim())) === fullName.trim());
  return compose ? textOf(compose(next.givenName.trim(), next.familyName.trim())) : fullName;
}

/** True while somebody counts among the people of the workshop: neither replaced nor gone. */
export function isHere({ status }: Pick<Participant, 'status'>): boolean {
  return status !== 'replaced' && status !== 'left';
}

/**
 * People who share name and organisation with somebody else (domain §9.2: worth a warning, allowed). Who was replaced does not count.
 * @returns for each such person the others of the same name and organisation
 */
export function namesakes(view: View): ReadonlyMap<ParticipantId, readonly Participant[]> {
  const byPlace = new Map<string, Participant[]>();
  for (const person of view.all('participants')) {
    if (person.status === 'replaced' || person.fullName.trim() === '') continue;
    const organisation = person.organisationId === null ? undefined : view.get('organisations', person.organisationId);
    const key = JSON.stringify([nameKey(person.fullName), groupKey(organisation?.name ?? ''), groupKey(organisation?.country ?? '')]);
    const sharers = byPlace.get(key);
    if (sharers) sharers.push(person);
    else byPlace.set(key, [person]);
  }
  const found = new Map<ParticipantId, readonly Participant[]>();
  for (const sharers of byPlace.values()) {
    if (sharers.length < 2) continue;
    for (const person of sharers)
      found.set(
        person.id,
        sharers.filter(({ id }) => id !== person.id),
      );
  }
  return found;
}

/**
 * Everybody who stood in one place one after the other, the first first, as far as replacements tell.
 * @returns at least the person; somebody may have come instead of several, then all of them lead here
 */
export function replacementChain(view: View, id: ParticipantId): readonly Participant[] {
  const before = predecessors(view, id, new Set([id]));
  const after: Participant[] = [];
  const seen = new Set<string>(before.map((person) => person.id));
  let current = view.get('participants', id);
  while (current && !seen.has(current.id)) {
    seen.add(current.id);
    after.push(current);
    current = current.replacedById === null ? undefined : view.get('participants', current.replacedById);
  }
  return [...before, ...after];
}

function predecessors(view: View, id: ParticipantId, seen: Set<string>): readonly Participant[] {
  const direct = [...view.all('participants')].filter((person) => person.replacedById === id && !seen.has(person.id));
  for (const person of direct) seen.add(person.id);
  return direct.flatMap((person) => [...predecessors(view, person.id, seen), person]);
}

export interface Responsibilities {
  /** Plans that the person is accountable for. */
  readonly plans: readonly ActionPlan[];
  /** Steps that the person is responsible for. */
  readonly steps: readonly ActionStep[];
}

/** What somebody answers for in the plans as they stand now; signed versions keep the names that signed. */
export function responsibilitiesOf(view: View, id: ParticipantId): Responsibilities {
  return {
    plans: [...view.all('plans')].filter((plan) => plan.accountableId === id),
    steps: [...view.all('steps')].filter((step) => step.responsibleIds.includes(id)),
  };
}

/** What of it moves when somebody else takes over: steps that are not done, in plans that are not signed. */
export function openResponsibilitiesOf(view: View, id: ParticipantId): Responsibilities {
  const { plans, steps } = responsibilitiesOf(view, id);
  const isOpen = (planId: string) => {
    const plan = view.get('plans', planId);
    return plan !== undefined && !isLocked(view, plan);
  };
  return {
    plans: plans.filter((plan) => isOpen(plan.id)),
    steps: steps.filter(({ planId, status }) => status !== 'done' && isOpen(planId)),
  };
}

/** Natural key of an attendance: two laptops that both tick somebody agree. */
export function attendanceId(participantId: string, dayId: string, half: Attendance['half']): Attendance['id'] {
  return `${participantId}.${dayId}.${half}` as Attendance['id'];
}

/**
 * The parts of a name that shows by its capitals which of them is the family name, as lists of ministries write it.
 * @returns null where all words or none are in capitals, or the capitals stand in the middle
 */
export function partsByCapitals(fullName: string): { readonly familyName: string; readonly givenName: string } | null {
  const words = withoutDegrees(fullName).split(/[\s,]+/u);
  const capitals = words.map(isInCapitals);
  const first = capitals.indexOf(true);
  const last = capitals.lastIndexOf(true);
  const isRun = first !== -1 && capitals.slice(first, last + 1).every(Boolean);
  if (!isRun || last - first + 1 === words.length || (first > 0 && last < words.length - 1)) return null;
  return {
    familyName: words.slice(first, last + 1).join(' '),
    givenName: [...words.slice(0, first), ...words.slice(last + 1)].join(' '),
  };
}

/** What stands behind a name: "Ada Mensah, MP", "Kofi BOATENG PhD", "Esi Owusu (Mrs)". */
function withoutDegrees(fullName: string): string {
  if (fullName.length > titleLimit) return fullName.trim();
  return fullName
    .replace(/\([^()]*\)/g, ' ')
    .trim()
    .replace(
      /(\s*,\s*\p{Lu}[\p{L}.]{0,4}|\s+(Ph\.?D|M\.?D|M\.?P\.?H|M\.?Sc|B\.?Sc|M\.?B\.?A|R\.?N|Esq|Jr|Sr|I{2,3}|IV)\.?)+$/u,
      (suffix, _last, _degree, offset: number) => (isName(suffix) || !/\s/.test(fullName.trim().slice(0, offset)) ? suffix : ''),
    )
    .trim();
}

/** A word of a name begins with a capital and has no other, unless all are. */
function isName(text: string): boolean {
  return /^[\s,]*\p{Lu}\p{Ll}+$/u.test(text) && !/(Esq|Jr|Sr)\.?$/.test(text);
}

/** Initials ("J.K.") are no family names. */
function isInCapitals(word: string): boolean {
  const letters = word.match(/\p{L}/gu) ?? [];
  if (letters.length < 2 || /^(\p{Lu}\.)+\p{Lu}?$/u.test(word)) return false;
  return word === word.toLocaleUpperCase('en') && word !== word.toLocaleLowerCase('en');
}

/** The parts of "Boateng, Kofi". @returns null where what follows the comma may be a degree, a post or where somebody works */
export function partsByComma(fullName: string): { readonly familyName: string; readonly givenName: string } | null {
  const [, familyName = '', given = ''] = /^([^\s,]+),\s*([^,]+)$/u.exec(fullName.replace(/\([^()]*\)/g, ' ').trim()) ?? [];
  const givenName = given.trim();
  const areNames = givenName.split(/\s+/u).every((word) => /^\p{Lu}(\p{Ll}+([-’']\p{Lu}?\p{Ll}+)*|\.)$/u.test(word));
  const isOther = /^(Jr|Sr|Dr|Prof|Director|Directeur|Directrice|Nurse|Esq|Chef|Head)\b/.test(givenName);
  return familyName !== '' && areNames && !isOther ? { familyName, givenName } : null;
}

const collectionsWithWords = Object.keys(readFields) as readonly ReadCollection[];

interface KeptWords {
  readonly place: RecordPlace;
  readonly words: string;
}

/** Every record with words that were kept as typed. */
export function allKeptWords(view: View): readonly KeptWords[] {
  return collectionsWithWords.flatMap((collection) =>
    [...view.all(collection)].flatMap((record) => {
      const words = keptWordsIn(collection, record);
      return words.length === 0 ? [] : [{ place: { collection, id: record.id }, words: words.join(' | ') }];
    }),
  );
}

/**
 * Where words that were kept as typed name somebody by the full name: nobody is removed while a plan still speaks of them there.
 * @param kept of the workshop
 * @returns the records, without the person's own
 */
export function wordsNaming(kept: readonly KeptWords[], { id, fullName }: Pick<Participant, 'id' | 'fullName'>): readonly RecordPlace[] {
  const name = ` ${groupKey(fullName)} `;
  if (name.trim() === '') return [];
  return kept.filter(({ place, words }) => place.id !== id && ` ${groupKey(words)} `.includes(name)).map(({ place }) => place);
}
