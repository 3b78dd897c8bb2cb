// What a person decides while a list is looked at: cells corrected by hand, country lines, hidden columns; every row and cell accounted for.
import { expect, test } from 'vitest';
import {
  draftOf,
  selectionOf,
  withCountryLines,
  withFix,
  withHeaderRow,
  withReading,
  withSheet,
  withTarget,
} from '../../../renderer/features/people/import/import-draft.ts';
import { readSource } from '../../../electron/intake/read-source.ts';
import type { ImportPreview, SourceSheet } from '../../../shared/domain/people/import-model.ts';
import { importCommand, outlineOf, previewImport } from '../../../shared/domain/people/import-rules.ts';
import { emptyWorkshop, everything, sheetOf } from '../../support/import-fixtures.ts';

function draftFor(sheets: readonly SourceSheet[]) {
  return draftOf(outlineOf(sheets, { sourceId: 's', fileName: 'list.csv' }));
}

function previewed(sheets: readonly SourceSheet[], draft: ReturnType<typeof draftFor>): ImportPreview {
  const preview = previewImport(emptyWorkshop().view, sheets[draft.sheet] as SourceSheet, selectionOf(draft));
  if (!preview.ok) throw new Error(preview.failure.code);
  return preview.value;
}

const list = sheetOf(
  ['Name', 'Phone', 'Organisation', 'Comments'],
  ['Ada Mensah', '0244 x', 'MoH', 'vegetarian'],
  ['', '0244 120 002', 'MoH', ''],
);

test('a cell corrected by hand is checked anew and says what the list has; taking it back brings that back', () => {
  const draft = draftFor(list);
  expect(previewed(list, draft).rows.map(({ state }) => state)).toEqual(['new', 'problem']);
  const fixed = withFix(withFix(draft, 2, 1, '0244 120 001'), 3, 0, 'Kofi Boateng');
  const { rows } = previewed(list, fixed);
  expect(rows.map(({ state, person }) => [state, person.fullName, person.contacts.map(({ value }) => value)])).toEqual([
    ['new', 'Ada Mensah', ['0244 120 001']],
    ['new', 'Kofi Boateng', ['0244 120 002']],
  ]);
  expect(rows.map(({ remarks }) => remarks)).toEqual([
    [{ level: 'note', code: 'changed-by-hand', field: 'phone', value: '0244 x', column: 1 }],
    [{ level: 'note', code: 'changed-by-hand', field: 'fullName', value: '', column: 0 }],
  ]);
  expect(rows[0]?.cells.map(({ text, isFixed }) => [text, isFixed])).toEqual([
    ['Ada Mensah', false],
    ['0244 120 001', true],
    ['MoH', false],
  ]);
  expect(previewed(list, withFix(withFix(fixed, 2, 1, null), 3, 0, null))).toEqual(previewed(list, draft));
});

test('corrections stay with their cell when the mapping, the row of headings, the sheet or the encoding changes', () => {
  const sheets = [...list, ...sheetOf(['Other'], ['x'])];
  const fixed = withFix(draftFor(sheets), 2, 2, 'Ministry of Finance');
  const away = withTarget(fixed, 2, 'ignore');
  expect(previewed(sheets, away).rows[0]?.person.organisation).toBe('');
  const role = withTarget(away, 2, 'role');
  expect(previewed(sheets, role).rows[0]?.person.role).toBe('Ministry of Finance');
  for (const back of [
    withTarget(role, 2, 'organisation'),
    withSheet(withSheet(fixed, 1), 0),
    withHeaderRow(withHeaderRow(fixed, null), 0),
    withReading(fixed, outlineOf(sheets, { sourceId: 'again', fileName: 'list.csv' })),
  ])
    expect(previewed(sheets, back).rows[0]?.person.organisation).toBe('Ministry of Finance');
});

test('a correction stands for a formula that was never calculated', () => {
  const sheets = [{ ...(list[0] as SourceSheet), formulasWithoutValue: [{ row: 2, column: 0 }] }];
  expect(previewed(sheets, draftFor(sheets)).rows[1]?.remarks).toMatchObject([{ code: 'formula-without-value', level: 'problem' }]);
  expect(previewed(sheets, withFix(draftFor(sheets), 3, 0, 'Kofi Boateng')).rows[1]).toMatchObject({ state: 'new' });
});

test('what is corrected is what is imported', () => {
  const workshop = emptyWorkshop();
  const preview = previewed(list, withFix(draftFor(list), 3, 0, 'Kofi Boateng'));
  workshop.run(importCommand(workshop.view, preview, everything, workshop.newId));
  expect([...workshop.view.all('participants')].map(({ fullName }) => fullName)).toEqual(['Ada Mensah', 'Kofi Boateng']);
});

const byCountry = sheetOf(
  ['No', 'Name', 'Organisation', 'E-mail'],
  ['', 'KENYA (2)', '', ''],
  ['1', 'Jane Wanjiru', 'MoH', 'jane@example.org'],
  ['2', 'Tom Otieno', 'KMTC', 'tom@example.org'],
  ['', 'Pays : SÉNÉGAL', '', ''],
  ['3', 'Awa Ndiaye', 'MSAS', 'awa@example.org'],
  ['', 'FACILITATORS', '', ''],
  ['4', 'Sam Okello', 'Freelance', 'sam@example.org'],
  ['', 'TOTAL', '4', ''],
);

test('a country alone in a row counts for the people below it only if a person says so, until the next line between people', () => {
  const draft = draftFor(byCountry);
  const without = previewed(byCountry, draft);
  expect(without.setAside.map(({ row, reason, value }) => [row, reason, value])).toEqual([
    [2, 'country', 'KENYA'],
    [5, 'country', 'SÉNÉGAL'],
    [7, 'line', 'FACILITATORS'],
    [9, 'total', 'TOTAL'],
  ]);
  expect(without.rows.map(({ person: { country, team } }) => [country, team])).toEqual(Array.from({ length: 4 }, () => ['', '']));
  const { rows, newTeams } = previewed(byCountry, withCountryLines(draft, true));
  expect(rows.map(({ person: { fullName, country, team } }) => [fullName, country, team])).toEqual([
    ['Jane Wanjiru', 'KENYA', 'KENYA'],
    ['Tom Otieno', 'KENYA', 'KENYA'],
    ['Awa Ndiaye', 'SÉNÉGAL', 'SÉNÉGAL'],
    ['Sam Okello', '', ''],
  ]);
  expect(newTeams).toEqual(['KENYA', 'SÉNÉGAL']);
  expect(rows[0]?.remarks).toEqual([{ level: 'note', code: 'country-of-line', field: 'country', value: 'KENYA' }]);
});

test('a column that is hidden in the sheet stays out by itself and is named', () => {
  const sheets = [{ ...(list[0] as SourceSheet), hiddenColumns: [1] }];
  const draft = draftFor(sheets);
  expect(draft.mapping).toEqual(['fullName', 'ignore', 'organisation', 'ignore']);
  expect(draft.outline.sheets[0]?.hiddenColumns).toEqual([1]);
});

test('a row of another encoding carries a remark of its own', async () => {
  const bytes = Buffer.concat([Buffer.from('Nom;Prénom\nKoné;Aïcha\n'), Buffer.from('Traoré;Zoé\n', 'latin1')]);
  const read = await readSource({ bytes, fileName: 'list.csv' });
  if (!read.ok) throw new Error(read.failure.code);
  const { rows } = previewed(read.value, draftFor(read.value));
  expect(rows.map(({ person, remarks }) => [person.fullName, remarks])).toEqual([
    ['Aïcha Koné', []],
    ['Zoé Traoré', [{ level: 'warning', code: 'other-encoding', field: null, value: 'windows-1252' }]],
  ]);
});
