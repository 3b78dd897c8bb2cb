// Contacts for tests: an address and a number, both with consent or both without.
import type { Contact } from '../../shared/domain/people/model.ts';

export function contacts({ email, phone, agrees = false }: { email?: string; phone?: string; agrees?: boolean }): readonly Contact[] {
  const consent: Contact['consent'] = agrees ? ['packs'] : [];
  return [
    ...(email === undefined ? [] : [{ kind: 'email', value: email, consent } as const]),
    ...(phone === undefined ? [] : [{ kind: 'phone', value: phone, consent } as const]),
  ];
}
