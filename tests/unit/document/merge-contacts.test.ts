// Two laptops that both change the contacts of somebody: neither loses what the other one typed, and nothing is shared that one side took back.
import { expect, test } from 'vitest';
import { mergeDocuments } from '../../../shared/document/merge.ts';
import { viewOf } from '../../../shared/document/records.ts';
import { sharedContacts } from '../../../shared/domain/people/contacts.ts';
import type { Contact, ParticipantId } from '../../../shared/domain/people/model.ts';
import { contacts } from '../../support/contacts.ts';
import { laptop } from '../../support/laptops.ts';
import { sequentialContext } from '../../support/random-commands.ts';
import { sampleWorkshop } from '../../support/sample-workshop.ts';

const id = 'mensa' as ParticipantId;
const mail = contacts({ email: 'a.mensa@shares.example', agrees: true });
const phone = contacts({ phone: '+233200000333', agrees: true });
const added = { one: contacts({ email: 'a.mensa@home.example', agrees: true }), other: contacts({ phone: '+233555000111' }) };

function two() {
  const context = sequentialContext();
  const start = sampleWorkshop().document;
  const [one, other] = [laptop(start, 'one', context), laptop(start, 'other', context)];
  const sets = (who: typeof one, value: readonly Contact[]) =>
    expect(who.run({ name: 'participantSet', id, field: 'contacts', value })).toBe(true);
  const of = (who: typeof one) => viewOf(who.document.records).get('participants', id)?.contacts ?? [];
  return { one, other, sets, of };
}

test('contacts that each laptop added are both there, in whatever order the copies meet, until somebody decides', () => {
  const { one, other, sets, of } = two();
  sets(one, [...mail, ...phone, ...added.one]);
  sets(other, [...mail, ...phone, ...added.other]);
  const [a, b] = [one.hand(), other.hand()];
  one.bring(b);
  other.bring(a);
  expect(of(one)).toHaveLength(4);
  expect(of(one)).toEqual(expect.arrayContaining([...mail, ...phone, ...added.one, ...added.other]));
  expect(of(other)).toEqual(of(one));
  expect(mergeDocuments(one.hand(), other.hand()).changes).toEqual([]);
  expect([...one.document.records.conflicts.keys()]).toEqual(['participants~contacts~mensa']);
  expect(one.run({ name: 'conflictSettle', id: 'participants~contacts~mensa' as never, option: 'shown' })).toBe(true);
  other.bring(one.hand());
  expect(of(other)).toHaveLength(4);
  expect(other.document.records.conflicts.size).toBe(0);
});

test('what one side agreed to and the other took back is not shared', () => {
  const { one, other, sets, of } = two();
  sets(one, [...contacts({ email: 'a.mensa@shares.example' }), ...phone]);
  sets(other, [...mail, ...phone, ...added.other]);
  other.bring(one.hand());
  expect(of(other)).toHaveLength(3);
  expect(sharedContacts({ contacts: of(other) })).toEqual([{ kind: 'phone', value: '+233200000333' }]);
});

test('whoever edits them with both before their eyes has decided: a contact that was taken away does not come back', () => {
  const { one, other, sets, of } = two();
  sets(one, [...mail, ...phone, ...added.one]);
  sets(other, [...mail, ...phone, ...added.other]);
  const late = other.hand();
  one.bring(late);
  sets(one, [...mail, ...added.other]);
  expect(one.document.records.conflicts.size).toBe(0);
  one.bring(late);
  expect(of(one)).toEqual([...mail, ...added.other]);
  expect(one.take('undo')).toBe(true);
  expect(of(one)).toHaveLength(4);
  expect(one.document.records.conflicts.size).toBe(1);
});
