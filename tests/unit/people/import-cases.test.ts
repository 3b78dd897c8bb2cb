// Lists that once went wrong (data/fixtures/cases/people): each is read as a person who looks at it expects.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readSource } from '../../../electron/intake/read-source.ts';
import type { SourceSheet } from '../../../shared/domain/people/import-model.ts';
import type { TextEncoding } from '../../../shared/domain/people/values.ts';
import { previewImport } from '../../../shared/domain/people/import-rules.ts';
import { emptyWorkshop, guessedSelection, previewOf } from '../../support/import-fixtures.ts';

async function sheetsOf(name: string, encoding?: TextEncoding): Promise<readonly SourceSheet[]> {
  const bytes = new Uint8Array(readFileSync(new URL(`../../../data/fixtures/cases/people/${name}`, import.meta.url)));
  const read = await readSource({ bytes, fileName: name, encoding });
  if (!read.ok) throw new Error(read.failure.code);
  return read.value;
}

async function previewed(name: string, encoding?: TextEncoding) {
  const sheets = await sheetsOf(name, encoding);
  const { rows, setAside } = previewOf(emptyWorkshop().view, sheets);
  return { people: rows.map(({ person }) => person), rows, setAside, mapping: guessedSelection(sheets).selection.mapping };
}

test('a quote that is not closed swallows no row', async () => {
  const { people } = await previewed('quote-not-closed.csv');
  expect(people.map(({ fullName, organisation }) => [fullName, organisation])).toEqual([
    ['Ada Mensah', 'Ministry of Health'],
    ['Kofi Boateng', 'Ghana Health Service'],
    ['Esi Owusu', 'Nurses Council'],
    ['Yaw Asare', 'Ministry of Finance'],
    ['Ama Darko', 'WHO'],
  ]);
});

test('a pasted cell that begins with a quote is text; quotes that are closed still hold separators and line ends', async () => {
  const text = 'Name\tNote\tOrganisation\r\n"Big" Ada\t1\tMoH\r\nBen\t"two\r\nlines"\tMoH\r\n"Cy ""C"" Test"\t\tWHO\r\n';
  const read = await readSource({ bytes: Buffer.from(text), fileName: '' });
  expect(read.ok && read.value[0]?.rows.slice(1)).toEqual([
    ['"Big" Ada', '1', 'MoH'],
    ['Ben', 'two\nlines', 'MoH'],
    ['Cy "C" Test', '', 'WHO'],
  ]);
});

test('a date of birth is no telephone number', async () => {
  const { people, mapping } = await previewed('birth-dates.csv');
  expect(mapping).toEqual(['fullName', 'ignore', 'organisation']);
  expect(people.map(({ contacts }) => contacts)).toEqual([[], []]);
});

test.each(['Staff number', 'Bank account', 'Personal file', 'Date de naissance', 'Compte bancaire', 'Badge'])(
  'a column "%s" stays out, whatever it holds',
  (heading) => {
    const rows = ['10023456', '+233 244 120 001', '0244120001'].map((cell, row) => [`Person ${row}`, cell]);
    expect(guessedSelection([{ name: '', rows: [['Full name', heading], ...rows] }]).selection.mapping[1]).toBe('ignore');
  },
);

test('columns that say "anonymous" lose against filled ones', async () => {
  const { people, mapping } = await previewed('form-answers-anonymous.csv');
  expect(mapping.slice(0, 5)).toEqual(['ignore', 'ignore', 'ignore', 'ignore', 'ignore']);
  expect(people.map(({ fullName, country, contacts }) => [fullName, country, contacts.map(({ value }) => value)])).toEqual([
    ['Thandi Nkosi', 'Eswatini', ['thandi@example.org']],
    ['Peter Dube', 'Zimbabwe', ['peter@example.org']],
  ]);
});

test('registrations that no longer hold are set aside with their reason', async () => {
  const { people, setAside, mapping } = await previewed('registrations-with-status.csv');
  expect(mapping).toEqual(['ignore', 'ignore', 'givenName', 'familyName', 'email', 'ignore', 'ignore', 'status']);
  expect(people.map(({ fullName, role }) => [fullName, role])).toEqual([
    ['Ana Reis', ''],
    ['Marcos Belo', ''],
  ]);
  expect(setAside).toMatchObject([{ row: 4, reason: 'status', value: 'Refunded', isTaken: false }]);
});

test('long questions are headings', async () => {
  const { people, mapping } = await previewed('questions-as-headings.csv');
  expect(mapping).toEqual(['ignore', 'email', 'fullName', 'organisation', 'country', 'consentContact']);
  expect(people.map(({ consentContact }) => consentContact)).toEqual(['Yes', 'No']);
});

test('an official list in French: title line, number, contacts in one cell', async () => {
  const { people } = await previewed('official-list-french.csv');
  expect(
    people.map(({ fullName, role, organisation, contacts }) => [fullName, role, organisation, contacts.map(({ value }) => value)]),
  ).toEqual([
    ['KOUASSI Aya Marie-Laure', 'DRH', 'MSHP', ['aya.kouassi@example.org', '07 07 00 00 01']],
    ["N'GUESSAN Koffi", 'Chef de service', 'ONG Santé', ['aya2@example.org', '05 05 00 00 02']],
  ]);
});

test('two rows of headings: the second one counts', async () => {
  const { people } = await previewed('two-heading-rows.csv');
  expect(people.map(({ fullName, sex }) => [fullName, sex])).toEqual([['Ada Mensah', 'F']]);
});

test('Portuguese headings', async () => {
  const { mapping, people } = await previewed('portuguese.csv');
  expect(mapping).toEqual(['ignore', 'givenName', 'familyName', 'organisation', 'role', 'email', 'phone', 'country']);
  expect(people.map(({ fullName }) => fullName)).toEqual(['Rute Sitoe', 'João Langa']);
});

test('MS-DOS: the accents look wrong and the right table is proposed; with it every name is right', async () => {
  const [sheet] = await sheetsOf('ms-dos-850.csv');
  expect(sheet?.encoding).toMatchObject({ used: 'windows-1252', suggested: 'cp850' });
  const { people, mapping } = await previewed('ms-dos-850.csv', 'cp850');
  expect(mapping).toEqual(['familyName', 'givenName', 'organisation', 'email']);
  expect(people.map(({ fullName, organisation }) => [fullName, organisation])).toEqual(
    ['Konéa', 'Konéb', 'Konéc', 'Konéd'].map((family) => [`Aïcha ${family}`, 'Ministère de la Santé']),
  );
});

test('two encodings in one list: every line is read by its own', async () => {
  const { people, rows, mapping } = await previewed('two-encodings.csv');
  expect(mapping).toEqual(['familyName', 'givenName', 'organisation', 'email']);
  expect(rows.filter(({ remarks }) => remarks.some(({ code }) => code === 'other-encoding')).map(({ row }) => row)).toEqual([6]);
  expect(people.map(({ fullName }) => fullName)).toEqual([
    'Aïcha Konéa',
    'Aïcha Konéb',
    'Aïcha Konéc',
    'Aïcha Konéd',
    'Zoé Traoré',
    'Noël Bâ',
  ]);
});

test('countries, totals and headings between people are no people', async () => {
  const { people, setAside } = await previewed('country-lines-and-totals.xlsx');
  expect(people.map(({ fullName }) => fullName)).toEqual(['Jane Wanjiru', 'Tom Otieno', 'Ruth Achieng', 'Sam Okello']);
  expect(setAside.map(({ row, reason, value }) => [row, reason, value])).toEqual([
    [4, 'country', 'KENYA'],
    [7, 'country', 'UGANDA'],
    [9, 'line', 'FACILITATORS'],
    [11, 'total', 'Total'],
  ]);
});

test('numbers come in as the sheet shows them', async () => {
  const { people } = await previewed('phones-as-numbers-with-formats.xlsx');
  expect(people.map(({ contacts }) => contacts.find(({ kind }) => kind === 'phone')?.value)).toEqual([
    '0077123456',
    '06 12 34 56 78',
    '+22507080910',
    '+221 77 123 45 67',
  ]);
});

test('telephone numbers that a program kept as numbers with decimals lose the decimals', async () => {
  const { people, rows } = await previewed('phones-as-floats.csv');
  expect(people.map(({ contacts }) => contacts.find(({ kind }) => kind === 'phone')?.value)).toEqual(['254700123456', '233244000001']);
  expect(rows.flatMap(({ remarks }) => remarks.map(({ code, value }) => [code, value]))).toEqual([
    ['phone-was-number', '254700123456.0'],
    ['phone-was-number', '233244000001.0'],
  ]);
});

test('rows hidden by a filter stay out and are told; a tick takes them', async () => {
  const { people, setAside } = await previewed('rows-hidden-by-a-filter.xlsx');
  expect(people.map(({ fullName }) => fullName)).toEqual(['Grace Phiri', 'Moses Banda']);
  expect(setAside).toMatchObject([{ row: 3, reason: 'hidden', text: 'Old Person · old@example.org · cancelled' }]);
  const { sheet, selection } = guessedSelection(await sheetsOf('rows-hidden-by-a-filter.xlsx'));
  const taken = previewImport(emptyWorkshop().view, sheet, { ...selection, taken: [3] });
  expect(taken.ok && taken.value.rows.map(({ row }) => row)).toEqual([2, 3, 4]);
});

test('a table in OpenDocument is read like a workbook', async () => {
  const { people } = await previewed('open-document.ods');
  expect(people.map(({ fullName, contacts }) => [fullName, contacts.map(({ value }) => value)])).toEqual([
    ['Ada Test', ['ada@example.org']],
  ]);
});

test('errors of a sheet, days and rounded numbers are named and not imported', () => {
  const { rows } = previewOf(emptyWorkshop().view, [
    {
      name: '',
      rows: [
        ['Full name', 'Phone', 'Organisation'],
        ['Ada Test', '1978-03-12', '#N/A'],
        ['Ben Test', '2.547E+11', 'MoH'],
      ],
    },
  ]);
  expect(rows.map(({ person: { contacts, organisation }, remarks }) => [contacts, organisation, remarks.map(({ code }) => code)])).toEqual([
    [[], '', ['not-a-phone', 'cell-error']],
    [[], 'MoH', ['not-a-phone']],
  ]);
});

test('titles and headings that stand again between people are set aside, by a title row above the header and in other words', async () => {
  const pages = [
    'LIST OF PARTICIPANTS,,,',
    'Surname,First name,Organisation,E-mail',
    'Mensah,Ada,MoH,ada@example.org',
    'List of participants,,,',
    'SURNAME,FIRST NAME,ORGANISATION,E-MAIL',
    'Boateng,Kofi,MoH,kofi@example.org',
    'Family name,Given name,Institution,Email address',
    'Owusu,Esi,WHO,esi@example.org',
  ].join('\n');
  const read = await readSource({ bytes: Buffer.from(pages), fileName: 'pages.csv' });
  const { rows, setAside } = previewOf(emptyWorkshop().view, read.ok ? read.value : []);
  expect(rows.map(({ person }) => person.fullName)).toEqual(['Ada Mensah', 'Kofi Boateng', 'Esi Owusu']);
  expect(setAside.map(({ row, reason, isTakeable }) => [row, reason, isTakeable])).toEqual([
    [4, 'heading', true],
    [7, 'heading', true],
  ]);
});

test('a row can be taken only where a column that is imported holds something', async () => {
  const { setAside } = await previewed('country-lines-and-totals.xlsx');
  expect(setAside.map(({ value, isTakeable }) => [value, isTakeable])).toEqual([
    ['KENYA', false],
    ['UGANDA', false],
    ['FACILITATORS', true],
    ['Total', true],
  ]);
});

test('formulas in a text file: a link shows its words, any other has no result, a text that looks like one keeps its sign', async () => {
  const text = [
    'Name,Organisation,Email,Phone',
    `"=HYPERLINK(""https://example.org/ada"",""Ada Mensah"")",=A1&B1,"=HYPERLINK(""mailto:ada@example.org"")","=""0244000001"""`,
    `'=SUM Ben,=> MoH,"=CONCATENATE(A1,""@x"")",'+233 244 000 002`,
  ].join('\n');
  const read = await readSource({ bytes: Buffer.from(text), fileName: 'links.csv' });
  const { rows } = previewOf(emptyWorkshop().view, read.ok ? read.value : []);
  expect(rows.map(({ person }) => [person.fullName, person.organisation, ...person.contacts.map(({ value }) => value)])).toEqual([
    ['Ada Mensah', '', 'ada@example.org', '0244000001'],
    ['=SUM Ben', '=> MoH', '+233 244 000 002'],
  ]);
  expect(rows.map(({ remarks }) => remarks.map(({ code, field }) => [code, field]))).toEqual([
    [['formula-without-value', 'organisation']],
    [['formula-without-value', 'email']],
  ]);
});
