// Writes the XML of one worksheet anew with only the cells that hold something, before the spreadsheet library reads it. The library fills
// the gaps up to the furthest cell, so that one stray cell in XFD1048576 would cost gigabytes; and it reads a formula that was never
// calculated as an empty cell, which must be told to the facilitator.
import { lastRow, mostColumns, mostRows } from './limits.ts';

/** Stands in a cell whose formula has no stored result. A private-use character: no keyboard types it. */
export const uncalculated = '\uE000uncalculated\uE000';

export interface RebuiltSheet {
  /** Row 1 holds only the key, in A1; the sheet's rows with something in them follow without gaps. */
  readonly xml: string;
  /** The number of each of these rows on the sheet, from 1. */
  readonly rowNumbers: readonly number[];
  /** The numbers of the rows that a filter or a person has hidden. */
  readonly hiddenRows: readonly number[];
  /** The indexes of the columns that a person has hidden. */
  readonly hiddenColumns: readonly number[];
  /** Cells merged downwards: the value of the first one counts for all of them. Rows and columns from 1. */
  readonly mergedDown: readonly MergedDown[];
}

/** The text that a number is shown as in a style, or null where its digits alone say the same. */
export type ShownNumber = (style: string | undefined, stored: string) => string | null;

export interface MergedDown {
  readonly column: number;
  readonly firstRow: number;
  readonly lastRow: number;
}

/** True for any part that the library could take for a worksheet, wherever the archive keeps it. */
export function isSheetXml(xml: string): boolean {
  return xml.includes('sheetData');
}

/**
 * @param xml a worksheet part
 * @param key by which the caller knows the sheet again among those that the library returns
 * @param shown how the sheet shows a number in a style
 * @returns the new XML, or the number of rows when they are too many
 */
export function rebuildSheet(xml: string, key: number, shown: ShownNumber): RebuiltSheet | { readonly tooManyRows: number } {
  const rowNumbers: number[] = [];
  const hiddenRows: number[] = [];
  const written: string[] = [];
  let rows = 0;
  let row = 0;
  let column = 0;
  let lastWritten = 0;
  let open: { readonly attributes: string; readonly from: number } | null = null;

  // No `<` and no nesting inside a tag: the scan stays linear on any input.
  for (const match of xml.matchAll(/<(\/?)(?:[\w.-]+:)?(row|c)(?=[\s/>])([^<>]*)>/g)) {
    const [tag, slash, name, attributes = ''] = match;
    if (name === 'row') {
      open = null;
      if (slash) continue;
      row = numberIn(attributes) ?? row + 1;
      column = 0;
      if (isHidden(attributes, 'ht')) hiddenRows.push(row);
      continue;
    }
    if (!slash) {
      const address = addressIn(attributes);
      column = address?.column ?? column + 1;
      if (address) row = address.row;
      open = attributes.endsWith('/') ? null : { attributes, from: match.index + tag.length };
      continue;
    }
    if (!open || column > mostColumns) continue;
    const content = cellContent(open.attributes, xml.slice(open.from, match.index), shown);
    open = null;
    if (content === null) continue;
    if (row > lastRow) return { tooManyRows: row };
    if (row !== lastWritten) {
      rows += 1;
      if (rows <= mostRows) {
        written.push(`</row><row r="${rows + 1}">`);
        rowNumbers.push(row);
      }
      lastWritten = row;
    }
    if (rows <= mostRows) written.push(`<c r="${letters(column)}${rows + 1}"${content}`);
  }
  if (rows > mostRows) return { tooManyRows: rows };
  const keyRow = `<row r="1"><c r="A1"><v>${key}</v></c>`;
  return {
    xml: `<?xml version="1.0" encoding="UTF-8"?><worksheet><sheetData>${keyRow}${written.join('')}</row></sheetData></worksheet>`,
    rowNumbers,
    hiddenRows,
    hiddenColumns: hiddenColumnsIn(xml),
    mergedDown: mergedDownIn(xml),
  };
}

/** The rest of a cell's XML after its address, or null when the cell holds nothing. */
function cellContent(attributes: string, inner: string, shown: ShownNumber): string | null {
  const type = attributeIn(attributes, 't') ?? 'n';
  const style = attributeIn(attributes, 's');
  const inline = /<(?:[\w.-]+:)?is(?=[\s>])[^<>]*>/.exec(inner);
  if (inline) {
    const end = inner.search(/<\/(?:[\w.-]+:)?is\s*>/);
    const runs = inner.slice(inline.index + inline[0].length, end === -1 ? undefined : end).replace(/<(\/?)[\w.-]+:/g, '<$1');
    return ` t="inlineStr"><is>${runs}</is></c>`;
  }
  const value = /<(?:[\w.-]+:)?v(?=[\s>])[^<>]*>([^<]*)</.exec(inner)?.[1] ?? '';
  // The library drops what a formula shows that has failed: #N/A must be named.
  const text = value === '' ? null : type === 'n' ? shown(style, value) : type === 'e' ? value : null;
  if (text !== null) return ` t="inlineStr"><is><t xml:space="preserve">${text.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</t></is></c>`;
  if (value !== '') return `${style ? ` s="${style}"` : ''} t="${type}"><v>${value}</v></c>`;
  const hasFormula = /<(?:[\w.-]+:)?f(?=[\s/>])/.test(inner);
  // A formula whose result is the empty text says so: its type is `str` and it has a value element.
  const isEmptyResult = type === 'str' && /<(?:[\w.-]+:)?v(?=[\s/>])/.test(inner);
  return hasFormula && !isEmptyResult ? ` t="inlineStr"><is><t>${uncalculated}</t></is></c>` : null;
}

/** Hidden, or pulled together until nothing of it is seen. */
function isHidden(attributes: string, size: 'ht' | 'width'): boolean {
  return /^(1|true)$/.test(attributeIn(attributes, 'hidden') ?? '') || Number(attributeIn(attributes, size) ?? 1) === 0;
}

function hiddenColumnsIn(xml: string): readonly number[] {
  const hidden: number[] = [];
  for (const [, attributes = ''] of xml.matchAll(/<(?:[\w.-]+:)?col(?=\s)([^<>]*)>/g)) {
    if (!isHidden(attributes, 'width')) continue;
    const first = Number(attributeIn(attributes, 'min'));
    const last = Math.min(Number(attributeIn(attributes, 'max')), mostColumns);
    if (Number.isSafeInteger(first) && first > 0) for (let column = first; column <= last; column += 1) hidden.push(column - 1);
    if (hidden.length > mostColumns) break;
  }
  return hidden;
}

function mergedDownIn(xml: string): readonly MergedDown[] {
  const found: MergedDown[] = [];
  for (const [, first = '', last = ''] of xml.matchAll(/<(?:[\w.-]+:)?mergeCell\s+ref="([A-Z]+\d+):([A-Z]+\d+)"/g)) {
    const from = parseAddress(first);
    const to = parseAddress(last);
    if (!from || !to || from.column > mostColumns) continue;
    if (to.row > from.row && to.row <= lastRow) found.push({ column: from.column, firstRow: from.row, lastRow: to.row });
  }
  return found;
}

function attributeIn(attributes: string, name: string): string | undefined {
  return new RegExp(`(?:^|\\s)${name}=["']([^"']*)["']`).exec(attributes)?.[1];
}

function numberIn(attributes: string): number | null {
  const number = Number(attributeIn(attributes, 'r'));
  return Number.isSafeInteger(number) && number > 0 ? number : null;
}

interface Address {
  readonly row: number;
  readonly column: number;
}

function addressIn(attributes: string): Address | null {
  const text = attributeIn(attributes, 'r');
  return text === undefined ? null : parseAddress(text);
}

function parseAddress(text: string): Address | null {
  const match = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(text);
  if (!match) return null;
  const [, name = '', row = ''] = match;
  return { row: Number(row), column: [...name].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) };
}

function letters(column: number): string {
  let name = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}
