// E-mail addresses and phone numbers as they stand in lists.
import type { ImportedContact } from './import-model.ts';
import type { Contact } from './model.ts';
import { saysNone, tidied } from './import-text.ts';

/** The shape of an address; whether a mailbox exists nobody can know without a network. */
const address = /^[^\s@<>()",;:]+@[^\s@<>()",;:.]+(\.[^\s@<>()",;:.]+)+$/;

/** @returns the cell as typed, without `mailto:`, angle brackets or a full stop at its end; '' where it says that there is none */
export function tidiedEmail(cell: string): string {
  const text = tidied(cell).replace(/^mailto:\s*/i, '');
  if (saysNone(text)) return '';
  const bracketed = /<([^<>]+@[^<>]+)>[\s.,;]*$/.exec(text)?.[1];
  return (bracketed ?? text).replace(/[\s.,;]+$/, '');
}

/** The addresses of a cell: some lists give two in one. */
function addressesIn(email: string): readonly string[] {
  return email.split(/[\s,;/]+/).filter((part) => part !== '');
}

/** True when every address of a tidied cell has the shape of an address. An empty cell is not invalid. */
export function isEmailValid(email: string): boolean {
  return addressesIn(email).every(isAddress);
}

/** @returns the first valid address in lower case: mailboxes in use do not differ by case; '' when there is none */
export function emailKey(email: string): string {
  return addressesIn(email).find(isAddress)?.toLowerCase() ?? '';
}

function isAddress(text: string): boolean {
  return text.length <= 254 && address.test(text);
}

/** What stands before a number to say which one it is. */
const label =
  /^\(?(t[ée]l[ée]?phones?|telefones?|tel[ée]fonos?|t[ée]l|phones?|mobiles?|mob|cell?|cellphone|whats ?app|gsm|fixe|bureau|office|home|work|portable|m[óo]vil)\b\s*[.:)–-]*\s*(?=[+(\d])/iu;

/**
 * @returns the cell as typed, without a word that says that it is a number; a number that a program has kept as one with all its digits;
 *   '' where it says that there is none, or is none
 */
export function tidiedPhone(cell: string): string {
  // An apostrophe before it keeps a spreadsheet from counting with it.
  const text = tidied(cell)
    .replace(/^tel:\s*/i, '')
    .replace(/^['’](?=[+(\d])/, '')
    .replace(label, '');
  if (saysNone(text) || isNoPhone(text)) return '';
  return storedDigits(text) ?? text;
}

/** Fewer digits than this are no telephone number that anybody outside a house can call. */
export const fewestDigits = 5;

/** True for a day, for a rounded number (2.547E+11) and for what has hardly a digit: no telephone numbers, wherever they stand. */
export function isNoPhone(text: string): boolean {
  if (storedDigits(text) !== null) return false;
  return isDateText(text) || /^\d([.,]\d+)?E\+?\d+$/i.test(text) || digitsOf(text).length < fewestDigits;
}

/** @returns all digits of a number that a program has kept as a number (254700123456.0, 2.54700123456E+11); null where some are gone, or for any other text */
export function storedDigits(cell: string): string | null {
  const text = cell.trim();
  const float = /^(\d{6,15})[.,]0+$/.exec(text)?.[1];
  if (float !== undefined) return float;
  const [, first = '', decimals = '', exponent = ''] = /^(\d)[.,](\d+)E\+?(\d+)$/i.exec(text) ?? [];
  return decimals !== '' && decimals.length === Number(exponent) ? first + decimals : null;
}

/** True for numbers of 6 to 15 digits (E.164 ends at 15), several of them separated by / ; , or "or". An empty cell is not unusual. */
export function isPhoneUsual(phone: string): boolean {
  return numbersIn(phone).every(isOneNumber);
}

function isOneNumber(text: string): boolean {
  const digits = digitsOf(text).length;
  return !isDateText(text) && /^[+\p{Nd}\s().-]+$/u.test(text) && digits >= 6 && digits <= 15;
}

/** Digits alone: how two ways of writing one number agree. Those of Arabic and other scripts are the same ones. */
export function digitsOf(phone: string): string {
  const digits = phone.replace(/\P{Nd}/gu, '');
  return /^\d*$/.test(digits) ? digits : [...digits].map(asciiDigit).join('');
}

/** Digits of a script stand in tens, beginning with zero. */
function asciiDigit(digit: string): string {
  if (/\d/.test(digit)) return digit;
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value);
}

/** Separators between two numbers of one cell. */
const betweenNumbers = /\s*(?:[/;,|]|:{2,}|\b(?:or|and|ou|et|y|e)\b)\s*/i;

/** The numbers of a text, each without its label: cut where lists cut them, at a dash or a space only between whole numbers. */
function numbersIn(text: string): readonly string[] {
  const parts = text.split(betweenNumbers).flatMap((part) => {
    const byDash = part.split(/\s[-–—]\s|(?<=\d)\s*(?=\+\d)/);
    if (byDash.length > 1 && byDash.every((one) => isOneNumber(one) && digitsOf(one).length >= 8)) return byDash;
    const bySpace = part.trim().split(/\s+/);
    return bySpace.length > 1 && bySpace.every((one) => /^\+?\d{9,15}$/.test(one)) ? bySpace : [part];
  });
  return parts.map((part) => part.trim().replace(label, '')).filter((part) => part !== '');
}

/**
 * The contacts of one cell. Two addresses or two numbers become two only where each part has the shape of one; anything else stays one, as typed.
 * @returns none where the cell is empty or says that there is none
 */
export function contactsInCell(kind: ImportedContact['kind'], cell: string): readonly ImportedContact[] {
  const text = kind === 'email' ? tidiedEmail(cell) : tidiedPhone(cell);
  if (text === '') return [];
  const parts = kind === 'email' ? addressesIn(text) : numbersIn(text);
  const areAll = parts.length > 1 && parts.every(kind === 'email' ? isAddress : isOneNumber);
  return (areAll ? parts : [text]).map((value) => ({ kind, value }));
}

/** Key under which two ways of writing one contact are the same. What has no such shape stands for itself. */
export function contactKey({ kind, value }: ImportedContact): string {
  const key = kind === 'email' ? emailKey(value) : digitsOf(value);
  return `${kind} ${key === '' ? value : key}`;
}

/**
 * What is known of somebody together with what a list says. A list takes nothing away; it corrects where it names one contact of a kind, one
 * is known and they differ. What comes in has no consent of its own; a corrected one keeps that of the person who gave it.
 */
export function mergedContacts(known: readonly Contact[], listed: readonly ImportedContact[]): readonly Contact[] {
  const ofKind = <One extends ImportedContact>(contacts: readonly One[], kind: ImportedContact['kind']) =>
    contacts.filter((one) => one.kind === kind);
  // Several numbers that were typed as one contact are those numbers.
  const keys = new Set(known.flatMap((contact) => [contact, ...contactsInCell(contact.kind, contact.value)]).map(contactKey));
  // What nobody could cut into numbers again: all of one kind, or those that may leave, as our own lists write them into one cell.
  const written = (kind: ImportedContact['kind']) =>
    [known, known.filter(({ consent }) => consent.includes('packs'))].map((some) =>
      tidied(
        ofKind(some, kind)
          .map(({ value }) => value)
          .join(' / '),
      ),
    );
  const fresh = listed.filter((contact) => !keys.has(contactKey(contact)) && !written(contact.kind).includes(contact.value));
  const corrected = known.map((contact) => {
    const { kind } = contact;
    const [only] = ofKind(fresh, kind);
    const isOneForOne = only && ofKind(known, kind).length === 1 && ofKind(listed, kind).length === 1;
    return isOneForOne ? { ...contact, value: only.value } : contact;
  });
  const after = new Set(corrected.map(contactKey));
  const added = fresh.filter((contact) => !after.has(contactKey(contact)));
  return [...corrected, ...added.map(({ kind, value }): Contact => ({ kind, value, consent: [] }))];
}

/** True for a day as spreadsheets write it: 1978-03-12, 12/03/1978, 12.3.78, with or without a time. */
export function isDateText(text: string): boolean {
  return /^(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](\d{4}|\d{2}))([ T]\d{1,2}:\d{2}.*)?$/.test(text.trim());
}

/** Anything in a text that is written as an address. It is looked for where a word begins, so that a long text costs no more than its length. */
const written = /(?<![^\s@<>()[\]"',;:/|])[^\s@<>()[\]"',;:/|]+@[^\s@<>()[\]"',;:/|]+/g;

export interface MixedContacts {
  readonly email: string;
  readonly phone: string;
  /** What is neither, as it stands. */
  readonly rest: string;
}

/** Addresses and numbers that stand in one cell, told apart by their look. */
export function contactsIn(cell: string): MixedContacts {
  const addresses = cell.match(written) ?? [];
  const parts = addresses
    .reduce((text, found) => text.replace(found, '\n'), cell)
    .split(/[\n;,/|]|\s[-–]\s/)
    .map((part) => tidied(part.replace(/^\s*(e-?mail|mail|courriel|m[ée]l)\s*[.:]*\s*/i, '')).replace(label, ''))
    .filter((part) => /[\p{L}\p{N}]/u.test(part) && !/^(e-?mail|mail|courriel|m[ée]l|t[ée]l|phone|whats ?app|mob)[.:\s]*$/i.test(part));
  const numbers = parts.filter((part) => isPhoneUsual(part) || storedDigits(part) !== null);
  const others = parts.filter((part) => !numbers.includes(part));
  // Where nothing is a number, what has most of one may be one that was mistyped: it comes in with a remark.
  const mistyped = numbers.length === 0 ? others.filter((part) => digitsOf(part).length >= fewestDigits) : [];
  return {
    email: addresses.join('; '),
    phone: [...numbers, ...mistyped].join(' / '),
    rest: others.filter((part) => !mistyped.includes(part)).join(' / '),
  };
}

/** A name with an address, or an address and numbers, in its cell: Ada Mensah <ada@example.org>. Nothing of them belongs to the name. */
export function nameApart(cell: string): { readonly name: string; readonly email: string; readonly phone: string } {
  const addresses = cell.match(written);
  if (!addresses) return { name: cell, email: '', phone: '' };
  const numbers: string[] = [];
  const name = addresses
    .reduce((text, found) => text.replace(found, ' '), cell)
    .replace(/(?:^|[\n,;|/])\s*(?:[\p{L}.]{1,10}\s*:\s*)?([+(\d][\d\s().+-]{6,}\d)(?=\s*(?:[\n,;|/]|$))/gu, (_whole, number: string) => {
      numbers.push(number);
      return ' ';
    })
    .replace(/\bmailto:|\b(e-?mail|courriel)\s*:/gi, ' ')
    .replace(/[<>]|\(\s*\)|\[\s*\]/g, ' ');
  return {
    name: tidied(name)
      .replace(/^[\s,;:|/–-]+|[\s,;:|/–-]+$/g, '')
      .replace(/^"(.*)"$|^'(.*)'$/, '$1$2'),
    email: addresses.join('; '),
    phone: numbers.join(' / '),
  };
}
