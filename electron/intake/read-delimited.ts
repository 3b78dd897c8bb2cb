// Reads text with separated columns: CSV and TSV files with the separators that offices really use, and pasted cells.
import papa from 'papaparse';
import type { SourceSheet } from '../../shared/domain/people/import-model.ts';
import { oddLineMark, type DecodedText } from './decode-text.ts';
import { mostColumns, mostRows } from './limits.ts';
import { cardsIn } from './read-cards.ts';
import { recipientsIn } from './read-addresses.ts';

const separators = ['\t', ';', ',', '|'] as const;

/** Rows that the choice of the separator looks at. */
const rowsToJudgeBy = 100;

/**
 * @param decoded the whole file, or what was pasted
 * @returns the sheet, null when there is nothing in it, or the number of rows when they are too many
 */
export function readDelimited(decoded: DecodedText, name: string): SourceSheet | { readonly tooManyRows: number } | null {
  const text = decoded.text.replaceAll(oddLineMark, '');
  const data = cardsIn(text) ?? recipientsIn(text) ?? tableOf(decoded.text);
  const { encoding, suggested, oddLinesAs } = decoded;
  const oddRows: number[] = [];
  if (oddLinesAs) {
    for (const [index, cells] of data.entries()) {
      if (!cells.some((cell) => cell.includes(oddLineMark))) continue;
      oddRows.push(index);
      for (const [column, cell] of cells.entries()) cells[column] = cell.replaceAll(oddLineMark, '');
    }
  }
  const rows = data.map((cells) => (isBlank(cells) ? [] : cells.slice(0, mostColumns).map(plainCell)));
  const formulasWithoutValue: { readonly row: number; readonly column: number }[] = [];
  for (const [row, cells] of rows.entries()) {
    for (const [column, cell] of cells.entries()) {
      if (isFormula(cell)) formulasWithoutValue.push({ row, column });
      cells[column] = isFormula(cell) ? '' : withoutApostrophe(cell);
    }
  }
  while (rows.length > 0 && rows.at(-1)?.length === 0) rows.pop();
  const filled = rows.filter((cells) => cells.length > 0).length;
  if (filled === 0) return null;
  if (filled > mostRows) return { tooManyRows: filled };
  return { name, rows, formulasWithoutValue, encoding: { used: encoding, suggested, oddRows, oddRowsAs: oddLinesAs } };
}

function tableOf(text: string): string[][] {
  const { separator, body } = separatorOf(text);
  return rowsOf(body, separator).map((cells) => unwrapped(cells, separator));
}

/**
 * A program that did not know the separator takes a whole line for one cell and puts quotes around it when it saves: inside them is the line
 * as it was.
 */
function unwrapped(cells: string[], separator: string): string[] {
  const [line = '', ...others] = cells;
  if (!line.includes(separator) || others.some((cell) => cell !== '')) return cells;
  const { data, errors } = papa.parse<string[]>(line, { delimiter: separator });
  const [inner] = data;
  // A title with a comma in it stays one cell: in the first cell of a row of several it was meant so.
  return inner && data.length === 1 && errors.length === 0 && others.length === 0 ? inner : cells;
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

/**
 * The rows of a text. A cell that begins with a quote which is not closed properly would swallow the rows under it: such a quote is a sign of
 * the text like any other. Only that cell is read so, others keep their quotes and line breaks.
 */
function rowsOf(text: string, separator: string): readonly string[][] {
  const parsed = papa.parse<string[]>(text, { delimiter: separator });
  if (!parsed.errors.some(({ type }) => type === 'Quotes')) return parsed.data;
  // Databases write a quote inside a cell with a stroke before it.
  const escaped = text.includes('\\"') ? papa.parse<string[]>(text, { delimiter: separator, escapeChar: '\\' }) : null;
  if (escaped?.errors.every(({ type }) => type !== 'Quotes')) return escaped.data;
  const rows: string[][] = [];
  const lines = text.split(/\r\n|\n|\r/);
  for (let at = 0; at < lines.length;) {
    const { cells, next } = rowAt(lines, at, separator);
    rows.push(cells);
    at = next;
  }
  return rows;
}

/** Lines that one cell may go over in a list whose quotes are not all closed. */
const longestCell = 20;

function rowAt(lines: readonly string[], at: number, separator: string): { readonly cells: string[]; readonly next: number } {
  const cells: string[] = [];
  let line = lines[at] ?? '';
  let number = at;
  let from = 0;
  for (;;) {
    const quoted = line[from] === '"' ? quotedCell(lines, { line: number, from }, separator) : null;
    if (quoted) {
      cells.push(quoted.text);
      number = quoted.line;
      line = lines[number] ?? '';
      from = quoted.end;
    } else {
      const end = line.indexOf(separator, from);
      cells.push(withoutOpenQuote(line.slice(from, end === -1 ? undefined : end)));
      from = end === -1 ? line.length : end;
    }
    if (from >= line.length) return { cells, next: number + 1 };
    from += separator.length;
  }
}

/** A quote that has no second one was the beginning of something; of a pair both stay. */
function withoutOpenQuote(cell: string): string {
  return (cell.match(/"/g) ?? []).length % 2 === 1 ? cell.replace(/^"/, '') : cell;
}

interface Place {
  readonly line: number;
  readonly from: number;
}

/** A cell in quotes that is closed before a separator or the end of a line; null when it never is. */
function quotedCell(
  lines: readonly string[],
  { line, from }: Place,
  separator: string,
): { text: string; line: number; end: number } | null {
  const parts: string[] = [];
  for (let number = line; number < Math.min(lines.length, line + longestCell); number += 1) {
    const text = lines[number] ?? '';
    const start = number === line ? from + 1 : 0;
    for (let end = text.indexOf('"', start); end !== -1; end = text.indexOf('"', end + 1)) {
      if (text[end + 1] === '"') {
        end += 1;
        continue;
      }
      if (end + 1 < text.length && !text.startsWith(separator, end + 1)) return null;
      return { text: [...parts, text.slice(start, end)].join('\n').replaceAll('""', '"'), line: number, end: end + 1 };
    }
    parts.push(text.slice(start));
  }
  return null;
}

/** `="0244"` is how people keep a leading zero; a link shows its words. */
function plainCell(cell: string): string {
  const link = /^=HYPERLINK\(\s*"((?:[^"]|"")*)"\s*(?:[,;]\s*"((?:[^"]|"")*)"\s*)?\)$/i.exec(cell.trim());
  if (link) return (link[2] ?? link[1]?.replace(/^mailto:/i, '') ?? '').replaceAll('""', '"');
  return cell.replace(/^="(.*)"$/s, '$1');
}

/** A formula that was written into a text file: it has no result here. A program that means a text writes an apostrophe before it. */
function isFormula(cell: string): boolean {
  return /^=\s*([A-Z.]+\(|\$?[A-Z]{1,3}\$?\d)/i.test(cell);
}

/** One apostrophe before = + - @ is how careful programs write a text that is no formula. */
function withoutApostrophe(cell: string): string {
  return cell.replace(/^'(?=[=+\-@])/, '');
}

/**
 * The separator that cuts the most rows into one and the same number of columns: title rows and commas inside a cell stay a minority.
 * A first line `sep=;` (Excel) says it outright.
 */
function separatorOf(text: string): { readonly separator: string; readonly body: string } {
  const said = /^sep=(.)\r?\n/.exec(text);
  if (said?.[1]) return { separator: said[1], body: text.slice(said[0].length) };
  let best: { readonly separator: string; readonly score: number } = { separator: '\t', score: 0 };
  for (const separator of separators) {
    const { data } = papa.parse<string[]>(text, { delimiter: separator, preview: rowsToJudgeBy });
    const counts = new Map<number, number>();
    for (const { length } of data.map((cells) => unwrapped(cells, separator))) counts.set(length, (counts.get(length) ?? 0) + 1);
    const score = Math.max(...[...counts].map(([columns, rows]) => rows * (columns - 1)), 0);
    if (score > best.score) best = { separator, score };
  }
  return { separator: best.separator, body: text };
}
