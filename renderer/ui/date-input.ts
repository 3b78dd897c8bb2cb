// What a typed date means, and how it reads: the state behind date fields and date cells.
import { useState } from 'react';
import { useFormats, type Formats } from './formats.ts';
import type { Words } from './language.ts';
import { readDate, type DateReading } from './parse-date.ts';
import type { CalendarDate } from '../../shared/kernel/calendar-date.ts';

export interface DateText {
  readonly text: string;
  /** True while the text is not a date. */
  readonly isUnclear: boolean;
  /** What the typed text means, while it is not the stored one. */
  readonly meant: DateReading | null;
  readonly onChange: (text: string) => void;
  /** Ends typing: a date or an empty text is handed on, anything else stays to be corrected. */
  readonly finish: () => void;
  readonly revert: () => void;
}

/** The hint beside a typed date: its weekday, day, month and year, and the other day that the same numbers could mean. */
export function dateMeaning(t: Words, formats: Formats, { date, other }: DateReading): string {
  if (other === null) return t('date.means', { date: formats.fullDate(date) });
  return t('date.meansDayFirst', { date: formats.fullDate(date), other: formats.fullDate(other) });
}

/** @param reference day that a bare number of days counts from */
export function useDateText(value: CalendarDate | null, reference: CalendarDate, onDate: (date: CalendarDate | null) => void): DateText {
  const formats = useFormats();
  const [typed, setTyped] = useState<string | null>(null);
  const reading = typed === null || typed.trim() === '' ? null : readDate(typed, reference);
  const parsed = reading?.date ?? null;
  const stored = value === null ? '' : formats.shortDate(value);
  return {
    text: typed ?? stored,
    isUnclear: typed !== null && typed.trim() !== '' && parsed === null,
    meant: typed === stored ? null : reading,
    onChange: setTyped,
    finish: () => {
      if (typed === null || (typed.trim() !== '' && parsed === null)) return;
      setTyped(null);
      if (parsed !== value) onDate(parsed);
    },
    revert: () => setTyped(null),
  };
}
