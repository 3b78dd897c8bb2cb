// A spreadsheet as sheets of cells; drop-down lists name their choices. The writer of electron/documents turns it into bytes.
import type { CalendarDate } from '../kernel/calendar-date.ts';

export interface Workbook {
  readonly sheets: readonly Sheet[];
  /** Name of the hidden sheet that holds the choices of drop-down lists; unused without any. */
  readonly listSheet: string;
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
  /** `line` runs on over the empty cells beside it; the others stay in their column. */
  | { readonly kind: 'title' | 'line' | 'heading' | 'label' | 'text'; readonly text: string }
  /** Framed, for somebody to fill in; may reach over several columns. */
  | { readonly kind: 'input'; readonly text: string; readonly columns: number }
  | { readonly kind: 'date'; readonly date: CalendarDate };

/** One list of choices for a column of a sheet, rows counted from 0. */
export interface DropDown {
  readonly column: number;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly choices: readonly string[];
}

export function textCell(value: string): Cell {
  return value === '' ? null : { kind: 'text', text: value };
}

export function lineCell(value: string): Cell {
  return { kind: 'line', text: value };
}

export function labelCell(value: string): Cell {
  return { kind: 'label', text: value };
}

export function headingCell(value: string): Cell {
  return { kind: 'heading', text: value };
}

export function titleCell(value: string): Cell {
  return { kind: 'title', text: value };
}

/** @param value what it holds before anybody writes */
export function inputCell(value = '', columns = 1): Cell {
  return { kind: 'input', text: value, columns };
}

export function dateCell(value: CalendarDate | null): Cell {
  return value === null ? null : { kind: 'date', date: value };
}
