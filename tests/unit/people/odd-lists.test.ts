// Lists as offices, forms and registration sites write them: who is in them, what is set aside, what each cell becomes.
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { readSource } from '../../../electron/intake/read-source.ts';
import { consentOf } from '../../../shared/domain/people/import-words.ts';
import { emptyWorkshop, guessedSelection, previewOf, sheetOf } from '../../support/import-fixtures.ts';
import { majorityLanguage } from '../../../shared/domain/people/import-groups.ts';

async function read(text: string, encoding = 'utf-8') {
  const found = await readSource({ bytes: new Uint8Array(iconv.encode(text, encoding)), fileName: 'list.csv' });
  if (!found.ok) throw new Error(found.failure.code);
  const { rows, setAside } = previewOf(emptyWorkshop().view, found.value);
  return {
    mapping: guessedSelection(found.value).selection.mapping,
    people: rows.map(({ person: { fullName, contacts } }) => [fullName, ...contacts.map(({ value }) => value)]),
    setAside: setAside.map(({ row, reason }) => [row, reason]),
  };
}

test('an attendance sheet: title lines, headings in two languages and lines, two numbers, signatures under the people', async () => {
  const list = await read(
    'REPUBLIC OF CAMEROON,,,,,\n"Venue: Hilton  Date: 12/03/2027",,,,,\n,,,,,\n"S/N\nN°","Names and surnames\nNoms et prénoms","Institution\nStructure","Position\nFonction","Tel\nTél",Signature\n1,MBARGA Jean Paul,MINSANTE,Chef,677 00 00 01 / 699 00 00 02,\n2,NGO BASSONG Marie,ONG ASOH,Coordinatrice,655000003,\n3,,,,,\nFait à Yaoundé le 12 mars 2027,,,,,\n,,,Le Directeur,,\n',
  );
  expect(list).toEqual({
    mapping: ['ignore', 'fullName', 'organisation', 'role', 'phone', 'ignore'],
    people: [
      ['MBARGA Jean Paul', '677 00 00 01', '699 00 00 02'],
      ['NGO BASSONG Marie', '655000003'],
    ],
    setAside: [
      [8, 'signature'],
      [9, 'line'],
    ],
  });
});

test('“Unicode text” of Excel: two numbers on two lines of one cell are two, one number broken over two lines is one', async () => {
  const list = await read(
    '\uFEFFNom\tPrénoms\tTéléphone\r\nN’DIAYE\tMoussa\t"07 07 00 00 01\n05 05 00 00 02"\r\nKONE\tAïcha\t"+225 07\n08 09"\r\n',
    'utf16-le',
  );
  expect(list.people).toEqual([
    ['Moussa N’DIAYE', '07 07 00 00 01', '05 05 00 00 02'],
    ['Aïcha KONE', '+225 07 08 09'],
  ]);
});

test('semicolons, decimal commas and columns without anything at the end', async () => {
  const list = await read(
    'N°;Nom et prénoms;Fonction;Per diem (€);Taux;Téléphone;;;\n1;TRAORE Awa;Infirmière;12,50;0,75;76 12 34 56;;;\n;;TOTAL;27,50;;;;;\n',
    'win1252',
  );
  expect(list).toEqual({
    mapping: ['ignore', 'fullName', 'role', 'ignore', 'ignore', 'phone', 'ignore', 'ignore', 'ignore'],
    people: [['TRAORE Awa', '76 12 34 56']],
    setAside: [[3, 'total']],
  });
});

test('an export of a form: “full name (as in your passport)” asks for the name, what the form writes for itself stays out', async () => {
  const google = await read(
    'Timestamp,Email Address,What is your full name (as in your passport)?,Which organisation do you work for?,Mobile phone (WhatsApp),Dietary requirements,Passport number\n2027/01/12 9:15:04 AM GMT+2,t@example.org,Tendai Moyo,MoHCC,0772 000 001,None,A123\n',
  );
  expect(google.mapping).toEqual(['ignore', 'email', 'fullName', 'organisation', 'phone', 'ignore', 'ignore']);
  const kobo = await read(
    'start;end;_1_Full_name;_2_Organisation;_3_Phone_number;_id;_submission_time\n2027-02-01T08:00;2027-02-01T08:05;Abebe Bekele;MoH;+251911000001;1234567;2027-02-01\n',
  );
  expect(kobo.mapping).toEqual(['ignore', 'ignore', 'fullName', 'organisation', 'phone', 'ignore', 'ignore']);
});

test('an export of registrations: whoever does not come and whoever is not named yet is set aside', async () => {
  const list = await read(
    'Order #,First Name,Last Name,Email,Total Paid,Attendee Status,Buyer Email\n1,Lindiwe,Dlamini,l@example.org,0.00,Attending,o@example.org\n2,Sipho,Maseko,s@example.org,0.00,Not Attending,o@example.org\n3,Info Requested,Info Requested,Info Requested,0.00,Attending,o@example.org\n',
  );
  expect(list.people).toEqual([['Lindiwe Dlamini', 'l@example.org']]);
  expect(list.setAside).toEqual([
    [3, 'status'],
    [4, 'vacant'],
  ]);
});

test('where every person has a number, a line without one is none; columns may be cut by bars', async () => {
  const list = await read('No|Name|Position\n1|Jane Wanjiru|Director\n2|Tom Otieno|Nurse\n|Development partners|\n3|John Smith|Adviser\n');
  expect(list.people).toEqual([['Jane Wanjiru'], ['Tom Otieno'], ['John Smith']]);
  expect(list.setAside).toEqual([[4, 'line']]);
});

test('a row with something in it and nothing in the columns that are imported is named; empty numbered lines are not', () => {
  const { rows, setAside } = previewOf(
    emptyWorkshop().view,
    sheetOf(
      ['No', 'Name', 'Organisation', 'Comments'],
      ['1', 'Ada Mensah', 'MoH', ''],
      ['2', '', '', 'comes on Tuesday, by bus'],
      ['3', '', '', ''],
    ),
  );
  expect([rows.length, setAside.map(({ row, reason, text }) => [row, reason, text])]).toEqual([
    1,
    [[3, 'unmapped', '2 · comes on Tuesday, by bus']],
  ]);
});

test('Spanish headings', async () => {
  const list = await read(
    'N.º;Apellidos;Nombres;Institución;Cargo;País;Idioma;Sexo;Correo electrónico;Teléfono móvil\n1;Nguema;María;Ministerio;Directora;Guinea Ecuatorial;ES;M;m@example.org;+240 222 000 001\n',
    'win1252',
  );
  expect(list.mapping).toEqual([
    'ignore',
    'familyName',
    'givenName',
    'organisation',
    'role',
    'country',
    'language',
    'sex',
    'email',
    'phone',
  ]);
});

test.each([
  ['F', 'fr'],
  ['E', 'en'],
  ['P', 'pt'],
  ['S', 'es'],
  ['A', 'ar'],
  ['FR', 'fr'],
  ['EN', 'en'],
  ['ES', 'es'],
  ['PT', 'pt'],
  ['AR', 'ar'],
])('the language letter %s is %s', (letter, code) => {
  const members = Array.from({ length: 2 }, () => ({ language: letter }) as Parameters<typeof majorityLanguage>[0][number]);
  expect(majorityLanguage(members)).toBe(code);
});

test('the language of a team is that of most members who tell it, never that of one among several', () => {
  const languageOf = (...languages: string[]) =>
    majorityLanguage(languages.map((language) => ({ language }) as Parameters<typeof majorityLanguage>[0][number]));
  expect(languageOf('F', 'F', 'E')).toBe('fr');
  expect(languageOf('F', 'E')).toBeNull();
  expect(languageOf('F', '', '')).toBeNull();
  expect(languageOf('F')).toBe('fr');
  expect(languageOf('', '')).toBeNull();
});

test.each([
  ['Yes, I agree', true],
  ['Oui, j’accepte', true],
  ['No, I do not agree', false],
  ['Yes, but not my phone', null],
  ['No problem', null],
])('the answer “%s” is %s', (text, meaning) => {
  expect(consentOf(text)).toBe(meaning);
});
