// Which row is the header of a list, and what each column holds: from the headings, and where they say nothing or too little, from the cells.
import { contactsIn, digitsOf, fewestDigits, isDateText, isEmailValid, isPhoneUsual } from './import-contacts.ts';
import { headingOf, isHeadingWord, isOfGoBetween, isOtherName, isPlainlyOwn, type HeadingMeaning } from './import-headings.ts';
import type { ImportTarget } from './import-model.ts';
import { folded, isHonorific, saysNone, saysNothing, sharesNamePart, tidied } from './import-text.ts';
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
 * What every person has of their own: a column with one and the same for everybody is that of the form, or of whoever filled it in, where another
 * column for it differs from row to row.
 */
const ofOnePerson: Partial<Record<HeadingMeaning, string>> = {
  fullName: 'name',
  name: 'name',
  nome: 'name',
  email: 'email',
  phone: 'phone',
};

/** Of these a list may have several columns: a person has more than one contact, and a registration more than one state. */
const several: ReadonlySet<ImportTarget> = new Set(['email', 'phone', 'status']);

/**
 * Guesses what each column holds. No target is given twice, except `ignore`, contacts and states.
 * @param headerRow index of the header, or null: then the cells alone decide
 * @param hiddenColumns what nobody sees in the sheet is not imported by itself
 */
export function mappingOf(rows: Rows, headerRow: number | null, hiddenColumns: readonly number[] = []): readonly ImportTarget[] {
  const width = widthOf(rows);
  const header = headerRow === null ? [] : headingsOf(rows, headerRow, width);
  const first = headerRow === null ? 0 : headerRow + 1;
  const body = rows.slice(first, first + rowsToJudgeBy).filter((row) => !isRowOfHeadings(row));
  const isAnyNamed = header.some((cell) => !isOfGoBetween(cell) && isOfName(headingOf(cell)?.meaning));
  const columns = Array.from({ length: width }, (_, index) => {
    const cells = body.map((row) => tidied(row[index] ?? '')).filter((cell) => cell !== '');
    // A form that knows nobody says so in every row: such a column holds nothing, as far as anybody sees.
    const isNobody =
      (cells.length > 0 && cells.every(isAnonymous)) || hiddenColumns.includes(index) || (isAnyNamed && isOfGoBetween(header[index] ?? ''));
    const heading = isNobody ? ({ meaning: 'ignore', isExact: true } as const) : headingOf(header[index] ?? '');
    const kinds = new Set(cells.map(folded)).size;
    return {
      heading: heading && isUnlikely(heading.meaning, cells) ? null : heading,
      hasHeading: isNobody || tidied(header[index] ?? '') !== '',
      cells,
      index,
      // Of two columns for one thing, the one with something in it, and with more than one thing, goes before.
      rank: kinds > 1 ? 0 : cells.length > 0 ? 1 : 2,
      isOneForAll: kinds === 1 && cells.length > 1,
    };
  });
  const mapping: (ImportTarget | null)[] = columns.map(() => null);
  const taken = new Set<ImportTarget>();
  const give = (index: number, target: ImportTarget): void => {
    if (mapping[index] !== null || (target !== 'ignore' && !several.has(target) && taken.has(target))) return;
    mapping[index] = target;
    taken.add(target);
  };
  const bestFilledFirst = columns.toSorted((a, b) => a.rank - b.rank);
  const cellOf = (row: readonly string[], target: ImportTarget): string => tidied(row[mapping.indexOf(target)] ?? '');
  const isNameOfParts = (index: number): boolean => {
    const whole = body.filter((row) => tidied(row[index] ?? '') !== '' && cellOf(row, 'familyName') !== '');
    const agree = whole.filter((row) =>
      sharesNamePart(tidied(row[index] ?? ''), `${cellOf(row, 'givenName')} ${cellOf(row, 'familyName')}`),
    );
    return agree.length >= whole.length * mostly;
  };
  const giveAll = (
    isFirst: (column: (typeof columns)[number]) => boolean,
    targetOf: (meaning: HeadingMeaning, cells: readonly string[], index: number) => ImportTarget | null,
  ): void => {
    for (const column of bestFilledFirst) {
      const { heading, cells, index } = column;
      const target = heading && isFirst(column) ? targetOf(heading.meaning, cells, index) : null;
      if (target === null) continue;
      const isClear = target === 'status' || heading?.isExact === true || isPlainlyOwn(header[index] ?? '');
      const isLost = several.has(target) && taken.has(target) && (column.isOneForAll || cells.length === 0 || !isClear);
      give(index, isLost ? 'ignore' : target);
    }
  };
  const nameMeaning = (meaning: HeadingMeaning, _cells: readonly string[], index: number): ImportTarget | null => {
    if (meaning !== 'name' && meaning !== 'nome') return null;
    const target = nameTarget(taken);
    // Beside both parts it is the whole name, or somebody else's: of an account, of whoever filled in the form.
    const isElsewhere = taken.has('givenName') && taken.has('familyName') && !isNameOfParts(index);
    return isElsewhere ? null : target;
  };
  const thingOf = ({ heading }: (typeof columns)[number]) => heading && ofOnePerson[heading.meaning];
  const differing = new Set(columns.filter(({ rank }) => rank === 0).map(thingOf));
  const isOwn = (column: (typeof columns)[number]): boolean => !(column.isOneForAll && thingOf(column) && differing.has(thingOf(column)));

  giveAll((column) => isOwn(column) && column.heading?.isExact === true, plainMeaning);
  giveAll(isOwn, plainMeaning);
  giveAll(isOwn, nameMeaning);
  giveAll(() => true, plainMeaning);
  giveAll(() => true, nameMeaning);
  giveAll(() => true, ambiguousMeaning);
  for (const { hasHeading, cells, index } of columns) {
    const nature = natureOf(cells);
    // A heading that we do not know says that the column is something else, whatever its cells look like.
    if (nature && !hasHeading && !taken.has(nature)) give(index, nature);
    // Leaving somebody out is always shown and can be taken back: here the cells may speak.
    if (hasHeading && isMostly(cells, isRegistrationState) && cells.some(isLeftOut)) give(index, 'status');
  }
  if (headerRow === null) {
    const names = nameColumn(columns.map(({ cells }, index) => (mapping[index] === null ? cells : [])));
    if (names !== null) give(names, 'fullName');
  }
  return withoutOthers(
    mapping.map((target) => target ?? 'ignore'),
    header,
  );
}

/** Behind the name of somebody else, as in a second table beside the first one, further contacts are theirs. */
function withoutOthers(mapping: readonly ImportTarget[], header: readonly string[]): readonly ImportTarget[] {
  const ownName = mapping.findLastIndex((target) => target === 'fullName' || target === 'givenName' || target === 'familyName');
  const otherName = mapping.findIndex((target, index) => index > ownName && target === 'ignore' && isOtherName(header[index] ?? ''));
  if (ownName === -1 || otherName === -1) return mapping;
  const isFurther = (target: ImportTarget, index: number) => (target === 'email' || target === 'phone') && mapping.indexOf(target) < index;
  return mapping.map((target, index) => (index > otherName && isFurther(target, index) ? 'ignore' : target));
}

function isOfName(meaning: HeadingMeaning | undefined): boolean {
  return meaning !== undefined && (ofOnePerson[meaning] === 'name' || meaning === 'givenName' || meaning === 'familyName');
}

/** A column whose cells are none of what its heading seems to say: a name where an address is asked for, a text where yes or no is. */
function isUnlikely(meaning: HeadingMeaning, cells: readonly string[]): boolean {
  const said = cells.filter((cell) => !saysNone(cell) && !saysNothing(cell));
  if (said.length === 0) return false;
  if (meaning === 'email') return !said.some((cell) => cell.includes('@'));
  if (meaning === 'phone') return !said.some((cell) => digitsOf(cell).length >= fewestDigits);
  return meaning === 'consentContact' && !said.some((cell) => consentOf(cell) !== null);
}

/**
 * The heading of each column. Where headings stand in two rows, because some of them are over several columns, the lower one says what a column
 * holds, and a column without one is what stands above it.
 */
export function headingsOf(rows: Rows, headerRow: number, width: number): readonly string[] {
  const row = rows[headerRow] ?? [];
  const below = rows[headerRow + 1] ?? [];
  const above = rows[headerRow - 1] ?? [];
  const isAboveOfHeadings = above.filter((cell) => tidied(cell) !== '').length > 1;
  return Array.from({ length: width }, (_, index) => {
    const under = isRowOfHeadings(below) ? (below[index] ?? '') : '';
    if (tidied(under) !== '') return under;
    const own = row[index] ?? '';
    return tidied(own) === '' && isAboveOfHeadings && headingOf(above[index] ?? '')?.isExact === true ? (above[index] ?? '') : own;
  });
}

/** True for a row that holds nothing but words of headings, two or more: lists repeat them, in other words too, or break them over two rows. */
export function isRowOfHeadings(cells: readonly string[]): boolean {
  const filled = cells.map(tidied).filter((cell) => cell !== '');
  return filled.length > 1 && filled.every(isHeadingWord);
}

function plainMeaning(meaning: HeadingMeaning, cells: readonly string[]): ImportTarget | null {
  switch (meaning) {
    case 'name':
    case 'nome':
    case 'title':
    case 'roleOrKind':
    case 'state':
    case 'attends':
    case 'contact':
      return null;
    case 'email':
    case 'phone':
      // What the heading calls one of them is both where most cells hold both.
      return isMostly(cells, isBothContacts) ? 'contacts' : meaning;
    default:
      return meaning;
  }
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
    case 'state':
      if (isMostly(cells, (cell) => kindOf(cell) !== null)) return 'kind';
      return cells.some(isRegistrationState) ? 'status' : null;
    case 'attends':
      return cells.some((cell) => isLeftOut(cell) || consentOf(cell) === false) ? 'status' : null;
    case 'contact':
      return isMostly(cells, (cell) => cell.includes('@')) && cells.some((cell) => digitsOf(cell).length >= 8 && !isEmailValid(cell))
        ? 'contacts'
        : natureOf(cells);
    default:
      return null;
  }
}

function isBothContacts(cell: string): boolean {
  if (!cell.includes('@')) return false;
  const { email, phone } = contactsIn(cell);
  return email !== '' && phone !== '';
}

/** By its look alone only what begins as telephone numbers do: a date, a bank account or a staff number is none. */
function looksLikePhone(cell: string): boolean {
  return /^\(?[+0]/.test(cell) && !isDateText(cell) && isPhoneUsual(cell) && digitsOf(cell).length >= 8;
}

/** What the cells of a column are by their look alone. Never whether somebody agrees: a yes without its question says nothing. */
function natureOf(cells: readonly string[]): ImportTarget | null {
  if (isMostly(cells, (cell) => cell.includes('@') && isEmailValid(cell))) return 'email';
  if (isMostly(cells, looksLikePhone)) return 'phone';
  if (isMostly(cells, isSexWord)) return 'sex';
  if (isMostly(cells, (cell) => languageOf(cell) !== null)) return 'language';
  if (isMostly(cells, (cell) => kindOf(cell) !== null)) return 'kind';
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
