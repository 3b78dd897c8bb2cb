// Reads the bytes of one journal: every line that is whole, and where the first one stands that is not.
import { migrateLine } from '../../shared/document/migrations.ts';
import { withoutByteOrderMark } from './bytes.ts';
import { decodeHeader, decodeLine, seedOf, type JournalHeader, type JournalLine } from './journal-line.ts';

export interface PlacedLine {
  readonly line: JournalLine;
  /** Offset of the first byte after its line break. */
  readonly end: number;
}

export interface JournalRead {
  /** Null when the first line is not a whole header. */
  readonly header: JournalHeader | null;
  /** Every whole line, in the form of today, also behind a bad one: revisions decide what can be used (design §4). */
  readonly lines: readonly PlacedLine[];
  /** Offset of the first bad byte, or null when every byte belongs to a whole line. */
  readonly badAt: number | null;
}

const lineBreak = 0x0a;

/** The first line of a journal, when it is a whole header. */
export function readHeader(bytes: Uint8Array): JournalHeader | null {
  const start = bytes.length - withoutByteOrderMark(bytes).length;
  const end = bytes.indexOf(lineBreak, start);
  return (end === -1 ? undefined : decodeHeader(bytes.subarray(start, end))) ?? null;
}

/**
 * @param documentId whose lines these should be, for a journal that lost its header; null = only a header can tell
 * A last line without its line break counts as bad: its write did not end.
 */
export function readJournal(bytes: Uint8Array, documentId: string | null): JournalRead {
  const start = bytes.length - withoutByteOrderMark(bytes).length;
  const header = readHeader(bytes);
  const owner = header?.documentId ?? documentId;
  const lines: PlacedLine[] = [];
  let badAt: number | null = header ? null : start;
  if (owner === null) return { header: null, lines, badAt };
  const seed = seedOf(owner);
  let position = header ? bytes.indexOf(lineBreak, start) + 1 : start;
  while (position < bytes.length) {
    const end = bytes.indexOf(lineBreak, position);
    const line = end === -1 ? undefined : decodeLine(bytes.subarray(position, end), seed);
    if (line) lines.push({ line: migrateLine(line, header?.schemaVersion ?? null), end: end + 1 });
    else badAt ??= position;
    if (end === -1) break;
    position = end + 1;
  }
  return { header, lines, badAt };
}
