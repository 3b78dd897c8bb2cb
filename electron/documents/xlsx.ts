// Workbooks as .xlsx: no macros, no formulas, dates as dates, choices as drop-down lists, printed one page wide.
import type { Blob } from 'node:buffer';
import type Stream from 'node:stream';
import writeXlsxFile, { type Cell as XlsxCell, type CellObject, type Feature as XlsxFeature } from 'write-excel-file/node';
import {
  getCellAddress,
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
  sanitizeTextContent,
} from 'write-excel-file/utility';
import { assertNever } from '../../shared/kernel/assert-never.ts';
import type { Cell, DropDown, Sheet, Workbook } from '../../shared/pack/workbook-model.ts';

type Feature = XlsxFeature<Stream | Buffer | Blob>;

const tint = '#F2F2F2';
const line = '#8C8C8C';
const longestSheetName = 31;
/** Above this a cell is refused by the programs that open the file. */
const longestCell = 32_767;
/** Heights in points. */
const lineHeight = 13.5;
const titleHeight = 20;
const inputHeight = 27;
/** No row may be taller. */
const tallestRow = 409;

/** Writes one workbook. The choices of drop-down lists stand on a hidden sheet at the end: a list written into the rule itself is limited to 255 characters. */
export async function renderXlsx({ sheets, listSheet }: Workbook): Promise<Uint8Array> {
  const lists = sheets.flatMap(({ dropDowns }) => dropDowns);
  const names = sheetNames([...sheets.map(({ name }) => name), ...(lists.length > 0 ? [listSheet] : [])]);
  const visible = sheets.map((sheet, index) => ({
    data: sheet.rows.map((row) => rowOf(row, sheet.widths)),
    sheet: names[index] ?? '',
    columns: sheet.widths.map((width) => ({ width })),
    stickyRowsCount: sheet.stickyRows,
    orientation: 'landscape' as const,
  }));
  const hidden = lists.length > 0 ? [{ data: columnsOf(lists), sheet: names.at(-1) ?? '' }] : [];
  const features: Feature[] = [onePageWide, ...(hidden.length > 0 ? [dropDownLists(sheets, names.at(-1) ?? '')] : [])];
  const written = writeXlsxFile([...visible, ...hidden], { fontFamily: 'Arial', fontSize: 10, features });
  return new Uint8Array(await written.toBuffer());
}

/** Programs disagree about who fits the height of a row to wrapped text: it is written with the row. */
function rowOf(row: readonly Cell[], widths: readonly number[]): XlsxCell[] {
  const height = Math.max(lineHeight, ...row.map((cell, column) => heightOf(cell, widths[column] ?? 10)));
  return row.flatMap((cell) => cellsOf(cell, height));
}

function heightOf(cell: Cell, width: number): number {
  if (cell === null || cell.kind === 'date' || cell.kind === 'line') return lineHeight;
  if (cell.kind === 'title') return titleHeight;
  // Characters of a proportional font are narrower than the digits that widths count, words end before the edge: the two even out.
  const lines = cell.text.split('\n').reduce((sum, part) => sum + Math.max(1, Math.ceil(part.length / (width * cellColumns(cell)))), 0);
  return Math.min(tallestRow, Math.max(lines * lineHeight, cell.kind === 'input' ? inputHeight : 0));
}

function cellColumns(cell: NonNullable<Cell>): number {
  return cell.kind === 'input' ? cell.columns : 1;
}

/** A cell that reaches over several columns is followed by the empty places that it covers. */
function cellsOf(cell: Cell, height: number): XlsxCell[] {
  if (cell === null) return [null];
  return [{ ...styledCell(cell), height }, ...Array.from({ length: cellColumns(cell) - 1 }, () => null)];
}

function styledCell(cell: NonNullable<Cell>): CellObject {
  switch (cell.kind) {
    case 'title':
      return { ...textOf(cell.text), fontWeight: 'bold', fontSize: 14 };
    case 'line':
      return { ...textOf(cell.text), alignVertical: 'top' };
    case 'heading':
      return {
        ...textOf(cell.text),
        fontWeight: 'bold',
        backgroundColor: tint,
        bottomBorderStyle: 'thin',
        wrap: true,
        alignVertical: 'top',
      };
    case 'label':
      return { ...textOf(cell.text), fontWeight: 'bold', wrap: true, alignVertical: 'top' };
    case 'text':
      return { ...textOf(cell.text), wrap: true, alignVertical: 'top' };
    case 'input':
      return { ...textOf(cell.text), wrap: true, alignVertical: 'top', borderStyle: 'thin', borderColor: line, columnSpan: cell.columns };
    case 'date':
      return { value: new Date(`${cell.date}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd', align: 'left', alignVertical: 'top' };
    default:
      return assertNever(cell);
  }
}

/** Text stays text, also where it begins with = or looks like a number. Longer than a cell can be, it says that it goes on elsewhere. */
function textOf(text: string) {
  const clean = text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]/gu, ' ');
  return { value: clean.length > longestCell ? `${clean.slice(0, longestCell - 2)} …` : clean, type: String, align: 'left' as const };
}

/** Names that spreadsheets accept, all different. */
function sheetNames(wanted: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const base = name.replace(/[[\]/\\:*?]+/g, ' ').slice(0, longestSheetName);
    let unique = base;
    for (let number = 2; taken.has(unique.toLowerCase()); number += 1) unique = `${base.slice(0, longestSheetName - 4)} ${number}`;
    taken.add(unique.toLowerCase());
    return unique;
  });
}

/** The choices side by side, one list per column. */
function columnsOf(lists: readonly DropDown[]): XlsxCell[][] {
  const longest = Math.max(...lists.map(({ choices }) => choices.length));
  return Array.from({ length: longest }, (_, row) => lists.map(({ choices }) => choices[row] ?? null));
}

const sheetFile = 'xl/worksheets/sheet{id}.xml';

function inserted(xml: string, markup: string): string {
  return insertElementMarkupAccordingToOrderOfSiblings(xml, markup, getOrderOfSiblings(sheetFile, 'worksheet') ?? [], 'worksheet');
}

/** All columns on one page when it is printed, as many pages below each other as needed. */
const onePageWide: Feature = {
  files: {
    transform: {
      [sheetFile]: {
        transform: (xml) => inserted(xml, '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'),
        transformElementAttributes: (tagName, attributes) =>
          tagName === 'pageSetup' ? { ...attributes, fitToWidth: 1, fitToHeight: 0 } : attributes,
      },
    },
  },
};

/** Ties the columns of the sheets to their lists and hides the sheet that holds these. */
function dropDownLists(sheets: readonly Sheet[], listSheet: string): Feature {
  const all = sheets.flatMap((sheet, sheetIndex) => sheet.dropDowns.map((dropDown) => ({ sheetIndex, dropDown })));
  return {
    files: {
      transform: {
        'xl/workbook.xml': {
          transformElementAttributes: (tagName, attributes, index) =>
            tagName === 'sheet' && index === sheets.length ? { ...attributes, state: 'hidden' } : attributes,
        },
        [sheetFile]: {
          transform: (xml, _options, { sheetIndex }) => {
            const rules = all.flatMap(({ sheetIndex: own, dropDown }, list) =>
              own === sheetIndex ? [rule(dropDown, list, listSheet)] : [],
            );
            return rules.length === 0 ? xml : inserted(xml, `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`);
          },
        },
      },
    },
  };
}

function rule({ column, firstRow, lastRow, choices }: DropDown, list: number, listSheet: string): string {
  const range = `${getCellAddress(firstRow, column)}:${getCellAddress(lastRow, column)}`;
  const absolute = (row: number) => getCellAddress(row, list).replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');
  const source = `'${listSheet}'!${absolute(0)}:${absolute(choices.length - 1)}`;
  return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${range}"><formula1>${sanitizeTextContent(source)}</formula1></dataValidation>`;
}
