// Reads pasted lines as steps: a list with or without numbers, or rows of a spreadsheet with who and until when.
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Pasted } from '../../ui/grid/pasted.ts';
import { rowsOf, withoutCount, withoutMarks } from '../../ui/grid/pasted-rows.ts';
import { parseDate } from '../../ui/parse-date.ts';
import { personNamed, type Candidate } from './find-people.ts';

export interface PastedStep<PersonId extends string = string> {
  readonly text: string;
  readonly responsibleIds: readonly PersonId[];
  readonly dueDate: CalendarDate | null;
  /** What was not understood, as it was written; '' where everything was. */
  readonly responsibleAsTyped: string;
  readonly dueAsTyped: string;
}

interface Reading<PersonId extends string> {
  readonly people: readonly (Candidate & { readonly id: PersonId })[];
  /** Day that a number of days counts from. */
  readonly reference: CalendarDate;
}

const betweenNames = /\s*[;,/&\n]\s*|\s+(?:and|et)\s+/u;

/**
 * Reads what was pasted into the grid.
 * @param pasted the plain text, and the rows of cells where the clipboard holds a table or a list as such
 * @returns null when it is one line without columns: it is pasted as text then
 */
export function pastedSteps<PersonId extends string>(pasted: Pasted, reading: Reading<PersonId>): readonly PastedStep<PersonId>[] | null {
  const found = rowsOf(pasted);
  if (found === null) return null;
  const rows = withoutCount(found, headingsOf(found) !== null);
  const headings = headingsOf(rows);
  const body = headings ? rows.slice(1) : rows;
  const kinds = columnKinds(headings, body, reading);
  const texts = withoutMarks(body.map((row) => row[0] ?? ''));
  return body.map((row, place) => stepOf(texts[place] ?? '', row, kinds, reading)).filter((step) => !isNothing(step));
}

/** An empty line of a table is no step. */
function isNothing({ text, responsibleIds, dueDate, responsibleAsTyped, dueAsTyped }: PastedStep): boolean {
  return text === '' && responsibleIds.length === 0 && dueDate === null && responsibleAsTyped === '' && dueAsTyped === '';
}

/** What the columns of a table of steps are called, without accents. */
const headingWords =
  /^(?:n[o°º]?\.?|#|steps?|actions?|activit(?:y|ies|es?)|tasks?|etapes?|taches?|responsables?|responsible(?: person)?|who|qui|lead|due(?: date)?|dates?|by when|when|quand|deadline|delai|echeance|timeline|person responsible|resp\.?)$/;

/** A first row in which every filled cell is the name of a column; null where there is none. */
function headingsOf(rows: readonly (readonly string[])[]): readonly string[] | null {
  const [first = []] = rows;
  const filled = first.map(foldedCell).filter((cell) => cell !== '');
  return rows.length > 1 && filled.length > 1 && filled.every((cell) => headingWords.test(cell)) ? first : null;
}

/** Words that tell the columns apart: who does it, and until when. Every other heading says what is done. */
const dueHeading = /^(?:due(?: date)?|dates?|by when|when|quand|deadline|delai|echeance|timeline)$/;
const personHeading = /^(?:responsables?|responsible(?: person)?|who|qui|lead|person responsible|resp\.?)$/;

type ColumnKind = 'responsibleIds' | 'dueDate';

function foldedCell(cell: string): string {
  return cell.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase();
}

/** What each column behind the first holds: its heading says so, else the cells of it that are understood; null where neither does. */
function columnKinds<PersonId extends string>(
  headings: readonly string[] | null,
  rows: readonly (readonly string[])[],
  { people, reference }: Reading<PersonId>,
): readonly (ColumnKind | null)[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, column) => {
    const heading = foldedCell(headings?.[column] ?? '');
    if (dueHeading.test(heading)) return 'dueDate';
    if (personHeading.test(heading)) return 'responsibleIds';
    const cells = rows.map((row) => row[column]?.trim() ?? '').filter((cell) => cell !== '');
    const dates = cells.filter((cell) => parseDate(cell, reference) !== null).length;
    const names = cells.filter((cell) => cell.split(betweenNames).some((name) => personNamed(people, name) !== null)).length;
    if (dates === names) return null;
    return dates > names ? 'dueDate' : 'responsibleIds';
  });
}

/** The first cell says what; a cell that is a date says until when; the others name people. What is not understood is kept as it was written. */
function stepOf<PersonId extends string>(
  text: string,
  row: readonly string[],
  kinds: readonly (ColumnKind | null)[],
  { people, reference }: Reading<PersonId>,
): PastedStep<PersonId> {
  const responsibleIds: PersonId[] = [];
  const unread: Record<ColumnKind, string[]> = { responsibleIds: [], dueDate: [] };
  let dueDate: CalendarDate | null = null;
  for (const [column, raw] of row.entries()) {
    const cell = raw.trim();
    if (column === 0 || cell === '') continue;
    const date = parseDate(cell, reference);
    if (date !== null && dueDate === null) {
      dueDate = date;
      continue;
    }
    if (kinds[column] === 'dueDate' || (kinds[column] === null && /\d/.test(cell))) {
      unread.dueDate.push(cell);
      continue;
    }
    for (const name of cell.split(betweenNames).filter((part) => part !== '')) {
      const person = personNamed(people, name);
      if (person === null) unread.responsibleIds.push(name);
      else if (!responsibleIds.includes(person.id)) responsibleIds.push(person.id);
    }
  }
  return {
    text,
    responsibleIds,
    dueDate,
    responsibleAsTyped: unread.responsibleIds.join('; '),
    dueAsTyped: unread.dueDate.join('; '),
  };
}
