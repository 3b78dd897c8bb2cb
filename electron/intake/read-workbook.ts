// Reads a workbook (.xlsx, and .ods through read-open-document.ts) into sheets of text, as a person sees them. The archive is opened by us, under limits; the library then
// gets a small archive of our own making, so that it never meets a byte that was not counted.
import { strFromU8, strToU8, zipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/universal';
import type { IntakeFailure, SourceSheet } from '../../shared/domain/people/import-model.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { inflateArchive, type Archive } from './inflate-archive.ts';
import { mostRows } from './limits.ts';
import { shownNumbers } from './number-formats.ts';
import { isEncryptedDocument, isOpenDocument, readOpenDocument } from './read-open-document.ts';
import { isSheetXml, rebuildSheet, uncalculated, type RebuiltSheet } from './sheet-xml.ts';

const workbookPart = 'xl/workbook.xml';

/** Numbers arrive as text already (`numberText`), dates as UTC. */
type Row = readonly (string | boolean | Date | null)[];

/**
 * @param bytes a ZIP archive
 * @returns the visible sheets that hold something, or why the archive cannot be read as a list
 */
export async function readWorkbook(bytes: Uint8Array, fileName: string): Promise<Result<readonly SourceSheet[], IntakeFailure>> {
  const archive = inflateArchive(bytes, (name) => /\.(xml|rels)$/i.test(name));
  if (!archive.ok) return err({ code: archive.failure, fileName });
  if (isEncryptedDocument(archive.value)) return err({ code: 'encrypted-workbook', fileName });
  if (isOpenDocument(archive.value)) return readOpenDocument(archive.value, fileName);
  const refused = refusal(archive.value, fileName);
  if (refused) return err(refused);

  const styles = archive.value.parts.get('xl/styles.xml');
  const shown = shownNumbers(styles ? strFromU8(styles) : null);
  const parts: Record<string, Uint8Array> = {};
  const rebuilt: RebuiltSheet[] = [];
  for (const [name, part] of archive.value.parts) {
    const xml = strFromU8(part);
    // Declarations of a document type are where entities come from: they name files, addresses, or each other without end.
    if (/<!DOCTYPE/i.test(xml)) return err({ code: 'damaged-workbook', fileName });
    if (!isSheetXml(xml)) {
      parts[name] = name === workbookPart ? strToU8(withoutHiddenSheets(xml)) : part;
      continue;
    }
    const sheet = rebuildSheet(xml, rebuilt.length, shown);
    if ('tooManyRows' in sheet) return err({ code: 'too-many-rows', fileName, rows: sheet.tooManyRows, limit: mostRows });
    rebuilt.push(sheet);
    parts[name] = strToU8(sheet.xml);
  }

  try {
    const archiveForReader = zipSync(parts, { level: 0 });
    const sheets = await readXlsxFile(archiveForReader.buffer, { parseNumber: numberText });
    const filled = sheets.flatMap(({ sheet: name, data }) => {
      // A chart that fills a sheet of its own has no cells at all.
      const [keyRow, ...rows] = (data ?? []) as readonly Row[];
      const origin = keyRow && rebuilt[Number(keyRow[0])];
      return origin && rows.length > 0 ? [sourceSheet(name, rows, origin)] : [];
    });
    return filled.length > 0 ? ok(filled) : err({ code: 'empty-file', fileName });
  } catch {
    // The library has no closed list of what it throws: whatever it could not read is a damaged workbook to the facilitator.
    return err({ code: 'damaged-workbook', fileName });
  }
}

function refusal({ names, parts }: Archive, fileName: string): IntakeFailure | null {
  if ([...names].some((name) => /(^|\/)vbaProject\.bin$/i.test(name))) return { code: 'macro-workbook', fileName };
  if (names.has('xl/workbook.bin')) return { code: 'old-excel-format', fileName };
  if (!parts.has(workbookPart)) return { code: 'not-a-spreadsheet', fileName };
  const types = parts.get('[Content_Types].xml');
  if (types && /\.macroEnabled\./i.test(strFromU8(types))) return { code: 'macro-workbook', fileName };
  return null;
}

/** Hidden sheets hold lists for drop-downs and old data: nobody who looks at the file sees them. */
function withoutHiddenSheets(workbook: string): string {
  return workbook.replace(/<(?:[\w.-]+:)?sheet\s[^<>]*\bstate="(?:hidden|veryHidden)"[^<>]*\/>/g, '');
}

/** Puts the rows back to where they are on the sheet. */
function sourceSheet(name: string, read: readonly Row[], { rowNumbers, hiddenRows, hiddenColumns, mergedDown }: RebuiltSheet): SourceSheet {
  const height = rowNumbers.at(-1) ?? 0;
  const rows: string[][] = Array.from({ length: height }, () => []);
  const formulasWithoutValue: { row: number; column: number }[] = [];
  read.forEach((cells, index) => {
    const row = (rowNumbers[index] ?? 1) - 1;
    rows[row] = cells.map((cell, column) => {
      if (cell !== uncalculated) return cellText(cell);
      formulasWithoutValue.push({ row, column });
      return '';
    });
  });
  for (const { column, firstRow, lastRow } of mergedDown) {
    const value = rows[firstRow - 1]?.[column - 1] ?? '';
    if (value === '') continue;
    for (let row = firstRow; row < Math.min(lastRow, height); row += 1) {
      const cells = rows[row] ?? [];
      while (cells.length < column) cells.push('');
      cells[column - 1] ||= value;
    }
  }
  const hidden = hiddenRows.filter((row) => row <= height).map((row) => row - 1);
  return {
    name,
    rows,
    formulasWithoutValue,
    ...(hidden.length > 0 && { hiddenRows: hidden }),
    ...(hiddenColumns.length > 0 && { hiddenColumns }),
  };
}

function cellText(cell: Row[number]): string {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return cell instanceof Date ? dateText(cell) : cell;
}

/** A number with all its digits: a phone number stored as 2.54700123456E+11 is 254700123456, and 0.30000000000000004 is 0.3. */
function numberText(stored: string): string {
  if (/^-?\d+$/.test(stored)) return stored;
  const number = Number(stored);
  return Number.isFinite(number) ? number.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 10 }) : stored;
}

/** A date as YYYY-MM-DD, with the time when it has one; a time of day alone as hh:mm (it lies before the first day that a sheet knows). */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const minute = 60_000;
  const rounded = new Date(Math.round(date.getTime() / minute) * minute);
  const [day = '', time = ''] = rounded.toISOString().split('T');
  if (rounded.getUTCFullYear() < 1900) return time.slice(0, 5);
  return time.startsWith('00:00') ? day : `${day} ${time.slice(0, 5)}`;
}
