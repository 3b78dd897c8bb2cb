// Reads pasted lines as indicators: what is measured, and behind it unit, baseline, target and the day that the target is for.
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Pasted } from '../../ui/grid/pasted.ts';
import { pastedTable, type TableShape } from '../../ui/grid/pasted-table.ts';
import { readDay } from './pasted-day.ts';

export interface PastedIndicator {
  readonly name: string;
  readonly unit: string;
  readonly baselineValue: string;
  readonly targetValue: string;
  readonly targetDate: CalendarDate | null;
  /** What was no date, as it was written. */
  readonly targetDateAsTyped: string;
}

const shape: TableShape<'name' | 'unit' | 'baselineValue' | 'targetValue' | 'targetDate'> = {
  columns: ['name', 'unit', 'baselineValue', 'targetValue', 'targetDate'],
  headings: {
    name: /^(?:indicators?|indicateurs?|measures?|what is measured|ce qui est mesure|mesures?)$/,
    unit: /^(?:units?|unites?|unit of measure)$/,
    baselineValue: /^(?:baselines?(?: value)?|valeurs? de (?:reference|base)|reference|situation de depart)$/,
    targetValue: /^(?:targets?(?: value)?|cibles?|valeurs? cibles?)$/,
    targetDate: /^(?:dates?|due(?: date)?|by(?: when)?|reached by|to be reached by|deadline|echeance|delai|au plus tard le|target date)$/,
  },
};

/**
 * Reads what was pasted into the grid of indicators; every cell is accounted for, those of columns that the grid does not have behind the name.
 * @param reference day that a number of days counts from
 * @returns null when it is one line without columns: it is pasted as text then
 */
export function pastedIndicators(pasted: Pasted, reference: CalendarDate): readonly PastedIndicator[] | null {
  const rows = pastedTable(pasted, shape);
  return rows && rows.map(({ targetDate, ...texts }) => ({ ...texts, ...readDay('targetDate', targetDate, reference) }));
}
