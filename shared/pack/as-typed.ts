// Words of a draft that were not understood: printed as they were typed, with a mark, in the place of the value.
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { PackStep } from './content.ts';
import type { PackTexts } from './texts.ts';
import { dateCell, textCell, type Cell } from './workbook-model.ts';

/** `next Tuesdayish [to be clarified]`; '' for nothing. */
export function marked(typed: string, { t }: Pick<PackTexts, 't'>): string {
  return typed === '' ? '' : t('asTyped', { text: typed });
}

/** The date, or the words that stand for it; '' where there is neither. */
export function dateWords(date: CalendarDate | null, typed: string, texts: PackTexts): string {
  return typed === '' ? texts.date(date) : marked(typed, texts);
}

/** The same as a cell of a workbook. */
export function dateOrWords(date: CalendarDate | null, typed: string, texts: PackTexts): Cell {
  return typed === '' ? dateCell(date) : textCell(marked(typed, texts));
}

/** The names of who is responsible for a step, and the words that named nobody. */
export function responsibleWords({ responsible, responsibleTyped }: PackStep, texts: PackTexts): readonly string[] {
  return [...responsible, marked(responsibleTyped, texts)].filter((name) => name !== '');
}
