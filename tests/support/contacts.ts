// Contacts for tests: an address and a number, both with consent or both without.
import type { Contact } from '../../shared/domain/people/model.ts';

export function contacts({ email, phone, agrees = false }: { email?: string; phone?: string; agrees?: boolean }): readonly Contact[] {
  const consent: Contact['consent'] = agrees ? ['packs'] : [];
  return [
    ...(email === undefined ? [] : [{ kind: 'email', value: email, consent } as const]),
    ...(phone === undefined ? [] : [{ kind: 'phone', value: phone, consent } as const]),
  ];
}

/** The addresses and numbers of a stored person. Throws for a record that is none: a test that looks for nothing finds nothing. */
export function storedContacts(person: Readonly<Record<string, unknown>>): readonly string[] {
  const { contacts: stored } = person;
  if (!Array.isArray(stored)) throw new Error('Not a participant');
  return (stored as readonly Contact[]).map(({ value }) => value);
}
