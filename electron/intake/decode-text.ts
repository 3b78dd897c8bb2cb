// Turns bytes into text: the encoding found or chosen, the lines that are in another one, and a better table where the signs look wrong.
import iconv from 'iconv-lite';
import { textEncodings, type TextEncoding } from '../../shared/domain/people/values.ts';

export interface DecodedText {
  /** With `oddLineMark` beside the first foreign sign of each line that is not in the encoding of the others. */
  readonly text: string;
  readonly encoding: TextEncoding;
  /** The encoding in which the signs of this text look right, where those of `encoding` do not. */
  readonly suggested: TextEncoding | null;
  /** How the marked lines were read; null when there is none. */
  readonly oddLinesAs: TextEncoding | null;
}

/** A private-use character: no keyboard types it, and what a file has of it is taken out. */
export const oddLineMark = '\uE001';

/** Names under which the library knows the tables. */
const tables: Partial<Record<TextEncoding, string>> = {
  cp437: 'cp437',
  cp850: 'cp850',
  cp852: 'cp852',
  macintosh: 'macroman',
  'utf-16le': 'utf16-le',
  'utf-16be': 'utf16-be',
};

/** One byte for one sign; the likeliest first. */
const singleByte = textEncodings.filter((encoding) => !encoding.startsWith('utf-'));

/** Bytes that the look for UTF-16 without a mark goes through. */
const bytesToJudgeBy = 4096;

/**
 * @param chosen by a person; without it UTF-8 and UTF-16 are known by their bytes, and anything else is Windows-1252 (what Excel writes in
 *   Western Europe and in French- and Portuguese-speaking Africa)
 * @returns null when these bytes are no text at all
 */
export function decodeText(bytes: Uint8Array, chosen?: TextEncoding): DecodedText | null {
  const decoded = chosen === undefined ? decodedAsFound(bytes) : decodedAs(bytes, chosen);
  // Control signs other than tab, line ends and page breaks: a picture, a PDF, an archive.
  // oxlint-disable-next-line no-control-regex
  return /[\u0000-\u0008\u000E-\u001F]/.test(decoded.text) ? null : decoded;
}

function decodedAsFound(bytes: Uint8Array): DecodedText {
  const utf16 = utf16In(bytes);
  if (utf16) return decodedAs(bytes, utf16);
  const { text, isForeign, oddLines } = lineByLine(bytes);
  if (oddLines === null) return { text, encoding: 'utf-8', suggested: isTwice(text) ? 'utf-8-twice' : null, oddLinesAs: null };
  if (isForeign) return decodedAs(bytes, 'utf-8');
  return { ...decodedAs(bytes, 'windows-1252'), suggested: betterThan(bytes, 'windows-1252') };
}

function decodedAs(bytes: Uint8Array, encoding: TextEncoding): DecodedText {
  const plain = { encoding, suggested: null, oddLinesAs: null };
  switch (encoding) {
    case 'utf-8': {
      const { text, oddLines } = lineByLine(bytes);
      if (oddLines === null) return { ...plain, text };
      const oddLinesAs = betterThan(oddLines, 'windows-1252') ?? 'windows-1252';
      return { ...plain, text: lineByLine(bytes, oddLinesAs).text, oddLinesAs };
    }
    case 'utf-8-twice':
      return { ...plain, text: readOnce(lineByLine(bytes).text) };
    default:
      return { ...plain, text: inTable(bytes, encoding) };
  }
}

function inTable(bytes: Uint8Array, encoding: TextEncoding): string {
  return iconv
    .decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), tables[encoding] ?? encoding)
    .replaceAll(oddLineMark, '');
}

/** By its mark, or by the zeros that every other byte of Latin text is. */
function utf16In(bytes: Uint8Array): TextEncoding | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  const looked = Math.min(bytes.length, bytesToJudgeBy);
  for (let at = 0; at < looked; at += 1) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (even === 0 && odd * 4 > looked) return 'utf-16le';
  return odd === 0 && even * 4 > looked ? 'utf-16be' : null;
}

interface Lines {
  readonly text: string;
  /** True when a line has a sign that only UTF-8 writes so. */
  readonly isForeign: boolean;
  /** The bytes of all lines that are not UTF-8; null when there is none. */
  readonly oddLines: Uint8Array | null;
}

/** A list may be glued together out of two files: one bad line must damage no other one. */
function lineByLine(bytes: Uint8Array, oddLinesAs: TextEncoding = 'windows-1252'): Lines {
  const lines: string[] = [];
  const odd: Uint8Array[] = [];
  let isForeign = false;
  const strict = new TextDecoder('utf-8', { fatal: true });
  for (let start = 0; start < bytes.length;) {
    const found = bytes.indexOf(0x0a, start);
    const end = found === -1 ? bytes.length : found + 1;
    const line = bytes.subarray(start, end);
    try {
      const text = strict.decode(line).replaceAll(oddLineMark, '');
      isForeign ||= /[\u0080-\uFFFF]/.test(text);
      lines.push(text);
    } catch {
      odd.push(line);
      lines.push(inTable(line, oddLinesAs).replace(/[\u0080-\uFFFF]/, `$&${oddLineMark}`));
    }
    start = end;
  }
  return { text: lines.join(''), isForeign, oddLines: odd.length > 0 ? Buffer.concat(odd) : null };
}

/** UTF-8 that was read as Windows-1252 and saved as UTF-8 once more: Ã© stands for é. */
const twice = /[\u00C2\u00C3\u00C5\u00D8\u00D9][\u0080-\u00BF\u0152\u0153\u0160\u0161\u0178\u017D\u017E\u0192\u02C6\u02DC\u2013-\u2122]/;

function isTwice(text: string): boolean {
  return twice.test(text) && readOnce(text) !== text;
}

function readOnce(text: string): string {
  const strict = new TextDecoder('utf-8', { fatal: true });
  return text
    .split('\n')
    .map((line) => {
      const bytes = iconv.encode(line, 'windows-1252');
      if (iconv.decode(bytes, 'windows-1252') !== line) return line;
      try {
        return strict.decode(bytes);
      } catch {
        return line;
      }
    })
    .join('\n');
}

/** Part of the foreign signs that may look strange: names of firms and typing mistakes exist. */
const mostStrange = 0.2;

/** @returns the table in which the signs look right, where those of `encoding` look wrong; null otherwise */
function betterThan(bytes: Uint8Array, encoding: TextEncoding): TextEncoding | null {
  const looks = (table: TextEncoding) => looksOf(inTable(bytes, table));
  const known = looks(encoding);
  if (known.strange <= known.foreign * mostStrange) return null;
  let best: { readonly table: TextEncoding | null; readonly score: number } = { table: null, score: known.usual - 3 * known.strange };
  for (const table of singleByte) {
    const { usual, strange, foreign } = looks(table);
    const score = usual - 3 * strange;
    if (strange <= foreign * mostStrange && score > best.score) best = { table, score };
  }
  return best.table;
}

interface Looks {
  readonly foreign: number;
  readonly usual: number;
  readonly strange: number;
}

const usualLetters = new Set('éèêëàâçîïôöùûüñãõáíóúäåæøœßÉÈÊËÀÂÇÎÏÔÖÙÛÜÑÃÕÁÍÓÚÄÅÆØŒ');

/** Signs that stand between two letters in honest text. */
const inWords = new Set('’‘–—·\u00A0\u00AD');

/** Signs that follow no letter in honest text. */
const afterNoLetter = new Set('‚„ƒˆ‰‡†¢£¤¥§¨¬¯¸¡¿‹•');

/** Counts signs beyond ASCII by whether people write them where they stand. */
function looksOf(text: string): Looks {
  let [foreign, usual, strange] = [0, 0, 0];
  for (const { 0: sign, index } of text.matchAll(/[\u0080-\uFFFF]/g)) {
    foreign += 1;
    const before = text[index - 1] ?? '';
    const after = text[index + 1] ?? '';
    if (isStrange(sign, before, after)) strange += 1;
    else if (usualLetters.has(sign) || (isLetter(sign) && !/\p{Script=Latin}/u.test(sign))) usual += 1;
  }
  return { foreign, usual, strange };
}

function isStrange(sign: string, before: string, after: string): boolean {
  if (/[\u0080-\u009F\uFFFD\p{S}\u2500-\u25FF]/u.test(sign) && (isLetter(before) || isLetter(after))) return true;
  if (/[\u0080-\u009F\uFFFD]/.test(sign)) return true;
  if (!isLetter(sign)) return isLetter(before) && (afterNoLetter.has(sign) || (isLetter(after) && !inWords.has(sign)));
  if (/\p{Lu}/u.test(sign) && /\p{Ll}/u.test(before)) return true;
  // No word of a Latin script has three accents in a row; one of another script that was misread has nothing else.
  if (isLatin(sign) && [before, after].every((other) => other > '\u007F' && isLetter(other))) return true;
  return [before, after].some((other) => isLetter(other) && isLatin(other) !== isLatin(sign));
}

function isLetter(sign: string): boolean {
  return /\p{L}/u.test(sign);
}

function isLatin(sign: string): boolean {
  return /\p{Script=Latin}/u.test(sign);
}
