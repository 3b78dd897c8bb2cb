// Reads text with separated columns: CSV and TSV files in the encodings and with the separators that offices really use, and pasted cells.
import papa from 'papaparse';
import type { SourceSheet } from '../../shared/domain/people/import-model.ts';
import { mostColumns, mostRows } from './limits.ts';

const separators = ['\t', ';', ','] as const;

/** Rows that the choice of the separator looks at. */
const rowsToJudgeBy = 100;

/**
 * Turns bytes into text: UTF-8 with or without a mark, UTF-16 with a mark, else Windows-1252 (what Excel writes in Western Europe and in
 * French- and Portuguese-speaking Africa).
 * @returns null when these bytes are no text at all
 */
export function decodeText(bytes: Uint8Array): string | null {
  const text = decoded(bytes);
  // Control signs other than tab, line ends and page breaks: a picture, a PDF, an archive.
  // oxlint-disable-next-line no-control-regex
  return /[\u0000-\u0008\u000E-\u001F]/.test(text) ? null : text;
}

function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return lineByLine(bytes);
  }
}

/**
 * A list that was glued together out of two files: each line that is UTF-8 is read so, the others as Windows-1252. A file without any letter
 * that only UTF-8 writes is one in Windows-1252 as a whole.
 */
function lineByLine(bytes: Uint8Array): string {
  const lines: string[] = [];
  for (let start = 0; start < bytes.length;) {
    const found = bytes.indexOf(0x0a, start);
    const end = found === -1 ? bytes.length : found + 1;
    const line = bytes.subarray(start, end);
    try {
      lines.push(new TextDecoder('utf-8', { fatal: true, ignoreBOM: start > 0 }).decode(line));
    } catch {
      lines.push(windows1252(line));
    }
    start = end;
  }
  return lines.join('');
}

/** What Windows-1252 has at 80–9F, where Latin-1 has control signs: typographic quotes and dashes, œ, €. A dot stands where it has nothing. */
const windowsSigns = '€.‚ƒ„…†‡ˆ‰Š‹Œ.Ž..‘’“”•–—˜™š›œ.žŸ';

/** By hand: from Node 20.18.3 on `TextDecoder('windows-1252')` decodes Latin-1 (nodejs/node#56542), which loses ’ and œ. */
function windows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return latin1.replace(/[\u0080-\u009F]/g, (sign) => windowsSigns[sign.charCodeAt(0) - 0x80] ?? sign);
}

/**
 * @param text the whole file, or what was pasted
 * @returns the sheet, null when there is nothing in it, or the number of rows when they are too many
 */
export function readDelimited(text: string, name: string): SourceSheet | { readonly tooManyRows: number } | null {
  const { separator, body } = separatorOf(text);
  const data = rowsOf(body, separator);
  const rows = data.map((cells) => (isBlank(cells) ? [] : cells.slice(0, mostColumns).map(plainCell)));
  while (rows.length > 0 && rows.at(-1)?.length === 0) rows.pop();
  const filled = rows.filter((cells) => cells.length > 0).length;
  if (filled === 0) return null;
  return filled > mostRows ? { tooManyRows: filled } : { name, rows };
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

/**
 * The rows of a text. A cell that begins with a quote which is not closed properly would swallow the rows under it: such a quote is a sign of
 * the text like any other. Only that cell is read so, others keep their quotes and line breaks.
 */
function rowsOf(text: string, separator: string): readonly (readonly string[])[] {
  const parsed = papa.parse<string[]>(text, { delimiter: separator });
  if (!parsed.errors.some(({ type }) => type === 'Quotes')) return parsed.data;
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
      cells.push(line.slice(from, end === -1 ? undefined : end).replace(/^"/, ''));
      from = end === -1 ? line.length : end;
    }
    if (from >= line.length) return { cells, next: number + 1 };
    from += separator.length;
  }
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

/** `="0244"` is how people keep a leading zero; one apostrophe before = + - @ is how careful programs write a text that is no formula. */
function plainCell(cell: string): string {
  return cell.replace(/^="(.*)"$/s, '$1').replace(/^'(?=[=+\-@])/, '');
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
    for (const { length } of data) counts.set(length, (counts.get(length) ?? 0) + 1);
    const score = Math.max(...[...counts].map(([columns, rows]) => rows * (columns - 1)), 0);
    if (score > best.score) best = { separator, score };
  }
  return { separator: best.separator, body: text };
}
