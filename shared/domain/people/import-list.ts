// The rows of a sheet that hold somebody.
import type { ImportedPerson, ImportField, ImportSelection, SourceSheet } from './import-model.ts';
import { isNobody, personOf } from './import-person.ts';
import { importFields, listedText } from './import-fields.ts';
import { groupKey } from './import-text.ts';

export interface ListedPerson {
  /** As the spreadsheet numbers it, from 1. */
  readonly row: number;
  readonly person: ImportedPerson;
  /** Fields whose cell holds a formula without a result. */
  readonly uncalculated: readonly ImportField[];
}

/** @returns the people of a sheet in its order; blank rows and repeated headers are passed over */
export function listedPeople(sheet: SourceSheet, { headerRow, mapping }: ImportSelection): readonly ListedPerson[] {
  const header = headerRow === null ? null : personOf(sheet.rows[headerRow] ?? [], mapping);
  const formulas = new Map<number, ImportField[]>();
  for (const { row, column } of sheet.formulasWithoutValue ?? []) {
    const target = mapping[column] ?? 'ignore';
    if (target !== 'ignore') formulas.set(row, [...(formulas.get(row) ?? []), target]);
  }
  const first = headerRow === null ? 0 : headerRow + 1;
  return sheet.rows.slice(first).flatMap((cells, offset) => {
    const uncalculated = formulas.get(first + offset) ?? [];
    const person = personOf(cells, mapping);
    const isEmpty = isNobody(person) && uncalculated.length === 0;
    // Long lists repeat their header on every printed page.
    const isHeader =
      header !== null && importFields.every((field) => groupKey(listedText(header, field)) === groupKey(listedText(person, field)));
    return isEmpty || isHeader ? [] : [{ row: first + offset + 1, person, uncalculated }];
  });
}
