// Reads a table in OpenDocument (.ods) as a person sees it: the text that each cell shows stands in the file beside its value. The scan is our
// own, under the limits of every list: repeated rows and columns are one element each, so that a library that unfolds them could be made to fill
// the memory by a few bytes.
import { strFromU8 } from 'fflate';
import type { IntakeFailure, SourceSheet } from '../../shared/domain/people/import-model.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { Archive } from './inflate-archive.ts';
import { lastRow, mostColumns, mostRows } from './limits.ts';

const contentPart = 'content.xml';

/** True for an archive that says that it is a table in OpenDocument. */
export function isOpenDocument({ parts }: Archive): boolean {
  const content = parts.get(contentPart);
  return content !== undefined && strFromU8(content).includes('<office:spreadsheet');
}

/** True when its parts are encrypted with a password. */
export function isEncryptedDocument({ parts }: Archive): boolean {
  const manifest = parts.get('META-INF/manifest.xml');
  return manifest !== undefined && strFromU8(manifest).includes('encryption-data');
}

/** @returns the visible tables that hold something, or why they cannot be read as a list */
export function readOpenDocument({ parts }: Archive, fileName: string): Result<readonly SourceSheet[], IntakeFailure> {
  const xml = strFromU8(parts.get(contentPart) ?? new Uint8Array());
  // Declarations of a document type are where entities come from.
  if (/<!DOCTYPE/i.test(xml)) return err({ code: 'damaged-workbook', fileName });
  // A file that was cut is no list, not half of one.
  if (!/<\/office:document-content\s*>\s*$/.test(xml)) return err({ code: 'damaged-workbook', fileName });
  const read = scan(xml);
  if ('tooManyRows' in read) return err({ code: 'too-many-rows', fileName, rows: read.tooManyRows, limit: mostRows });
  const filled = read.sheets.filter(({ rows }) => rows.length > 0);
  return filled.length > 0 ? ok(filled) : err({ code: 'empty-file', fileName });
}

interface OpenCell {
  readonly repeated: number;
  readonly rowsSpanned: number;
  paragraphs: string[];
}

function scan(xml: string): { readonly sheets: readonly SourceSheet[] } | { readonly tooManyRows: number } {
  const hiddenStyles = hiddenTableStyles(xml);
  const sheets: SourceSheet[] = [];
  let name = '';
  let isHiddenTable = false;
  let rows: string[][] = [];
  let hiddenRows: number[] = [];
  let hiddenColumns: number[] = [];
  let columns = 0;
  let spans: { readonly column: number; readonly row: number; readonly count: number }[] = [];
  let filled = 0;
  let at = 0;
  let row: { readonly repeated: number; readonly isHidden: boolean; readonly cells: string[]; column: number } | null = null;
  let cell: OpenCell | null = null;
  let notes = 0;
  let paragraph: string | null = null;
  let textFrom = 0;

  // No `<` and no nesting inside a tag: the scan stays linear on any input.
  for (const match of xml.matchAll(/<(\/?)([\w.-]+:[\w-]+)([^<>]*)>/g)) {
    const [tag, slash, element, attributes = ''] = match;
    const isOpening = slash === '';
    const isEmpty = attributes.endsWith('/');
    if (paragraph !== null) paragraph += textIn(xml.slice(textFrom, match.index));
    textFrom = match.index + tag.length;
    switch (element) {
      case 'office:annotation':
        if (!isEmpty) notes = Math.max(0, notes + (isOpening ? 1 : -1));
        break;
      case 'table:table':
        if (isOpening) {
          name = attributeIn(attributes, 'table:name') ?? '';
          isHiddenTable = hiddenStyles.has(attributeIn(attributes, 'table:style-name') ?? '');
          [rows, hiddenRows, hiddenColumns, columns, spans, filled, at] = [[], [], [], 0, [], 0, 0];
        }
        if ((!isOpening || isEmpty) && !isHiddenTable) {
          for (const { column, row: first, count } of spans) {
            for (let under = first + 1; under < Math.min(first + count, rows.length); under += 1) {
              const cells = rows[under] ?? [];
              while (cells.length <= column) cells.push('');
              cells[column] ||= rows[first]?.[column] ?? '';
            }
          }
          sheets.push({ name, rows, ...(hiddenRows.length > 0 && { hiddenRows }), ...(hiddenColumns.length > 0 && { hiddenColumns }) });
        }
        break;
      case 'table:table-column': {
        if (!isOpening) break;
        const after = columns + countIn(attributes, 'table:number-columns-repeated');
        const isHidden = /\btable:visibility="(?:filter|collapse)"/.test(attributes);
        for (; isHidden && columns < Math.min(after, mostColumns); columns += 1) hiddenColumns.push(columns);
        columns = after;
        break;
      }
      case 'table:table-row':
        if (isOpening) {
          const isHidden = /\btable:visibility="(?:filter|collapse)"/.test(attributes);
          row = { repeated: countIn(attributes, 'table:number-rows-repeated'), isHidden, cells: [], column: 0 };
        }
        if ((!isOpening || isEmpty) && row) {
          while (row.cells.at(-1) === '') row.cells.pop();
          if (row.cells.length > 0 && !isHiddenTable) {
            filled += row.repeated;
            if (filled > mostRows) return { tooManyRows: filled };
            if (at + row.repeated > lastRow) return { tooManyRows: at + row.repeated };
            while (rows.length < at) rows.push([]);
            for (let times = 0; times < row.repeated; times += 1) {
              if (row.isHidden) hiddenRows.push(rows.length);
              rows.push([...row.cells]);
            }
          }
          at += row.repeated;
          row = null;
        }
        break;
      case 'table:table-cell':
      case 'table:covered-table-cell':
        if (isOpening)
          cell = {
            repeated: countIn(attributes, 'table:number-columns-repeated'),
            rowsSpanned: countIn(attributes, 'table:number-rows-spanned'),
            paragraphs: [],
          };
        if ((!isOpening || isEmpty) && cell && row) {
          const text = cell.paragraphs.join('\n');
          for (let times = 0; times < cell.repeated && row.column + times < mostColumns; times += 1) row.cells.push(text);
          if (cell.rowsSpanned > 1 && text !== '') spans.push({ column: row.column, row: at, count: cell.rowsSpanned });
          row.column += cell.repeated;
          cell = null;
        }
        break;
      case 'text:p':
        if (notes > 0 || !cell) break;
        if (isOpening) paragraph = '';
        if (!isOpening || isEmpty) {
          cell.paragraphs.push(paragraph ?? '');
          paragraph = null;
        }
        break;
      case 'text:s':
        if (paragraph !== null) paragraph += ' ';
        break;
      case 'text:tab':
      case 'text:line-break':
        if (paragraph !== null) paragraph += element === 'text:tab' ? '\t' : '\n';
        break;
      default:
    }
  }
  return { sheets };
}

/** Names of styles of tables that are not shown. */
function hiddenTableStyles(xml: string): ReadonlySet<string> {
  const hidden = new Set<string>();
  let style = '';
  for (const [, element, attributes = ''] of xml.matchAll(/<(style:style|style:table-properties)([^<>]*)>/g)) {
    if (element === 'style:style') style = attributeIn(attributes, 'style:name') ?? '';
    else if (attributeIn(attributes, 'table:display') === 'false') hidden.add(style);
  }
  return hidden;
}

function attributeIn(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}=(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return found ? textIn(found[1] ?? found[2] ?? '') : undefined;
}

function countIn(attributes: string, name: string): number {
  const count = Number(attributeIn(attributes, name) ?? 1);
  return Number.isSafeInteger(count) && count > 0 ? count : 1;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function textIn(xml: string): string {
  return xml.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (whole, decimal, hex, named) => {
    if (named) return entities[String(named).toLowerCase()] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
