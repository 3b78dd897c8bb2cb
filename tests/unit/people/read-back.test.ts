// Lists that this product has written, read back into the workshop that they came from: nothing changes, in any language, in any kind of file.
import { expect, test } from 'vitest';
import { renderCsv } from '../../../electron/documents/csv.ts';
import { renderXlsx } from '../../../electron/documents/xlsx.ts';
import { readSource } from '../../../electron/intake/read-source.ts';
import { mappingOf } from '../../../shared/domain/people/import-columns.ts';
import { headingOf } from '../../../shared/domain/people/import-headings.ts';
import { listedFields } from '../../../shared/domain/people/values.ts';
import { languages, type Language } from '../../../shared/kernel/local-text.ts';
import { loadCatalogue } from '../../../shared/messages/index.ts';
import { participantList, type ParticipantList } from '../../../shared/pack/participants.ts';
import { packTexts } from '../../../shared/pack/texts.ts';
import { headingCell, textCell } from '../../../shared/pack/workbook-model.ts';
import { previewOf } from '../../support/import-fixtures.ts';
import { contentOf } from '../../support/sample-packs.ts';
import { sampleWorkshop } from '../../support/sample-workshop.ts';

const kinds: Readonly<Record<string, (list: ParticipantList, language: Language) => Uint8Array | Promise<Uint8Array>>> = {
  CSV: (list, language) => Buffer.from(renderCsv(list, language)),
  'CSV of the other language’s spreadsheet': (list, language) => Buffer.from(renderCsv(list, language === 'en' ? 'fr' : 'en')),
  // Our CSV opened in a spreadsheet and saved as text: the sign that keeps a name from being a formula stays in its cell.
  'Unicode text': ({ header, rows }) =>
    Buffer.from(`\uFEFF${[header, ...rows].map((row) => row.map(guarded).join('\t')).join('\r\n')}`, 'utf16le'),
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
