// Dates, times, numbers and lists as a language writes them. Values come in as plain strings and numbers; nothing is stored.
import { useMemo } from 'react';
import { firstOfMonth } from '../../shared/kernel/french-dates.ts';
import { useLanguage } from './language.ts';

export interface Formats {
  readonly language: string;
  /** `20 March 2026` from `2026-03-20` */
  readonly date: (date: string) => string;
  /** `20 March` */
  readonly dayMonth: (date: string) => string;
  /** `Fri 20 March` */
  readonly weekday: (date: string) => string;
  /** `Fri 20 March 2026`: what a typed date means */
  readonly fullDate: (date: string) => string;
  /** `20/03/2026`, as it is typed in a table */
  readonly shortDate: (date: string) => string;
  /** `18–20 March 2026` */
  readonly dateRange: (from: string, to: string) => string;
  /** `10:42:07` of an instant in the machine's zone */
  readonly timeWithSeconds: (instant: string) => string;
  /** `10:42` of milliseconds since 1970; in `timeZone` when it is given */
  readonly time: (milliseconds: number, timeZone?: string) => string;
  /** `20 March 2026, 10:42` of an instant */
  readonly moment: (instant: string) => string;
  /** `3 days ago`, `12 minutes ago` of milliseconds */
  readonly ago: (milliseconds: number) => string;
  readonly number: (value: number) => string;
  /** `1.2 MB` */
  readonly bytes: (bytes: number) => string;
  /** `A, B and C` */
  readonly list: (items: readonly string[]) => string;
  /** Compares two texts in the language's alphabet, numbers by value. */
  readonly compare: (a: string, b: string) => number;
}

/** British order of day and month for English: it is what the rooms read. */
const locales: Readonly<Record<string, string>> = { en: 'en-GB', fr: 'fr-FR' };

/** Each formatter is costly to make, and a screen needs two or three of them. */
function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** Builds the formats of a language. A text that is not a date comes back as it is. */
export function formatsOf(language: string): Formats {
  const locale = locales[language] ?? language;
  const dates = (options: Intl.DateTimeFormatOptions) => lazily(() => new Intl.DateTimeFormat(locale, options));
  const formatters = {
    date: dates({ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
    dayMonth: dates({ day: 'numeric', month: 'long', timeZone: 'UTC' }),
    weekday: dates({ weekday: 'short', day: 'numeric', month: 'long', timeZone: 'UTC' }),
    shortDate: dates({ day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' }),
    moment: dates({ day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    ago: lazily(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })),
    number: lazily(() => new Intl.NumberFormat(locale)),
    oneDigit: lazily(() => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })),
    list: lazily(() => new Intl.ListFormat(locale, { type: 'conjunction' })),
    collator: lazily(() => new Intl.Collator(locale, { numeric: true, sensitivity: 'base' })),
  };
  const times = new Map<string, Intl.DateTimeFormat>();
  const timeIn = (timeZone: string | undefined) => {
    const key = timeZone ?? '';
    const found =
      times.get(key) ??
      new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', ...(timeZone && { timeZone }) });
    times.set(key, found);
    return found;
  };
  const onDate = (formatter: () => Intl.DateTimeFormat) => (date: string) => {
    const time = Date.parse(`${date}T00:00:00Z`);
    return Number.isNaN(time) ? date : firstOfMonth(language, formatter().format(time));
  };
  // Written alike in every language of ours; the formatter would be the first of a cold page, and costs it 15 ms.
  const number = (value: number) =>
    Number.isInteger(value) && value >= 0 && value < 1_000 ? String(value) : formatters.number().format(value);
  const units = language === 'fr' ? ['o', 'Ko', 'Mo', 'Go'] : ['B', 'KB', 'MB', 'GB'];
  return {
    language,
    date: onDate(formatters.date),
    dayMonth: onDate(formatters.dayMonth),
    weekday: onDate(formatters.weekday),
    // English puts a comma behind the day of the week once a year follows; beside `weekday` it would read as another kind of date.
    fullDate: (date) => `${onDate(formatters.weekday)(date)} ${date.slice(0, 4)}`,
    shortDate: onDate(formatters.shortDate),
    dateRange: (from, to) => {
      const [start, end] = [Date.parse(`${from}T00:00:00Z`), Date.parse(`${to}T00:00:00Z`)];
      if (Number.isNaN(start) || Number.isNaN(end) || start > end) return [from, to].filter((date) => date !== '').join(' – ');
      return firstOfMonth(language, formatters.date().formatRange(start, end));
    },
    timeWithSeconds,
    time: (milliseconds, timeZone) => timeIn(timeZone).format(milliseconds),
    moment: (instant) => firstOfMonth(language, formatters.moment().format(Date.parse(instant))),
    ago: (milliseconds) => {
      const minutes = Math.round(milliseconds / 60_000);
      if (minutes < 60) return formatters.ago().format(-minutes, 'minute');
      const hours = Math.round(minutes / 60);
      return hours < 24 ? formatters.ago().format(-hours, 'hour') : formatters.ago().format(-Math.round(hours / 24), 'day');
    },
    number,
    bytes: (bytes) => {
      const power = bytes < 1_000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
      // Tenths of a kilobyte tell nobody anything.
      const amount = bytes / 1_000 ** power;
      return `${power < 2 ? number(Math.round(amount)) : formatters.oneDigit().format(amount)}\u00A0${units[power]}`;
    },
    list: (items) => formatters.list().format(items),
    compare: (a, b) => formatters.collator().compare(a, b),
  };
}

/** By hand, since every page of a workshop shows it in its first frame: it is written alike in every language of ours. */
function timeWithSeconds(instant: string): string {
  const date = new Date(instant);
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map((part) => String(part).padStart(2, '0')).join(':');
}

const known = new Map<string, Formats>();

/** The formats of the interface's language. */
export function useFormats(): Formats {
  const language = useLanguage();
  return useMemo(() => {
    const found = known.get(language) ?? formatsOf(language);
    known.set(language, found);
    return found;
  }, [language]);
}
