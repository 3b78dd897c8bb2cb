// Bringing something of the past back: exactly what was asked for, with what it cannot be without, and nothing that was signed.
import { describe, expect, it, test } from 'vitest';
import { keptFacts } from '../../../shared/document/going-back.ts';
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

test('everything comes back as it was', () => {
  const { now, past } = story(({ run }) => {
    run({ name: 'planSet', id: 'plan-5', field: 'topic', value: 'Another topic' });
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

/** Packs that were handed out; the host writes this, no command. */
function handOut(records: RecordMaps, id: string, teamIds: readonly string[], plans: readonly string[]): void {
  const planVersions = plans.map((planId) => ({ planId, number: 1, signed: false }));
  const at = '2026-03-20T15:00:00.000Z';
  const record = {
    id,
    at,
    audience: 'team',
    teamIds,
    languages: {},
    files: [],
    by: 'Facilitator',
    workshopRevision: 9,
    planVersions,
    savedTo: '',
  };
  applyChanges(storeOf(records), [{ kind: 'created', collection: 'packExports', id, record }]);
}

describe('facts survive going back', () => {
  const everything: RestoreScope = { kind: 'workshop' };

  it('hand-outs, with the team and the plan that they name', () => {
    const { now, past } = story(({ run, document }) => {
      run({ name: 'teamAdd', id: 'team-new', team: 'Country N', country: 'Niger', language: 'fr' });
      run({ name: 'planAdd', id: 'plan-new', teamId: 'team-new', topicId: null });
      run({ name: 'planSet', id: 'plan-new', field: 'topic', value: 'Training places' });
      handOut(document.records, 'pack-1', ['team-new'], ['plan-new']);
      handOut(document.records, 'pack-2', ['team-a'], []);
    });
    const before = recordsOf(viewOf(now));
    expect(keptFacts(viewOf(now), past)).toMatchObject([
      { kind: 'handOuts', count: 2 },
      { kind: 'referred', record: { collection: 'teams', name: 'Country N' } },
      { kind: 'referred', record: { collection: 'plans', name: 'Training places' } },
    ]);
    const view = brought(now, past, everything);
    expect(recordsOf(view).packExports).toEqual(before.packExports);
    expect(view.get('plans', 'plan-new')?.topic).toBe('Training places');
  });

  it('a plan signed since, with what was signed, its team and its people', () => {
    const { now, past } = story(({ run }) => {
      run({ name: 'planReopen', id: 'plan-1' });
      run({ name: 'participantAdd', id: 'new-person', fullName: 'Nana Osei', teamId: 'team-a' });
      run({ name: 'stepSet', id: 'step-1-0', field: 'responsibleIds', value: ['new-person'] });
      run({ name: 'stepSet', id: 'step-1-0', field: 'text', value: 'Signed like this' });
      run({ name: 'planSignOff', id: 'plan-1', by: 'A. Mensa' });
      run({ name: 'planSet', id: 'plan-5', field: 'topic', value: 'Typed since' });
    });
    const before = recordsOf(viewOf(now));
    expect(keptFacts(viewOf(now), past)).toMatchObject([
      { kind: 'signed', number: 2, plan: { id: 'plan-1' } },
      { kind: 'referred', record: { collection: 'participants', name: 'Nana Osei' } },
    ]);
    const view = brought(now, past, everything);
    expect(view.get('steps', 'step-1-0')).toMatchObject({ text: 'Signed like this', responsibleIds: ['new-person'] });
    expect(view.get('plans', 'plan-1')).toEqual(before.plans.get('plan-1'));
    expect([...view.all('signOffs')]).toHaveLength(2);
    expect(view.get('plans', 'plan-5')).toEqual(past.get('plans', 'plan-5'));
  });

  it('a withdrawal: the draft goes back, and the number of what was signed is not used again', () => {
    const { now, past } = story(({ run }) => {
      run({ name: 'planWithdraw', id: 'plan-1', reason: 'Numbers were wrong' });
      run({ name: 'planSet', id: 'plan-1', field: 'topic', value: 'A wider topic' });
    });
    const view = brought(now, past, everything);
    expect([...view.all('signOffs')]).toMatchObject([{ reason: 'Numbers were wrong' }]);
    expect(view.get('plans', 'plan-1')).toMatchObject({ topic: past.get('plans', 'plan-1')?.topic, draftVersion: 2 });
  });

  it('a session that ran, with its day and what the clock wrote down', () => {
    const { now, past } = story(({ run, view }) => {
      const [day] = [...view.all('days')];
      run({
        name: 'sessionAdd',
        id: 'late',
        dayId: day?.id,
        afterId: null,
        title: { en: 'Questions' },
        plannedMinutes: 20,
        kind: 'plenary',
      });
      run({ name: 'sessionStart', id: 'late' });
    });
    const events = [...viewOf(now).all('clockEvents')];
    expect(keptFacts(viewOf(now), past)).toMatchObject([{ kind: 'ran', session: { id: 'late' } }]);
    const view = brought(now, past, everything);
    expect([...view.all('clockEvents')]).toEqual(events);
    expect(view.get('sessions', 'late')).toBeDefined();
  });

  it('nothing is told where nothing has happened since', () => {
    const { now, past } = story(({ run }) => run({ name: 'planSet', id: 'plan-5', field: 'topic', value: 'Another' }));
    expect(keptFacts(viewOf(now), past)).toEqual([]);
  });
});
