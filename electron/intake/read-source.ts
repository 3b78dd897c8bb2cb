// Reads what people bring as a list of participants: decides by content, not by the file's name, what it is, and turns it into sheets of text.
import type { IntakeFailure, SourceSheet } from '../../shared/domain/people/import-model.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { mostRows, refusalBySize } from './limits.ts';
import type { TextEncoding } from '../../shared/domain/people/values.ts';
import { decodeText } from './decode-text.ts';
import { readDelimited } from './read-delimited.ts';
import { readWorkbook } from './read-workbook.ts';

export interface SourceFile {
  readonly bytes: Uint8Array;
  /** Shown to the facilitator; decides nothing. */
  readonly fileName: string;
  /** Of a text, as a person has chosen it; otherwise it is found. Workbooks say theirs. */
  readonly encoding?: TextEncoding | undefined;
}

/**
 * Reads a workbook (.xlsx, .ods) or text with columns: a file (.csv, .tsv, .txt), or cells pasted from a spreadsheet.
 * @returns all visible sheets with something in them, or why the file cannot be read as a list of people
 */
export async function readSource({ bytes, fileName, encoding }: SourceFile): Promise<Result<readonly SourceSheet[], IntakeFailure>> {
  const refused = refusalBySize(bytes.length, fileName);
  if (refused) return err(refused);
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return readWorkbook(bytes, fileName);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return err({ code: compoundFileCode(bytes), fileName });
  const text = decodeText(bytes, encoding);
  if (text === null || isMarkup(text.text)) return err({ code: 'not-a-spreadsheet', fileName });
  const sheet = readDelimited(text, fileName);
  if (sheet === null) return err({ code: 'empty-file', fileName });
  return 'tooManyRows' in sheet ? err({ code: 'too-many-rows', fileName, rows: sheet.tooManyRows, limit: mostRows }) : ok([sheet]);
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/**
 * An OLE2 compound file: a workbook with a password keeps its archive in the stream `EncryptedPackage` ([MS-OFFCRYPTO] 2.3), Excel 97–2003
 * keeps its sheets in `Workbook` or `Book` ([MS-XLS] 2.1.2). The names stand as UTF-16LE in the directory.
 */
function compoundFileCode(bytes: Uint8Array): 'encrypted-workbook' | 'old-excel-format' | 'not-a-spreadsheet' {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const hasStream = (name: string): boolean => content.includes(Buffer.from(`${name}\0`, 'utf16le'));
  if (hasStream('EncryptedPackage')) return 'encrypted-workbook';
  return hasStream('Workbook') || hasStream('Book') ? 'old-excel-format' : 'not-a-spreadsheet';
}

/** Web pages, XML and RTF are text too, and some programs call them .xls or .csv. */
function isMarkup(text: string): boolean {
  return /^\s*(<[!?a-z]|\{\\rtf|%PDF-)/i.test(text);
}
