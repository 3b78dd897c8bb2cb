// What a typed date means, and how it reads: the state behind date fields and date cells.
import type { CalendarDate } from '../../shared/kernel/calendar-date.ts';
import { useFormats, type Formats } from './formats.ts';
import { useWords, type Words } from './language.ts';
import { readDate, type DateReading } from './parse-date.ts';
import { typedWords, useTypedText, type ReadBinding, type TypedText } from './typed-text.ts';

export interface DateText extends TypedText<CalendarDate | null> {
  /** What the typed text means, while it is not the stored one. */
  readonly meant: DateReading | null;
  /** Why the text is no date, in words; null while it is one. */
  readonly unclear: string | null;
  /** How a date with its words reads where two of them stand beside each other. */
  readonly words: ReturnType<typeof typedWords<CalendarDate | null>>;
}

/** The hint beside a typed date: its weekday, day, month and year, and the other day that the same numbers could mean. */
export function dateMeaning(t: Words, formats: Formats, { date, other }: DateReading): string {
  if (other === null) return t('date.means', { date: formats.fullDate(date) });
  return t('date.meansDayFirst', { date: formats.fullDate(date), other: formats.fullDate(other) });
}

/** Why words stand in a field: what it takes instead. */
export function unclearWords(
  t: Words,
  { isUnclear, isKept }: Pick<TypedText<unknown>, 'isUnclear' | 'isKept'>,
  reason: string,
): string | null {
  if (!isUnclear) return null;
  return isKept ? t('keptAsTyped', { reason }) : reason;
}

/**
 * @param reference day that a bare number of days counts from
 * @param mayBeEmpty false where there is always a date: emptying the field brings it back
 */
export function useDateText(binding: ReadBinding<CalendarDate | null>, reference: CalendarDate, mayBeEmpty = true): DateText {
  const t = useWords();
  const formats = useFormats();
  const typed = useTypedText<CalendarDate | null>(binding, {
    read: (text) => {
      const reading = readDate(text, reference);
      return reading && { value: reading.date };
    },
    write: (date) => (date === null ? '' : formats.shortDate(date)),
    ...(mayBeEmpty ? { empty: { value: null } } : {}),
  });
  const { value } = typed.autosave.shown;
  const isStored = value !== null && typed.text === formats.shortDate(value);
  return {
    ...typed,
    meant: typed.isTyping && !isStored ? readDate(typed.text, reference) : null,
    unclear: unclearWords(t, typed, t('date.unclear')),
    words: typedWords((date) => (date === null ? '' : formats.date(date))),
  };
}
