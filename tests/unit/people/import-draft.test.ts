// The choices on the way to an import, on lists as people have them.
import { expect, test } from 'vitest';
import { choicesOf, noDecisions, sumOf, withMissing, withRow } from '../../../renderer/features/people/import/import-choices.ts';
import {
  columnLetters,
  columnsOf,
  draftOf,
  firstStep,
  hasNameColumn,
  selectionOf,
  withHeaderRow,
  withSheet,
  withTarget,
} from '../../../renderer/features/people/import/import-draft.ts';
import { looksLikeCells } from '../../../renderer/features/people/import/pasted-cells.ts';
import { outlineOf, previewImport } from '../../../shared/domain/people/import-rules.ts';
import { emptyWorkshop, fixtureSheets, importInto, sheetOf } from '../../support/import-fixtures.ts';

async function draftOfFixture(name: string) {
  const sheets = await fixtureSheets(name);
  return { sheets, draft: draftOf(outlineOf(sheets, { sourceId: 'source', fileName: name })) };
}

test('a workbook of several sheets asks for the sheet, a plain list goes straight to its columns', async () => {
  expect(firstStep((await draftOfFixture('participants-38.xlsx')).draft)).toBe('sheet');
  expect(firstStep((await draftOfFixture('participants-fr.csv')).draft)).toBe('columns');
  const nameless = draftOf(
    outlineOf(sheetOf(['Ana Kibet', 'ana@example.org'], ['Bea Lund', 'bea@example.org']), { sourceId: 's', fileName: '' }),
  );
  expect(nameless.headerRow).toBeNull();
  expect(firstStep(nameless)).toBe('sheet');
});

test('columns carry their heading, some different values and the guess', async () => {
  const { draft } = await draftOfFixture('participants-38.xlsx');
  const columns = columnsOf(draft);
  expect(columns.find(({ heading }) => heading === 'Surname')).toMatchObject({ target: 'familyName' });
  for (const { samples } of columns) {
    expect(samples.length).toBeLessThanOrEqual(3);
    expect(new Set(samples).size).toBe(samples.length);
  }
});

test('another header row brings its own headings and guesses, and the first one comes back whole', async () => {
  const { draft } = await draftOfFixture('participants-38.xlsx');
  const header = draft.headerRow ?? -1;
  expect(header).toBeGreaterThan(0);
  const wrong = withHeaderRow(draft, header + 1);
  expect(columnsOf(wrong).map(({ heading }) => heading)).not.toContain('Surname');
  expect(withHeaderRow(wrong, header)).toEqual(draft);
  expect(selectionOf(wrong).headerRow).toBe(header + 1);
});

test('another sheet brings its own guesses', async () => {
  const { draft } = await draftOfFixture('participants-38.xlsx');
  const other = draft.sheet === 0 ? 1 : 0;
  const switched = withSheet(draft, other);
  expect(switched.mapping).toEqual(draft.outline.sheets[other]?.mapping);
  expect(withSheet(switched, draft.sheet)).toEqual(draft);
});

test('without a name column nobody can be imported, with one the preview answers', async () => {
  const { draft, sheets } = await draftOfFixture('no-name-column.xlsx');
  expect(hasNameColumn(draft)).toBe(false);
  const named = withTarget(draft, 0, 'fullName');
  expect(hasNameColumn(named)).toBe(true);
  const sheet = sheets[named.sheet];
  expect(sheet && previewImport(emptyWorkshop().view, sheet, selectionOf(named)).ok).toBe(true);
});

test('what would be imported is counted as it is decided', async () => {
  const workshop = emptyWorkshop();
  importInto(workshop, await fixtureSheets('participants-38.xlsx'));
  const { draft, sheets } = await draftOfFixture('participants-38-corrected.xlsx');
  const sheet = sheets[draft.sheet];
  const preview = sheet && previewImport(workshop.view, sheet, selectionOf(draft));
  if (!preview?.ok) throw new Error('The corrected list cannot be compared');
  expect(sumOf(preview.value, noDecisions)).toEqual({ added: 2, changed: 3, left: 0, removed: 0 });
  const added = preview.value.rows.find(({ state }) => state === 'new')?.row ?? 0;
  const missing = preview.value.missing[0]?.participantId ?? '';
  const decided = withMissing(withRow(noDecisions, added, false), [missing], 'mark-left');
  expect(sumOf(preview.value, decided)).toEqual({ added: 1, changed: 3, left: 1, removed: 0 });
  expect(choicesOf(decided)).toEqual({
    answers: [],
    teamLanguages: [],
    skippedRows: [added],
    missing: [{ participantId: missing, choice: 'mark-left' }],
  });
  expect(sumOf(preview.value, withRow(decided, added, true)).added).toBe(2);
});

test.each([
  ['Ana Kibet', false],
  ['Ana Kibet\n', false],
  ['Ana\tKibet', true],
  ['Ana\nBea', true],
])('%j is cells: %s', (text, isCells) => {
  expect(looksLikeCells(text)).toBe(isCells);
});

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
])('column %i is %s', (index, letters) => {
  expect(columnLetters(index)).toBe(letters);
});
