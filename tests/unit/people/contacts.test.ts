// The contacts of a person: what may leave, what stands when two lists of them meet.
import { describe, expect, test } from 'vitest';
import { consentTo, contactsText, sharedContacts, unitedContacts, withConsent } from '../../../shared/domain/people/contacts.ts';
import { contacts } from '../../support/contacts.ts';
import { sampleWorkshop } from '../../support/sample-workshop.ts';

const office = contacts({ email: 'office@example.org', agrees: true });
const own = contacts({ email: 'ana@example.org', phone: '+254 700 000000' });

test('a contact is shared with its own consent and never by that of another; an empty line is no contact', () => {
  expect(sharedContacts({ contacts: [...office, ...own, ...contacts({ phone: ' ', agrees: true })] })).toEqual([
    { kind: 'email', value: 'office@example.org' },
  ]);
  expect(sharedContacts({ contacts: own })).toEqual([]);
  expect(contactsText([...office, ...own, ...contacts({ email: '' })], 'email')).toBe('office@example.org / ana@example.org');
});

test('consent is to all, some or none of them, and none where there is nothing to agree to', () => {
  expect([consentTo(office), consentTo([...office, ...own]), consentTo(own), consentTo([])]).toEqual(['all', 'some', 'none', 'none']);
  expect(own.map((contact) => withConsent(withConsent(contact, true), true).consent)).toEqual([['packs'], ['packs']]);
  expect(office.map((contact) => withConsent(contact, false))).toEqual(contacts({ email: 'office@example.org' }));
});

describe('lists of one person together', () => {
  test('hold each contact once, whatever way it is written', () => {
    const written = [...contacts({ email: 'ANA@example.org', phone: '+254700000000' }), ...office];
    expect(unitedContacts([own, written])).toEqual([...own, ...office]);
  });

  test('agree to what both agree to', () => {
    expect(unitedContacts([office, contacts({ email: 'office@example.org' })])).toEqual(contacts({ email: 'office@example.org' }));
  });

  test('stay with the person when two entries of the list are one', () => {
    const { view, run } = sampleWorkshop();
    run({ name: 'participantsMerge', keepId: 'phiri', goneId: 'ahmed', take: [] });
    expect(view.get('participants', 'phiri')?.contacts).toEqual([
      ...contacts({ email: 'lindiwe.phiri@refuses.example', phone: '+260977000111' }),
      ...contacts({ email: 'ahmed@partage.example', agrees: true }),
    ]);
  });
});
