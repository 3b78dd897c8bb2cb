// From a person of a list to the fields of a participant and back: every switch over the fields of an import is here.
import { assertNever } from '../../kernel/assert-never.ts';
import type { View } from '../collections.ts';
import type { ResolvedGroups } from './import-groups.ts';
import { importFieldNames } from './values.ts';
import { consentTo, contactsText, withConsent } from './contacts.ts';
import { mergedContacts } from './import-contacts.ts';
import type { ImportedPerson, ImportField } from './import-model.ts';
import { consentOf, kindOf, languageOf } from './import-words.ts';
import type { Contact, Participant } from './model.ts';

/** Every field of an imported person, in the order of a form. */
export const importFields: readonly ImportField[] = importFieldNames;

/** The text of a field as the list has it; several contacts of a kind in one text. */
export function listedText(person: ImportedPerson, field: ImportField): string {
  switch (field) {
    case 'status':
      return '';
    case 'email':
    case 'phone':
      return contactsText(person.contacts, field);
    default:
      return person[field];
  }
}

const consentWord = { all: 'yes', some: 'some', none: 'no' } as const;

/** The text of a field as the workshop knows it, in the form of `ImportChange`. */
export function knownText(view: View, participant: Participant, field: ImportField): string {
  switch (field) {
    case 'organisation':
      return participant.organisationId === null ? '' : (view.get('organisations', participant.organisationId)?.name ?? '');
    case 'team':
      return participant.teamId === null ? '' : (view.get('teams', participant.teamId)?.name ?? '');
    case 'topicGroup':
      return participant.topicGroupId === null ? '' : (view.get('topicGroups', participant.topicGroupId)?.name ?? '');
    case 'consentContact':
      return consentWord[consentTo(participant.contacts)];
    case 'fullName':
    case 'givenName':
    case 'familyName':
    case 'kind':
    case 'role':
    case 'country':
    case 'sex':
    case 'language':
    case 'status':
      return participant[field];
    case 'email':
    case 'phone':
      return contactsText(participant.contacts, field);
    default:
      return assertNever(field);
  }
}

/** The text of a field as it would be kept: words for kinds, languages and consent settled. '' where the list says nothing clear. */
export function settledText(person: ImportedPerson, field: ImportField): string {
  if (field === 'kind') return kindOf(person.kind) ?? '';
  if (field === 'language') return languageOf(person.language) ?? person.language;
  if (field !== 'consentContact') return listedText(person, field);
  const consent = consentOf(person.consentContact);
  return typeof consent === 'boolean' ? (consent ? 'yes' : 'no') : '';
}

export type ImportGroups = Readonly<Record<'organisation' | 'team' | 'topicGroup', ResolvedGroups>>;

/**
 * The fields of a participant that the named fields of a list set; what the list leaves open is left out.
 * @param known the participant as it is, for contacts that the list does not name
 */
export function participantFields(
  person: ImportedPerson,
  { known, fields, groups }: { readonly known: Participant; readonly fields: readonly ImportField[]; readonly groups: ImportGroups },
): Partial<Participant> {
  const said = fields.filter((field) => field === 'status' || settledText(person, field) !== '');
  const contacts = said.some(isOfContacts) ? { contacts: contactsAfter(person, known, said) } : {};
  return Object.assign({}, ...said.map((field) => participantField(person, field, groups)), contacts);
}

function isOfContacts(field: ImportField): boolean {
  return field === 'email' || field === 'phone' || field === 'consentContact';
}

/** A list that says whether somebody agrees speaks of everything by which the person is reached. */
function contactsAfter(person: ImportedPerson, known: Participant, fields: readonly ImportField[]): readonly Contact[] {
  const listed = person.contacts.filter(({ kind }) => fields.includes(kind));
  const merged = mergedContacts(known.contacts, listed);
  const answer = settledText(person, 'consentContact');
  const holdsAlready = answer === 'yes' && consentTo(known.contacts) === 'all';
  return fields.includes('consentContact') || holdsAlready ? merged.map((contact) => withConsent(contact, answer === 'yes')) : merged;
}

function participantField(person: ImportedPerson, field: ImportField, groups: ImportGroups): Partial<Participant> {
  const text = settledText(person, field);
  switch (field) {
    case 'organisation':
      return { organisationId: groups.organisation.idOf(person) as Participant['organisationId'] };
    case 'team':
      return { teamId: groups.team.idOf(person) as Participant['teamId'] };
    case 'topicGroup':
      return { topicGroupId: groups.topicGroup.idOf(person) as Participant['topicGroupId'] };
    case 'status':
      return { status: 'expected' };
    case 'email':
    case 'phone':
    case 'consentContact':
      return {};
    case 'kind':
      return { kind: text as Participant['kind'] };
    case 'fullName':
    case 'givenName':
    case 'familyName':
    case 'role':
    case 'country':
    case 'sex':
    case 'language':
      return { [field]: text };
    default:
      return assertNever(field);
  }
}
