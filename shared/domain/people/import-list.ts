// The rows of a sheet that hold somebody.
import { titleLimit } from '../../kernel/limits.ts';
import { reasonToSetAside } from './import-aside.ts';
import { contactsIn, isFloatPhone, isNoPhone } from './import-contacts.ts';
import type { ImportedPerson, ImportField, ImportSelection, ImportRemark, ImportTarget, SetAsideRow, SourceSheet } from './import-model.ts';
import { isNobody, personOf } from './import-person.ts';
import { importFields, listedText } from './import-fields.ts';
import { groupKey, tidied } from './import-text.ts';

export interface ListedPerson {
  /** As the spreadsheet numbers it, from 1. */
  readonly row: number;
  readonly person: ImportedPerson;
  /** Fields whose cell holds a formula without a result. */
  readonly uncalculated: readonly ImportField[];
  /** What was in a cell and is not taken as it stands. */
  readonly noted: readonly ImportRemark[];
}

export interface List {
  readonly people: readonly ListedPerson[];
  readonly setAside: readonly SetAsideRow[];
}

/** People of a list with more filled cells than this make one cell alone a line between them. */
const wideFrom = 2;

/** @returns the people of a sheet in its order, and the rows that are set aside; blank rows and repeated headers are passed over */
export function listedPeople(sheet: SourceSheet, { headerRow, mapping, taken = [] }: ImportSelection): List {
  const plain = withoutMixed(mapping);
  const read = (cells: readonly string[]) => personOf(withContactsApart(cells, mapping), plain);
  const header = headerRow === null ? null : read(sheet.rows[headerRow] ?? []);
  const formulas = new Map<number, ImportField[]>();
  for (const { row, column } of sheet.formulasWithoutValue ?? []) {
    const target = mapping[column] ?? 'ignore';
    if (target === 'ignore' || target === 'status') continue;
    formulas.set(row, [...(formulas.get(row) ?? []), target === 'contacts' ? 'phone' : target]);
  }
  const hidden = new Set(sheet.hiddenRows);
  const takenRows = new Set(taken);
  const people: ListedPerson[] = [];
  const setAside: SetAsideRow[] = [];
  const first = headerRow === null ? 0 : headerRow + 1;
  const body = sheet.rows.slice(first);
  const isWide =
    body.filter((cells) => cells.filter((cell) => tidied(cell) !== '').length >= wideFrom).length * 2 >
    body.filter((cells) => cells.some((cell) => tidied(cell) !== '')).length;
  for (const [offset, cells] of body.entries()) {
    const row = first + offset + 1;
    const uncalculated = formulas.get(row - 1) ?? [];
    if (uncalculated.length === 0 && cells.every((cell) => tidied(cell) === '')) continue;
    const person = read(withoutErrors(cells));
    // Long lists repeat their header on every printed page.
    const isHeader =
      header !== null && importFields.every((field) => groupKey(listedText(header, field)) === groupKey(listedText(person, field)));
    const isEmpty = isNobody(person) && uncalculated.length === 0;
    if (isHeader && !isEmpty) continue;
    const aside = hidden.has(row - 1) ? ({ reason: 'hidden', value: '' } as const) : reasonToSetAside(cells, mapping, isWide);
    const isTaken = takenRows.has(row);
    if (aside) setAside.push({ row, ...aside, text: shortened(cells), isTaken });
    if (!isEmpty && (!aside || isTaken)) people.push({ row, person, uncalculated, noted: notedIn(cells, mapping) });
  }
  return { people, setAside };
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
    if (field !== 'phone') return [];
    if (isFloatPhone(value)) return [{ level: 'warning', code: 'phone-was-number', field, value }];
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
