// Who is who: rows of a list against each other and against the people already known. Index by key, so that 5,000 rows stay linear.
import type { View } from '../collections.ts';
import { emailKey } from './import-contacts.ts';
import type { ImportedPerson } from './import-model.ts';
import { groupKey, nameKey } from './import-text.ts';
import type { Participant } from './model.ts';

/** By what a person is recognised. */
interface Identity {
  readonly email: string;
  readonly name: string;
  readonly organisation: string;
}

function identityOf(person: ImportedPerson): Identity {
  return { email: emailKey(person.email), name: nameKey(person.fullName), organisation: groupKey(person.organisation) };
}

/** JSON keeps two parts apart whatever is typed in them. */
function keyOf(...parts: readonly string[]): string {
  return JSON.stringify(parts);
}

/** Where a row stands among the rows of its list. Indexes into the list of people. */
export interface Repetition {
  /** The earlier row that names the same person. */
  readonly sameAs: number | null;
  /** The first row of another person with the same e-mail, such as the mailbox of an office. */
  readonly emailSharedWith: number | null;
  /** The first row of another person with the same name. */
  readonly namesake: number | null;
}

/**
 * Finds who stands in a list twice: same name with same e-mail, or same name and organisation where no two e-mails speak against it.
 * Two people with one name and different e-mails or organisations are two.
 */
export function repetitionsIn(people: readonly ImportedPerson[]): readonly Repetition[] {
  const byEmailAndName = new Map<string, number>();
  const byEmail = new Map<string, number>();
  const byName = new Map<string, number>();
  const byPlace = new Map<string, { readonly first: number; withoutEmail: number | null }>();
  return people.map((person, index) => {
    const { email, name, organisation } = identityOf(person);
    if (person.fullName === '') return { sameAs: null, emailSharedWith: null, namesake: null };
    const place = byPlace.get(keyOf(name, organisation));
    const sameAs = (email === '' ? place?.first : (byEmailAndName.get(keyOf(email, name)) ?? place?.withoutEmail)) ?? null;
    const emailSharedWith = email === '' ? null : (byEmail.get(email) ?? null);
    const namesake = byName.get(name) ?? null;
    if (sameAs === null) {
      if (email !== '') {
        byEmailAndName.set(keyOf(email, name), index);
        if (!byEmail.has(email)) byEmail.set(email, index);
      }
      if (!byName.has(name)) byName.set(name, index);
      if (!place) byPlace.set(keyOf(name, organisation), { first: index, withoutEmail: email === '' ? index : null });
      else if (email === '') place.withoutEmail ??= index;
    }
    return { sameAs, emailSharedWith: sameAs === null ? emailSharedWith : null, namesake: sameAs === null ? namesake : null };
  });
}

/** The people of a workshop as a list is compared with them. */
export interface KnownPeople {
  /** True when somebody of this name, whoever it is, is known. */
  readonly hasName: (fullName: string) => boolean;
  /**
   * Finds the known person of each row: by e-mail (of several with one mailbox the one of that name first), else by name and organisation.
   * Nobody is given to two rows.
   */
  readonly match: (people: readonly ImportedPerson[]) => readonly (Participant | null)[];
}

export function knownPeople(view: View): KnownPeople {
  const byEmailAndName = new Map<string, Participant[]>();
  const byEmail = new Map<string, Participant[]>();
  const byPlace = new Map<string, Participant[]>();
  const names = new Set<string>();
  for (const participant of view.all('participants')) {
    const organisation = participant.organisationId === null ? '' : (view.get('organisations', participant.organisationId)?.name ?? '');
    const email = emailKey(participant.email);
    const name = nameKey(participant.fullName);
    names.add(name);
    put(byPlace, keyOf(name, groupKey(organisation)), participant);
    if (email === '') continue;
    put(byEmailAndName, keyOf(email, name), participant);
    put(byEmail, email, participant);
  }
  return {
    hasName: (fullName) => names.has(nameKey(fullName)),
    match: (people) => {
      const identities = people.map(identityOf);
      const found: (Participant | null)[] = people.map(() => null);
      const claimed = new Set<string>();
      const claim = (candidatesOf: (identity: Identity) => readonly Participant[] | undefined): void => {
        for (const [index, identity] of identities.entries()) {
          if (found[index]) continue;
          const candidate = candidatesOf(identity)?.find(({ id }) => !claimed.has(id));
          if (!candidate) continue;
          claimed.add(candidate.id);
          found[index] = candidate;
        }
      };
      // The surest first, so that a corrected e-mail never takes the person who belongs to another row.
      claim(({ email, name }) => (email === '' ? undefined : byEmailAndName.get(keyOf(email, name))));
      claim(({ email }) => (email === '' ? undefined : byEmail.get(email)));
      claim(({ name, organisation }) => (name === '' ? undefined : byPlace.get(keyOf(name, organisation))));
      return found;
    },
  };
}

function put<Value>(index: Map<string, Value[]>, key: string, value: Value): void {
  const values = index.get(key);
  if (values) values.push(value);
  else index.set(key, [value]);
}
