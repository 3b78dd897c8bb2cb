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
  const bracketed = /<([^<>]+@[^<>]+)>$/.exec(text)?.[1];
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

/** @returns the cell as typed; '' where it says that there is none */
export function tidiedPhone(cell: string): string {
  const text = tidied(cell).replace(/^tel:\s*/i, '');
  if (saysNone(text) || isNoPhone(text)) return '';
  return isFloatPhone(text) ? text.replace(/[.,]0+$/, '') : text;
}

/** True for a day and for a rounded number (2.547E+11): no telephone numbers, wherever they stand. */
export function isNoPhone(text: string): boolean {
  return isDateText(text) || /^\d([.,]\d+)?E\+?\d+$/i.test(text);
}

/** True for a number that a program has kept as a number with decimals: 254700123456.0 */
export function isFloatPhone(cell: string): boolean {
  return /^\d{6,15}[.,]0+$/.test(cell.trim());
}

/** True for numbers of 6 to 15 digits (E.164 ends at 15), several of them separated by / ; , or "or". An empty cell is not unusual. */
export function isPhoneUsual(phone: string): boolean {
  const numbers = phone.split(/\s*(?:[/;,]|\bor\b|\bou\b)\s*/i).filter((part) => part !== '');
  return numbers.every(
    (number) => !isDateText(number) && /^[+\d\s().-]+$/.test(number) && digitsOf(number).length >= 6 && digitsOf(number).length <= 15,
  );
}

/** Digits alone: how two ways of writing one number agree. */
export function digitsOf(phone: string): string {
  return phone.replace(/\D/g, '');
}

/** Separators between two numbers of one cell. */
const betweenNumbers = /\s*(?:[/;,|]|\bor\b|\bou\b)\s*/i;

/**
 * The contacts of one cell. Two addresses or two numbers become two only where each part has the shape of one; anything else stays one, as typed.
 * @returns none where the cell is empty or says that there is none
 */
export function contactsInCell(kind: ImportedContact['kind'], cell: string): readonly ImportedContact[] {
  const text = kind === 'email' ? tidiedEmail(cell) : tidiedPhone(cell);
  if (text === '') return [];
  const parts = kind === 'email' ? addressesIn(text) : text.split(betweenNumbers).filter((part) => part !== '');
  const areAll = parts.length > 1 && parts.every(kind === 'email' ? isAddress : isPhoneUsual);
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
  const keys = new Set(known.map(contactKey));
  const fresh = listed.filter((contact) => !keys.has(contactKey(contact)));
  const ofKind = <One extends ImportedContact>(contacts: readonly One[], kind: ImportedContact['kind']) =>
    contacts.filter((one) => one.kind === kind);
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

/** Addresses and numbers that stand in one cell, told apart by their look. What is neither stays with the numbers, as typed. */
export function contactsIn(cell: string): { readonly email: string; readonly phone: string } {
  const addresses = cell.match(/[^\s@<>()",;:/|]+@[^\s@<>()",;:/|]+/g) ?? [];
  const rest = addresses.reduce((text, found) => text.replace(found, '\n'), cell);
  const numbers = rest
    .split(/[\n;,/|]|\s[-–]\s/)
    .map((part) => tidied(part.replace(/^\s*(t[ée]l|phone|e-?mail|mob|cell?)[.:\s]*/i, '')))
    .filter((part) => /\d/.test(part));
  return { email: addresses.join('; '), phone: numbers.join(' / ') };
}
