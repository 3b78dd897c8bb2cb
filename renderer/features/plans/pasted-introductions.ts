// Reads pasted lines as introductions at home: who explains it, to whom, at which meeting, by when.
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Pasted } from '../../ui/grid/pasted.ts';
import { pastedTable, type TableShape } from '../../ui/grid/pasted-table.ts';
import { parseDate } from '../../ui/parse-date.ts';
import { readDay } from './pasted-day.ts';

export interface PastedIntroduction {
  readonly who: string;
  readonly toWhom: string;
  readonly meeting: string;
  readonly byDate: CalendarDate | null;
  /** What was no date, as it was written. */
  readonly byDateAsTyped: string;
}

const shape: TableShape<'who' | 'toWhom' | 'meeting' | 'byDate'> = {
  columns: ['who', 'toWhom', 'meeting', 'byDate'],
  headings: {
    who: /^(?:who(?: explains(?: it)?)?|presenters?|speakers?|responsible(?: person)?|names?|qui(?: l'explique| presente)?|presentat(?:eur|rice)|intervenants?|responsables?|noms?)$/,
    toWhom: /^(?:to whom|audience|addressees?|a qui|public(?: vise)?|destinataires?)$/,
    meeting: /^(?:(?:at )?(?:which )?meetings?|events?|forum|occasions?|(?:a )?(?:quelle )?reunions?|evenements?|rencontres?)$/,
    byDate: /^(?:by when|when|due(?: date)?|dates?|deadline|quand|echeance|delai|au plus tard(?: le)?)$/,
  },
};

/**
 * Reads what was pasted into the grid of introductions; every cell is accounted for, those of columns that the grid does not have behind the name.
 * @param reference day that a number of days counts from
 * @returns null when it is one line without columns: it is pasted as text then
 */
export function pastedIntroductions(pasted: Pasted, reference: CalendarDate): readonly PastedIntroduction[] | null {
  // A number alone may count anything; as a day it is understood in its own column only.
  const isDay = (cell: string) => /[^\d\s]/.test(cell) && parseDate(cell, reference) !== null;
  const rows = pastedTable(pasted, { ...shape, days: { column: 'byDate', isDay } });
  return rows && rows.map(({ byDate, ...texts }) => ({ ...texts, ...readDay('byDate', byDate, reference) }));
}
