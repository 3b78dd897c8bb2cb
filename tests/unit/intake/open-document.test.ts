// Tables in OpenDocument: what they show, and those that are made to do harm.
import { read as readBook, utils } from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';
import { afterEach, expect, test, vi } from 'vitest';
import { readSource } from '../../../electron/intake/read-source.ts';
import type { SourceSheet } from '../../../shared/domain/people/import-model.ts';
import { emptyWorkshop, fixtureBytes, previewOf } from '../../support/import-fixtures.ts';

afterEach(() => vi.restoreAllMocks());

function table(rows: string, before = ''): Uint8Array {
  const content = `<?xml version="1.0"?>${before}<office:document-content><office:body><office:spreadsheet><table:table table:name="People">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`;
  return zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'), 'content.xml': strToU8(content) });
}
const cell = (text: string, attributes = '') => `<table:table-cell ${attributes}><text:p>${text}</text:p></table:table-cell>`;
const row = (cells: string, attributes = '') => `<table:table-row ${attributes}>${cells}</table:table-row>`;
const read = (bytes: Uint8Array) => readSource({ bytes, fileName: 'list.ods' });

test('shown text, repeated and merged cells, spans, notes and hidden rows', async () => {
  const note =
    '<table:table-cell><office:annotation><text:p>a note</text:p></office:annotation><text:p>Ama<text:s/><text:span>&amp; Co</text:span></text:p></table:table-cell>';
  const rows = [
    row(cell('Name') + cell('Team', 'table:number-columns-repeated="2"')),
    row(note + cell('Ghana', 'table:number-rows-spanned="2"')),
    row(cell('Kofi') + '<table:covered-table-cell/>', 'table:visibility="filter"'),
    row('<table:table-cell table:number-columns-repeated="16384"/>', 'table:number-rows-repeated="1048000"'),
  ];
  expect(await read(table(rows.join('')))).toEqual({
    ok: true,
    value: [
      {
        name: 'People',
        rows: [
          ['Name', 'Team', 'Team'],
          ['Ama & Co', 'Ghana'],
          ['Kofi', 'Ghana'],
        ],
        hiddenRows: [2],
      },
    ],
  });
});

test('a filled row repeated without end is too many rows; a cell is cut at the last column that is read', async () => {
  const many = table(row(cell('x', 'table:number-columns-repeated="16384"'), 'table:number-rows-repeated="1048576"'));
  expect(await read(many)).toMatchObject({ ok: false, failure: { code: 'too-many-rows', rows: 1_048_576 } });
  const wide = await read(table(row(cell('x', 'table:number-columns-repeated="999999999"'))));
  expect(wide.ok && wide.value[0]?.rows[0]?.length).toBe(500);
});

test('a document type and a cut document are damaged; an encrypted one says so', async () => {
  expect(await read(table(row(cell('x')), '<!DOCTYPE x [<!ENTITY a "b">]>'))).toMatchObject({ failure: { code: 'damaged-workbook' } });
  const cut = zipSync({ 'content.xml': strToU8('<office:document-content><office:spreadsheet><table:table>') });
  expect(await read(cut)).toMatchObject({ failure: { code: 'damaged-workbook' } });
  const closed = zipSync({ 'content.xml': new Uint8Array([1, 2]), 'META-INF/manifest.xml': strToU8('<manifest:encryption-data/>') });
  expect(await read(closed)).toMatchObject({ failure: { code: 'encrypted-workbook' } });
});

test('tags nested without end come to an end', async () => {
  const before = process.cpuUsage();
  const deep = await read(table(row(cell('<text:span>'.repeat(200_000))) + '<office:annotation>'.repeat(200_000)));
  expect(typeof deep.ok).toBe('boolean');
  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(3);
});

test('what LibreOffice writes: shown dates and numbers, errors, repeated and merged cells, hidden rows, columns and tables', async () => {
  const ods = await readSource({ bytes: fixtureBytes('libreoffice-rows-and-columns.ods'), fileName: 'list.ods' });
  expect(ods).toEqual({
    ok: true,
    value: [
      {
        name: 'Participants',
        rows: [
          ['List of participants'],
          [],
          ['Full name', 'Organisation', 'Staff salary', 'Date of birth', 'Phone', 'Country', 'E-mail'],
          ['Ada Mensah', 'Ministry of Health & Social Welfare', '1200', '12/03/1978', '+233244120001', 'Ghana', 'ada@example.org'],
          ['Old Person', 'MoH', '', '', '', 'Ghana', 'old@example.org'],
          ['Kofi Boateng', '#N/A', '', '', '0244 120 002\n0244 120 003', 'Ghana', 'kofi@example.org'],
          ['Esi Owusu', 'GHS', 'GHS', '', '', 'Togo'],
          ['Esi Owusu', 'GHS', 'GHS', '', '', 'Togo'],
        ],
        hiddenRows: [4],
        hiddenColumns: [2],
      },
    ],
  });
  const xlsx = await readSource({ bytes: fixtureBytes('libreoffice-rows-and-columns.xlsx'), fileName: 'list.xlsx' });
  if (!ods.ok || !xlsx.ok) throw new Error('Not read');
  const people = (sheets: readonly SourceSheet[]) => {
    const { rows, setAside } = previewOf(emptyWorkshop().view, sheets);
    return {
      rows: rows.map(({ row: number, person, remarks }) => ({ number, person, remarks })),
      setAside: setAside.map(({ row: number, reason }) => [number, reason]),
    };
  };
  expect(people(xlsx.value)).toEqual(people(ods.value));
  expect(people(ods.value).setAside).toEqual([[5, 'hidden']]);
});

test.each(['open-document.ods', 'libreoffice-rows-and-columns.ods'])('%s: our scan reads the cells that SheetJS reads', async (name) => {
  const bytes = fixtureBytes(name);
  const ours = await readSource({ bytes, fileName: name });
  if (!ours.ok) throw new Error(ours.failure.code);
  // It grumbles about formats of numbers.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  for (const sheet of ours.value) {
    const theirs = readBook(bytes, { type: 'array' }).Sheets[sheet.name] as Record<string, { readonly w?: string; readonly v?: string }>;
    const filled = Object.entries(theirs).filter(([address]) => !address.startsWith('!'));
    expect(filled.length).toBeGreaterThan(3);
    for (const [address, shown] of filled) {
      const { r, c } = utils.decode_cell(address);
      expect([address, sheet.rows[r]?.[c] ?? '']).toEqual([address, shown.w ?? shown.v ?? '']);
    }
  }
});

test('a bomb in an archive is refused while it inflates', async () => {
  const bomb = zipSync({ 'content.xml': strToU8(`<office:document-content><office:spreadsheet>${' '.repeat(40 * 1024 * 1024)}`) });
  expect(bomb.length).toBeLessThan(100_000);
  expect(await read(bomb)).toMatchObject({ ok: false, failure: { code: 'inflates-too-far' } });
});

test('hidden columns without end are told as far as columns are read', async () => {
  const hidden = '<table:table-column table:number-columns-repeated="999999999" table:visibility="collapse"/>';
  const wide = await read(table(hidden + row(cell('Name')) + row(cell('Ada'))));
  expect(wide.ok && wide.value[0]?.hiddenColumns?.length).toBe(500);
});
