// Two records that are one: references follow, nothing that was signed changes, one undo step.
import { expect, test } from 'vitest';
import { mergeEffects } from '../../../shared/domain/people/merge-effects.ts';
import { emptyWorkshop, sampleWorkshop } from '../../support/sample-workshop.ts';

test('two people who are one: plans, steps, team, topic group and attendance name the one who stays', () => {
  const workshop = sampleWorkshop();
  const { run, view } = workshop;
  const [day] = view.all('days');
  run({ name: 'participantAdd', id: 'twin', fullName: 'Ahmed al-Mustafa', teamId: 'team-ntp' });
  run({ name: 'teamSet', id: 'team-ntp', field: 'leadId', value: 'ahmed' });
  for (const half of ['morning', 'afternoon']) {
    run({ name: 'attendanceSet', participantIds: ['ahmed'], dayId: day?.id, half, state: 'present' });
  }
  run({ name: 'attendanceSet', participantIds: ['twin'], dayId: day?.id, half: 'morning', state: 'absent' });
  run({ name: 'participantsMerge', keepId: 'twin', goneId: 'ahmed', take: ['language', 'teamId'] });
  expect(view.get('participants', 'ahmed')).toBeUndefined();
  expect(view.get('participants', 'twin')).toMatchObject({ fullName: 'Ahmed al-Mustafa', teamId: 'team-ntp' });
  expect(view.get('plans', 'plan-5')?.accountableId).toBe('twin');
  expect(view.get('steps', 'step-5-0')?.responsibleIds).toEqual(['twin', 'dagnon']);
  expect(view.get('teams', 'team-ntp')?.leadId).toBe('twin');
  expect([...view.all('attendance')].map(({ participantId, half, state }) => `${participantId} ${half} ${state}`).toSorted()).toEqual([
    'twin afternoon present',
    'twin morning absent',
  ]);
});

test('a name that signed stays with what it signed: the other entry is replaced by the one that is kept', () => {
  const { run, view } = sampleWorkshop();
  run({ name: 'participantAdd', id: 'twin', fullName: 'L. Phiri', teamId: 'team-a' });
  const before = view.get('plans', 'plan-1');
  run({ name: 'participantsMerge', keepId: 'twin', goneId: 'phiri', take: [] });
  expect(view.get('plans', 'plan-1')).toEqual(before);
  expect(view.get('participants', 'phiri')).toMatchObject({ status: 'replaced', replacedById: 'twin', teamId: null });
});

test('two organisations, two teams that are one', () => {
  const { run, view } = sampleWorkshop();
  run({ name: 'organisationAdd', id: 'moh-2', organisation: 'MoH', country: 'Ghana' });
  run({ name: 'participantSet', id: 'phiri', field: 'organisationId', value: 'moh-2' });
  run({ name: 'organisationsMerge', keepId: 'moh', goneId: 'moh-2', take: [] });
  expect([...view.all('organisations')].map(({ id, name }) => [id, name])).toEqual([['moh', 'Ministry of Health']]);
  expect(view.get('participants', 'phiri')?.organisationId).toBe('moh');

  const rating = (teamId: string, fieldId: string, score: number) =>
    run({ name: 'fieldRate', teamId, fieldId, round: 'baseline', part: { score } });
  rating('team-a', 'hrm', 3);
  rating('team-ntp', 'hrm', 7);
  rating('team-ntp', 'policy', 5);
  run({ name: 'teamsMerge', keepId: 'team-a', goneId: 'team-ntp', take: ['name'] });
  expect(view.get('teams', 'team-ntp')).toBeUndefined();
  expect(view.get('teams', 'team-a')?.name).toBe('Programme national d’Arzalie');
  expect(view.get('plans', 'plan-5')?.teamId).toBe('team-a');
  expect(view.get('participants', 'dagnon')?.teamId).toBe('team-a');
  expect([...view.all('fieldAssessments')].map(({ teamId, fieldId, score }) => `${teamId} ${fieldId} ${score}`).toSorted()).toEqual([
    'team-a hrm 3',
    'team-a policy 5',
  ]);
});

test('what goes over is told before: every record that names the one that goes, and what gives way to the one that stays', () => {
  const { run, view } = sampleWorkshop();
  const [day] = view.all('days');
  run({ name: 'attendanceSet', participantIds: ['ahmed', 'dagnon'], dayId: day?.id, half: 'morning', state: 'present' });
  run({ name: 'attendanceSet', participantIds: ['ahmed'], dayId: day?.id, half: 'afternoon', state: 'present' });
  const steps = [...view.all('steps')].filter(({ responsibleIds }) => responsibleIds.some((id) => id === 'ahmed')).length;
  const effects = mergeEffects(view, 'participants', { keepId: 'dagnon', goneId: 'ahmed' });
  expect(effects.givingWay).toBe(1);
  expect(effects.moves).toEqual(
    expect.arrayContaining([
      { from: 'attendance', count: 1 },
      { from: 'plans', count: 1 },
      { from: 'steps', count: steps },
    ]),
  );
  expect(mergeEffects(view, 'organisations', { keepId: 'x', goneId: 'moh' }).moves).toEqual([{ from: 'participants', count: 1 }]);
  const rating = (teamId: string, fieldId: string) => run({ name: 'fieldRate', teamId, fieldId, round: 'baseline', part: { score: 3 } });
  rating('team-a', 'hrm');
  rating('team-ntp', 'hrm');
  expect(mergeEffects(view, 'teams', { keepId: 'team-a', goneId: 'team-ntp' })).toMatchObject({ givingWay: 1 });
});

test('a full name that was put together follows its parts; one that was written otherwise stays', () => {
  const { run, view } = emptyWorkshop();
  run({ name: 'participantAdd', id: 'ada', fullName: 'MENSAH Ada', teamId: null });
  run({ name: 'participantSet', id: 'ada', field: 'givenName', value: 'Ada' });
  run({ name: 'participantSet', id: 'ada', field: 'familyName', value: 'Mensah' });
  expect(view.get('participants', 'ada')?.fullName).toBe('MENSAH Ada');
  run({ name: 'participantSet', id: 'ada', field: 'familyName', value: 'Owusu' });
  expect(view.get('participants', 'ada')?.fullName).toBe('OWUSU Ada');
  run({ name: 'participantSet', id: 'ada', field: 'fullName', value: 'Dr Ada O.' });
  run({ name: 'participantSet', id: 'ada', field: 'familyName', value: 'Addo' });
  expect(view.get('participants', 'ada')?.fullName).toBe('Dr Ada O.');
});
