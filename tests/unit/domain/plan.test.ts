// Action plans: what blocks sign-off, what warns, what sign-off freezes and locks, and the ways back.
import { beforeEach, describe, expect, it } from 'vitest';
import type { Command } from '../../../shared/domain/commands.ts';
import { decide } from '../../../shared/domain/commands.ts';
import type { ActionPlan } from '../../../shared/domain/plan/model.ts';
import { isLocked, planWarnings, signedVersion, signOffProblems, wholePlan, withdrawnVersion } from '../../../shared/domain/plan/rules.ts';
import type { WorkshopDocument } from '../../../shared/document/envelope.ts';
import { viewOf } from '../../../shared/document/records.ts';
import { packMissing } from '../../../shared/pack/missing.ts';
import { populatedWorkshop, runCommand, sequentialContext } from '../../support/random-commands.ts';

let document: WorkshopDocument;
let context: ReturnType<typeof sequentialContext>;
let plan: ActionPlan;

function run(command: Command) {
  const decision = decide(viewOf(document.records), command, context.next());
  if (decision.ok) runCommand(document, command, context.next());
  return decision;
}

function must(command: Command): void {
  const decision = run(command);
  if (!decision.ok) throw new Error(JSON.stringify(decision.failure));
}

function whole() {
  const found = wholePlan(viewOf(document.records), plan.id);
  if (!found) throw new Error('The plan is gone');
  return found;
}

function codes(): readonly string[] {
  return signOffProblems(viewOf(document.records), whole()).map((problem) => problem.code);
}

/** Opens the signed plan again so that its fields can be changed. */
beforeEach(() => {
  context = sequentialContext();
  document = populatedWorkshop(context);
  const view = viewOf(document.records);
  const signOff = [...view.all('signOffs')][0];
  const found = signOff && view.get('plans', signOff.planId);
  if (!found) throw new Error('No signed plan');
  plan = found;
});

describe('rows that are pasted', () => {
  it('take the place of the empty row that they were pasted into, below no other, and leave one that holds something', () => {
    must({ name: 'planReopen', id: plan.id });
    const who = () => whole().homeIntroductions.map((introduction) => introduction.who);
    must({ name: 'homeIntroductionAdd', id: 'empty' as never, planId: plan.id });
    must({ name: 'homeIntroductionAdd', id: 'last' as never, planId: plan.id });
    must({ name: 'homeIntroductionSet', id: 'last', field: 'who', value: 'Last' });
    const [first] = who();
    const paste = (row: string, ...names: readonly string[]) =>
      must({
        name: 'homeIntroductionsAdd',
        planId: plan.id,
        afterId: row as never,
        insteadOfId: row as never,
        introductions: names.map((name) => ({ id: name as never, who: name, byDateAsTyped: ' soon ' })),
      });
    paste('empty', 'One', 'Two');
    expect(who()).toEqual([first, 'One', 'Two', 'Last']);
    paste('One', 'Three');
    expect(who()).toEqual([first, 'One', 'Three', 'Two', 'Last']);
    expect(whole().homeIntroductions[2]).toMatchObject({ byDate: null, byDateAsTyped: 'soon', done: false });
  });
});

describe('a signed plan', () => {
  it('is locked: its fields, steps and introductions refuse edits, its follow-up does not', () => {
    expect(isLocked(viewOf(document.records), plan)).toBe(true);
    const step = whole().steps[0];
    if (!step) throw new Error('No step');
    expect(run({ name: 'planSet', id: plan.id, field: 'topic', value: 'x' })).toMatchObject({ failure: { code: 'plan-locked' } });
    expect(run({ name: 'stepSet', id: step.id, field: 'text', value: 'x' })).toMatchObject({ failure: { code: 'plan-locked' } });
    expect(run({ name: 'stepRemove', id: step.id })).toMatchObject({ failure: { code: 'plan-locked' } });
    expect(run({ name: 'homeIntroductionAdd', id: 'h' as never, planId: plan.id })).toMatchObject({ failure: { code: 'plan-locked' } });
    expect(run({ name: 'stepSet', id: step.id, field: 'status', value: 'done' }).ok).toBe(true);
  });

  it('opens version 2 as a draft while version 1 stays signed, word for word', () => {
    const before = signedVersion(viewOf(document.records), plan.id);
    must({ name: 'planReopen', id: plan.id });
    must({ name: 'planSet', id: plan.id, field: 'topic', value: 'Something else' });
    const after = signedVersion(viewOf(document.records), plan.id);
    expect(after).toEqual(before);
    expect(after?.version.content.plan.topic).toBe('Fill critical posts');
    expect(whole().plan).toMatchObject({ draftVersion: 2, topic: 'Something else' });
  });

  it('goes back to what was signed when the draft is discarded', () => {
    const signed = whole();
    must({ name: 'planReopen', id: plan.id });
    must({ name: 'planSet', id: plan.id, field: 'topic', value: 'Something else' });
    must({ name: 'stepRemove', id: signed.steps[0]?.id ?? ('' as never) });
    must({ name: 'stepsAdd', planId: plan.id, afterId: null, steps: [{ id: 'new-step' as never, text: 'Extra' }] });
    must({ name: 'planDiscardDraft', id: plan.id });
    expect(whole()).toEqual(signed);
    expect(isLocked(viewOf(document.records), whole().plan)).toBe(true);
  });

  it('is withdrawn only with a reason, and its number is never used again', () => {
    expect(run({ name: 'planWithdraw', id: plan.id, reason: '  ' })).toMatchObject({ failure: { code: 'reason-needed' } });
    must({ name: 'planWithdraw', id: plan.id, reason: 'New minister' });
    expect(signedVersion(viewOf(document.records), plan.id)).toBeUndefined();
    must({ name: 'planSignOff', id: plan.id, by: 'L. Phiri' });
    expect(signedVersion(viewOf(document.records), plan.id)?.version.number).toBe(2);
  });

  it('is a draft once version 2 is withdrawn: version 1 does not speak again', () => {
    must({ name: 'planReopen', id: plan.id });
    must({ name: 'planSignOff', id: plan.id, by: 'L. Phiri' });
    must({ name: 'planWithdraw', id: plan.id, reason: 'New minister' });
    const view = viewOf(document.records);
    expect(signedVersion(view, plan.id)).toBeUndefined();
    expect(withdrawnVersion(view, plan.id)).toMatchObject({ version: { number: 2 }, signOff: { reason: 'New minister' } });
    expect(packMissing(view, [plan.teamId])).toContainEqual(expect.objectContaining({ code: 'plan-unsigned', planId: plan.id }));
  });

  it('keeps the names of its people when one of them is replaced', () => {
    const accountable = plan.accountableId as never;
    const name = viewOf(document.records).get('participants', accountable)?.fullName;
    must({ name: 'participantAdd', id: 'successor' as never, fullName: 'R. Uwase', teamId: null });
    must({ name: 'participantReplace', id: accountable, byId: 'successor' as never, movesResponsibilities: true });
    expect(signedVersion(viewOf(document.records), plan.id)?.version.content.names[accountable]).toBe(name);
    expect(whole().plan.accountableId).toBe(accountable);
    expect(viewOf(document.records).get('participants', accountable)).toMatchObject({ status: 'replaced', replacedById: 'successor' });
  });
});

describe('an open conflict', () => {
  function open(collection: 'plans' | 'steps' | 'participants' | 'teams', recordId: string, field: string | null): void {
    const id = `${collection}~${field ?? ''}~${recordId}`;
    const stamps = [[1, 'other']] as const;
    const conflict = { id, collection, recordId, field, options: [{ value: 'x', stamps }], removals: [] };
    document.records.conflicts.set(id, conflict);
  }

  it('blocks sign-off at its field, of the plan, a step, its team and a person that it prints', () => {
    must({ name: 'planReopen', id: plan.id });
    const step = whole().steps[0];
    if (!step || plan.accountableId === null) throw new Error('No step, or nobody accountable');
    open('plans', plan.id, 'topic');
    open('steps', step.id, 'dueDate');
    open('participants', plan.accountableId, 'fullName');
    open('participants', plan.accountableId, 'contacts');
    open('teams', plan.teamId, 'name');
    open('teams', plan.teamId, 'country');
    const problems = signOffProblems(viewOf(document.records), whole());
    expect(problems).toMatchObject([
      { code: 'conflict-open', place: { collection: 'plans', id: plan.id, field: 'topic' } },
      { code: 'conflict-open', place: { collection: 'steps', id: step.id, field: 'dueDate' }, number: 1 },
      { code: 'conflict-open', place: { collection: 'participants', id: plan.accountableId, field: 'fullName' } },
      { code: 'conflict-open', place: { collection: 'teams', id: plan.teamId, field: 'name' } },
    ]);
    expect(problems).toHaveLength(4);
    expect(run({ name: 'planSignOff', id: plan.id, by: 'L. Phiri' })).toMatchObject({ failure: { code: 'plan-incomplete' } });
  });

  it('is named before a pack is built, also on a signed plan', () => {
    open('plans', plan.id, 'topic');
    expect(packMissing(viewOf(document.records), [plan.teamId])).toContainEqual(
      expect.objectContaining({ code: 'plan-conflicts', planId: plan.id }),
    );
  });
});

describe('an open draft', () => {
  it('passes its responsibilities on to the person who comes instead', () => {
    must({ name: 'planReopen', id: plan.id });
    must({ name: 'participantAdd', id: 'successor' as never, fullName: 'R. Uwase', teamId: null });
    must({ name: 'participantReplace', id: plan.accountableId as never, byId: 'successor' as never, movesResponsibilities: true });
    expect(whole().plan.accountableId).toBe('successor');
    expect(whole().steps.map((step) => step.responsibleIds)).toEqual([['successor']]);
  });
});

describe('sign-off', () => {
  beforeEach(() => must({ name: 'planReopen', id: plan.id }));

  it.each([
    ['topic', '', 'topic-missing'],
    ['agendaItem', '  ', 'agenda-item-missing'],
    ['expectedOutput', '', 'expected-output-missing'],
    ['fieldIds', [], 'field-missing'],
    ['accountableId', null, 'accountable-missing'],
    ['topic', 'x'.repeat(201), 'title-too-long'],
    ['resources', 'x'.repeat(4001), 'note-too-long'],
    ['endDate', '2026-03-20', 'step-after-plan-end'],
  ] as const)('is blocked by %s = %j', (field, value, code) => {
    must({ name: 'planSet', id: plan.id, field, value });
    expect(codes()).toEqual([code]);
    expect(run({ name: 'planSignOff', id: plan.id, by: '' })).toMatchObject({ failure: { code: 'plan-incomplete', problems: [{ code }] } });
  });

  it.each([
    ['text', '', 'step-text-missing'],
    ['responsibleIds', [], 'step-responsible-missing'],
    ['dueDate', null, 'step-due-missing'],
    ['dueDate', '2026-03-17', 'step-due-before-workshop'],
  ] as const)('is blocked by a step with %s = %j, named by its number', (field, value, code) => {
    const step = whole().steps[0];
    must({ name: 'stepSet', id: step?.id ?? '', field, value });
    expect(signOffProblems(viewOf(document.records), whole())).toEqual([
      { code, number: 1, place: { collection: 'steps', id: step?.id, field } },
    ]);
  });

  it('is blocked without steps and without a home introduction', () => {
    must({ name: 'stepRemove', id: whole().steps[0]?.id as never });
    must({ name: 'homeIntroductionRemove', id: whole().homeIntroductions[0]?.id as never });
    expect(codes()).toEqual(['steps-missing', 'home-introduction-missing']);
  });

  it('never blocks typing: a draft takes texts up to 20,000 characters and refuses longer ones in words', () => {
    must({ name: 'planSet', id: plan.id, field: 'topic', value: 'x'.repeat(20_000) });
    const refused = run({ name: 'planSet', id: plan.id, field: 'topic', value: 'x'.repeat(20_001) });
    expect(refused).toMatchObject({ failure: { code: 'text-too-long', field: 'topic', length: 20_001, limit: 20_000 } });
  });

  it('tells both texts when somebody else was faster', () => {
    must({ name: 'planSet', id: plan.id, field: 'topic', value: 'Theirs' });
    const mine = run({ name: 'planSet', id: plan.id, field: 'topic', value: 'Mine', was: 'Fill critical posts' });
    expect(mine).toMatchObject({ failure: { code: 'field-changed', current: 'Theirs', yours: 'Mine' } });
  });
});

describe('warnings', () => {
  it('name what is worth a look and block nothing', () => {
    must({ name: 'planReopen', id: plan.id });
    must({ name: 'planSet', id: plan.id, field: 'budgetAmount', value: '1200.50' });
    must({ name: 'planSet', id: plan.id, field: 'startDate', value: '2026-03-20' });
    must({ name: 'stepSet', id: whole().steps[0]?.id ?? '', field: 'dueDate', value: '2026-07-04' });
    must({ name: 'indicatorAdd', id: 'i' as never, planId: plan.id });
    must({ name: 'indicatorSet', id: 'i', field: 'targetValue', value: '120 %' });
    const warnings = planWarnings(viewOf(document.records), whole(), ['csf-1']).map((warning) => warning.code);
    expect(warnings).toEqual([
      'step-too-long',
      'due-on-weekend',
      'no-baseline',
      'percentage-out-of-range',
      'budget-without-source',
      'factors-unfinished',
    ]);
    expect(codes()).toEqual([]);
  });

  it('say when one person carries more than five steps, and when a plan has more than eight', () => {
    must({ name: 'planReopen', id: plan.id });
    const steps = Array.from({ length: 8 }, (_, index) => ({
      id: `more${index}` as never,
      text: 'x',
      responsibleIds: [plan.accountableId as never],
    }));
    must({ name: 'stepsAdd', planId: plan.id, afterId: null, steps });
    const warnings = planWarnings(viewOf(document.records), whole(), []);
    expect(warnings.map((warning) => warning.code)).toEqual(['too-many-steps', 'no-indicator', 'person-overloaded']);
  });
});

describe('people named in plans', () => {
  it('are not removed silently: the removal is refused with the list', () => {
    const refused = run({ name: 'participantsRemove', ids: [plan.accountableId as never] });
    expect(refused).toMatchObject({ ok: false, failure: { code: 'referred-to' } });
    expect(!refused.ok && refused.failure.code === 'referred-to' && refused.failure.by).toContainEqual({
      collection: 'plans',
      id: plan.id,
    });
  });
});
