// The import of a participant list, from the first list to the corrected one.
import { expect, test } from 'vitest';
import { processorMilliseconds } from '../../support/processor-time.ts';
import { decide } from '../../../shared/domain/commands.ts';
import { consentTo, contactsText } from '../../../shared/domain/people/contacts.ts';
import { importSelectionSchema } from '../../../shared/domain/people/import-model.ts';
import { importCommand, previewImport } from '../../../shared/domain/people/import-rules.ts';
import type { Participant, Team } from '../../../shared/domain/people/model.ts';
import type { View } from '../../../shared/domain/collections.ts';
import {
  emptyWorkshop,
  everything,
  fixtureSheets,
  guessedSelection,
  importInto,
  previewOf,
  sheetOf,
} from '../../support/import-fixtures.ts';
import { contacts } from '../../support/contacts.ts';

function person(view: View, fullName: string): Participant {
  const found = [...view.all('participants')].find((participant) => participant.fullName === fullName);
  if (!found) throw new Error(`${fullName} is not there`);
  return found;
}

function team(view: View, name: string): Team | undefined {
  return [...view.all('teams')].find((one) => one.name === name);
}

const header = ['Name', 'Email', 'Organisation', 'Phone', 'Team', 'Consent'];

test('38 people of 11 countries: all new, with their organisations, teams and groups', async () => {
  const workshop = emptyWorkshop();
  const preview = importInto(workshop, await fixtureSheets('participants-38.xlsx'));
  expect(preview.rows.map(({ state }) => state)).toEqual(Array.from({ length: 38 }, () => 'new'));
  expect(preview.rows[0]?.row).toBe(5);
  expect(preview.rows[12]?.row).toBe(18);
  expect(preview.newTeams).toHaveLength(11);
  expect(preview.newTopicGroups).toHaveLength(4);
  const { view } = workshop;
  expect(view.size('participants')).toBe(38);
  expect(view.size('teams')).toBe(11);
  expect(view.size('organisations')).toBe(preview.newOrganisations.length);
  expect(team(view, 'Togo')).toMatchObject({ country: 'Togo', language: 'fr' });
  expect(team(view, 'Kenya')).toMatchObject({ language: 'en' });
  expect(team(view, 'Sudan')).toMatchObject({ language: 'ar' });
  expect(person(view, "Éric d'Almeida")).toMatchObject({
    givenName: 'Éric',
    familyName: "d'Almeida",
    language: 'fr',
    contacts: contacts({ email: 'eric.dalmeida@finances.example.org', phone: '22890112235', agrees: true }),
  });
  expect(person(view, 'محمد عبد الرحمن')).toMatchObject({ country: 'Sudan', teamId: team(view, 'Sudan')?.id });
  expect(person(view, 'Mireille Kouassi')).toMatchObject({ kind: 'facilitator', teamId: null });
  expect(person(view, 'Lucy Njeri').kind).toBe('staff');
  expect(consentTo(person(view, 'Amina Hassan').contacts)).toBe('none');
  expect(consentTo(person(view, 'Abena Mensah').contacts)).toBe('all');
  const namesakes = preview.rows.filter(({ person: { fullName } }) => fullName === 'Mary Banda');
  expect(namesakes).toHaveLength(2);
  expect(namesakes[1]?.remarks).toEqual([
    { level: 'warning', code: 'same-name', field: 'fullName', value: 'Mary Banda', otherRow: namesakes[0]?.row },
  ]);
});

test('the same list again changes nothing', async () => {
  const workshop = emptyWorkshop();
  const sheets = await fixtureSheets('participants-38.xlsx');
  importInto(workshop, sheets);
  const again = previewOf(workshop.view, sheets);
  expect(new Set(again.rows.map(({ state }) => state))).toEqual(new Set(['same']));
  expect(again.missing).toEqual([]);
  expect(again.rows.flatMap(({ remarks }) => remarks)).toEqual([]);
  const command = importCommand(workshop.view, again, everything, workshop.newId);
  expect(decide(workshop.view, command, { now: '' as never, newId: workshop.newId, actor: '' })).toEqual({ ok: true, value: [] });
});

test('the corrected list: 2 new, 3 changed, 1 missing, each with a choice; ids stay', async () => {
  const workshop = emptyWorkshop();
  importInto(workshop, await fixtureSheets('participants-38.xlsx'));
  const { view } = workshop;
  const before = {
    kwame: person(view, 'Kwame Owusu-Ansah').id,
    rachel: person(view, 'Rachel Uwase').id,
    moses: person(view, 'Moses Byaruhanga').id,
  };
  const sheets = await fixtureSheets('participants-38-corrected.xlsx');
  const preview = previewOf(view, sheets);
  const inState = (state: string) => preview.rows.filter((row) => row.state === state);
  expect(inState('new').map(({ person: { fullName } }) => fullName)).toEqual(['Sahr Tamba', 'Stella Acheng']);
  expect(inState('changed').flatMap(({ person: { fullName }, changes }) => changes.map((change) => ({ fullName, ...change })))).toEqual([
    { fullName: 'Rachel Uwase', field: 'role', before: 'Chargée de planification', after: 'Directrice de la planification' },
    { fullName: 'Lackson Phiri', field: 'phone', before: '260977100002', after: '260977100099' },
    { fullName: 'Kwame Owusu-Ansah', field: 'email', before: 'kwame.owusu@health.example.org', after: 'k.owusu-ansah@health.example.org' },
  ]);
  expect(inState('same')).toHaveLength(34);
  expect(preview.missing).toEqual([{ participantId: before.moses, fullName: 'Moses Byaruhanga', isNamedInPlans: false }]);
  expect(preview.newTeams).toEqual([]);

  const skipped = inState('new')
    .filter(({ person: { fullName } }) => fullName === 'Sahr Tamba')
    .map(({ row }) => row);
  const choices = { skippedRows: skipped, missing: [{ participantId: before.moses, choice: 'mark-left' as const }] };
  workshop.run(importCommand(view, preview, choices, workshop.newId));
  expect(view.size('participants')).toBe(39);
  const emails = contactsText(view.get('participants', before.kwame)?.contacts ?? [], 'email');
  expect(emails).toBe('k.owusu-ansah@health.example.org');
  expect(view.get('participants', before.rachel)?.role).toBe('Directrice de la planification');
  expect(view.get('participants', before.moses)?.status).toBe('left');
  expect([...view.all('participants')].some(({ fullName }) => fullName === 'Sahr Tamba')).toBe(false);
  expect(previewOf(view, sheets).missing).toEqual([]);
});

test('a missing person is removed when chosen, and kept when nothing is chosen', async () => {
  const workshop = emptyWorkshop();
  importInto(workshop, sheetOf(header, ['Ama Serwaa', 'ama@example.org'], ['Kofi Mensah', 'kofi@example.org']));
  const shorter = sheetOf(header, ['Ama Serwaa', 'ama@example.org']);
  const preview = previewOf(workshop.view, shorter);
  expect(importCommand(workshop.view, preview, everything, workshop.newId).removedIds).toEqual([]);
  const id = person(workshop.view, 'Kofi Mensah').id;
  workshop.run(
    importCommand(workshop.view, preview, { skippedRows: [], missing: [{ participantId: id, choice: 'remove' }] }, workshop.newId),
  );
  expect([...workshop.view.all('participants')].map(({ fullName }) => fullName)).toEqual(['Ama Serwaa']);
});

test('nobody is missing from a list of other people', () => {
  const workshop = emptyWorkshop();
  importInto(workshop, sheetOf(header, ['Ama Serwaa', 'ama@example.org']));
  expect(previewOf(workshop.view, sheetOf(header, ['Kofi Mensah', 'kofi@example.org'])).missing).toEqual([]);
});

test('who is named in a plan or a step is marked among the missing', () => {
  const workshop = emptyWorkshop();
  importInto(
    workshop,
    sheetOf(header, ['Ama Serwaa', 'ama@example.org'], ['Kofi Mensah', 'kofi@example.org'], ['Esi Boateng', 'esi@example.org']),
  );
  const { view } = workshop;
  const kofi = person(view, 'Kofi Mensah').id;
  const withStep: View = {
    ...view,
    all: (collection) => (collection === 'steps' ? ([{ id: 'step', responsibleIds: [kofi] }] as never) : view.all(collection)),
  };
  const preview = previewOf(withStep, sheetOf(header, ['Ama Serwaa', 'ama@example.org']));
  expect(preview.missing.map(({ fullName, isNamedInPlans }) => [fullName, isNamedInPlans])).toEqual([
    ['Kofi Mensah', true],
    ['Esi Boateng', false],
  ]);
});

test('problems are named by row and field, and the other rows still come in', async () => {
  const workshop = emptyWorkshop();
  const preview = importInto(workshop, await fixtureSheets('with-problems.xlsx'));
  expect(
    preview.rows.flatMap(({ row, remarks }) => remarks.map(({ level, code, field, otherRow }) => [row, level, code, field, otherRow])),
  ).toEqual([
    [3, 'problem', 'name-missing', 'fullName', undefined],
    [4, 'warning', 'email-invalid', 'email', undefined],
    [5, 'problem', 'same-person-twice', 'fullName', 2],
    [6, 'warning', 'not-a-phone', 'phone', undefined],
    [6, 'warning', 'kind-unknown', 'kind', undefined],
    [6, 'warning', 'consent-unclear', 'consentContact', undefined],
    [8, 'warning', 'email-shared', 'email', 7],
    [9, 'warning', 'same-name', 'fullName', 2],
  ]);
  expect([...workshop.view.all('participants')].map(({ fullName }) => fullName)).toEqual([
    'Abena Mensah',
    'Kwame Owusu',
    'Dede Tetteh',
    'Esi Boateng',
    'Yaw Addo',
    'Abena Mensah',
  ]);
  expect(contactsText(person(workshop.view, 'Kwame Owusu').contacts, 'email')).toBe('kwame.owusu(at)health');
  const dede = person(workshop.view, 'Dede Tetteh');
  expect([dede.kind, consentTo(dede.contacts)]).toEqual(['participant', 'none']);
});

test('a formula without result is a problem in the name and a warning elsewhere', async () => {
  const { view } = emptyWorkshop();
  const [first] = previewOf(view, await fixtureSheets('names-not-calculated.xlsx')).rows;
  expect(first).toMatchObject({ state: 'problem', remarks: [{ level: 'problem', code: 'formula-without-value', field: 'fullName' }] });
  const [other] = previewOf(view, await fixtureSheets('formulas-not-calculated.xlsx')).rows;
  expect(other).toMatchObject({ state: 'new', person: { fullName: 'Kossi Agbéko' } });
  expect(other?.remarks.map(({ level, field }) => [level, field])).toEqual([
    ['warning', 'fullName'],
    ['warning', 'organisation'],
  ]);
});

test('no column mapped to a name', async () => {
  const { view } = emptyWorkshop();
  const { sheet, selection } = guessedSelection(await fixtureSheets('no-name-column.xlsx'));
  expect(previewImport(view, sheet, selection)).toEqual({ ok: false, failure: { code: 'no-name-column', sheet: 'Stock' } });
});

test('matching: e-mail first in any case, else name and organisation without case, accents and order; other organisation is another person', () => {
  const workshop = emptyWorkshop();
  importInto(workshop, sheetOf(header, ['Éric d’Almeida', 'eric@example.org', 'Ministère'], ['Ama Serwaa', '', 'Ministère']));
  const states = (...row: readonly string[]) => previewOf(workshop.view, sheetOf(header, row)).rows[0];
  expect(states('Eric Dalmeida', 'ERIC@example.org', 'Elsewhere')?.participantId).toBe(person(workshop.view, 'Éric d’Almeida').id);
  expect(states('SERWAA Ama', '', 'MINISTERE')?.participantId).toBe(person(workshop.view, 'Ama Serwaa').id);
  expect(states('Dr. Ama Serwaa', 'ama@example.org', 'ministère')?.changes.map(({ field }) => field)).toEqual(['fullName', 'email']);
  const namesake = states('Ama Serwaa', '', 'Other Council');
  expect(namesake).toMatchObject({ state: 'new', participantId: null, remarks: [{ code: 'same-name' }] });
});

test('two people with one mailbox stay two, in any order', () => {
  const workshop = emptyWorkshop();
  const rows = [
    ['Esi Boateng', 'office@example.org', 'Council'],
    ['Yaw Addo', 'office@example.org', 'Council'],
  ];
  importInto(workshop, sheetOf(header, ...rows));
  expect(workshop.view.size('participants')).toBe(2);
  expect(previewOf(workshop.view, sheetOf(header, ...rows.toReversed())).rows.map(({ state }) => state)).toEqual(['same', 'same']);
});

test('empty cells and dashes never erase, an unclear consent changes nothing', () => {
  const workshop = emptyWorkshop();
  importInto(workshop, sheetOf(header, ['Ama Serwaa', 'ama@example.org', 'Council', '+233 244 120 001', 'Ghana', 'yes']));
  const again = (...cells: readonly string[]) =>
    previewOf(workshop.view, sheetOf(header, ['Ama Serwaa', 'ama@example.org', ...cells])).rows[0];
  expect(again('', '-', 'n/a', 'perhaps')?.state).toBe('same');
  expect(again('', '', '', '')?.state).toBe('same');
  expect(again('COUNCIL', '00233244120001', 'GHANA', 'x')?.changes.map(({ field }) => field)).toEqual(['phone']);
  expect(again('Council', '233244120001', 'Ghana', 'non')?.changes).toEqual([{ field: 'consentContact', before: 'yes', after: 'no' }]);
});

test('a name known in one order is not changed by a list in two columns', () => {
  const workshop = emptyWorkshop();
  importInto(workshop, sheetOf(['Full name', 'Email'], ['MENSAH Kofi', 'kofi@example.org']));
  const [row] = previewOf(workshop.view, sheetOf(['First name', 'Surname', 'Email'], ['Kofi', 'MENSAH', 'kofi@example.org'])).rows;
  expect(row?.changes).toEqual([]);
});

test('a name in one column says by its capitals which part is the family name', () => {
  const names = [
    ['KOUASSI Aya Marie-Laure', 'KOUASSI', 'Aya Marie-Laure'],
    ['Dr Kofi MENSAH', 'MENSAH', 'Kofi'],
    ['NGO BASSONG Marie', 'NGO BASSONG', 'Marie'],
    ['Mme KONE', '', ''],
    ['ADA MENSAH', '', ''],
    ['Jean KOUASSI Marie', '', ''],
    ['Ada Mensah', '', ''],
  ];
  const { rows } = previewOf(emptyWorkshop().view, sheetOf(['Nom & Prénoms'], ...names.map(([fullName = '']) => [fullName])));
  expect(rows.map(({ person: { fullName, familyName, givenName } }) => [fullName, familyName, givenName])).toEqual(names);
});

test('countries make the teams of a list without teams, but move nobody who has one', () => {
  const workshop = emptyWorkshop();
  const sheets = sheetOf(['Name', 'Country', 'Participant type'], ['Ama Serwaa', 'Ghana', ''], ['Yaw Asante', 'Ghana', 'Observer']);
  importInto(workshop, sheets);
  const ghana = team(workshop.view, 'Ghana');
  expect(person(workshop.view, 'Ama Serwaa').teamId).toBe(ghana?.id);
  expect(person(workshop.view, 'Yaw Asante').teamId).toBeNull();
  workshop.run({ name: 'teamAdd', id: 'north' as never, team: 'North', country: 'Ghana', language: 'en' });
  workshop.run({ name: 'participantsMove', ids: [person(workshop.view, 'Ama Serwaa').id], teamId: 'north' as never });
  expect(previewOf(workshop.view, sheets).rows.map(({ state }) => state)).toEqual(['same', 'same']);
});

test('a replaced person in an old list stays replaced and is not missing from a new one', () => {
  const workshop = emptyWorkshop();
  const old = sheetOf(
    header,
    ['Ama Serwaa', 'ama@example.org', 'Council', '', 'Ghana'],
    ['Kofi Mensah', 'kofi@example.org', '', '', 'Ghana'],
  );
  importInto(workshop, old);
  const { view } = workshop;
  workshop.run({
    name: 'participantReplace',
    id: person(view, 'Ama Serwaa').id,
    byId: person(view, 'Kofi Mensah').id,
    movesResponsibilities: true,
  });
  expect(previewOf(view, old).rows.map(({ state }) => state)).toEqual(['same', 'same']);
  expect(previewOf(view, sheetOf(header, ['Kofi Mensah', 'kofi@example.org'])).missing).toEqual([]);
});

test('blank rows, numbered empty rows and repeated headers are passed over; row numbers are those of the sheet', () => {
  const numbered = ['No', 'Name', 'Email'];
  const sheets = sheetOf(numbered, ['1', 'Ama  Serwaa ', ' ama@example.org'], [], ['2', '', ''], numbered, [
    '3',
    'Kofi\u00a0Mensah',
    'mailto:kofi@example.org',
  ]);
  const { rows } = previewOf(emptyWorkshop().view, sheets);
  expect(rows.map(({ row, person: read }) => [row, read.fullName, read.contacts])).toEqual([
    [2, 'Ama Serwaa', [{ kind: 'email', value: 'ama@example.org' }]],
    [6, 'Kofi Mensah', [{ kind: 'email', value: 'kofi@example.org' }]],
  ]);
});

test('a text above the limit of a field is a problem, a very long name a warning', () => {
  const rows = previewOf(
    emptyWorkshop().view,
    sheetOf(header, ['Ama Serwaa', '', 'x'.repeat(20_001)], ['y'.repeat(201), '', 'Council']),
  ).rows;
  expect(rows.map(({ state, remarks }) => [state, remarks[0]?.code, remarks[0]?.field])).toEqual([
    ['problem', 'text-too-long', 'organisation'],
    ['new', 'text-too-long', 'fullName'],
  ]);
});

test('new groups: one for all spellings, country when all agree, language of most members, else of the room', () => {
  const workshop = emptyWorkshop();
  importInto(
    workshop,
    sheetOf(
      ['Name', 'Organisation', 'Country', 'Team', 'Language'],
      ['A One', 'Ministère de la Santé', 'Togo', 'Équipe 1', 'English'],
      ['B Two', 'MINISTERE DE LA SANTE', 'Togo', 'equipe 1', 'anglais'],
      ['C Three', 'Council', 'Benin', 'Équipe 2', ''],
      ['D Four', 'Council', 'Togo', 'Équipe 2', 'Ewe'],
    ),
  );
  const { view } = workshop;
  expect([...view.all('organisations')].map(({ name, country }) => [name, country])).toEqual([
    ['Ministère de la Santé', 'Togo'],
    ['Council', 'Benin'],
    ['Council', 'Togo'],
  ]);
  expect([...view.all('teams')].map(({ name, country, language }) => [name, country, language])).toEqual([
    ['Équipe 1', 'Togo', 'en'],
    ['Équipe 2', 'Équipe 2', 'fr'],
  ]);
  expect(person(view, 'D Four').language).toBe('Ewe');
});

test('one mailbox, two persons: asked who it is, and nobody’s consent or place passes to somebody else', () => {
  const first = sheetOf(
    header,
    ['Ada Mensah', 'hr.office@example.org', 'Ministry of Health', '', 'Ghana', 'yes'],
    ['Kofi Boateng', 'kofi@example.org', 'Ministry of Finance', '', 'Ghana'],
  );
  const second = sheetOf(
    header,
    ['Esi Owusu', 'hr.office@example.org', 'Ministry of Health', '', 'Ghana'],
    ['Kofi Boateng', 'kofi@example.org', 'Ministry of Finance', '', 'Ghana'],
  );
  const answered = (identity?: 'renamed' | 'another' | 'replaces') => {
    const workshop = emptyWorkshop();
    importInto(workshop, first);
    const ada = person(workshop.view, 'Ada Mensah');
    workshop.run({ name: 'teamSet', id: ada.teamId as never, field: 'leadId', value: ada.id });
    const preview = importInto(workshop, second, { ...everything, answers: identity === undefined ? [] : [{ row: 2, identity }] });
    return { preview, ada, view: workshop.view };
  };
  const unanswered = answered();
  expect(unanswered.preview.rows.map(({ state, mailboxOf }) => [state, mailboxOf])).toEqual([
    ['question', 'Ada Mensah'],
    ['same', undefined],
  ]);
  expect(unanswered.preview.missing).toEqual([]);
  expect([...unanswered.view.all('participants')].map(({ fullName }) => fullName)).toEqual(['Ada Mensah', 'Kofi Boateng']);
  const renamed = answered('renamed');
  expect(renamed.view.get('participants', renamed.ada.id)).toMatchObject({
    fullName: 'Esi Owusu',
    contacts: contacts({ email: 'hr.office@example.org', agrees: true }),
  });
  const another = answered('another');
  expect(another.view.get('participants', another.ada.id)).toEqual(another.ada);
  expect(person(another.view, 'Esi Owusu')).toMatchObject({ contacts: contacts({ email: 'hr.office@example.org' }), status: 'expected' });
  const replaces = answered('replaces');
  const esi = person(replaces.view, 'Esi Owusu');
  expect(esi).toMatchObject({ contacts: contacts({ email: 'hr.office@example.org' }), teamId: replaces.ada.teamId });
  expect(replaces.view.get('participants', replaces.ada.id)).toMatchObject({
    status: 'replaced',
    replacedById: esi.id,
    contacts: contacts({ email: 'hr.office@example.org', agrees: true }),
  });
  expect(team(replaces.view, 'Ghana')?.leadId).toBe(esi.id);
});

test('one name in one ministry of two countries: two persons, also without e-mails', () => {
  const columns = ['Name', 'Organisation', 'Country', 'Consent'];
  const workshop = emptyWorkshop();
  importInto(workshop, sheetOf(columns, ['Ama Koné', 'Ministère de la Santé', 'Togo', 'yes']));
  const { rows } = previewOf(workshop.view, sheetOf(columns, ['Ama Koné', 'Ministère de la Santé', 'Bénin', '']));
  expect(rows).toMatchObject([{ state: 'new', participantId: null }]);
});

test('the ministry of each country is an organisation of its own, known and new ones', () => {
  const columns = ['Name', 'Organisation', 'Country'];
  const workshop = emptyWorkshop();
  importInto(workshop, sheetOf(columns, ['A One', 'Ministère de la Santé', 'Togo']));
  const list = sheetOf(
    columns,
    ['A One', 'MINISTERE DE LA SANTE', 'Togo'],
    ['B Two', 'Ministère de la Santé', 'Bénin'],
    ['C Three', 'Ministère de la Santé', 'Burkina Faso'],
    ['D Four', 'Ministère de la Santé', 'Bénin'],
  );
  importInto(workshop, list);
  const { view } = workshop;
  const countryOf = (name: string) => view.get('organisations', person(view, name).organisationId ?? '')?.country;
  expect(view.size('organisations')).toBe(3);
  expect(['A One', 'B Two', 'C Three', 'D Four'].map(countryOf)).toEqual(['Togo', 'Bénin', 'Burkina Faso', 'Bénin']);
  expect(previewOf(view, list).rows.map(({ state }) => state)).toEqual(['same', 'same', 'same', 'same']);
});

test('a changed family name changes the shown name; one part of a name says nothing about the other', () => {
  const columns = ['First name', 'Surname', 'Email'];
  const workshop = emptyWorkshop();
  importInto(workshop, sheetOf(columns, ['Ada', 'Mensah', 'ada@example.org']));
  importInto(workshop, sheetOf(columns, ['Ada', 'Owusu', 'ada@example.org']));
  expect(person(workshop.view, 'Ada Owusu')).toMatchObject({ givenName: 'Ada', familyName: 'Owusu' });
  importInto(workshop, sheetOf(['Surname', 'Email'], ['Owusu-Addo', 'ada@example.org']), { ...everything, answers: [] });
  expect(person(workshop.view, 'Ada Owusu-Addo').familyName).toBe('Owusu-Addo');
});

test('who had left and stands in a later list is offered to come back', () => {
  const workshop = emptyWorkshop();
  const list = sheetOf(header, ['Ama Serwaa', 'ama@example.org', 'Council']);
  importInto(workshop, list);
  const { id } = person(workshop.view, 'Ama Serwaa');
  workshop.run({ name: 'participantSet', id, field: 'status', value: 'left' });
  const preview = importInto(workshop, list, { ...everything, answers: [{ row: 2, ours: ['status'] }] });
  expect(preview.rows).toMatchObject([{ state: 'changed', changes: [{ field: 'status', before: 'left', after: 'expected' }] }]);
  expect(workshop.view.get('participants', id)?.status).toBe('left');
  importInto(workshop, list);
  expect(workshop.view.get('participants', id)?.status).toBe('expected');
});

test('what is known stays where that is chosen, field by field', () => {
  const workshop = emptyWorkshop();
  importInto(workshop, sheetOf(header, ['Ama Serwaa', 'ama@example.org', 'Council', '+233 244 120 001']));
  const list = sheetOf(header, ['Ama Serwaa-Addo', 'ama@example.org', 'Board', '+233 244 120 002']);
  importInto(workshop, list, { ...everything, answers: [{ row: 2, ours: ['phone', 'organisation'] }] });
  const { view } = workshop;
  const ama = person(view, 'Ama Serwaa-Addo');
  expect(ama.contacts).toEqual(contacts({ email: 'ama@example.org', phone: '+233 244 120 001' }));
  expect(view.get('organisations', ama.organisationId ?? '')?.name).toBe('Council');
});

test('two addresses and two numbers come in as two; a list takes none away, and corrects where one stands against one', () => {
  const columns = ['Name', 'Email', 'Phone'];
  const workshop = emptyWorkshop();
  const list = sheetOf(columns, ['Ama Serwaa', 'ama@example.org; ama.s@health.example', '+233 244 120 001 / +233 555 000 111']);
  importInto(workshop, list);
  const known = () => person(workshop.view, 'Ama Serwaa').contacts.map(({ value }) => value);
  expect(known()).toEqual(['ama@example.org', 'ama.s@health.example', '+233 244 120 001', '+233 555 000 111']);
  expect(previewOf(workshop.view, list).rows[0]?.state).toBe('same');
  importInto(workshop, sheetOf(columns, ['Ama Serwaa', 'ama.s@health.example', '+233 244 120 009']));
  expect(known()).toEqual(['ama@example.org', 'ama.s@health.example', '+233 244 120 001', '+233 555 000 111', '+233 244 120 009']);
});

test('a contact that comes in later is shared only where that list says so; consent speaks of contacts that are there', () => {
  const columns = ['Name', 'Email', 'Phone', 'Consent'];
  const workshop = emptyWorkshop();
  const ama = () => person(workshop.view, 'Ama Serwaa').contacts;
  importInto(workshop, sheetOf(columns, ['Ama Serwaa', '', '', 'yes']));
  expect(previewOf(workshop.view, sheetOf(columns, ['Ama Serwaa', '', '', 'yes'])).rows[0]?.state).toBe('same');
  importInto(workshop, sheetOf(columns, ['Ama Serwaa', 'ama@example.org', '', 'yes']));
  expect(ama()).toEqual(contacts({ email: 'ama@example.org', agrees: true }));
  importInto(workshop, sheetOf(columns, ['Ama Serwaa', 'ama@example.org', '+233 244 120 001', '']));
  expect(ama()).toEqual([...contacts({ email: 'ama@example.org', agrees: true }), ...contacts({ phone: '+233 244 120 001' })]);
  const more = sheetOf(columns, ['Ama Serwaa', 'ama@example.org', '+233 244 120 001', 'yes']);
  expect(previewOf(workshop.view, more).rows[0]?.changes).toEqual([{ field: 'consentContact', before: 'some', after: 'yes' }]);
  importInto(workshop, more);
  expect(ama()).toEqual(contacts({ email: 'ama@example.org', phone: '+233 244 120 001', agrees: true }));
  importInto(workshop, sheetOf(columns, ['Ama Serwaa', 'ama@example.org; ama.s@example.org', '', 'yes']));
  expect(consentTo(ama())).toBe('all');
  expect(previewOf(workshop.view, more).rows[0]?.state).toBe('same');
});

test('the language of a new team is that of most, asked where one cell alone tells or two tell as much', () => {
  const columns = ['Name', 'Team', 'Language'];
  const workshop = emptyWorkshop();
  const preview = importInto(
    workshop,
    sheetOf(
      columns,
      ['A One', 'Togo', 'English'],
      ['B Two', 'Togo', 'French'],
      ['C Three', 'Togo', 'French'],
      ['D Four', 'Ghana', 'French'],
      ['E Five', 'Ghana', ''],
      ['F Six', 'Kenya', 'French'],
      ['G Seven', 'Kenya', 'English'],
    ),
    { ...everything, teamLanguages: [{ team: 'Ghana', language: 'en' }] },
  );
  expect(preview.teamsWithoutLanguage).toEqual(['Ghana', 'Kenya']);
  const { view } = workshop;
  expect(['Togo', 'Ghana', 'Kenya'].map((name) => team(view, name)?.language)).toEqual(['fr', 'en', 'fr']);
});

test('300 people are compared in 300 ms of the processor, 5,000 in 2 s', async () => {
  const people = (count: number) =>
    sheetOf(
      header,
      ...Array.from({ length: count }, (_, index) => [
        `Person ${index} Name${index % 900}`,
        `p${index}@example.org`,
        `Office ${index % 70}`,
        '',
        `Team ${index % 60}`,
        'yes',
      ]),
    );
  for (const [count, limit] of [
    [300, 300],
    [5_000, 2_000],
  ] as const) {
    const workshop = emptyWorkshop();
    importInto(workshop, people(count));
    const list = people(count);
    expect(await processorMilliseconds(() => previewOf(workshop.view, list))).toBeLessThan(limit);
    expect(previewOf(workshop.view, list).rows.every(({ state }) => state === 'same')).toBe(true);
  }
});

test('a list from before two entries were made one asks about the second: nothing to do, or somebody else after all', () => {
  const list = sheetOf(
    header,
    ['Ada Mensah', 'ada@example.org', 'Ministry of Health', '', 'Ghana', 'yes'],
    ['Beatrice Boat', 'boat@example.org', 'Council', '', 'Ghana', 'no'],
  );
  const answered = (identity?: 'renamed' | 'another') => {
    const workshop = emptyWorkshop();
    importInto(workshop, list);
    const { view } = workshop;
    workshop.run({
      name: 'participantsMerge',
      keepId: person(view, 'Ada Mensah').id,
      goneId: person(view, 'Beatrice Boat').id,
      take: [],
    });
    const before = [...view.all('organisations')].length;
    const ours = { row: 2, ours: ['consentContact' as const] };
    const preview = importInto(workshop, list, { ...everything, answers: identity === undefined ? [ours] : [ours, { row: 3, identity }] });
    expect(preview.rows[1]).toMatchObject({ state: 'question', mailboxOf: 'Ada Mensah', isListed: true, changes: [] });
    expect([...view.all('organisations')]).toHaveLength(before);
    return [...view.all('participants')].map(({ fullName }) => fullName);
  };
  expect(answered()).toEqual(['Ada Mensah']);
  expect(answered('renamed')).toEqual(['Ada Mensah']);
  expect(answered('another')).toEqual(['Ada Mensah', 'Beatrice Boat']);
});

test('a correction may be as long as a cell: it is a problem of its row, and the other rows still come in', () => {
  const { sheet, selection } = guessedSelection(sheetOf(['Name', 'Role'], ['Ada Mensah', 'HRH'], ['Ben Boat', 'HRH']));
  const fixed = importSelectionSchema.parse({ ...selection, fixes: [{ row: 2, column: 0, text: 'y'.repeat(25_000) }] });
  const preview = previewImport(emptyWorkshop().view, sheet, fixed);
  expect(preview.ok && preview.value.rows.map(({ state }) => state)).toEqual(['problem', 'new']);
});
