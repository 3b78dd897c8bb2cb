// The rows of a sheet that hold somebody.
import { titleLimit } from '../../kernel/limits.ts';
import { reasonToSetAside, shapeOf, tailOf, type ListShape } from './import-aside.ts';
import { isRowOfHeadings } from './import-columns.ts';
import { isHeadingWord } from './import-headings.ts';
import { contactsIn, isNoPhone, storedDigits } from './import-contacts.ts';
import type {
  ImportCell,
  ImportedPerson,
  ImportField,
  ImportRemark,
  ImportSelection,
  ImportTarget,
  SetAsideRow,
  SourceSheet,
} from './import-model.ts';
import { isNobody, personOf, teamByCountry } from './import-person.ts';
import { importFields, listedText } from './import-fields.ts';
import { kindOf } from './import-words.ts';
import { listedFields } from './values.ts';
import { groupKey, saysNone, tidied } from './import-text.ts';

export interface ListedPerson {
  /** As the spreadsheet numbers it, from 1. */
  readonly row: number;
  readonly person: ImportedPerson;
  readonly cells: readonly ImportCell[];
  /** Fields whose cell holds a formula without a result. */
  readonly uncalculated: readonly ImportField[];
  /** What was in a cell and is not taken as it stands, and what a person has decided about it. */
  readonly noted: readonly ImportRemark[];
}

export interface List {
  readonly people: readonly ListedPerson[];
  readonly setAside: readonly SetAsideRow[];
}

/** True for the columns of the lists that this product writes, in their order. */
export function isOwn(mapping: readonly ImportTarget[]): boolean {
  return mapping.length === listedFields.length && listedFields.every((field, column) => mapping[column] === field);
}

/** @returns the people of a sheet in its order, and the rows that are set aside; blank rows and repeated headers are passed over */
export function listedPeople(sheet: SourceSheet, selection: ImportSelection): List {
  const { headerRow, mapping, taken = [], countryLines: isCountryTaken = false } = selection;
  const plain = withoutMixed(mapping);
  const languageOf = languageReader(sheet, selection);
  const read = (cells: readonly string[]) => {
    const person = personOf(withContactsApart(cells, mapping), plain);
    return { ...person, language: languageOf(person.language) };
  };
  const header = headerRow === null ? null : read(sheet.rows[headerRow] ?? []);
  const corrected = correctedRows(sheet, selection);
  const formulas = formulasIn(sheet, selection);
  const hidden = new Set(sheet.hiddenRows);
  const oddRows = new Set(sheet.encoding?.oddRows);
  const takenRows = new Set(taken);
  const people: ListedPerson[] = [];
  const setAside: SetAsideRow[] = [];
  const first = headerRow === null ? 0 : headerRow + 1;
  const body = sheet.rows.slice(first);
  const isOwnList = isOwn(mapping);
  const tail = tailOf(body, mapping);
  const shape = shapeOf(body.slice(0, tail), mapping);
  const above = new Set(sheet.rows.slice(0, headerRow ?? 0).map(rowKey));
  let countryAbove = '';
  for (const [offset, stored] of body.entries()) {
    const row = first + offset + 1;
    const fixed = corrected.get(row);
    const cells = fixed?.cells ?? stored;
    const uncalculated = formulas.get(row - 1) ?? [];
    if (uncalculated.length === 0 && cells.every((cell) => tidied(cell) === '')) continue;
    const plainPerson = read(withoutErrors(cells));
    // Long lists repeat their header on every printed page.
    const isHeader =
      header !== null && importFields.every((field) => groupKey(listedText(header, field)) === groupKey(listedText(plainPerson, field)));
    const isEmpty = isNobody(plainPerson) && uncalculated.length === 0;
    if (isHeader && !isEmpty) continue;
    // Our own lists say of everybody what kind of participant they are, whatever somebody is called.
    const isOurs = isOwnList && kindOf(plainPerson.kind) !== null;
    const aside = hidden.has(row - 1)
      ? ({ reason: 'hidden', value: '' } as const)
      : isOurs
        ? null
        : (headingAt({ body, offset, above }, selection) ??
          reasonToSetAside(cells, mapping, shape) ??
          reasonOfPlace(body, offset, { shape, tail, selection }) ??
          (isEmpty ? reasonOfNothing(cells) : null));
    const isTaken = takenRows.has(row);
    if (aside) setAside.push({ row, ...aside, text: shortened(cells), isTakeable: !isEmpty, isTaken });
    // Another line between people ends what the country said.
    if (aside && aside.reason !== 'hidden' && aside.reason !== 'status') countryAbove = aside.reason === 'country' ? aside.value : '';
    if (isEmpty || (aside && !isTaken)) continue;
    const isOfCountry = isCountryTaken && countryAbove !== '' && plainPerson.country === '';
    const person = isOfCountry ? ofCountry(plainPerson, countryAbove, mapping.includes('team')) : plainPerson;
    const noted: ImportRemark[] = [...notedIn(cells, mapping), ...(fixed?.remarks ?? [])];
    if (isOfCountry) noted.push({ level: 'note', code: 'country-of-line', field: 'country', value: countryAbove });
    if (oddRows.has(row - 1)) {
      noted.push({ level: 'warning', code: 'other-encoding', field: null, value: sheet.encoding?.oddRowsAs ?? '' });
    }
    people.push({ row, person, cells: mappedCells(cells, mapping, fixed), uncalculated, noted });
  }
  return { people, setAside };
}

/** In a list that writes F for French and no E, the letter A is anglais; beside an E it is Arabic. */
function languageReader({ rows }: SourceSheet, { headerRow, mapping }: ImportSelection): (text: string) => string {
  const column = mapping.indexOf('language');
  const letters = new Set(rows.slice((headerRow ?? -1) + 1).map((cells) => tidied(cells[column] ?? '').toUpperCase()));
  const isAnglais = letters.has('A') && letters.has('F') && !letters.has('E');
  return (text) => (isAnglais && text.toUpperCase() === 'A' ? 'Anglais' : text);
}

function rowKey(cells: readonly string[]): string {
  return JSON.stringify(cells.map(groupKey)).replace(/(,?"")+\]$/, ']');
}

/** Titles and headings of groups of columns stand over every printed page of a long list. */
function isRepeatedAbove(cells: readonly string[], above: ReadonlySet<string>): boolean {
  return above.has(rowKey(cells));
}

function headingAt(
  { body, offset, above }: { readonly body: readonly (readonly string[])[]; readonly offset: number; readonly above: ReadonlySet<string> },
  selection: ImportSelection,
): { readonly reason: 'heading'; readonly value: string } | null {
  const isHeading = isRepeatedAbove(body[offset] ?? [], above) || isHeadingAt(body, offset, selection);
  return isHeading ? { reason: 'heading', value: '' } : null;
}

/** Lists put together from several ones repeat the headings in other words; a list in a language that we do not know begins with its own. */
function isHeadingAt(body: readonly (readonly string[])[], offset: number, { headerRow, mapping }: ImportSelection): boolean {
  const cells = (body[offset] ?? []).map(tidied);
  const filled = cells.filter((cell) => cell !== '');
  if (isRowOfHeadings(cells) && (filled.length > 2 || offset === 0)) return true;
  if (filled.length < 2) return false;
  // "(1) (2) (3)" under the headings of a form.
  if (filled.every((cell, index) => Number(cell.replace(/[().]/g, '')) === index + 1)) return true;
  const isOf = (...targets: readonly ImportTarget[]) =>
    cells.filter((cell, column) => cell !== '' && targets.includes(mapping[column] ?? 'ignore'));
  const mails = isOf('email');
  if (headerRow === null && offset === 0) return mails.length > 0 && !cells.some((cell) => cell.includes('@') || /\d/.test(cell));
  const names = isOf('fullName', 'givenName', 'familyName');
  return names.length > 0 && [...names, ...mails].every(isHeadingWord) && (mails.length > 0 || names.length > 1);
}

/** A line alone over a row of headings begins another table; one under an empty row after the last person stands under the list. */
function reasonOfPlace(
  body: readonly (readonly string[])[],
  offset: number,
  { shape, tail, selection }: { readonly shape: ListShape; readonly tail: number; readonly selection: ImportSelection },
): { readonly reason: 'line'; readonly value: string } | null {
  const filled = (body[offset] ?? []).map(tidied).filter((cell) => cell !== '');
  const [only = ''] = filled;
  if (!shape.isWide || filled.length !== 1) return null;
  return offset >= tail || isHeadingAt(body, offset + 1, selection) ? { reason: 'line', value: only } : null;
}

/** A row with something in it, and nothing in the columns that are imported. Forms number their empty lines: those say nothing. */
function reasonOfNothing(cells: readonly string[]): { readonly reason: 'unmapped'; readonly value: string } | null {
  return cells.some((cell) => !/^\s*(\d{1,4}[.)]?)?\s*$/.test(cell)) ? { reason: 'unmapped', value: '' } : null;
}

/** The fields of each row, by index, whose formula has no result. A correction by hand is one. */
function formulasIn(
  { formulasWithoutValue = [] }: SourceSheet,
  { mapping, fixes = [] }: ImportSelection,
): ReadonlyMap<number, ImportField[]> {
  const fixed = new Set(fixes.map(({ row, column }) => `${row} ${column}`));
  const formulas = new Map<number, ImportField[]>();
  for (const { row, column } of formulasWithoutValue) {
    const target = mapping[column] ?? 'ignore';
    if (target === 'ignore' || target === 'status' || fixed.has(`${row + 1} ${column}`)) continue;
    formulas.set(row, [...(formulas.get(row) ?? []), target === 'contacts' ? 'phone' : target]);
  }
  return formulas;
}

interface CorrectedRow {
  readonly cells: string[];
  readonly columns: Set<number>;
  readonly remarks: ImportRemark[];
}

/** Rows, by number, with the cells that were corrected by hand. What a correction says of a column that is not imported waits there. */
function correctedRows(sheet: SourceSheet, { mapping, fixes = [] }: ImportSelection): ReadonlyMap<number, CorrectedRow> {
  const rows = new Map<number, CorrectedRow>();
  for (const { row, column, text } of fixes) {
    const stored = sheet.rows[row - 1];
    const target = mapping[column] ?? 'ignore';
    if (!stored || target === 'ignore') continue;
    const corrected = rows.get(row) ?? { cells: [...stored], columns: new Set<number>(), remarks: [] };
    while (corrected.cells.length <= column) corrected.cells.push('');
    corrected.cells[column] = text;
    corrected.columns.add(column);
    const field = target === 'status' ? 'status' : target === 'contacts' ? 'phone' : target;
    corrected.remarks.push({ level: 'note', code: 'changed-by-hand', field, value: tidied(stored[column] ?? ''), column });
    rows.set(row, corrected);
  }
  return rows;
}

function mappedCells(cells: readonly string[], mapping: readonly ImportTarget[], fixed: CorrectedRow | undefined): readonly ImportCell[] {
  return mapping.flatMap((target, column) =>
    target === 'ignore' ? [] : [{ column, target, text: cells[column] ?? '', isFixed: fixed?.columns.has(column) === true }],
  );
}

function ofCountry(person: ImportedPerson, country: string, isTeamWritten: boolean): ImportedPerson {
  return { ...person, country, team: isTeamWritten ? person.team : teamByCountry(person.kind, country) };
}

/** What a sheet shows where a formula failed, in Excel and LibreOffice. */
function isErrorValue(cell: string): boolean {
  return /^\s*(#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|BLOCKED!|GETTING_DATA|N\/D|VALEUR!|NOM\?|NOMBRE!|NUL!)|Err:\d{3})\s*$/i.test(
    cell,
  );
}

function withoutErrors(cells: readonly string[]): readonly string[] {
  return cells.some(isErrorValue) ? cells.map((cell) => (isErrorValue(cell) ? '' : cell)) : cells;
}

function notedIn(cells: readonly string[], mapping: readonly ImportTarget[]): readonly ImportRemark[] {
  return mapping.flatMap((target, column): ImportRemark[] => {
    const value = tidied(cells[column] ?? '');
    if (value === '' || target === 'ignore' || target === 'status') return [];
    const field = target === 'contacts' ? 'phone' : target;
    if (isErrorValue(value)) return [{ level: 'warning', code: 'cell-error', field, value }];
    if (target === 'contacts') {
      const { rest } = contactsIn(cells[column] ?? '');
      return rest === '' || saysNone(rest) ? [] : [{ level: 'warning', code: 'not-a-phone', field, value: rest }];
    }
    if (field !== 'phone' || saysNone(value)) return [];
    if (storedDigits(value) !== null) return [{ level: 'warning', code: 'phone-was-number', field, value }];
    return isNoPhone(value) ? [{ level: 'warning', code: 'not-a-phone', field, value }] : [];
  });
}

function shortened(cells: readonly string[]): string {
  return cells
    .map(tidied)
    .filter((cell) => cell !== '')
    .join(' · ')
    .slice(0, titleLimit);
}

/** A column that mixes addresses and numbers is read as two columns at the end. */
function withoutMixed(mapping: readonly ImportTarget[]): readonly ImportTarget[] {
  if (!mapping.includes('contacts') && !mapping.includes('status')) return mapping;
  const plain = mapping.map((target): ImportTarget => (target === 'contacts' || target === 'status' ? 'ignore' : target));
  return mapping.includes('contacts') ? [...plain, 'email', 'phone'] : plain;
}

function withContactsApart(cells: readonly string[], mapping: readonly ImportTarget[]): readonly string[] {
  if (!mapping.includes('contacts')) return cells;
  const mixed = contactsIn(cells.filter((_, column) => mapping[column] === 'contacts').join('\n'));
  return [...mapping.map((_, column) => cells[column] ?? ''), mixed.email, mixed.phone];
}
