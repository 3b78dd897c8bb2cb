// Headers and columns as people name them.
import { expect, test } from 'vitest';
import { headerRowOf, mappingOf } from '../../../shared/domain/people/import-columns.ts';
import { outlineOf } from '../../../shared/domain/people/import-rules.ts';
import { fixtureSheets, guessedSelection, sheetOf } from '../../support/import-fixtures.ts';

function mapped(header: readonly string[], ...rows: readonly (readonly string[])[]): readonly string[] {
  return mappingOf([header, ...rows], 0);
}

test.each([
  [
    ['NOM', 'PRÉNOM(S)'],
    ['familyName', 'givenName'],
  ],
  [
    ['Prénom', 'Nom'],
    ['givenName', 'familyName'],
  ],
  [
    ['Nom', 'Pays'],
    ['fullName', 'country'],
  ],
  [
    ['Name', 'Surname'],
    ['givenName', 'familyName'],
  ],
  [
    ['Nom et prénoms', 'Courriel'],
    ['fullName', 'email'],
  ],
  [
    ['nom de famille', 'prenoms', 'Mél'],
    ['familyName', 'givenName', 'email'],
  ],
  [
    ['Last Name', 'FIRST NAME', 'E-Mail Address'],
    ['familyName', 'givenName', 'email'],
  ],
  [
    ['Full name', 'Surname', 'First name'],
    ['fullName', 'familyName', 'givenName'],
  ],
  [
    ['N°', 'Nom / Name', 'Tél. (WhatsApp)', 'Structure d’origine', 'Équipe'],
    ['ignore', 'fullName', 'phone', 'organisation', 'team'],
  ],
  [
    ['Nom complet', 'Fonction', 'Institution', 'Pays', 'Langue', 'Sexe'],
    ['fullName', 'role', 'organisation', 'country', 'language', 'sex'],
  ],
  [
    ['Name', 'Working group', 'Consent to share contact details', 'Photo consent'],
    ['fullName', 'topicGroup', 'consentContact', 'ignore'],
  ],
  [
    ['Name', 'Groupe thématique', 'Partage des coordonnées'],
    ['fullName', 'topicGroup', 'consentContact'],
  ],
  [
    ['Name', 'Email', 'Email 2'],
    ['fullName', 'email', 'ignore'],
  ],
  [
    ['Téléphone portable (avec indicatif du pays)', 'Nom du participant'],
    ['phone', 'fullName'],
  ],
] as const)('%j', (header, expected) => {
  expect(mapped(header)).toEqual(expected);
});

test('"Title" and "Role" are decided by what stands under them', () => {
  expect(mapped(['Title', 'Name'], ['Dr', 'Ama'], ['Mrs', 'Abena'])).toEqual(['ignore', 'fullName']);
  expect(mapped(['Title', 'Name'], ['Director', 'Ama'], ['Chief Nurse', 'Abena'])).toEqual(['role', 'fullName']);
  expect(mapped(['Rôle', 'Nom'], ['Facilitatrice', 'Ama'], ['Participant', 'Abena'])).toEqual(['kind', 'fullName']);
  expect(mapped(['Rôle', 'Nom'], ['Directrice', 'Ama'], ['Économiste', 'Abena'])).toEqual(['role', 'fullName']);
});

test('the header is found under title rows, and never taken for a person', () => {
  const rows = [['Participants'], [], ['Workshop in Accra, 16–18 March'], ['Name', 'E-mail'], ['Ama Serwaa', 'ama@example.org']];
  expect(headerRowOf(rows)).toBe(3);
  expect(headerRowOf([['Participants'], ['Ama Serwaa'], ['Kofi Mensah']])).toBe(0);
  expect(
    headerRowOf([
      ['Kofi Mensah', 'kofi@example.org'],
      ['Ama Serwaa', 'ama@example.org'],
    ]),
  ).toBeNull();
});

test('without a header the cells decide', () => {
  const rows = [
    ['Kofi Mensah', 'Ministry of Health', 'kofi@example.org', '+233 244 120 001', 'F'],
    ['Ama Serwaa', 'Ministry of Health', 'ama@example.org', '+233 244 120 002', 'M'],
  ];
  expect(mappingOf(rows, null)).toEqual(['fullName', 'ignore', 'email', 'phone', 'sex']);
});

test('the sheet with the people is the best one; its outline shows header, sample and width', async () => {
  const sheets = await fixtureSheets('participants-38.xlsx');
  const outline = outlineOf(sheets, { sourceId: 's', fileName: 'participants-38.xlsx' });
  expect(outline.bestSheet).toBe(1);
  const people = outline.sheets[1];
  expect(people?.headerRow).toBe(3);
  expect(people?.sample).toHaveLength(5);
  expect(people?.mapping).toEqual([
    'ignore',
    'familyName',
    'givenName',
    'sex',
    'role',
    'organisation',
    'country',
    'team',
    'email',
    'phone',
    'language',
    'kind',
    'topicGroup',
    'consentContact',
  ]);
});

test('French list', async () => {
  const { selection } = guessedSelection(await fixtureSheets('participants-fr.csv'));
  expect(selection.headerRow).toBe(3);
  expect(selection.mapping).toEqual([
    'ignore',
    'familyName',
    'givenName',
    'role',
    'organisation',
    'country',
    'email',
    'phone',
    'language',
    'kind',
    'consentContact',
  ]);
});

test('a list of goods has no column of names', async () => {
  expect(guessedSelection(await fixtureSheets('no-name-column.xlsx')).selection.mapping).toEqual(['ignore', 'ignore', 'ignore']);
  expect(guessedSelection(sheetOf(['E-mail', 'Country'], ['a@example.org', 'Togo'])).selection.mapping).toEqual(['email', 'country']);
});
