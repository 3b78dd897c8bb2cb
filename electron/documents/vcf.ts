// Address cards as vCard 3.0 (RFC 2426): the version that every phone and mail program reads.
import type { ContactCard } from '../../shared/pack/participants.ts';

/** Longest line in bytes, line end not counted (RFC 2426 §2.6). */
const longestLine = 75;

export function renderVcf(cards: readonly ContactCard[]): string {
  return cards.map(cardLines).flat().map(folded).join('');
}

const property = { email: 'EMAIL;TYPE=INTERNET', phone: 'TEL;TYPE=CELL' } as const;

function cardLines(card: ContactCard): readonly string[] {
  // Where only the full name is known it stands as the family name: the structured name is compulsory.
  const family = card.familyName === '' && card.givenName === '' ? card.fullName : card.familyName;
  return [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `N:${escaped(family)};${escaped(card.givenName)};;;`,
    `FN:${escaped(card.fullName)}`,
    ...(card.organisation === '' ? [] : [`ORG:${escaped(card.organisation)}`]),
    ...(card.role === '' ? [] : [`TITLE:${escaped(card.role)}`]),
    ...card.contacts.map(({ kind, value }) => `${property[kind]}:${escaped(value)}`),
    `NOTE:${escaped(card.note)}`,
    'END:VCARD',
  ];
}

function escaped(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\\;,]/g, String.raw`\$&`)
    .replace(/\r\n|\r|\n/g, String.raw`\n`);
}

/** Breaks a long line between characters; the next piece begins with a space. */
function folded(line: string): string {
  const pieces: string[] = [];
  let piece = '';
  let bytes = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (bytes + size > longestLine) {
      pieces.push(piece);
      piece = ' ';
      bytes = 1;
    }
    piece += character;
    bytes += size;
  }
  return `${[...pieces, piece].join('\r\n')}\r\n`;
}
