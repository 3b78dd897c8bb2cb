// Reads pasted lines as steps: a list with or without numbers, or rows of a spreadsheet with who and until when.
import Papa from 'papaparse';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { parseDate } from '../../ui/parse-date.ts';
import { personNamed, type Candidate } from './find-people.ts';

export interface PastedStep<PersonId extends string = string> {
  readonly text: string;
  readonly responsibleIds: readonly PersonId[];
  readonly dueDate: CalendarDate | null;
}

interface Reading<PersonId extends string> {
  readonly people: readonly (Candidate & { readonly id: PersonId })[];
  /** Day that a number of days counts from. */
  readonly reference: CalendarDate;
}

const listMark = /^\s*(?:[-–—•*·▪◦‣]|\(?\d{1,2}[.)]|[a-z][.)])\s+/iu;
const numberAlone = /^\s*\(?\d{1,3}[.)]?\s*$/;
const betweenNames = /\s*[;,/&\n]\s*|\s+(?:and|et)\s+/u;

/**
 * Reads what was pasted into the grid.
 * @returns null when the text is one line without columns: it is pasted as text then
 */
export function pastedSteps<PersonId extends string>(text: string, reading: Reading<PersonId>): readonly PastedStep<PersonId>[] | null {
  const hasColumns = text.includes('\t');
  const rows = hasColumns ? sheetRows(text) : lines(text).map((line) => [line]);
  if (rows.length === 0 || (rows.length === 1 && !hasColumns)) return null;
  return rows.map(([first = '', ...rest]) => stepOf(first, rest, reading));
}

function lines(text: string): readonly string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Cells of a spreadsheet: quoted where they hold several lines. A first column of mere numbers is left out. */
function sheetRows(text: string): readonly (readonly string[])[] {
  const rows = Papa.parse<string[]>(text, { delimiter: '\t', skipEmptyLines: 'greedy' }).data;
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
  return { text: unread.length === 0 ? text : `${text} (${unread.join('; ')})`.trim(), responsibleIds, dueDate };
}
