// 90-participants: the list for a spreadsheet, and address cards of those who agreed to share their contacts.
import type { PackContent } from './content.ts';
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
  readonly email: string;
  readonly phone: string;
  readonly note: string;
}

export function participantList({ people }: PackContent, { t }: PackTexts): ParticipantList {
  const columns = [
    'fullName',
    'givenName',
    'familyName',
    'kind',
    'role',
    'organisation',
    'country',
    'team',
    'topicGroup',
    'email',
    'phone',
  ] as const;
  return {
    header: columns.map((column) => t(`people.${column}`)),
    rows: people.map((person) => columns.map((column) => (column === 'kind' ? t(`people.kinds.${person.kind}`) : person[column]))),
  };
}

/** One card per person who shares an e-mail address or a phone number. */
export function contactCards(content: PackContent, { t }: PackTexts): readonly ContactCard[] {
  const metAt = t('people.metAt', { workshop: content.workshop.title });
  const note = content.isSample ? `${metAt} (${t('sample')})` : metAt;
  return content.people
    .filter(({ sharesContact, email, phone }) => sharesContact && `${email}${phone}`.trim() !== '')
    .map(({ fullName, givenName, familyName, organisation, role, email, phone }) => {
      return { fullName, givenName, familyName, organisation, role, email, phone, note };
    });
}
