// Lists that this product has written, read back into the workshop that they came from: nothing changes, in any language, in any kind of file.
import { expect, test } from 'vitest';
import { renderCsv } from '../../../electron/documents/csv.ts';
import { renderVcf } from '../../../electron/documents/vcf.ts';
import { renderXlsx } from '../../../electron/documents/xlsx.ts';
import { readSource } from '../../../electron/intake/read-source.ts';
import { mappingOf } from '../../../shared/domain/people/import-columns.ts';
import { headingOf } from '../../../shared/domain/people/import-headings.ts';
import { listedFields } from '../../../shared/domain/people/values.ts';
import { languages, type Language } from '../../../shared/kernel/local-text.ts';
import { loadCatalogue } from '../../../shared/messages/index.ts';
import { contactCards, participantList, type ParticipantList } from '../../../shared/pack/participants.ts';
import { packTexts } from '../../../shared/pack/texts.ts';
import { headingCell, textCell } from '../../../shared/pack/workbook-model.ts';
import { previewOf } from '../../support/import-fixtures.ts';
import { contentOf } from '../../support/sample-packs.ts';
import { contacts } from '../../support/contacts.ts';
import { sampleWorkshop, setFields } from '../../support/sample-workshop.ts';

const kinds: Readonly<Record<string, (list: ParticipantList, language: Language) => Uint8Array | Promise<Uint8Array>>> = {
  CSV: (list, language) => Buffer.from(renderCsv(list, language)),
  'CSV of the other language’s spreadsheet': (list, language) => Buffer.from(renderCsv(list, language === 'en' ? 'fr' : 'en')),
  // Our CSV opened in a spreadsheet and saved as text: the sign that keeps a name from being a formula stays in its cell.
  'Unicode text': ({ header, rows }) =>
    Buffer.from(`\uFEFF${[header, ...rows].map((row) => row.map((cell) => inTabs(guarded(cell))).join('\t')).join('\r\n')}`, 'utf16le'),
  XLSX: ({ header, rows }) =>
    renderXlsx({
      listSheet: 'Lists',
      sheets: [
        {
          name: 'People',
          isLandscape: true,
          widths: header.map(() => 20),
          stickyRows: 1,
          rows: [header.map(headingCell), ...rows.map((row) => row.map(textCell))],
          dropDowns: [],
        },
      ],
    }),
};

function guarded(cell: string): string {
  return /^[=+\-@]/.test(cell) ? `'${cell}` : cell;
}

/** As spreadsheets write a cell that holds the separator, a quote or a line end. */
function inTabs(cell: string): string {
  return /["\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

const cases = languages.flatMap((language) => Object.keys(kinds).map((kind) => [language, kind] as const));

test.each(cases)('the list of participants in %s as %s changes nothing', async (language, kind) => {
  const workshop = sampleWorkshop();
  const list = participantList(contentOf(workshop, 'team-a', language), packTexts(language));
  const bytes = await (kinds[kind] as (typeof kinds)[string])(list, language);
  const read = await readSource({ bytes: new Uint8Array(bytes), fileName: 'list' });
  if (!read.ok) throw new Error(read.failure.code);
  const { rows, setAside, missing } = previewOf(workshop.view, read.value);
  expect(rows.length).toBe(list.rows.length);
  expect(rows.length).toBeGreaterThan(1);
  expect(rows.filter(({ state }) => state !== 'same').map(({ person, changes, remarks }) => ({ person, changes, remarks }))).toEqual([]);
  expect([setAside, missing]).toEqual([[], []]);
});

/** What people are called, and what stands in their fields, that a list could take for something else. */
const oddNames = [
  'Ada "Bo" Mensah',
  'O’Neil; Ann, the',
  '"Quoted"',
  '=1+1',
  '+Ada',
  '-Ada',
  '@Ada',
  "'=Ada",
  '  Two  spaces ',
  'Line\nbreak',
  'Tab\there',
  '\u200Fأحمد محمد\u200E',
  '👩🏽‍⚕️ Ada',
  'TOTAL',
  'Kenya',
  'Signature',
  'TBC',
  'Name',
  'NULL',
  'Participants',
  'NB: Ada',
  'Ada Mensah (cancelled)',
  'MENSAH, Ada',
  '42',
  'Dr A. B. KONE PhD',
  'A|B;C,D',
  'Very long name '.repeat(30),
];
const oddFields: readonly Readonly<Record<string, unknown>>[] = [
  { role: '=SUM(A1)', contacts: contacts({ email: 'one@example.org', phone: '+233 244 000 001', agrees: true }) },
  { role: 'N/A', country: 'Kenya', organisationId: 'org-far' },
  { kind: 'observer', role: 'Director; "acting", since 2024\nand more', contacts: contacts({ phone: '0302 1 ext. 204', agrees: true }) },
  {
    kind: 'interpreter',
    contacts: [...contacts({ phone: 'call office', agrees: true }), ...contacts({ phone: '0244000002', agrees: true })],
  },
  {
    contacts: [
      ...contacts({ email: 'a@example.org', phone: '0244000003', agrees: true }),
      ...contacts({ email: 'b@example.org', phone: '12' }),
    ],
  },
  { kind: 'staff', country: 'Côte d’Ivoire', contacts: contacts({ email: 'not an address', phone: '2.5E+11', agrees: true }) },
  {
    status: 'left',
    country: 'Chad',
    contacts: contacts({ email: 'gone@example.org', phone: 'Tel: 0244000004 / 0244000005', agrees: true }),
  },
  { kind: 'facilitator', contacts: contacts({ email: '', phone: '12/03/1978', agrees: true }) },
  { kind: 'resource-person', role: '12.50', country: '-' },
];

function oddWorkshop() {
  const workshop = sampleWorkshop();
  workshop.run({ name: 'organisationAdd', id: 'org-far', organisation: 'WHO', country: 'Switzerland' });
  workshop.run({ name: 'organisationAdd', id: 'org-odd', organisation: '=Org; "The, one"', country: '' });
  for (const [index, fullName] of oddNames.entries()) {
    const id = `odd-${index}`;
    workshop.run({ name: 'participantAdd', id, teamId: index % 4 === 0 ? 'team-solo' : null, fullName });
    setFields(workshop, 'participantSet', id, { organisationId: 'org-odd', ...oddFields[index % oddFields.length] });
  }
  return workshop;
}

test.each(cases)('whatever people are called and is known of them: the list in %s as %s changes nothing', async (language, kind) => {
  const workshop = oddWorkshop();
  const list = participantList(contentOf(workshop, 'team-a', language), packTexts(language));
  const read = await readSource({ bytes: new Uint8Array(await (kinds[kind] as (typeof kinds)[string])(list, language)), fileName: 'list' });
  if (!read.ok) throw new Error(read.failure.code);
  const { rows, setAside, missing, newOrganisations } = previewOf(workshop.view, read.value);
  expect(rows.length).toBe(list.rows.length);
  expect(
    rows
      .filter(({ state }) => state !== 'same')
      .map(({ person: { fullName }, state, changes, remarks }) => [fullName, state, changes, remarks]),
  ).toEqual([]);
  expect([setAside, missing, newOrganisations]).toEqual([[], [], []]);
});

test.each(languages)('the address cards in %s change nothing; whoever has left is offered to come back', async (language) => {
  const workshop = oddWorkshop();
  const cards = contactCards(contentOf(workshop, 'team-a', language), packTexts(language));
  const read = await readSource({ bytes: new Uint8Array(Buffer.from(renderVcf(cards))), fileName: '90-contacts.vcf' });
  if (!read.ok) throw new Error(read.failure.code);
  const { rows, setAside } = previewOf(workshop.view, read.value);
  expect(setAside.map(({ reason }) => reason)).toEqual(['status', 'vacant']);
  expect(rows.length).toBe(cards.length - 2);
  const changes = rows.filter(({ state }) => state !== 'same').flatMap((row) => row.changes.map(({ field }) => [row.state, field]));
  expect(changes.length).toBeGreaterThan(0);
  expect(changes.filter(([state, field]) => state !== 'changed' || field !== 'status')).toEqual([]);
});

test.each(languages)(
  'headings in %s are one vocabulary: what the product writes over its columns is what it understands',
  async (language) => {
    const { header, rows } = participantList(contentOf(sampleWorkshop(), 'team-a', language), packTexts(language));
    expect(mappingOf([header, ...rows], 0)).toEqual(listedFields);
    const { import: words } = await loadCatalogue(language);
    const { ignore: _ignore, ...targets } = words.target;
    expect(Object.entries(targets).map(([target, name]) => [target, headingOf(name)?.meaning])).toEqual(
      Object.keys(targets).map((target) => [target, target]),
    );
  },
);
