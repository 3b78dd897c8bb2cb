// What people bring, good and bad: every file of data/fixtures/import is read or refused for its own reason.
import { expect, test } from 'vitest';
import { processorMilliseconds } from '../../support/processor-time.ts';
import { refusalBySize } from '../../../electron/intake/limits.ts';
import { readSource } from '../../../electron/intake/read-source.ts';
import { fixtureBytes, fixtureFailure, fixtureSheets } from '../../support/import-fixtures.ts';

test.each([
  ['letter.docx', 'not-a-spreadsheet'],
  ['letter.doc', 'not-a-spreadsheet'],
  ['printed.pdf', 'not-a-spreadsheet'],
  ['web-page.xls', 'not-a-spreadsheet'],
  ['encrypted.xlsx', 'encrypted-workbook'],
  ['macros.xlsm', 'macro-workbook'],
  ['old-format.xls', 'old-excel-format'],
  ['empty.csv', 'empty-file'],
  ['blank.csv', 'empty-file'],
  ['nothing-in-it.xlsx', 'empty-file'],
  ['traversal.xlsx', 'damaged-workbook'],
  ['repeated-entry.xlsx', 'damaged-workbook'],
] as const)('%s is refused as %s', async (name, code) => {
  expect(await fixtureFailure(name)).toEqual({ code, fileName: name });
});

test('10,000 rows are refused with their number, in less than two seconds of the processor', async () => {
  const text = Array.from({ length: 10_000 }, (_, index) => `Person ${index};person${index}@example.org`).join('\n');
  const milliseconds = await processorMilliseconds(async () => {
    expect(await fixtureFailure('rows-10000.xlsx')).toEqual({
      code: 'too-many-rows',
      fileName: 'rows-10000.xlsx',
      rows: 10_001,
      limit: 5_000,
    });
    expect(await readSource({ bytes: Buffer.from(text), fileName: 'rows.csv' })).toMatchObject({
      failure: { code: 'too-many-rows', rows: 10_000 },
    });
  });
  expect(milliseconds).toBeLessThan(2_000);
});

test('50 MB are refused by size alone', async () => {
  const bytes = new Uint8Array(50 * 1024 * 1024);
  const failure = { code: 'file-too-large', fileName: 'list.xlsx', megabytes: 50, limit: 10 };
  expect(await readSource({ bytes, fileName: 'list.xlsx' })).toEqual({ ok: false, failure });
  expect(refusalBySize(bytes.length, 'list.xlsx')).toEqual(failure);
  expect(refusalBySize(10 * 1024 * 1024, 'list.xlsx')).toBeNull();
});

test('a ZIP bomb is left as soon as it has grown too far', async () => {
  const before = process.memoryUsage().arrayBuffers;
  expect(await fixtureFailure('bomb.xlsx')).toEqual({ code: 'inflates-too-far', fileName: 'bomb.xlsx' });
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(150 * 1024 * 1024);
});

test('one cell at the far edge of the sheet costs nothing, one in the last row is told', async () => {
  const [sheet] = await fixtureSheets('far-cell.xlsx');
  expect(sheet?.rows).toEqual([['Name'], ['Kofi Mensah']]);
  expect(await fixtureFailure('far-row.xlsx')).toMatchObject({ code: 'too-many-rows', rows: 1_048_576 });
});

test('a workbook cut anywhere is damaged or no spreadsheet, never half a list', async () => {
  const whole = fixtureBytes('participants-38.xlsx');
  const [first] = await fixtureSheets('participants-38.xlsx');
  for (let size = 4; size < whole.length; size += 97) {
    const read = await readSource({ bytes: whole.slice(0, size), fileName: 'cut.xlsx' });
    // Cut inside the directory at the end of the archive, every entry is still there.
    if (read.ok) expect(read.value[0]).toEqual(first);
    else expect(['damaged-workbook', 'not-a-spreadsheet']).toContain(read.failure.code);
  }
});

test('random bytes behind the signature of a ZIP archive never throw', async () => {
  const bytes = fixtureBytes('participants-38.xlsx');
  for (let place = 40; place < bytes.length; place += 211) {
    const changed = bytes.slice();
    changed.fill(0xa5, place, place + 40);
    const read = await readSource({ bytes: changed, fileName: 'changed.xlsx' });
    expect(typeof read.ok).toBe('boolean');
  }
});

test('visible sheets are offered with their rows in place; hidden and empty ones are not', async () => {
  const sheets = await fixtureSheets('participants-38.xlsx');
  expect(sheets.map(({ name }) => name)).toEqual(['Read me', 'Participants', 'Budget']);
  const people = sheets[1]?.rows ?? [];
  expect(people[0]?.[0]).toBe('HRH Action Workshop');
  expect(people[2]).toEqual([]);
  expect(people[3]?.slice(0, 3)).toEqual(['No.', 'Surname', 'First name(s)']);
  expect(people[4]?.[9]).toBe('233244120001');
  expect(people[16]).toEqual([]);
  expect(people.find((cells) => cells[1] === 'عبد الرحمن')?.[2]).toBe('محمد');
  expect(sheets[2]?.rows[1]).toEqual(['Venue', '4200', '2026-03-16']);
});

test('LibreOffice and openpyxl give the same list', async () => {
  const ours = await fixtureSheets('participants-38.xlsx');
  const theirs = await fixtureSheets('participants-38-libreoffice.xlsx');
  expect(theirs[1]?.rows).toEqual(ours[1]?.rows);
});

test.each(['cells.xlsx', 'cells-libreoffice.xlsx'])('%s: cells are read as people see them', async (name) => {
  const [sheet] = await fixtureSheets(name);
  const column = (index: number): readonly (string | undefined)[] => (sheet?.rows ?? []).slice(1, 5).map((cells) => cells[index]);
  expect(column(0)).toEqual(['Kofi\nMensah', 'Ama Serwaa', 'Yaa  Asantewaa', '']);
  // One cell merged over three rows.
  expect(column(1)).toEqual(['Ghana', 'Ghana', 'Ghana', '']);
  expect(column(2)).toEqual(['233244120001', '233244120002', '447700900123', '']);
  expect(column(3)).toEqual(['2026-03-16', '2024-02-29', '09:00', '2026-03-16 14:30']);
  expect(column(4)).toEqual(['TRUE', 'FALSE', '', '']);
  expect(column(5)?.[0]).toBe('0.3');
  expect(column(5)?.[1]).toMatch(/^12345678901234\d{6}$/);
});

test('a formula counts by its stored result; one without result is told apart from an empty cell', async () => {
  const [calculated] = await fixtureSheets('formulas-calculated.xlsx');
  expect(calculated?.rows.slice(1).map((cells) => cells.slice(2, 4))).toEqual([
    ['Kossi Agbéko', 'Ministry'],
    ['Akouvi Lawson', ''],
  ]);
  expect(calculated?.formulasWithoutValue).toEqual([]);
  const [raw] = await fixtureSheets('formulas-not-calculated.xlsx');
  expect(raw?.rows[1]).toEqual(['Kossi', 'Agbéko', '', '', 'kossi@sante.example.org']);
  expect(raw?.formulasWithoutValue).toEqual([
    { row: 1, column: 2 },
    { row: 1, column: 3 },
    { row: 2, column: 2 },
    { row: 2, column: 3 },
  ]);
});

test('prefixed tags, rich text and cells without addresses are read', async () => {
  const [sheet] = await fixtureSheets('prefixed.xlsx');
  expect(sheet?.rows).toEqual([
    ['Full name', 'E-mail'],
    ['Kofi & Ama', 'kofi@example.org'],
  ]);
});

test('thousands of formatted rows with nothing in them are no long list', async () => {
  const [sheet] = await fixtureSheets('formatted-to-the-bottom.xlsx');
  expect(sheet?.rows).toHaveLength(2);
});

test('French CSV: Windows-1252 and UTF-8 give the same rows', async () => {
  const [ansi] = await fixtureSheets('participants-fr.csv');
  const [utf8] = await fixtureSheets('semicolon-utf8.csv');
  expect(ansi?.rows).toEqual(utf8?.rows);
  expect(ansi?.rows[2]).toEqual([]);
  expect(ansi?.rows[4]?.slice(0, 3)).toEqual(['1', 'AGBÉKO', 'Kossi']);
  expect(ansi?.rows[7]?.[2]).toBe('Aïssatou');
  expect(ansi?.rows[7]?.[3]).toBe('Directrice ; formation');
});

test.each(['comma-utf8-bom.csv', 'tab-utf8.tsv', 'tab-utf16.txt'])('%s: separator and encoding are found', async (name) => {
  const [sheet] = await fixtureSheets(name);
  expect(sheet?.rows).toEqual([
    ['EMAIL ADDRESS', 'full NAME', 'Institution', 'country', 'phone'],
    ['kofi@example.org', 'Kofi Mensah, MD', 'Ministry of Health; Planning', 'Ghana', '0244 120 001'],
    ['amina@example.org', 'Amina "Mina" Hassan', 'Coast Health Network', 'Kenya', '0700123458'],
    ['mohamed@example.org', 'محمد عبد الرحمن', 'Academy', 'Sudan', '+249912400001'],
  ]);
});

test('pasted cells, and a file that says its separator', async () => {
  const pasted = await readSource({ bytes: Buffer.from('Nom\tPays\r\nKofi Mensah\tGhana\r\n'), fileName: '' });
  expect(pasted).toMatchObject({
    ok: true,
    value: [
      {
        rows: [
          ['Nom', 'Pays'],
          ['Kofi Mensah', 'Ghana'],
        ],
      },
    ],
  });
  const said = await readSource({ bytes: Buffer.from('sep=;\r\nName;Note\r\nAma;a,b\r\n'), fileName: 'said.csv' });
  expect(said).toMatchObject({
    ok: true,
    value: [
      {
        rows: [
          ['Name', 'Note'],
          ['Ama', 'a,b'],
        ],
      },
    ],
  });
});
