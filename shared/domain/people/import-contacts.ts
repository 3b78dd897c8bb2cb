// E-mail addresses and phone numbers as they stand in lists.
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
  return saysNone(text) ? '' : text;
}

/** True for numbers of 6 to 15 digits (E.164 ends at 15), several of them separated by / ; , or "or". An empty cell is not unusual. */
export function isPhoneUsual(phone: string): boolean {
  const numbers = phone.split(/\s*(?:[/;,]|\bor\b|\bou\b)\s*/i).filter((part) => part !== '');
  return numbers.every((number) => /^[+\d\s().-]+$/.test(number) && digitsOf(number).length >= 6 && digitsOf(number).length <= 15);
}

/** Digits alone: how two ways of writing one number agree. */
export function digitsOf(phone: string): string {
  return phone.replace(/\D/g, '');
}
