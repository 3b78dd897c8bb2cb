// Tables in OpenDocument: what they show, and those that are made to do harm.
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readSource } from '../../../electron/intake/read-source.ts';

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
