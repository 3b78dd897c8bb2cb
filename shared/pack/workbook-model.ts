// A spreadsheet as sheets of cells; drop-down lists name their choices. The writer of electron/documents turns it into bytes.
import type { CalendarDate } from '../kernel/calendar-date.ts';

export interface Workbook {
  readonly sheets: readonly Sheet[];
}

export interface Sheet {
  readonly name: string;
  readonly isLandscape: boolean;
  /** Column widths in characters. */
  readonly widths: readonly number[];
  /** Rows at the top that stay in view. */
  readonly stickyRows: number;
  readonly rows: readonly (readonly Cell[])[];
  readonly dropDowns: readonly DropDown[];
}

export type Cell =
  | null
  | { readonly kind: 'title' | 'heading' | 'label' | 'text' | 'input'; readonly text: string }
  | { readonly kind: 'date'; readonly date: CalendarDate };

/** One list of choices for a column of a sheet, rows counted from 0. */
export interface DropDown {
  readonly column: number;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly choices: readonly string[];
}

export function text(value: string): Cell {
  return value === '' ? null : { kind: 'text', text: value };
}

export function label(value: string): Cell {
  return { kind: 'label', text: value };
}

export function heading(value: string): Cell {
  return { kind: 'heading', text: value };
}

export function title(value: string): Cell {
  return { kind: 'title', text: value };
}

/** A framed cell that somebody fills in; it may hold a first value. */
export function input(value = ''): Cell {
  return { kind: 'input', text: value };
}

export function date(value: CalendarDate | null): Cell {
  return value === null ? null : { kind: 'date', date: value };
}
