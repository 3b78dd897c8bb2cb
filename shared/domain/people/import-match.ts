// Who is who: rows of a list against each other and against the people already known. Index by key, so that 5,000 rows stay linear.
import type { View } from '../collections.ts';
import { digitsOf, emailKey } from './import-contacts.ts';
import type { ImportedContact, ImportedPerson } from './import-model.ts';
import { asInCell, countriesAgree, groupKey, isSurelySameMailbox, nameKey } from './import-text.ts';
import type { Participant } from './model.ts';

/** By what a person is recognised. */
interface Identity {
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly fullName: string;
  readonly name: string;
  readonly organisation: string;
  readonly country: string;
}

function identityOf(person: ImportedPerson): Identity {
  const { fullName, country } = person;
  return {
    emails: emailsOf(person.contacts),
    phones: phonesOf(person.contacts),
    fullName,
    name: nameKey(fullName),
    organisation: groupKey(person.organisation),
    country,
  };
}

function emailsOf(contacts: readonly ImportedContact[]): readonly string[] {
  return contacts.flatMap(({ kind, value }) => (kind === 'email' && emailKey(value) !== '' ? [emailKey(value)] : []));
}

/** The last digits say who it is: lists write the code of the country in front, or do not. */
function phonesOf(contacts: readonly ImportedContact[]): readonly string[] {
  return contacts.flatMap(({ kind, value }) => (kind === 'phone' && digitsOf(value).length >= 8 ? [digitsOf(value).slice(-8)] : []));
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
    const { emails, name, organisation, country } = identityOf(person);
    if (person.fullName === '') return { sameAs: null, emailSharedWith: null, namesake: null };
    const placeKey = keyOf(name, organisation, groupKey(country));
    const place = byPlace.get(placeKey);
    const byAddress = firstOf(emails, (email) => byEmailAndName.get(keyOf(email, name)));
    const sameAs = (emails.length === 0 ? place?.first : (byAddress ?? place?.withoutEmail)) ?? null;
    const emailSharedWith = firstOf(emails, (email) => byEmail.get(email));
    const namesake = byName.get(name) ?? null;
    if (sameAs === null) {
      for (const email of emails) {
        byEmailAndName.set(keyOf(email, name), index);
        if (!byEmail.has(email)) byEmail.set(email, index);
      }
      if (!byName.has(name)) byName.set(name, index);
      if (!place) byPlace.set(placeKey, { first: index, withoutEmail: emails.length === 0 ? index : null });
      else if (emails.length === 0) place.withoutEmail ??= index;
    }
    return { sameAs, emailSharedWith: sameAs === null ? emailSharedWith : null, namesake: sameAs === null ? namesake : null };
  });
}

function firstOf<Found>(emails: readonly string[], find: (email: string) => Found | undefined): Found | null {
  for (const email of emails) {
    const found = find(email);
    if (found !== undefined) return found;
  }
  return null;
}

/** Whom a row is about. In doubt when only the mailbox is known, which may be that of an office: no part of the names agrees. */
export interface Match {
  readonly participant: Participant;
  readonly isInDoubt: boolean;
  /** True in doubt about somebody whom another row names: two entries that were made one, or one more user of a mailbox. */
  readonly isListed?: boolean;
}

/** The people of a workshop as a list is compared with them. */
export interface KnownPeople {
  /** Somebody else of the same name and organisation whom no other row names: two of one name may stand in a list as they do in the workshop. */
  readonly another: (person: ImportedPerson, named: ReadonlySet<string>) => Participant | null;
  /** True when somebody of this name, whoever it is, is known. */
  readonly hasName: (fullName: string) => boolean;
  /**
   * Finds the known person of each row: by e-mail and a part of the name (of several with one mailbox the one of that name first), else by name
   * and organisation, within one country where both are known, else by name and number; last by e-mail alone, in doubt. Nobody is given to two rows, but a row whose
   * e-mail is that of somebody whom another row names with other addresses is in doubt as well.
   */
  readonly match: (people: readonly ImportedPerson[]) => readonly (Match | null)[];
}

export function knownPeople(view: View): KnownPeople {
  const byEmailAndName = new Map<string, Participant[]>();
  const byEmail = new Map<string, Participant[]>();
  const byPhoneAndName = new Map<string, Participant[]>();
  const byPlace = new Map<string, Participant[]>();
  const names = new Set<string>();
  for (const participant of view.all('participants')) {
    const organisation = participant.organisationId === null ? '' : (view.get('organisations', participant.organisationId)?.name ?? '');
    const name = nameKey(participant.fullName);
    names.add(name);
    put(byPlace, keyOf(name, groupKey(organisation)), participant);
    for (const phone of phonesOf(participant.contacts)) put(byPhoneAndName, keyOf(phone, name), participant);
    for (const email of emailsOf(participant.contacts)) {
      put(byEmailAndName, keyOf(email, name), participant);
      put(byEmail, email, participant);
    }
  }
  const countryOf = ({ country, organisationId }: Participant) =>
    country || (organisationId === null ? '' : (view.get('organisations', organisationId)?.country ?? ''));
  const ofPlace = ({ name, organisation, country }: Identity) =>
    (name === '' ? [] : (byPlace.get(keyOf(name, organisation)) ?? [])).filter((participant) =>
      countriesAgree(countryOf(participant), country),
    );
  return {
    another: (person, named) => {
      const identity = identityOf(person);
      const free = ofPlace(identity).filter(({ id }) => !named.has(id));
      const isOfEmail = ({ contacts }: Participant) => emailsOf(contacts).some((email) => identity.emails.includes(email));
      return free.find(isOfEmail) ?? free.find((participant) => isWrittenAs(participant, identity)) ?? free[0] ?? null;
    },
    hasName: (fullName) => names.has(nameKey(fullName)),
    match: (people) => {
      const identities = people.map(identityOf);
      const found: (Match | null)[] = people.map(() => null);
      const claimed = new Set<string>();
      const claim = (candidatesOf: (identity: Identity) => readonly Participant[], isInDoubt = false): void => {
        for (const [index, identity] of identities.entries()) {
          if (found[index]) continue;
          const candidate = candidatesOf(identity).find(({ id }) => !claimed.has(id));
          if (!candidate) continue;
          claimed.add(candidate.id);
          found[index] = { participant: candidate, isInDoubt };
        }
      };
      // The surest first, so that a corrected e-mail never takes the person who belongs to another row.
      claim(({ emails, name }) => emails.flatMap((email) => byEmailAndName.get(keyOf(email, name)) ?? []));
      claim(({ emails, fullName }) =>
        emails.flatMap((email) =>
          (byEmail.get(email) ?? []).filter((participant) => isSurelySameMailbox(email, participant.fullName, fullName)),
        ),
      );
      // Of two of one name the one who is written the same way.
      claim((identity) => ofPlace(identity).filter((participant) => isWrittenAs(participant, identity)));
      claim(ofPlace);
      // Whoever has moved to another organisation has taken name and number along.
      claim(({ phones, name }) => (name === '' ? [] : phones.flatMap((phone) => byPhoneAndName.get(keyOf(phone, name)) ?? [])));
      claim(({ emails, name }) => (name === '' ? [] : emails.flatMap((email) => byEmail.get(email) ?? [])), true);
      const emailsInList = new Map(
        found.flatMap((match, index) => (match ? [[match.participant.id, identities[index]?.emails ?? []]] : [])),
      );
      return found.map((match, index) => {
        const { emails = [], name = '' } = identities[index] ?? {};
        if (match || name === '') return match;
        const participant = emails.flatMap((email) =>
          (byEmail.get(email) ?? []).filter(({ id }) => emailsInList.get(id)?.includes(email) === false),
        )[0];
        return participant ? { participant, isInDoubt: true, isListed: true } : null;
      });
    },
  };
}

function isWrittenAs(participant: Participant, { fullName }: Identity): boolean {
  return asInCell(participant.fullName) === asInCell(fullName);
}

function put<Value>(index: Map<string, Value[]>, key: string, value: Value): void {
  const values = index.get(key);
  if (values) values.push(value);
  else index.set(key, [value]);
}
