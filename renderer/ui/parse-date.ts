// Reads dates as people type and paste them, in English and in French: `20/3/26`, `12-mars-27`, `Feb 1 2027`, `end of March`, `6w`, `in 3 months`,
// or `30` for days after a reference day.
import { addDays, isCalendarDate, type CalendarDate } from '../../shared/kernel/calendar-date.ts';

/** A word of three letters or more stands for the one month that has a name beginning with it. */
const monthNames: readonly (readonly string[])[] = [
  ['january', 'janvier', 'janv'],
  ['february', 'fevrier', 'fevr'],
  ['march', 'mars'],
  ['april', 'avril', 'avr'],
  ['may', 'mai'],
  ['june', 'juin'],
  ['july', 'juillet'],
  ['august', 'aout'],
  ['september', 'septembre', 'sept'],
  ['october', 'octobre'],
  ['november', 'novembre'],
  ['december', 'decembre'],
];

/** Names of days may stand before a date; what they say is not checked, the hint beside the field names the day. */
const weekdayName = /^(?:sun|mon|tue|wed|thu|fri|sat|dim|lun|mar|mer|jeu|ven|sam)[a-z]*\.?,?\s+(?=\d|[a-z])/;

const unitOf: readonly (readonly [RegExp, 'day' | 'week' | 'month' | 'year'])[] = [
  [/^(?:d|days?|j|jrs?|jours?)$/, 'day'],
  [/^(?:w|wks?|weeks?|s|sem|semaines?)$/, 'week'],
  [/^(?:m|mths?|mos?|months?|mois)$/, 'month'],
  [/^(?:y|yrs?|years?|an|ans|annees?)$/, 'year'],
];

const countWords: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  un: 1,
  une: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
};

const longestDayCount = 3_650;

export interface DateReading {
  readonly date: CalendarDate;
  /** The other day that the same numbers could mean, month before day; null when they can mean one only. */
  readonly other: CalendarDate | null;
}

/** Lower case, without accents, with plain digits, hyphens, apostrophes and spaces. */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x6_60))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6_f0))
    .replace(/[‐-―]/g, '-')
    .replace(/[’ʼ]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/** @returns month number from 1; 0 for a word that is no month, or could be more than one */
function monthOfWord(word: string): number {
  const plain = word.replace(/\.$/, '');
  if (plain.length < 3) return 0;
  const exact = monthNames.findIndex((names) => names.includes(plain));
  if (exact !== -1) return exact + 1;
  const found = monthNames.flatMap((names, place) => (names.some((name) => name.startsWith(plain)) ? [place + 1] : []));
  return found.length === 1 ? (found[0] ?? 0) : 0;
}

function dateOf(year: number, month: number, day: number): CalendarDate | null {
  const fullYear = year < 100 ? 2000 + year : year;
  const text = `${String(fullYear).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isCalendarDate(text) ? text : null;
}

function lastOfMonth(year: number, month: number): CalendarDate | null {
  for (let day = 31; day >= 28; day -= 1) {
    const date = dateOf(year, month, day);
    if (date !== null) return date;
  }
  return null;
}

/** The day in a year; without a year the next such day from the reference on. */
function inYear(year: string | undefined, reference: CalendarDate, dayIn: (year: number) => CalendarDate | null): CalendarDate | null {
  if (year !== undefined) return dayIn(Number(year) < 100 ? 2000 + Number(year) : Number(year));
  const now = Number(reference.slice(0, 4));
  const soon = dayIn(now);
  return soon !== null && soon >= reference ? soon : dayIn(now + 1);
}

function addMonths(date: CalendarDate, count: number): CalendarDate | null {
  const months = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + count;
  const [year, month] = [Math.floor(months / 12), (months % 12) + 1];
  // A month after 31 January is the last day of February.
  return dateOf(year, month, Number(date.slice(8))) ?? lastOfMonth(year, month);
}

function only(date: CalendarDate | null): DateReading | null {
  return date === null ? null : { date, other: null };
}

/** `30`, `6w`, `in 3 months`, `dans un mois`, `1 year`: counted from the reference. */
function countedFrom(text: string, reference: CalendarDate): CalendarDate | null {
  const found = /^(?:in |within |after |dans |sous |apres |d'ici )?\+? ?(\d{1,4}|[a-z]+) ?([a-z]+)?$/.exec(text);
  if (!found) return null;
  const [, written = '', unitWord] = found;
  const count = /^\d/.test(written) ? Number(written) : countWords[written];
  if (count === undefined) return null;
  const isBare = unitWord === undefined;
  if (isBare && !/^\+? ?\d+$/.test(text)) return null;
  const unit = isBare ? 'day' : unitOf.find(([words]) => words.test(unitWord))?.[1];
  if (unit === undefined) return null;
  const days = count * { day: 1, week: 7, month: 30, year: 365 }[unit];
  if (days > longestDayCount) return null;
  if (unit === 'month' || unit === 'year') return addMonths(reference, unit === 'year' ? count * 12 : count);
  return addDays(reference, days);
}

/** `12/3/2027`: day first, as both languages write it; month first where only that is a date; both named where both are. */
function inNumbers(text: string, reference: CalendarDate): DateReading | null {
  const yearFirst = /^(\d{4})[./ -](\d{1,2})[./ -](\d{1,2})$/.exec(text);
  if (yearFirst) return only(dateOf(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3])));
  const found = /^(\d{1,2})[./ -](\d{1,2})(?:[./ -](\d{4}|\d{2}))?\.?$/.exec(text);
  if (!found) return null;
  const [one, two] = [Number(found[1]), Number(found[2])];
  const dayFirst = inYear(found[3], reference, (year) => dateOf(year, two, one));
  // Without a year `3/14` is as likely a fraction or a page as a day.
  const monthFirst = found[3] === undefined ? null : inYear(found[3], reference, (year) => dateOf(year, one, two));
  if (dayFirst === null) return only(monthFirst);
  return { date: dayFirst, other: monthFirst === dayFirst ? null : monthFirst };
}

/** `20 March 2026`, `12-mars-27`, `1er juin`, `Feb 1 2027`, `February 1st, 2027`. */
function withMonthName(text: string, reference: CalendarDate): CalendarDate | null {
  const separator = String.raw`(?:,? |[-./])`;
  const dayFirst = new RegExp(
    String.raw`^(?:the |le )?(\d{1,2})(?:er|st|nd|rd|th|\.)?${separator}(?:of |de |d')?([a-z]+\.?)(?:${separator}(\d{4}|\d{2}))?$`,
  ).exec(text);
  const monthFirst =
    dayFirst === null
      ? new RegExp(String.raw`^([a-z]+\.?)(?:,? |[./])(?:the )?(\d{1,2})(?:st|nd|rd|th)?(?:${separator}(\d{4}))?$`).exec(text)
      : null;
  const [day, word, year] = dayFirst ? [dayFirst[1], dayFirst[2], dayFirst[3]] : [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]];
  const month = monthOfWord(word ?? '');
  return month === 0 ? null : inYear(year, reference, (inThat) => dateOf(inThat, month, Number(day)));
}

type Part = 'first' | 'middle' | 'last';

const partWords: readonly (readonly [RegExp, Part])[] = [
  [/^(?:the )?(?:end|late)(?: of)?(?: the)? /, 'last'],
  [/^(?:a |a la |en )?fin(?: de l'|(?: du| de la| de| d')?(?: |(?<=')))/, 'last'],
  [/^(?:the )?(?:mid|middle)(?: of|-)?(?: the)? ?/, 'middle'],
  [/^(?:a la |en )?mi[- ]/, 'middle'],
  [/^(?:the )?(?:start|beginning|early|begin)(?: of)?(?: the)? /, 'first'],
  [/^(?:au |en )?debut(?: de l'|(?: du| de la| de| d')?(?: |(?<=')))/, 'first'],
];

/** `March 2027`, `03/2027`, `end of March`, `mi-avril`, `fin de l’année`, `end of 2027`, `Q2 2027`: what is due in a month is due on its last day. */
function partOfPeriod(text: string, reference: CalendarDate, bare: Part): CalendarDate | null {
  const worded = partWords.find(([words]) => words.test(text));
  const rest = worded ? text.replace(worded[0], '') : text.replace(/^(?:by|before|until|in|during|d'ici|avant|en|courant) /, '');
  const part = worded?.[1] ?? bare;
  const quarter = /^(?:q|t)([1-4])(?: |\/|-)?(\d{4})?$/.exec(rest);
  if (quarter) {
    const first = (Number(quarter[1]) - 1) * 3 + 1;
    return inYear(quarter[2], reference, (year) =>
      monthPart(year, part === 'last' ? first + 2 : first + (part === 'middle' ? 1 : 0), part),
    );
  }
  if (worded && /^(?:month|mois)$/.test(rest)) return monthPart(Number(reference.slice(0, 4)), Number(reference.slice(5, 7)), part);
  const year = worded ? /^(?:year|annee|(\d{4}))$/.exec(rest) : null;
  if (year) return monthPart(Number(year[1] ?? reference.slice(0, 4)), { first: 1, middle: 6, last: 12 }[part], part);
  const found = /^([a-z]+\.?)(?:(?:,? |[-./])(?:of |de )?(\d{4}|(?<=[-/])\d{2}))?$/.exec(rest);
  const numbers = found ? null : /^(\d{1,2})[/.-](\d{4})$/.exec(rest);
  const month = numbers ? Number(numbers[1]) : monthOfWord(found?.[1] ?? '');
  if (month < 1 || month > 12) return null;
  return inYear(found?.[2] ?? numbers?.[2], reference, (inThat) => monthPart(inThat, month, part));
}

function monthPart(year: number, month: number, part: Part): CalendarDate | null {
  if (part === 'last') return lastOfMonth(year, month);
  return dateOf(year, month, part === 'first' ? 1 : 15);
}

/** A workbook may hand a day on with an empty time behind it. */
const emptyTime = /[t ](?:00:00(?::00)?(?:\.0+)?z?|0:00(?::00)?|12:00(?::00)? ?am)$/;

/**
 * @param text as typed or pasted
 * @param reference day that `30` and `6w` count from, and that a date without a year follows
 * @param bareMonth which day a month alone stands for: its last, since what is due in March may be done all March; its first where something begins
 * @returns what it means, or null when it is no date
 */
export function readDate(text: string, reference: CalendarDate, bareMonth: 'first' | 'last' = 'last'): DateReading | null {
  const whole = folded(text).replace(emptyTime, '');
  if (whole === '' || whole.length > 60) return null;
  const days = countedFrom(whole, reference);
  if (days !== null) return only(days);
  const plain = whole.replace(weekdayName, '');
  const numbers = inNumbers(plain, reference);
  if (numbers !== null) return numbers;
  // `mar 5 mai` is a Tuesday, `mar 5` a day of March.
  return only(
    withMonthName(plain, reference) ??
      withMonthName(whole, reference) ??
      partOfPeriod(whole, reference, bareMonth) ??
      partOfPeriod(plain, reference, bareMonth),
  );
}

/** The date alone (see `readDate`). */
export function parseDate(text: string, reference: CalendarDate, bareMonth?: 'first' | 'last'): CalendarDate | null {
  return readDate(text, reference, bareMonth)?.date ?? null;
}
