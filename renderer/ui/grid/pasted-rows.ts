// Rows of cells out of what was pasted, whichever flavour brings them: a table, a list, or plain lines with tabs.
import type { Pasted } from './pasted.ts';

const listMark = /^\s*(?:[-–—•*·▪◦‣]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+/iu;
/** Or the initial of a name. */
const letterMark = /^\s*([a-z])\.\s+/iu;
/** Word puts the mark of a list into a column of its own; its own bullets arrive as letters of its symbol font. */
const markCell = /^[ \u00A0]*(?:[-–—•*·▪◦‣§o\uF0B7\uF0A7\uF0D8]|\(?\d{1,3}[.)]|\(?[a-z][.)]|\(?[ivx]{1,5}[.)])[ \u00A0]*\t/iu;

/**
 * @returns the rows, without the marks that Word writes into columns of their own; null when it is one text: it is pasted as text then
 */
export function rowsOf({ text, rows: given }: Pasted): readonly (readonly string[])[] | null {
  const plain = withoutMarkCells(text);
  const rows = given ?? (plain.includes('\t') ? quotedCells(plain) : lines(plain).map((line) => [line]));
  const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ''));
  const isOneText = filled.length === 1 && (given ? filled[0]?.length === 1 : !text.includes('\t'));
  return filled.length === 0 || isOneText ? null : filled;
}

/** The entries of a list without their bullets, numbers and letters. A letter that does not count on from the entry before is an initial: "M. Kofi". */
export function withoutMarks(entries: readonly string[]): readonly string[] {
  const letters = entries.map((entry) => letterMark.exec(entry)?.[1]?.toLowerCase().charCodeAt(0) ?? null);
  const countsOn = (place: number) => {
    const letter = letters[place] ?? null;
    return letter !== null && (letters[place - 1] === letter - 1 || (letter === firstLetter && letters[place + 1] === letter + 1));
  };
  return entries.map((entry, place) => entry.replace(countsOn(place) ? letterMark : listMark, '').trim());
}

const firstLetter = 'a'.charCodeAt(0);

const numberAlone = /^\s*\(?\d{1,3}[.)]?\s*$/;

/** A first column of mere numbers counts the rows and is left out; its heading goes with it. */
export function withoutCount(rows: readonly (readonly string[])[], isHeaded: boolean): readonly (readonly string[])[] {
  const body = isHeaded ? rows.slice(1) : rows;
  const isNumbered = body.every((row) => row.length > 1 && numberAlone.test(row[0] ?? ''));
  return isNumbered ? rows.map((row) => row.slice(1)) : rows;
}

function lines(text: string): readonly string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function withoutMarkCells(text: string): string {
  const all = text.split(/\r\n|\r|\n/);
  const numbered = /^\s*\d{1,3}\t/;
  // A number alone may be worth something; where every line begins with one or with a mark, it counts the lines.
  const isNumbered = all.every((line) => line.trim() === '' || markCell.test(line) || numbered.test(line));
  return all.map((line) => line.replace(markCell, '').replace(isNumbered ? numbered : /$^/, '')).join('\n');
}

/** A cell in quotes up to a tab, a line's end or the end of all; inside it two quotes are one. */
const quotedCell = /"((?:[^"]|"")*)"(?=\t|\r\n|\r|\n|$)/y;
const plainCell = /[^\t\r\n]*/y;

/** Excel quotes cells of several lines and no others: a quote that is not closed as a cell is a letter, and swallows no row below it. */
function quotedCells(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  let at = 0;
  const take = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at = pattern.lastIndex;
    return found;
  };
  while (at <= text.length) {
    const quoted = take(quotedCell)?.[1];
    rows.at(-1)?.push(quoted === undefined ? (take(plainCell)?.[0] ?? '') : quoted.replaceAll('""', '"').replace(/\r\n?/g, '\n'));
    const end = text[at];
    at += text.startsWith('\r\n', at) ? 2 : 1;
    if (end !== undefined && end !== '\t') rows.push([]);
  }
  return rows;
}
