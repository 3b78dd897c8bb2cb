// Bringing something of the past back: exactly what was asked for, with what it cannot be without, and nothing that was signed.
import { expect, test } from 'vitest';
import { applyChanges } from '../../../shared/document/change.ts';
import { recordsOf, storeOf, viewOf, type RecordMaps } from '../../../shared/document/records.ts';
import { bringingBack, type RestoreScope } from '../../../shared/document/restore.ts';
import { validate } from '../../../shared/document/validate.ts';
import type { View } from '../../../shared/domain/collections.ts';
import { after, sampleWorkshop, type TestWorkshop } from '../../support/sample-workshop.ts';

/** The sample, and itself as it is before a story changes it. */
function story(change: (workshop: TestWorkshop) => void): { readonly now: RecordMaps; readonly past: View } {
  const workshop = sampleWorkshop();
  const past = viewOf(recordsOf(workshop.view));
  change(workshop);
  return { now: workshop.document.records, past };
}

/** Brings back and looks whether the workshop is whole afterwards. */
function brought(now: RecordMaps, past: View, scope: RestoreScope): View {
  const decision = bringingBack(viewOf(now), past, scope);
  if (!decision.ok) throw new Error(JSON.stringify(decision.failure));
  applyChanges(storeOf(now), decision.value);
  expect(validate(now)).toEqual([]);
  return viewOf(now);
}

const planFive: RestoreScope = { kind: 'plan', planId: 'plan-5' };

test('everything comes back as it was, signed plans too', () => {
  const { now, past } = story(({ run }) => {
    run({ name: 'planWithdraw', id: 'plan-1', reason: 'Numbers were wrong' });
    run({ name: 'planRemove', id: 'plan-5' });
    run({ name: 'participantAdd', id: 'late', fullName: 'Late Comer', teamId: null });
  });
  brought(now, past, { kind: 'workshop' });
  expect(recordsOf(viewOf(now))).toEqual(recordsOf(past));
});

test('one record comes back, and what was typed elsewhere since stays', () => {
  const { now, past } = story(({ run }) => {
    run({ name: 'stepSet', id: 'step-5-0', field: 'text', value: 'Something else' });
    run({ name: 'stepSet', id: 'step-5-1', field: 'text', value: 'Typed since' });
  });
  const view = brought(now, past, { kind: 'record', collection: 'steps', id: 'step-5-0' });
  expect(view.get('steps', 'step-5-0')).toEqual(past.get('steps', 'step-5-0'));
  expect(view.get('steps', 'step-5-1')?.text).toBe('Typed since');
});

test('a plan comes back with its parts: removed ones are there again, later ones go', () => {
  const { now, past } = story(({ run }) => {
    run({ name: 'planSet', id: 'plan-5', field: 'topic', value: 'Another topic' });
    run({ name: 'stepRemove', id: 'step-5-1' });
    run({ name: 'indicatorAdd', id: 'later', planId: 'plan-5' });
    run({ name: 'checkpointsAdd', planIds: ['plan-5'], kinds: ['30'] });
    run({ name: 'parkingSet', id: 'parking-1', field: 'answer', value: 'The host' });
  });
  const view = brought(now, past, planFive);
  expect(view.get('plans', 'plan-5')).toEqual(past.get('plans', 'plan-5'));
  for (const collection of ['steps', 'indicators', 'homeIntroductions', 'checkpoints'] as const) {
    expect([...view.all(collection)].map(({ id }) => id).toSorted()).toEqual([...past.all(collection)].map(({ id }) => id).toSorted());
  }
  expect(view.get('parkingItems', 'parking-1')?.answer).toBe('The host');
});

test('a removed plan brings back the people and the team that it cannot be without', () => {
  const { now, past } = story(({ run }) => {
    run({ name: 'planRemove', id: 'plan-5' });
    run({ name: 'participantsRemove', ids: ['ahmed', 'dagnon'] });
    run({ name: 'teamRemove', id: 'team-ntp' });
  });
  expect(viewOf(now).get('teams', 'team-ntp')).toBeUndefined();
  const view = brought(now, past, planFive);
  expect(view.get('participants', 'dagnon')).toEqual(past.get('participants', 'dagnon'));
  expect(view.get('teams', 'team-ntp')).toEqual(past.get('teams', 'team-ntp'));
  expect([...view.all('steps')].filter(({ planId }) => planId === 'plan-5')).toHaveLength(3);
});

test('a removed session comes back with what was recorded in it', () => {
  const { now, past } = (() => {
    const workshop = sampleWorkshop();
    const [session] = [...workshop.view.all('sessions')];
    if (!session) throw new Error('The sample has no session');
    workshop.run({ name: 'notesSet', sessionId: session.id, part: { notes: 'What we heard' } });
    const before = viewOf(recordsOf(workshop.view));
    workshop.run({ name: 'sessionRemove', id: session.id });
    return { now: workshop.document.records, past: before };
  })();
  const [session] = [...past.all('sessions')].filter(({ id }) => !now.sessions.has(id));
  const view = brought(now, past, { kind: 'record', collection: 'sessions', id: session?.id ?? '' });
  expect([...view.all('sessionRecords')]).toEqual([...past.all('sessionRecords')]);
});

test('a signed plan is refused, whole or a part of it', () => {
  const { now, past } = story(({ run }) => {
    run({ name: 'planReopen', id: 'plan-1' });
    run({ name: 'stepSet', id: 'step-1-0', field: 'text', value: 'Changed before it was signed again' });
    run({ name: 'planSignOff', id: 'plan-1', by: 'A. Mensa' });
  });
  const locked = { ok: false, failure: { code: 'plan-locked', planId: 'plan-1' } };
  expect(bringingBack(viewOf(now), past, { kind: 'plan', planId: 'plan-1' })).toEqual(locked);
  expect(bringingBack(viewOf(now), past, { kind: 'record', collection: 'steps', id: 'step-1-0' })).toEqual(locked);
  const [signOff] = [...past.all('signOffs')];
  expect(bringingBack(viewOf(now), past, { kind: 'record', collection: 'signOffs', id: signOff?.id ?? '' })).toEqual(locked);
});

test('the draft of a plan that was signed before goes on with its number', () => {
  const { now, past } = story(({ run }) => {
    run({ name: 'planReopen', id: 'plan-1' });
    run({ name: 'planSet', id: 'plan-1', field: 'topic', value: 'A wider topic' });
    run({ name: 'stepSet', id: 'step-1-0', field: 'dueDate', value: after(40) });
  });
  const view = brought(now, past, { kind: 'plan', planId: 'plan-1' });
  expect(view.get('plans', 'plan-1')).toEqual({ ...past.get('plans', 'plan-1'), draftVersion: 2 });
  expect(view.get('steps', 'step-1-0')).toEqual(past.get('steps', 'step-1-0'));
});

test('what the past did not have is not found, and what is like that already is no change', () => {
  const { now, past } = story(({ run }) => run({ name: 'planAdd', id: 'plan-9', teamId: 'team-a', topicId: null }));
  expect(bringingBack(viewOf(now), past, { kind: 'plan', planId: 'plan-9' })).toMatchObject({
    ok: false,
    failure: { code: 'not-found', id: 'plan-9' },
  });
  expect(bringingBack(viewOf(now), past, { kind: 'record', collection: 'plans', id: 'plan-9' })).toMatchObject({ ok: false });
  expect(bringingBack(viewOf(now), past, planFive)).toEqual({ ok: true, value: [] });
});
