// Calendar dates: `YYYY-MM-DD` without time or zone, so that no zone can shift a due date.

/** A day of the calendar as `2026-03-20`. */
export type CalendarDate = string & { readonly calendarDate: unique symbol };

const dayInMilliseconds = 86_400_000;

/** True for `YYYY-MM-DD` that names a day that exists. */
export function isCalendarDate(text: string): text is CalendarDate {
  // Counted, not asked of Date: a workshop is opened with tens of thousands of dates to look at.
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const day = twoDigits(text, 8);
  return day >= 1 && day <= daysIn(twoDigits(text, 0) * 100 + twoDigits(text, 2), twoDigits(text, 5));
}

const zero = '0'.charCodeAt(0);

function twoDigits(text: string, at: number): number {
  return (text.charCodeAt(at) - zero) * 10 + text.charCodeAt(at + 1) - zero;
}

/** @returns 0 for a month that does not exist */
function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  if (month < 1 || month > 12) return 0;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function timeOf(date: CalendarDate): number {
  return Date.parse(`${date}T00:00:00Z`);
}

/** @param days may be negative */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return new Date(timeOf(date) + days * dayInMilliseconds).toISOString().slice(0, 10) as CalendarDate;
}

/** @returns whole days from `from` to `to`; negative when `to` is earlier */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((timeOf(to) - timeOf(from)) / dayInMilliseconds);
}

/** @returns 0 for Sunday … 6 for Saturday */
export function weekdayOf(date: CalendarDate): number {
  return new Date(timeOf(date)).getUTCDay();
}

/** True for Saturday and Sunday. */
export function isWeekend(date: CalendarDate): boolean {
  const weekday = weekdayOf(date);
  return weekday === 0 || weekday === 6;
}

/** @returns the date itself, or the Monday after it when it falls on a weekend (domain §9.2) */
export function mondayIfWeekend(date: CalendarDate): CalendarDate {
  const weekday = weekdayOf(date);
  if (weekday === 6) return addDays(date, 2);
  if (weekday === 0) return addDays(date, 1);
  return date;
}

/**
 * The calendar day that an instant falls on in a time zone.
 * @param timeZone an IANA name such as `Africa/Accra`; an unknown name falls back to UTC
 */
export function dateInZone(milliseconds: number, timeZone: string): CalendarDate {
  try {
    return dayFormat(timeZone).format(milliseconds) as CalendarDate;
  } catch {
    return dayFormat('UTC').format(milliseconds) as CalendarDate;
  }
}

/** Kept by zone: to make one takes milliseconds, and packs ask for the day of every team. */
const dayFormats = new Map<string, Intl.DateTimeFormat>();

function dayFormat(timeZone: string): Intl.DateTimeFormat {
  const kept = dayFormats.get(timeZone);
  if (kept) return kept;
  const made = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  dayFormats.set(timeZone, made);
  return made;
}
