// Undo: what makes one step, and when a step can no longer be taken back.
import { describe, expect, it, test } from 'vitest';
import type { Command } from '../../../shared/domain/commands.ts';
import { decide } from '../../../shared/domain/commands.ts';
import type { DecideContext } from '../../../shared/domain/command.ts';
import { applyChanges } from '../../../shared/document/change.ts';
import { storeOf, viewOf, type RecordMaps } from '../../../shared/document/records.ts';
import { afterCommit, noSteps, redoing, undoDepth, undoing, type UndoStacks } from '../../../shared/document/undo.ts';
import { instantFromMilliseconds } from '../../../shared/kernel/instant.ts';
import { sampleWorkshop } from '../../support/sample-workshop.ts';

/** A document with one person's undo steps; every command is a second later than the one before. */
function session(records: RecordMaps, startAt = Date.parse('2026-03-18T09:00:00Z')) {
  const view = viewOf(records);
  let stacks: UndoStacks = noSteps;
  let count = 0;
  let now = startAt;
  let wall = 0;
  const context = (): DecideContext => ({ now: instantFromMilliseconds(now), newId: () => `new-${(count += 1)}`, actor: 'Ada' });
  return {
    view,
    stacks: () => stacks,
    pass: (seconds: number) => void (now += seconds * 1_000),
    /** Sets the clock of the wall; the time that goes by is another matter. */
    setClock: (seconds: number) => void (wall += seconds * 1_000),
    run: (raw: Readonly<Record<string, unknown>>, isOwn = true) => {
      now += 1_000;
      const decision = decide(view, raw as Command, context());
      if (!decision.ok) throw new Error(JSON.stringify(decision.failure));
      applyChanges(storeOf(records), decision.value);
      const id = `command-${(count += 1)}`;
      if (isOwn)
        stacks = afterCommit(stacks, {
          id,
          name: (raw as Command).name,
          at: instantFromMilliseconds(now + wall),
          steady: now,
          changes: decision.value,
        });
    },
    take: (kind: 'undo' | 'redo') => {
      const step = stacks[kind].at(-1);
      if (!step) throw new Error('no step');
      const decision = (kind === 'undo' ? undoing : redoing)(view, step);
      if (!decision.ok) return decision.failure;
      applyChanges(storeOf(records), decision.value);
      const own = { id: `command-${(count += 1)}`, name: kind, at: instantFromMilliseconds(now), changes: decision.value };
      stacks = afterCommit(stacks, { ...own, ...(kind === 'undo' ? { undoes: step.ids } : { redoes: step.ids }) });
      return null;
    },
  };
}

function sample() {
  const { document } = sampleWorkshop();
  return { ...session(document.records), records: document.records };
}

const openPlan = (records: RecordMaps): string =>
  [...records.plans.keys()].find((id) => ![...records.signOffs.values()].some((signOff) => signOff['planId'] === id)) ?? '';

test('typing in a note inside a list is one step too, as long as it is the same note', () => {
  const { run, stacks, records } = sample();
  const id = openPlan(records);
  const risks = (first: string, second: string) => [
    { text: first, response: '' },
    { text: second, response: '' },
  ];
  run({ name: 'planSet', id, field: 'risks', value: risks('', '') });
  const before = stacks().undo.length;
  for (const text of ['M', 'Mo', 'Money']) run({ name: 'planSet', id, field: 'risks', value: risks(text, '') });
  expect(stacks().undo.length).toBe(before + 1);
  run({ name: 'planSet', id, field: 'risks', value: risks('Money', 'T') });
  expect(stacks().undo.length).toBe(before + 2);
});

test('bringing a text back is a step of its own, also right after typing in it', () => {
  const { run, stacks, records } = sample();
  const id = openPlan(records);
  run({ name: 'planSet', id, field: 'objective', value: 'New' });
  const [typed] = stacks().undo;
  const at = instantFromMilliseconds(Date.parse(typed?.beganAt ?? '') + 1_000);
  const changes = [{ kind: 'updated' as const, collection: 'plans' as const, id, fields: { objective: { before: 'New', after: 'Old' } } }];
  const once = afterCommit(stacks(), { id: 'restore-1', name: 'restore', at, changes });
  expect(once.undo.map(({ name }) => name)).toEqual(['planSet', 'restore']);
  expect(afterCommit(once, { id: 'restore-2', name: 'restore', at, changes }).undo).toHaveLength(3);
});

test('answers of the success factors are single steps', () => {
  const { run, stacks, records } = sample();
  const id = openPlan(records);
  const answer = (value: string) => run({ name: 'planSet', id, field: 'factorChecks', value: { 'csf-1': { answer: value, note: '' } } });
  answer('yes');
  const before = stacks().undo.length;
  answer('no');
  answer('partly');
  expect(stacks().undo.length).toBe(before + 2);
});

test('a new command ends what could be redone; a command outside undo does not', () => {
  const { run, take, stacks } = sample();
  run({ name: 'teamAdd', id: 'new-team', team: 'Chad', country: 'Chad', language: 'fr' });
  expect(take('undo')).toBeNull();
  run({ name: 'workshopSetStatus', status: 'ready' });
  expect(stacks().redo).toHaveLength(1);
  run({ name: 'teamAdd', id: 'other', team: 'Niger', country: 'Niger', language: 'fr' });
  expect(stacks().redo).toHaveLength(0);
});

test('what others refer to by now is not removed by undo: the list says who', () => {
  const { run, take, view } = sample();
  run({ name: 'teamAdd', id: 'new-team', team: 'Chad', country: 'Chad', language: 'fr' });
  run({ name: 'planAdd', id: 'their-plan', teamId: 'new-team', topicId: null }, false);
  expect(take('undo')).toEqual({ code: 'referred-to', by: [{ collection: 'plans', id: 'their-plan' }] });
  expect(view.get('teams', 'new-team')).toBeDefined();
});

test('what was removed does not come back pointing at something that is gone', () => {
  const { run, take } = sample();
  run({ name: 'teamAdd', id: 'new-team', team: 'Chad', country: 'Chad', language: 'fr' }, false);
  run({ name: 'participantAdd', id: 'new-person', fullName: 'Zara', teamId: 'new-team' }, false);
  run({ name: 'participantsRemove', ids: ['new-person'] });
  run({ name: 'teamRemove', id: 'new-team' }, false);
  expect(take('undo')).toEqual({ code: 'not-found', collection: 'teams', id: 'new-team' });
});

test('two teams made one are two again, with the signed plan of the one that went', () => {
  const { run, take, view } = sample();
  const signed = view.get('plans', 'plan-1');
  run({ name: 'teamsMerge', keepId: 'team-ntp', goneId: 'team-a', take: [] });
  expect(view.get('plans', 'plan-1')?.teamId).toBe('team-ntp');
  expect(take('undo')).toBeNull();
  expect(view.get('teams', 'team-a')).toBeDefined();
  expect(view.get('plans', 'plan-1')).toEqual(signed);
  expect(take('redo')).toBeNull();
  expect(view.get('plans', 'plan-1')?.teamId).toBe('team-ntp');
});

test('what was typed before a sign-off is not taken back behind it', () => {
  const { run, take, records, view } = sample();
  const [signed] = records.signOffs.values();
  const id = signed?.['planId'] as string;
  run({ name: 'planReopen', id }, false);
  run({ name: 'planSet', id, field: 'objective', value: 'Another objective' });
  run({ name: 'planSignOff', id, by: 'Ada' });
  expect(take('undo')).toEqual({ code: 'plan-locked', planId: id });
  expect(view.get('plans', id)?.objective).toBe('Another objective');
});

test('an edit of another field by somebody else does not stand in the way', () => {
  const { run, take, view } = sample();
  run({ name: 'participantAdd', id: 'new-person', fullName: 'Zara', teamId: null }, false);
  run({ name: 'participantSet', id: 'new-person', field: 'role', value: 'Nurse' });
  run({ name: 'participantSet', id: 'new-person', field: 'country', value: 'Chad' }, false);
  expect(take('undo')).toBeNull();
  expect(view.get('participants', 'new-person')).toMatchObject({ role: '', country: 'Chad' });
  run({ name: 'participantSet', id: 'new-person', field: 'role', value: 'Midwife' }, false);
  expect(take('redo')).toEqual({ code: 'undo-overtaken', collection: 'participants', id: 'new-person', field: 'role' });
});

test(`the last ${undoDepth} steps can be taken back`, () => {
  const { run, stacks } = sample();
  for (let count = 0; count < undoDepth + 5; count += 1)
    run({ name: 'teamAdd', id: `team-${count}`, team: 'T', country: '', language: 'en' });
  expect(stacks().undo).toHaveLength(undoDepth);
});

describe('a clock that is set', () => {
  const typing = (id: string) => (text: string) => ({ name: 'planSet', id, field: 'objective', value: text });

  it.each([-3_600, -30, 3_600])('by %i seconds does not split what was typed in one go', (seconds) => {
    const { run, stacks, setClock, records } = sample();
    const typed = typing(openPlan(records));
    run(typed('N'));
    const before = stacks().undo.length;
    setClock(seconds);
    run(typed('Nu'));
    expect(stacks().undo.length).toBe(before);
  });

  it('back by an hour does not join what was typed an hour apart', () => {
    const { run, stacks, pass, setClock, records } = sample();
    const typed = typing(openPlan(records));
    run(typed('N'));
    const before = stacks().undo.length;
    pass(3_600);
    setClock(-3_600);
    run(typed('Nu'));
    expect(stacks().undo.length).toBe(before + 1);
  });

  it('while the application was closed joins nothing: nobody types over a restart', () => {
    const { run, stacks, records } = sample();
    const id = openPlan(records);
    run(typing(id)('N'));
    const [typed] = stacks().undo.slice(-1);
    const earlier: UndoStacks = { undo: [{ ...(typed ?? expect.fail('no step')), beganSteady: undefined }], redo: [] };
    const changes = [{ kind: 'updated' as const, collection: 'plans' as const, id, fields: { objective: { before: 'N', after: 'Nu' } } }];
    const next = { id: 'next', name: 'planSet', at: typed?.beganAt ?? expect.fail('no step'), steady: 5, changes };
    expect(afterCommit(earlier, next).undo).toHaveLength(2);
  });
});

test('two teams that were made one are two again after undo, also where a plan of the one is signed', () => {
  const { run, take, view } = sample();
  const signed = [...view.all('signOffs')].map(({ planId }) => view.get('plans', planId)).find((plan) => plan !== undefined);
  const gone = signed?.teamId;
  const keep = [...view.all('teams')].find(({ id }) => id !== gone)?.id;
  run({ name: 'teamsMerge', keepId: keep, goneId: gone, take: [] });
  expect(view.get('plans', signed?.id ?? '')?.teamId).toBe(keep);
  expect(take('undo')).toBeNull();
  expect(view.get('teams', gone ?? '')?.id).toBe(gone);
  expect(view.get('plans', signed?.id ?? '')).toEqual(signed);
  expect(take('redo')).toBeNull();
  expect(view.get('plans', signed?.id ?? '')?.teamId).toBe(keep);
});
