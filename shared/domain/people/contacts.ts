// The contacts of a person: which of them may leave, how two ways of writing one are told to be the same, what stands when two sources meet.
import { contactKey } from './import-contacts.ts';
import type { Contact, Participant } from './model.ts';
import type { contactKinds } from './values.ts';

export type ContactKind = (typeof contactKinds)[number];

/** Only what everybody needs who shows a contact or hands it out. */
export type ContactValue = Pick<Contact, 'kind' | 'value'>;

/** True where the person agrees that this contact stands in the packs. */
export function isShared({ consent, value }: Contact): boolean {
  return consent.includes('packs') && value.trim() !== '';
}

/**
 * The contacts of a person that may leave this machine in anything that is handed out: those with consent. Everything that hands out contacts
 * asks here.
 */
export function sharedContacts({ contacts }: Pick<Participant, 'contacts'>): readonly ContactValue[] {
  return contacts.filter(isShared).map(({ kind, value }) => ({ kind, value }));
}

/** How many of a person's contacts may stand in the packs. `none` also for somebody without contacts. */
export function consentTo(contacts: readonly Contact[]): 'all' | 'some' | 'none' {
  const agreed = contacts.filter(({ consent }) => consent.includes('packs')).length;
  if (agreed === 0) return 'none';
  return agreed === contacts.length ? 'all' : 'some';
}

/** The contact with or without the consent to stand in the packs; what else was agreed to stays. */
export function withConsent(contact: Contact, agrees: boolean): Contact {
  const others = contact.consent.filter((purpose) => purpose !== 'packs');
  return { ...contact, consent: agrees ? [...others, 'packs'] : others };
}

/** The values of a kind, in their order. */
export function contactValues(contacts: readonly ContactValue[], kind: ContactKind): readonly string[] {
  return contacts.flatMap((contact) => (contact.kind === kind && contact.value.trim() !== '' ? [contact.value] : []));
}

/** All contacts of a kind in one text, as it stands in one cell of a list. */
export function contactsText(contacts: readonly ContactValue[], kind: ContactKind): string {
  return contactValues(contacts, kind).join(' / ');
}

/**
 * Several lists of contacts of one person as one: each contact once, in the order of the lists. It is agreed to what all lists agree to that
 * have the contact: of two answers the one that gives less away holds until somebody asks again.
 */
export function unitedContacts(lists: readonly (readonly Contact[])[]): readonly Contact[] {
  const found = new Map<string, Contact>();
  for (const contact of lists.flat()) {
    const key = contactKey(contact);
    const known = found.get(key);
    found.set(key, known ? { ...known, consent: known.consent.filter((purpose) => contact.consent.includes(purpose)) } : contact);
  }
  return [...found.values()];
}
