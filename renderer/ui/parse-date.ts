// Reads dates as people type them: `2026-03-20`, `20/3/26`, `20 March`, `20 mars 2026`, or `30` for days after a reference day.
import { addDays, isCalendarDate, type CalendarDate } from '../../shared/kernel/calendar-date.ts';

const monthWords: readonly (readonly string[])[] = [
  ['jan', 'janv'],
  ['feb', 'fev', 'fevr'],
  ['mar', 'mars'],
  ['apr', 'avr', 'avril'],
  ['may', 'mai'],
  ['jun', 'juin'],
  ['jul', 'juil'],
  ['aug', 'aout'],
  ['sep', 'sept'],
  ['oct'],
  ['nov'],
  ['dec'],
];

const longestDayCount = 3_650;

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** @returns month number from 1, or 0 */
function monthOfWord(word: string): number {
  const plain = folded(word).replace(/\.$/, '');
  if (plain.length < 3) return 0;
  return monthWords.findIndex((starts) => starts.some((start) => plain.startsWith(start))) + 1;
}

function dateOf(year: number, month: number, day: number): CalendarDate | null {
  const fullYear = year < 100 ? 2000 + year : year;
  const text = `${String(fullYear).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isCalendarDate(text) ? text : null;
}

/** Without a year the next such day from the reference on is meant. */
function nextDate(month: number, day: number, reference: CalendarDate): CalendarDate | null {
  const year = Number(reference.slice(0, 4));
  const inYear = dateOf(year, month, day);
  return inYear !== null && inYear >= reference ? inYear : dateOf(year + 1, month, day);
}

/**
 * @param text as typed; day before month
 * @param reference day that `30` counts from, and that a date without a year follows
 * @returns the date, or null when the text is not one
 */
export function parseDate(text: string, reference: CalendarDate): CalendarDate | null {
  const trimmed = text.trim();
  if (isCalendarDate(trimmed)) return trimmed;
  const days = /^[+]?\s?(\d{1,4})$/.exec(trimmed);
  if (days) return Number(days[1]) <= longestDayCount ? addDays(reference, Number(days[1])) : null;
  const numbers = /^(\d{1,2})[./\s-](\d{1,2})(?:[./\s-](\d{4}|\d{2}))?\.?$/.exec(trimmed);
  if (numbers) {
    const [day, month] = [Number(numbers[1]), Number(numbers[2])];
    return numbers[3] === undefined ? nextDate(month, day, reference) : dateOf(Number(numbers[3]), month, day);
  }
  const words = /^(?:\p{L}+\.?,?\s+)?(\d{1,2})(?:er|st|nd|rd|th|\.)?\s+(\p{L}+\.?)(?:,?\s+(\d{4}|\d{2}))?$/u.exec(trimmed);
  const month = words ? monthOfWord(words[2] ?? '') : 0;
  if (!words || month === 0) return null;
  return words[3] === undefined ? nextDate(month, Number(words[1]), reference) : dateOf(Number(words[3]), month, Number(words[1]));
}
