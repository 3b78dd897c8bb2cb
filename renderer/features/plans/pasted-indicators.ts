// Reads pasted lines as indicators: what is measured, and behind it unit, baseline, target and the day that the target is for.
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Pasted } from '../../ui/grid/pasted.ts';
import { rowsOf, withoutMark } from '../../ui/grid/pasted-rows.ts';
import { parseDate } from '../../ui/parse-date.ts';

export interface PastedIndicator {
  readonly name: string;
  readonly unit: string;
  readonly baselineValue: string;
  readonly targetValue: string;
  readonly targetDate: CalendarDate | null;
  /** What was no date, as it was written. */
  readonly targetDateAsTyped: string;
}

type Column = 'name' | 'unit' | 'baselineValue' | 'targetValue' | 'targetDate';

/** The order of the grid's own cells, for rows without headings. */
const ownOrder: readonly Column[] = ['name', 'unit', 'baselineValue', 'targetValue', 'targetDate'];

/** What the columns of a table of indicators are called, without accents. */
const headings: readonly (readonly [Column, RegExp])[] = [
  ['name', /^(?:indicators?|indicateurs?|measures?|what is measured|ce qui est mesure|mesures?)$/],
  ['unit', /^(?:units?|unites?|unit of measure)$/],
  ['baselineValue', /^(?:baselines?(?: value)?|valeurs? de (?:reference|base)|reference|situation de depart)$/],
  ['targetValue', /^(?:targets?(?: value)?|cibles?|valeurs? cibles?)$/],
  ['targetDate', /^(?:dates?|due(?: date)?|by(?: when)?|reached by|to be reached by|deadline|echeance|delai|au plus tard le|target date)$/],
];

/**
 * Reads what was pasted into the grid of indicators; every cell is accounted for, those of columns that the grid does not have behind the name.
 * @param reference day that a number of days counts from
 * @returns null when it is one line without columns: it is pasted as text then
 */
export function pastedIndicators(pasted: Pasted, reference: CalendarDate): readonly PastedIndicator[] | null {
  const rows = rowsOf(pasted);
  if (rows === null) return null;
  const [first = []] = rows;
  const named = first.map(columnOf);
  const isHeaded = rows.length > 1 && named.filter((column) => column !== null).length > 1;
  const columns = isHeaded ? named : ownOrder;
  return (isHeaded ? rows.slice(1) : rows).map((row) => indicatorOf(row, columns, reference));
}

function columnOf(heading: string): Column | null {
  const words = heading.normalize('NFD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ').trim().toLowerCase();
  return headings.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

function indicatorOf(row: readonly string[], columns: readonly (Column | null)[], reference: CalendarDate): PastedIndicator {
  const held: Record<Column, string[]> = { name: [], unit: [], baselineValue: [], targetValue: [], targetDate: [] };
  for (const [place, cell] of row.entries()) if (cell.trim() !== '') held[columns[place] ?? 'name'].push(cell.trim());
  const date = held.targetDate.join('; ');
  const targetDate = parseDate(date, reference);
  return {
    name: held.name.map((part, place) => (place === 0 ? withoutMark(part) : part)).join('; '),
    unit: held.unit.join('; '),
    baselineValue: held.baselineValue.join('; '),
    targetValue: held.targetValue.join('; '),
    targetDate,
    targetDateAsTyped: targetDate === null ? date : '',
  };
}
