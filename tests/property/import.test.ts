// Importing one list twice changes nothing the second time, whatever stands in it.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../support/effort.ts';
import { emptyWorkshop, importInto, previewOf, sheetOf } from '../support/import-fixtures.ts';

const header = [
  'Name',
  'First name',
  'Surname',
  'Email',
  'Phone',
  'Organisation',
  'Country',
  'Team',
  'Language',
  'Participant type',
  'Consent',
];

/** Few different values, so that lists are full of namesakes, shared mailboxes, repetitions, blanks and odd spellings. */
const cell = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '-',
    'n/a',
    'Ama',
    'AMA',
    'Âma',
    'Kofi Mensah',
    'Mensah  Kofi',
    'Dr Kofi Mensah',
    'd’Almeida',
    "D'almeida",
    'محمد',
    '???',
    'yes',
    'Non',
  ),
  fc.constantFrom(
    'a@example.org',
    'A@EXAMPLE.org',
    'b@example.org',
    'a@example.org; b@example.org',
    'no-address',
    '233244120001',
    '+233 244 120 001',
  ),
  fc.string({ maxLength: 6, unit: 'grapheme' }),
);
const row = fc.array(cell, { minLength: header.length, maxLength: header.length });

test('every row is the same as before, or still the problem that it was; nobody is missing', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
      const workshop = emptyWorkshop();
      const sheets = sheetOf(header, ...rows);
      const first = importInto(workshop, sheets);
      const second = previewOf(workshop.view, sheets);
      expect(second.rows.map(({ row: number, state }) => [number, state])).toEqual(
        first.rows.map(({ row: number, state }) => [number, state === 'problem' ? 'problem' : 'same']),
      );
      expect(second.missing).toEqual([]);
      expect([second.newTeams, second.newOrganisations, second.newTopicGroups]).toEqual([[], [], []]);
    }),
    { numRuns: runs(400) },
  );
});
