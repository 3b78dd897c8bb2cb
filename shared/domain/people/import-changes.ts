// What a list says differently about a known person. An empty cell says nothing: it never erases what is known.
import type { View } from '../collections.ts';
import { contactsText } from './contacts.ts';
import { mergedContacts } from './import-contacts.ts';
import { importFields, knownText, settledText } from './import-fields.ts';
import type { ImportChange, ImportedPerson, ImportField } from './import-model.ts';
import { asInCell, countriesAgree, groupKey, nameKey } from './import-text.ts';
import type { Contact, Participant } from './model.ts';
import { followedName } from './rules.ts';

/**
 * @param person as read from the list
 * @param list `isNameWritten` false when the list has the name only in parts: an equal name in another order is then no change; `isOwnList`
 *   when we have written it: whoever has left stands in it all the same
 * @returns the fields that would change, in the order of a form, `status` where somebody had left and the list names them; none for somebody
 *   who was replaced: the list is older than that
 */
export function changesTo(
  view: View,
  participant: Participant,
  person: ImportedPerson,
  { isNameWritten, isOwnList }: { readonly isNameWritten: boolean; readonly isOwnList: boolean },
): readonly ImportChange[] {
  if (participant.status === 'replaced') return [];
  const contacts = mergedContacts(participant.contacts, person.contacts);
  return importFields.flatMap((field) => {
    const before = knownText(view, participant, field);
    const after =
      field === 'fullName' && !isNameWritten ? nameOfParts(participant, person) : textAfter(participant, person, contacts, field);
    if (after === '' || (field === 'status' && isOwnList)) return [];
    if (field === 'organisation' ? isOrganisationOf(view, participant, person) : isSame(field, before, after)) return [];
    if (field === 'fullName' && !isNameWritten && nameKey(before) === nameKey(after)) return [];
    return [{ field, before, after }];
  });
}

/** A list with one part of the name only says nothing about the other. */
function nameOfParts(participant: Participant, { givenName, familyName, fullName }: ImportedPerson): string {
  if (givenName !== '' && familyName !== '') return fullName;
  return followedName(participant, { givenName: givenName || participant.givenName, familyName: familyName || participant.familyName });
}

function textAfter(participant: Participant, person: ImportedPerson, contacts: readonly Contact[], field: ImportField): string {
  if (field === 'status') return participant.status === 'left' ? 'expected' : '';
  if (field === 'email' || field === 'phone') return contactsText(contacts, field);
  // There is nothing to agree to while nothing is known.
  if (field === 'consentContact' && contacts.length === 0) return '';
  return settledText(person, field);
}

/**
 * The ministry of one country is not that of another, whatever both are called. Somebody may work for an organisation of another country: while
 * the person's own country stays, so does the organisation of that name.
 */
function isOrganisationOf(view: View, { organisationId, country }: Participant, person: ImportedPerson): boolean {
  const known = organisationId === null ? undefined : view.get('organisations', organisationId);
  if (known === undefined || groupKey(known.name) !== groupKey(person.organisation)) return false;
  return countriesAgree(known.country, person.country) || groupKey(country) === groupKey(person.country);
}

function isSame(field: ImportField, before: string, after: string): boolean {
  if (asInCell(before) === asInCell(after)) return true;
  return (field === 'team' || field === 'topicGroup' || field === 'country') && groupKey(before) === groupKey(after);
}
