// What a list says differently about a known person. An empty cell says nothing: it never erases what is known.
import type { View } from '../collections.ts';
import { digitsOf, emailKey } from './import-contacts.ts';
import { importFields, knownText, settledText } from './import-fields.ts';
import type { ImportChange, ImportedPerson, ImportField } from './import-model.ts';
import { groupKey, nameKey } from './import-text.ts';
import type { Participant } from './model.ts';

/**
 * @param person as read from the list
 * @param isNameWritten false when the list has the name only in parts: an equal name in another order is then no change
 * @returns the fields that would change, in the order of a form; none for somebody who was replaced: the list is older than that
 */
export function changesTo(view: View, participant: Participant, person: ImportedPerson, isNameWritten: boolean): readonly ImportChange[] {
  if (participant.status === 'replaced') return [];
  return importFields.flatMap((field) => {
    const before = knownText(view, participant, field);
    const after = settledText(person, field);
    if (after === '' || isSame(field, before, after)) return [];
    if (field === 'fullName' && !isNameWritten && nameKey(before) === nameKey(after)) return [];
    return [{ field, before, after }];
  });
}

function isSame(field: ImportField, before: string, after: string): boolean {
  if (before === after) return true;
  if (field === 'organisation' || field === 'team' || field === 'topicGroup' || field === 'country')
    return groupKey(before) === groupKey(after);
  if (field === 'email') return before.toLowerCase() === after.toLowerCase() && emailKey(before) !== '';
  if (field === 'phone') return digitsOf(before) !== '' && digitsOf(before) === digitsOf(after);
  return false;
}
