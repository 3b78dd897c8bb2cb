// The bytes of lists: which encoding is found, which one is proposed, and what one bad line does to the others.
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { decodeText, oddLineMark } from '../../../electron/intake/decode-text.ts';
import { readSource } from '../../../electron/intake/read-source.ts';
import { textEncodings, type TextEncoding } from '../../../shared/domain/people/values.ts';

const french = 'Nom;Prénom;Structure\nKoné;Aïcha;Ministère de la Santé\nN’Guessan;Noël;Faculté des sciences – Côte d’Ivoire\n';
const latin = 'Nom;Prénom;Structure\nKoné;Aïcha;Ministère de la Santé\nBâ;Noël;Faculté, forêt, août, ça\n';

function bytesOf(text: string, table: string): Uint8Array {
  return new Uint8Array(iconv.encode(text, table));
}

test.each([
  ['utf-8', 'utf-8', french],
  ['utf-8 with a mark', 'utf-8', `\uFEFF${french}`],
  ['utf-16le with a mark', 'utf-16le', `\uFEFF${french}`],
  ['utf-16le', 'utf-16le', french],
  ['utf-16be', 'utf-16be', french],
  ['windows-1252', 'windows-1252', french],
] as const)('%s is found by itself and nothing else is proposed', (_, encoding, text) => {
  const table = encoding.startsWith('utf-16') ? `${encoding.slice(0, 6)}-${encoding.slice(6)}` : encoding;
  const decoded = decodeText(bytesOf(text, table));
  expect(decoded).toEqual({ text: decoded?.text, encoding, suggested: null, oddLinesAs: null });
  expect(decoded?.text.replace('\uFEFF', '')).toBe(french);
});

test.each([
  ['cp850', 'cp850', latin],
  ['macintosh', 'macroman', latin],
  ['windows-1251', 'win1251', 'Имя;Организация\nИван Петров;Министерство здравоохранения\n'],
  ['windows-1256', 'win1256', 'الاسم;المؤسسة\nأحمد بن علي;وزارة الصحة\n'],
  ['windows-1253', 'win1253', 'Όνομα;Φορέας\nΓιώργος Νικολάου;Υπουργείο Υγείας\n'],
] as const)('where the signs look wrong, %s is proposed, and with it every sign is right', (encoding, table, text) => {
  const bytes = bytesOf(text, table);
  expect(decodeText(bytes)).toMatchObject({ encoding: 'windows-1252', suggested: encoding });
  expect(decodeText(bytes, encoding)).toEqual({ text, encoding, suggested: null, oddLinesAs: null });
});

test('names with seldom letters in Windows-1252 look right', () => {
  for (const text of ['Name;Org\nJosé Muñoz;Göteborg\nŠárka Žížala;Œuvre\n', 'Name;Note\n“Ada” Mensah;5 € – paid\nÉric O’Neil;§ 3\n'])
    expect(decodeText(bytesOf(text, 'windows-1252'))).toMatchObject({ text, suggested: null });
});

test('text that was saved as UTF-8 twice is proposed to be read once', () => {
  const twice = bytesOf(iconv.decode(Buffer.from(latin), 'windows-1252'), 'utf-8');
  expect(decodeText(twice)).toMatchObject({ encoding: 'utf-8', suggested: 'utf-8-twice' });
  expect(decodeText(twice, 'utf-8-twice')?.text).toBe(latin);
});

test('one bad line among UTF-8 damages one line, is marked, and is read in the table in which it looks right', () => {
  for (const [table, encoding] of [
    ['windows-1252', 'windows-1252'],
    ['cp850', 'cp850'],
    ['macroman', 'macintosh'],
  ] as const) {
    const bytes = Buffer.concat([Buffer.from(latin), bytesOf('Traoré;Zoé;Ordre des médecins\n', table), Buffer.from('Sow;Léa;MSAS\n')]);
    const decoded = decodeText(bytes);
    expect(decoded).toMatchObject({ encoding: 'utf-8', suggested: null, oddLinesAs: encoding });
    expect(decoded?.text).toBe(`${latin}Traoré${oddLineMark};Zoé;Ordre des médecins\nSow;Léa;MSAS\n`);
  }
});

test('the row of a bad line is named by the number that a spreadsheet shows, whatever its cells hold above it', async () => {
  const bytes = Buffer.concat([Buffer.from('Nom;Note\n"Koné";"deux\nlignes"\n'), bytesOf('Zoé;x\n', 'windows-1252')]);
  const read = await readSource({ bytes, fileName: 'list.csv' });
  expect(read.ok && read.value[0]).toMatchObject({
    rows: [
      ['Nom', 'Note'],
      ['Koné', 'deux\nlignes'],
      ['Zoé', 'x'],
    ],
    encoding: { used: 'utf-8', suggested: null, oddRows: [2], oddRowsAs: 'windows-1252' },
  });
});

test.each(textEncodings)('%s can be chosen for any text', (encoding: TextEncoding) => {
  expect(decodeText(Buffer.from('Name;Team\nAda;Ghana\n'), encoding)).not.toBeUndefined();
});

test('a picture is no text in any encoding that is found', () => {
  expect(decodeText(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 1, 2, 3, 4]))).toBeNull();
});
