// Groups, search and order of the people table, and rows that stand still while somebody types.
import { expect, test } from 'vitest';
import {
  groupSizes,
  heldInPlace,
  matchesQuery,
  shownPeople,
  sortName,
  type PeopleGroup,
} from '../../../renderer/features/people/people-list.ts';
import { namesakes } from '../../../shared/domain/people/rules.ts';
import { emptyWorkshop, type TestWorkshop } from '../../support/sample-workshop.ts';

const compare = new Intl.Collator('en', { sensitivity: 'base' }).compare;

function workshop(): TestWorkshop {
  const made = emptyWorkshop();
  const { run } = made;
  run({ name: 'organisationAdd', id: 'moh', organisation: 'Ministère de la Santé', country: '' });
  run({ name: 'teamAdd', id: 'togo', team: 'Togo', country: 'Togo', language: 'fr' });
  const add = (id: string, fullName: string, fields: Readonly<Record<string, unknown>> = {}) => {
    run({ name: 'participantAdd', id, fullName, teamId: null });
    for (const [field, value] of Object.entries(fields)) run({ name: 'participantSet', id, field, value });
  };
  add('zoe', 'Zoé Amouzou', { teamId: 'togo', organisationId: 'moh' });
  add('ana', 'Ana Kibet');
  add('ida', 'Ida Beck', { kind: 'interpreter' });
  add('old', 'Old Hand');
  run({ name: 'participantReplace', id: 'old', byId: 'ana', movesResponsibilities: true });
  return made;
}

function names(made: TestWorkshop, group: PeopleGroup, query = ''): readonly string[] {
  return shownPeople(made.view, { group, query, order: 'familyName' }, { namesakes: namesakes(made.view), compare }).map(({ id }) => id);
}

test('everybody: the teams by family name, then those outside, then who is no longer here', () => {
  expect(names(workshop(), 'all')).toEqual(['zoe', 'ana', 'ida', 'old']);
});

test.each<[PeopleGroup, readonly string[]]>([
  ['inTeams', ['zoe']],
  ['withoutTeam', ['ana']],
  ['outsideTeams', ['ida']],
  ['gone', ['old']],
  ['namesakes', []],
])('the group %s', (group, ids) => {
  const made = workshop();
  expect(names(made, group)).toEqual(ids);
  expect(groupSizes([...made.view.all('participants')], namesakes(made.view))[group]).toBe(ids.length);
});

test.each([
  ['zoe', 'zoe'],
  ['SANTE togo', 'zoe'],
  ['kib', 'ana'],
])('%j finds %s, without case and accents, in name, organisation and team', (query, id) => {
  expect(names(workshop(), 'all', query)).toEqual([id]);
});

test('a word that is nowhere finds nobody, an empty search everybody', () => {
  const made = workshop();
  expect(names(made, 'all', 'zoe kenya')).toEqual([]);
  expect([...made.view.all('participants')].every((person) => matchesQuery(made.view, person, '  '))).toBe(true);
});

test('held rows keep their order and stay although they no longer match; the new come last, the removed go', () => {
  const made = workshop();
  const held = names(made, 'all');
  made.run({ name: 'participantSet', id: 'ana', field: 'fullName', value: 'Zzz' });
  made.run({ name: 'participantAdd', id: 'b', fullName: 'Bea', teamId: null });
  made.run({ name: 'participantAdd', id: 'a', fullName: 'Abe', teamId: null });
  made.run({ name: 'participantsRemove', ids: ['ida'] });
  const shown = shownPeople(made.view, { group: 'withoutTeam', query: '', order: 'familyName' }, { namesakes: new Map(), compare });
  expect(heldInPlace(made.view, held, shown).map(({ id }) => id)).toEqual(['zoe', 'ana', 'old', 'b', 'a']);
});

test.each([
  [{ fullName: 'Ana Kibet', givenName: '', familyName: '' }, 'Kibet Ana'],
  [{ fullName: 'KONE Aïssata Mariam', givenName: '', familyName: '' }, 'KONE Aïssata Mariam'],
  [{ fullName: 'Éric d’Almeida', givenName: 'Éric', familyName: 'd’Almeida' }, 'd’Almeida Éric'],
  [{ fullName: 'ANA KIBET', givenName: '', familyName: '' }, 'KIBET ANA'],
])('%j is sorted by its family name', (name, sorted) => {
  expect(sortName(name)).toBe(sorted);
});
