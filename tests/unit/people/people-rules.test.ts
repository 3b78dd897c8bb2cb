// Namesakes, replacements and responsibilities, on workshops made by commands.
import { expect, test } from 'vitest';
import { namesakes, openResponsibilitiesOf, replacementChain, responsibilitiesOf } from '../../../shared/domain/people/rules.ts';
import type { ParticipantId } from '../../../shared/domain/people/model.ts';
import { emptyWorkshop, sampleWorkshop, type TestWorkshop } from '../../support/sample-workshop.ts';

function workshopWith(...names: readonly string[]): TestWorkshop {
  const workshop = emptyWorkshop();
  workshop.run({ name: 'organisationAdd', id: 'moh', organisation: 'Ministry of Health', country: '' });
  for (const [index, fullName] of names.entries()) workshop.run({ name: 'participantAdd', id: `p${index}`, fullName, teamId: null });
  return workshop;
}

function set({ run }: TestWorkshop, id: string, field: string, value: unknown): void {
  run({ name: 'participantSet', id, field, value });
}

const id = (text: string) => text as ParticipantId;

test('the same name is worth a warning only in the same organisation, whatever its case, accents and order', () => {
  const workshop = workshopWith('Aïssata Koné', 'KONE Aissata', 'Aïssata Koné');
  set(workshop, 'p0', 'organisationId', 'moh');
  set(workshop, 'p1', 'organisationId', 'moh');
  const found = namesakes(workshop.view);
  expect([...found.keys()].toSorted()).toEqual(['p0', 'p1']);
  expect(found.get(id('p0'))?.map((person) => person.id)).toEqual(['p1']);
});

test('who was replaced is no double of the person who came', () => {
  const workshop = workshopWith('Ana Kibet', 'Ana Kibet');
  workshop.run({ name: 'participantReplace', id: 'p0', byId: 'p1', movesResponsibilities: false });
  expect(namesakes(workshop.view).size).toBe(0);
});

test('people without a name are no doubles of each other', () => {
  expect(namesakes(workshopWith('', ' ').view).size).toBe(0);
});

test('a chain of replacements reads the same from each of its people', () => {
  const workshop = workshopWith('Ana', 'Beatrice', 'Carl');
  workshop.run({ name: 'participantReplace', id: 'p0', byId: 'p1', movesResponsibilities: false });
  workshop.run({ name: 'participantReplace', id: 'p1', byId: 'p2', movesResponsibilities: false });
  for (const start of ['p0', 'p1', 'p2']) {
    expect(replacementChain(workshop.view, id(start)).map(({ fullName }) => fullName)).toEqual(['Ana', 'Beatrice', 'Carl']);
  }
});

test('two people who replaced each other do not make an endless chain', () => {
  const workshop = workshopWith('Ana', 'Beatrice');
  workshop.run({ name: 'participantReplace', id: 'p0', byId: 'p1', movesResponsibilities: false });
  workshop.run({ name: 'participantReplace', id: 'p1', byId: 'p0', movesResponsibilities: false });
  expect(replacementChain(workshop.view, id('p0'))).toHaveLength(2);
});

test('responsibilities move with a replacement when asked, and stay otherwise', () => {
  const kept = sampleWorkshop();
  const before = responsibilitiesOf(kept.view, id('ahmed'));
  expect(before.plans.length).toBeGreaterThan(0);
  expect(before.steps.length).toBeGreaterThan(0);
  kept.run({ name: 'participantReplace', id: 'ahmed', byId: 'dagnon', movesResponsibilities: false });
  expect(responsibilitiesOf(kept.view, id('ahmed'))).toEqual(before);

  const moved = sampleWorkshop();
  moved.run({ name: 'participantReplace', id: 'ahmed', byId: 'dagnon', movesResponsibilities: true });
  expect(responsibilitiesOf(moved.view, id('ahmed'))).toEqual({ plans: [], steps: [] });
  expect(responsibilitiesOf(moved.view, id('dagnon')).plans.map((plan) => plan.id)).toEqual(before.plans.map((plan) => plan.id));
});

test('in a signed plan and in finished steps the person stays named', () => {
  const { view, run } = sampleWorkshop();
  expect(responsibilitiesOf(view, id('mensa')).steps.map(({ planId }) => planId)).toContain('plan-1');
  expect(openResponsibilitiesOf(view, id('mensa'))).toEqual({ plans: [], steps: [] });
  const open = openResponsibilitiesOf(view, id('ahmed'));
  run({ name: 'stepSet', id: open.steps[0]?.id, field: 'status', value: 'done' });
  expect(openResponsibilitiesOf(view, id('ahmed')).steps).toHaveLength(open.steps.length - 1);
});
