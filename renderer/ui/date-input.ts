// What a typed date means, and how it reads: the state behind date fields and date cells.
import { useState } from 'react';
import { useFormats } from './formats.ts';
import { parseDate } from './parse-date.ts';
import type { CalendarDate } from '../../shared/kernel/calendar-date.ts';

export interface DateText {
  readonly text: string;
  /** True while the text is not a date. */
  readonly isUnclear: boolean;
  readonly onChange: (text: string) => void;
  /** Ends typing: a date or an empty text is handed on, anything else stays to be corrected. */
  readonly finish: () => void;
  readonly revert: () => void;
}

/** @param reference day that a bare number of days counts from */
export function useDateText(value: CalendarDate | null, reference: CalendarDate, onDate: (date: CalendarDate | null) => void): DateText {
  const formats = useFormats();
  const [typed, setTyped] = useState<string | null>(null);
  const parsed = typed === null || typed.trim() === '' ? null : parseDate(typed, reference);
  return {
    text: typed ?? (value === null ? '' : formats.shortDate(value)),
    isUnclear: typed !== null && typed.trim() !== '' && parsed === null,
    onChange: setTyped,
    finish: () => {
      if (typed === null || (typed.trim() !== '' && parsed === null)) return;
      setTyped(null);
      if (parsed !== value) onDate(parsed);
    },
    revert: () => setTyped(null),
  };
}
