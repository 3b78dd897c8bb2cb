// Cells that show a part of somebody's contacts: the first of a kind, and whether all may stand in the packs.
import { useMemo } from 'react';
import { consentTo, withConsent, type ContactKind } from '../../../shared/domain/people/contacts.ts';
import type { Contact, Participant } from '../../../shared/domain/people/model.ts';
import { targetOf, useSave } from '../../state/use-setter.ts';
import type { Binding, SaveAnswer } from '../../ui/autosave.ts';

type Contacts = readonly Contact[];

/** @returns the value of the first contact of a kind; '' for none */
export function firstOf(contacts: Contacts, kind: ContactKind): string {
  return contacts.find((contact) => contact.kind === kind)?.value ?? '';
}

/** The contacts with another first one of a kind: '' takes it away, and where there was none one is added. */
export function withFirst(contacts: Contacts, kind: ContactKind, value: string): Contacts {
  const first = contacts.findIndex((contact) => contact.kind === kind);
  if (first === -1) return value.trim() === '' ? contacts : [...contacts, { kind, value, consent: [] }];
  return contacts.flatMap((contact, index) => (index !== first ? [contact] : value.trim() === '' ? [] : [{ ...contact, value }]));
}

/** The first contact of a kind as a text. What else is known of the person's contacts stays, also when it changes meanwhile. */
export function useFirstContact({ id, contacts }: Participant, kind: ContactKind): Binding<string> {
  const save = useSave();
  return useMemo(() => {
    const onSave = async (next: string, was: string, known: Contacts = contacts): Promise<SaveAnswer<string>> => {
      const answer = await save<Contacts>({
        name: 'participantSet',
        id,
        field: 'contacts',
        value: withFirst(known, kind, next),
        was: firstOf(known, kind) === was ? known : withFirst(known, kind, was),
      });
      if (answer.kind !== 'changed') return answer;
      const current = firstOf(answer.current, kind);
      return current === was && known !== answer.current ? onSave(next, was, answer.current) : { kind: 'changed', current };
    };
    return {
      value: firstOf(contacts, kind),
      onSave: (next, was) => onSave(next, was),
      target: targetOf('participantSet', id, `contacts.${kind}`),
    };
  }, [id, contacts, kind, save]);
}

/** Whether all contacts of somebody may stand in the packs, as one tick. */
export function useConsentToAll({ id, contacts }: Participant): Binding<boolean> {
  const save = useSave();
  return useMemo(
    () => ({
      value: consentTo(contacts) === 'all',
      onSave: async (agrees) => {
        const value = contacts.map((contact) => withConsent(contact, agrees));
        const answer = await save<Contacts>({ name: 'participantSet', id, field: 'contacts', value, was: contacts });
        return answer.kind === 'changed' ? { kind: 'changed', current: consentTo(answer.current) === 'all' } : answer;
      },
      target: targetOf('participantSet', id, 'contacts.consent'),
    }),
    [id, contacts, save],
  );
}
