// 90-participants: the list for a spreadsheet, and address cards of those who agreed to share their contacts.
import { contactsText, type ContactValue } from '../domain/people/contacts.ts';
import { listedFields } from '../domain/people/values.ts';
import type { PackContent, PackPerson } from './content.ts';
import type { PackTexts } from './texts.ts';

/** A table of texts with one header row. */
export interface ParticipantList {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface ContactCard {
  readonly fullName: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly organisation: string;
  readonly role: string;
  readonly contacts: readonly ContactValue[];
  readonly note: string;
}

export function participantList({ people }: PackContent, { t }: PackTexts): ParticipantList {
  const cell = (person: PackPerson, field: (typeof listedFields)[number]): string => {
    if (field === 'kind') return t(`people.kinds.${person.kind}`);
    return field === 'email' || field === 'phone' ? contactsText(person.contacts, field) : person[field];
  };
  return {
    header: listedFields.map((field) => t(`people.${field}`)),
    rows: people.map((person) => listedFields.map((field) => cell(person, field))),
  };
}

/** One card per person who shares a contact; it names those that are shared. */
export function contactCards(content: PackContent, { t }: PackTexts): readonly ContactCard[] {
  const metAt = t('people.metAt', { workshop: content.workshop.title });
  const note = content.isSample ? `${metAt} (${t('sample')})` : metAt;
  return content.people
    .filter(({ contacts }) => contacts.length > 0)
    .map(({ fullName, givenName, familyName, organisation, role, contacts }) => {
      return { fullName, givenName, familyName, organisation, role, contacts, note };
    });
}
