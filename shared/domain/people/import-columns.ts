// Which row is the header of a list, and what each column holds: from the headings, and where they say nothing or too little, from the cells.
import { digitsOf, isDateText, isEmailValid, isPhoneUsual } from './import-contacts.ts';
import { headingOf, type HeadingMeaning } from './import-headings.ts';
import type { ImportTarget } from './import-model.ts';
import { folded, isHonorific, tidied } from './import-text.ts';
import { consentOf, isAnonymous, isLeftOut, isRegistrationState, isSexWord, kindOf, languageOf } from './import-words.ts';

type Rows = readonly (readonly string[])[];

/** Rows from the top in which a header is looked for: long introductions exist, but not longer ones. */
const rowsAboveHeader = 40;

/** Rows under the header that are looked at. */
const rowsToJudgeBy = 60;

/** Part of a column's cells that must be of one nature. */
const mostly = 0.6;

/** @returns index of the row that looks most like a header, or null when none does */
export function headerRowOf(rows: Rows): number | null {
  let best: { readonly row: number | null; readonly score: number } = { row: null, score: 0 };
  for (const [row, cells] of rows.slice(0, rowsAboveHeader).entries()) {
    const score = headerScore(cells);
    if (score > best.score) best = { row, score };
  }
  return best.row;
}

/** Two points for each heading known by its words, one for each that only contains a known word. */
function headerScore(cells: readonly string[]): number {
  const filled = cells.filter((cell) => tidied(cell) !== '');
  // A row with an address in it is about a person.
  if (filled.some((cell) => cell.includes('@'))) return 0;
  const headings = filled.map(headingOf).filter((heading) => heading !== null);
  const score = headings.reduce((sum, { isExact }) => sum + (isExact ? 2 : 1), 0);
  if (headings.length > 1) return headings.length * 3 >= filled.length ? score : 0;
  // One heading alone must be known by its words and stand alone: a list of nothing but names.
  return filled.length === 1 ? Math.max(0, score - 1) : 0;
}

/** Number of columns of the widest row. */
export function widthOf(rows: Rows): number {
  return rows.reduce((widest, cells) => Math.max(widest, cells.length), 0);
}

/**
 * Guesses what each column holds. No target is given twice, except `ignore`.
 * @param headerRow index of the header, or null: then the cells alone decide
 * @param hiddenColumns what nobody sees in the sheet is not imported by itself
 */
export function mappingOf(rows: Rows, headerRow: number | null, hiddenColumns: readonly number[] = []): readonly ImportTarget[] {
  const header = headerRow === null ? [] : (rows[headerRow] ?? []);
  const first = headerRow === null ? 0 : headerRow + 1;
  const body = rows.slice(first, first + rowsToJudgeBy);
  const columns = Array.from({ length: widthOf(rows) }, (_, index) => {
    const cells = body.map((row) => tidied(row[index] ?? '')).filter((cell) => cell !== '');
    // A form that knows nobody says so in every row: such a column holds nothing, as far as anybody sees.
    const isNobody = (cells.length > 0 && cells.every(isAnonymous)) || hiddenColumns.includes(index);
    return {
      heading: isNobody ? ({ meaning: 'ignore', isExact: true } as const) : headingOf(header[index] ?? ''),
      hasHeading: isNobody || tidied(header[index] ?? '') !== '',
      cells,
    };
  });
  const mapping: (ImportTarget | null)[] = columns.map(() => null);
  const taken = new Set<ImportTarget>();
  const give = (index: number, target: ImportTarget): void => {
    if (mapping[index] !== null || (target !== 'ignore' && taken.has(target))) return;
    mapping[index] = target;
    taken.add(target);
  };
  const giveAll = (isExact: boolean, targetOf: (meaning: HeadingMeaning, cells: readonly string[]) => ImportTarget | null): void => {
    for (const { heading, cells, index } of bestFilledFirst) {
      const target = heading && (heading.isExact || !isExact) ? targetOf(heading.meaning, cells) : null;
      if (target) give(index, target);
    }
  };

  // Of two columns for one thing, the one with something in it, and with more than one thing, goes before.
  const bestFilledFirst = columns
    .map((column, index) => ({ ...column, index, rank: new Set(column.cells.map(folded)).size > 1 ? 0 : column.cells.length > 0 ? 1 : 2 }))
    .toSorted((a, b) => a.rank - b.rank);

  giveAll(true, plainMeaning);
  giveAll(false, plainMeaning);
  giveAll(false, (meaning) => (meaning === 'name' || meaning === 'nome' ? nameTarget(taken) : null));
  giveAll(false, ambiguousMeaning);
  for (const [index, { hasHeading, cells }] of columns.entries()) {
    const nature = natureOf(cells);
    // A heading that we do not know says that the column is something else, whatever its cells look like.
    if (nature && !hasHeading) give(index, nature);
    // Leaving somebody out is always shown and can be taken back: here the cells may speak.
    if (hasHeading && isMostly(cells, isRegistrationState) && cells.some(isLeftOut)) give(index, 'status');
  }
  if (headerRow === null) {
    const names = nameColumn(columns.map(({ cells }, index) => (mapping[index] === null ? cells : [])));
    if (names !== null) give(names, 'fullName');
  }
  return mapping.map((target) => target ?? 'ignore');
}

function plainMeaning(meaning: HeadingMeaning): ImportTarget | null {
  return meaning === 'name' || meaning === 'nome' || meaning === 'title' || meaning === 'roleOrKind' || meaning === 'contact'
    ? null
    : meaning;
}

/** "Nom" beside "Prénom" is the family name, "Name" beside "Surname" the given name; alone it is the whole name. */
function nameTarget(taken: ReadonlySet<ImportTarget>): ImportTarget {
  if (taken.has('givenName') && !taken.has('familyName')) return 'familyName';
  if (taken.has('familyName') && !taken.has('givenName')) return 'givenName';
  return 'fullName';
}

/** "Title" is a function unless it says Dr and Mrs; "Role" is the one at work unless it says facilitator and observer. */
function ambiguousMeaning(meaning: HeadingMeaning, cells: readonly string[]): ImportTarget | null {
  switch (meaning) {
    case 'title':
      return isMostly(cells, isHonorific) ? 'ignore' : 'role';
    case 'roleOrKind':
      if (isMostly(cells, (cell) => kindOf(cell) !== null)) return 'kind';
      return cells.some(isRegistrationState) ? 'status' : 'role';
    case 'contact':
      return isMostly(cells, (cell) => cell.includes('@')) && cells.some((cell) => digitsOf(cell).length >= 8 && !isEmailValid(cell))
        ? 'contacts'
        : natureOf(cells);
    default:
      return null;
  }
}

/** By its look alone only what begins as telephone numbers do: a date, a bank account or a staff number is none. */
function looksLikePhone(cell: string): boolean {
  return /^\(?[+0]/.test(cell) && !isDateText(cell) && isPhoneUsual(cell) && digitsOf(cell).length >= 8;
}

/** What the cells of a column are by their look alone. */
function natureOf(cells: readonly string[]): ImportTarget | null {
  if (isMostly(cells, (cell) => cell.includes('@') && isEmailValid(cell))) return 'email';
  if (isMostly(cells, looksLikePhone)) return 'phone';
  if (isMostly(cells, isSexWord)) return 'sex';
  if (isMostly(cells, (cell) => languageOf(cell) !== null)) return 'language';
  if (isMostly(cells, (cell) => kindOf(cell) !== null)) return 'kind';
  if (isMostly(cells, (cell) => /\p{L}{2}/u.test(cell) && typeof consentOf(cell) === 'boolean')) return 'consentContact';
  return null;
}

function isMostly(cells: readonly string[], holds: (cell: string) => boolean): boolean {
  return cells.length > 0 && cells.filter(holds).length >= cells.length * mostly;
}

/** The first of the columns with the most different cells that look like full names; a list of goods has none. */
function nameColumn(columns: readonly (readonly string[])[]): number | null {
  let best: { readonly column: number | null; readonly share: number } = { column: null, share: mostly };
  for (const [column, cells] of columns.entries()) {
    const share = new Set(cells.filter(looksLikeFullName).map(folded)).size / cells.length;
    if (share > best.share) best = { column, share };
  }
  return best.column;
}

function looksLikeFullName(cell: string): boolean {
  const words = cell.split(' ').length;
  return words >= 2 && words <= 5 && /\p{L}/u.test(cell) && !/[\d@]/.test(cell);
}
