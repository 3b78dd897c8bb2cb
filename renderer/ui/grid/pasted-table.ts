// Reads what was pasted as rows of a grid: its columns by their headings, or in the order of the grid's own cells. Every cell is accounted for.
import type { Pasted } from './pasted.ts';
import { rowsOf, withoutCount, withoutMarks } from './pasted-rows.ts';

export interface TableShape<Column extends string> {
  /** In the order of the grid's own cells. What has no column of its own stands behind the first. */
  readonly columns: readonly [Column, ...Column[]];
  /** What columns are called: in small letters, without accents, with straight apostrophes. */
  readonly headings: Readonly<Record<Column, RegExp>>;
  /** The column that takes days, where rows without headings may leave out others before it; and what is one. */
  readonly days?: { readonly column: Column; readonly isDay: (cell: string) => boolean };
}

/** @returns null when it is one text: it is pasted as text then */
export function pastedTable<Column extends string>(
  pasted: Pasted,
  shape: TableShape<Column>,
): readonly Readonly<Record<Column, string>>[] | null {
  const found = rowsOf(pasted);
  if (found === null) return null;
  const isHeaded = found.length > 1 && hasHeadings(found[0] ?? [], shape);
  const rows = withoutCount(found, isHeaded);
  const body = isHeaded ? rows.slice(1) : rows;
  const columns = isHeaded ? (rows[0] ?? []).map((heading) => columnCalled(heading, shape)) : ownColumns(body, shape);
  const place = columns.indexOf(shape.columns[0]);
  const texts = withoutMarks(body.map((row) => row[place] ?? ''));
  const unmarked = (row: readonly string[], index: number) => row.map((cell, at) => (at === place ? (texts[index] ?? '') : cell));
  return body.map((row, index) => readRow(unmarked(row, index), columns, shape));
}

/** One known word may be the text of a row; a table of one column has no more than one. */
function hasHeadings<Column extends string>(row: readonly string[], shape: TableShape<Column>): boolean {
  const filled = row.filter((cell) => cell.trim() !== '');
  const known = filled.filter((cell) => columnCalled(cell, shape) !== null).length;
  return known > 1 || (known === 1 && filled.length === 1);
}

function columnCalled<Column extends string>(heading: string, { columns, headings }: TableShape<Column>): Column | null {
  const words = heading.normalize('NFD').replace(/\p{M}/gu, '').replace(/’/g, "'").replace(/\s+/g, ' ').trim().toLowerCase();
  return columns.find((column) => headings[column].test(words)) ?? null;
}

/** The grid's own order; a column that holds days alone is the one of the days, wherever it stands. */
function ownColumns<Column extends string>(
  rows: readonly (readonly string[])[],
  { columns, days }: TableShape<Column>,
): readonly (Column | null)[] {
  const isOfDays = (place: number) => {
    const cells = rows.map((row) => row[place]?.trim() ?? '').filter((cell) => cell !== '');
    return days !== undefined && cells.length > 0 && cells.every(days.isDay);
  };
  const place = columns.findIndex((_, at) => at > 0 && isOfDays(at));
  if (days === undefined || place === -1) return columns;
  return columns.map((column, at) => (at === place ? days.column : at < place ? column : null));
}

function readRow<Column extends string>(
  row: readonly string[],
  columns: readonly (Column | null)[],
  shape: TableShape<Column>,
): Readonly<Record<Column, string>> {
  const [main] = shape.columns;
  const held = Object.fromEntries(shape.columns.map((column) => [column, [] as string[]])) as Record<Column, string[]>;
  const others: string[] = [];
  for (const [place, cell] of row.entries()) {
    const column = columns[place] ?? null;
    const words = cell.trim();
    if (words !== '') (column === null ? others : held[column]).push(words);
  }
  held[main].push(...others);
  return Object.fromEntries(shape.columns.map((column) => [column, held[column].join('; ')])) as Record<Column, string>;
}
