// Reads pasted lines as steps: a list with or without numbers, or rows of a spreadsheet with who and until when.
import Papa from 'papaparse';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { parseDate } from '../../ui/parse-date.ts';
import { personNamed, type Candidate } from './find-people.ts';

export interface PastedStep<PersonId extends string = string> {
  readonly text: string;
  readonly responsibleIds: readonly PersonId[];
  readonly dueDate: CalendarDate | null;
  /** Cells that were not understood; they stand in the text as well. */
  readonly unread: readonly string[];
}

interface Reading<PersonId extends string> {
  readonly people: readonly (Candidate & { readonly id: PersonId })[];
  /** Day that a number of days counts from. */
  readonly reference: CalendarDate;
}

const listMark = /^\s*(?:[-–—•*·▪◦‣]|\(?\d{1,2}[.)]|[a-z][.)])\s+/iu;
/** Word puts the mark of a list into a column of its own; its own bullets arrive as letters of its symbol font. */
const markCell = /^[ \u00A0]*(?:[-–—•*·▪◦‣§o\uF0B7\uF0A7\uF0D8]|\(?\d{1,3}[.)]|\(?[a-z][.)]|\(?[ivx]{1,5}[.)])[ \u00A0]*\t/iu;
const numberAlone = /^\s*\(?\d{1,3}[.)]?\s*$/;
const betweenNames = /\s*[;,/&\n]\s*|\s+(?:and|et)\s+/u;

/**
 * Reads what was pasted into the grid.
 * @returns null when the text is one line without columns: it is pasted as text then
 */
export function pastedSteps<PersonId extends string>(text: string, reading: Reading<PersonId>): readonly PastedStep<PersonId>[] | null {
  const plain = withoutMarkCells(text);
  const hasColumns = plain.includes('\t');
  const rows = hasColumns ? withoutHeadings(sheetRows(plain)) : lines(plain).map((line) => [line]);
  if (rows.length === 0 || (rows.length === 1 && !text.includes('\t'))) return null;
  return rows.map(([first = '', ...rest]) => stepOf(first, rest, reading));
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

/** What the columns of a table of steps are called, without accents. */
const headingWords =
  /^(?:n[o°º]?\.?|#|steps?|actions?|activit(?:y|ies|es?)|tasks?|etapes?|taches?|responsables?|responsible(?: person)?|who|qui|lead|due(?: date)?|dates?|by when|when|quand|deadline|delai|echeance|timeline|person responsible|resp\.?)$/;

/** A first row in which every filled cell is the name of a column. */
function withoutHeadings(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const [first = [], ...rest] = rows;
  const filled = first.map((cell) => cell.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase()).filter((cell) => cell !== '');
  return filled.length > 1 && filled.every((cell) => headingWords.test(cell)) ? rest : rows;
}

/** Cells of a spreadsheet: quoted where they hold several lines. A first column of mere numbers is left out. */
function sheetRows(text: string): readonly (readonly string[])[] {
  const parsed = Papa.parse<string[]>(text, { delimiter: '\t', skipEmptyLines: 'greedy' });
  // A quote that is not closed as a spreadsheet would is a letter like others: it must not swallow the rows below it.
  const rows = parsed.errors.length === 0 ? parsed.data : lines(text).map((line) => line.split('\t'));
  const isNumbered = rows.every((row) => row.length > 1 && numberAlone.test(row[0] ?? ''));
  return isNumbered ? rows.map((row) => row.slice(1)) : rows;
}

/** The first cell says what; a cell that is a date says until when; the others name people. What cannot be read stays in the text. */
function stepOf<PersonId extends string>(
  first: string,
  rest: readonly string[],
  { people, reference }: Reading<PersonId>,
): PastedStep<PersonId> {
  const responsibleIds: PersonId[] = [];
  const unread: string[] = [];
  let dueDate: CalendarDate | null = null;
  for (const cell of rest.map((text) => text.trim()).filter((text) => text !== '')) {
    const date = parseDate(cell, reference);
    if (date !== null && dueDate === null) {
      dueDate = date;
      continue;
    }
    for (const name of cell.split(betweenNames).filter((part) => part !== '')) {
      const person = personNamed(people, name);
      if (person === null) unread.push(name);
      else if (!responsibleIds.includes(person.id)) responsibleIds.push(person.id);
    }
  }
  const text = first.replace(listMark, '').trim();
  return { text: unread.length === 0 ? text : `${text} (${unread.join('; ')})`.trim(), responsibleIds, dueDate, unread };
}
