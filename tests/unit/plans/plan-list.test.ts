// The lists beside a plan: checks before sign-off, the state of every plan, its signed versions.
import { beforeEach, describe, expect, it } from 'vitest';
import type { Command } from '../../../shared/domain/commands.ts';
import type { ActionPlan } from '../../../shared/domain/plan/model.ts';
import type { SignOffProblem } from '../../../shared/domain/plan/rules.ts';
import { signOffProblems, wholePlan } from '../../../shared/domain/plan/rules.ts';
import type { WorkshopDocument } from '../../../shared/document/envelope.ts';
import { viewOf } from '../../../shared/document/records.ts';
import { beginWorkshop, runCommand, sequentialContext } from '../../support/random-commands.ts';
import { planVersions } from '../../../renderer/features/plans/plan-versions.ts';
import { checksLeft, groupWarnings, signOffChecks } from '../../../renderer/features/plans/sign-off-checks.ts';
import { keepUnchanged, teamPlans, type TeamPlans } from '../../../renderer/features/plans/team-plans.ts';

const place = { collection: 'plans', id: 'p', field: 'topic' } as const;

describe('checks', () => {
  it('nine are left on an empty plan, and none claims that missing steps have a person', () => {
    const problems: readonly SignOffProblem[] = [
      { code: 'topic-missing', place },
      { code: 'agenda-item-missing', place },
      { code: 'expected-output-missing', place },
      { code: 'field-missing', place },
      { code: 'accountable-missing', place },
      { code: 'steps-missing', place },
      { code: 'home-introduction-missing', place },
    ];
    const checks = signOffChecks(problems);
    expect(checks.map((check) => check.id)).toEqual([
      'topic',
      'agendaItem',
      'expectedOutput',
      'steps',
      'responsible',
      'due',
      'home',
      'fields',
      'accountable',
    ]);
    expect(checksLeft(checks)).toBe(9);
  });

  it('gaps of one kind are one line with several places', () => {
    const step = (id: string, number: number): SignOffProblem => ({
      code: 'step-due-missing',
      place: { collection: 'steps', id, field: 'dueDate' },
      number,
    });
    const due = signOffChecks([step('a', 2), step('b', 5)]).find((check) => check.id === 'due');
    expect(due?.gaps).toHaveLength(1);
    expect(due?.gaps[0]?.places.map(({ number }) => number)).toEqual([2, 5]);
  });

  it('lengths are a tenth check only while something is too long', () => {
    expect(signOffChecks([])).toHaveLength(9);
    expect(signOffChecks([{ code: 'title-too-long', place }]).at(-1)?.id).toBe('lengths');
    expect(checksLeft(signOffChecks([]))).toBe(0);
  });

  it('warnings keep the person that they are about', () => {
    expect(groupWarnings([{ code: 'person-overloaded', place, person: 'L. Phiri' }])).toEqual([
      { code: 'person-overloaded', places: [{ place, person: 'L. Phiri' }] },
    ]);
  });
});

describe('states', () => {
  let document: WorkshopDocument;
  let context: ReturnType<typeof sequentialContext>;
  const planId = 'plan-1' as ActionPlan['id'];

  function run(...commands: readonly unknown[]): void {
    for (const command of commands as readonly Command[]) {
      if (runCommand(document, command, context.next()) === null) throw new Error(`Refused: ${JSON.stringify(command)}`);
    }
  }

  function state() {
    return teamPlans(viewOf(document.records))[0]?.plans[0]?.state;
  }

  const set = (field: string, value: unknown) => ({ name: 'planSet', id: planId, field, value });

  beforeEach(() => {
    context = sequentialContext();
    document = beginWorkshop(context.next());
    run(
      { name: 'teamAdd', id: 'team-1', team: 'Kenya', country: 'Kenya', language: 'en' },
      { name: 'participantAdd', id: 'person-1', fullName: 'A. Mensa', teamId: 'team-1' },
      { name: 'topicsAdd', teamId: 'team-1', afterId: null, topics: [{ id: 'topic-1', text: 'Fill critical posts' }] },
      { name: 'topicSet', id: 'topic-1', field: 'chosen', value: true },
    );
  });

  function complete(): void {
    run(
      { name: 'planAdd', id: planId, teamId: 'team-1', topicId: 'topic-1' },
      set('agendaItem', 'Recruit'),
      set('expectedOutput', 'Recruitment round'),
      set('fieldIds', ['hrm']),
      set('accountableId', 'person-1'),
      {
        name: 'stepsAdd',
        planId,
        afterId: null,
        steps: [{ id: 'step-1', text: 'List', responsibleIds: ['person-1'], dueDate: '2026-04-03' }],
      },
      { name: 'homeIntroductionAdd', id: 'home-1', planId },
      { name: 'homeIntroductionSet', id: 'home-1', field: 'who', value: 'A. Mensa' },
      { name: 'homeIntroductionSet', id: 'home-1', field: 'toWhom', value: 'PS' },
      { name: 'homeIntroductionSet', id: 'home-1', field: 'byDate', value: '2026-04-03' },
    );
  }

  it('a chosen topic waits for its plan, and no longer once the plan is begun', () => {
    expect(teamPlans(viewOf(document.records))[0]?.waitingTopics.map((topic) => topic.text)).toEqual(['Fill critical posts']);
    run({ name: 'planAdd', id: planId, teamId: 'team-1', topicId: 'topic-1' });
    expect(teamPlans(viewOf(document.records))[0]?.waitingTopics).toEqual([]);
    expect(state()).toEqual({ kind: 'open', left: 8 });
  });

  it('agrees with the rules of the domain about what is left', () => {
    complete();
    run(set('agendaItem', ' '));
    const view = viewOf(document.records);
    const whole = wholePlan(view, planId);
    expect(whole && signOffProblems(view, whole)).toHaveLength(1);
    expect(state()).toEqual({ kind: 'open', left: 1 });
  });

  it('is ready, signed, changing, withdrawn', () => {
    complete();
    expect(state()).toEqual({ kind: 'ready' });
    run({ name: 'planSignOff', id: planId, by: 'L. Phiri' });
    expect(state()).toEqual({ kind: 'signed', version: 1 });
    run({ name: 'planReopen', id: planId }, set('agendaItem', ''));
    expect(state()).toEqual({ kind: 'changing', signed: 1, draft: 2, left: 1 });
    run(set('agendaItem', 'Recruit'), { name: 'planSignOff', id: planId, by: '' });
    run({ name: 'planWithdraw', id: planId, reason: 'Wrong year' });
    expect(state()).toEqual({ kind: 'ready' });
    expect(
      planVersions(viewOf(document.records), planId).map(({ version, by, withdrawn }) => [version.number, by, withdrawn?.reason ?? null]),
    ).toEqual([
      [2, 'Facilitator', 'Wrong year'],
      [1, 'L. Phiri', null],
    ]);
  });
});

describe('keeping what has not changed', () => {
  const entry = (id: string, left: number): TeamPlans =>
    ({
      team: { id, name: id },
      plans: [{ planId: id, topic: '', fieldIds: [], state: { kind: 'open', left } }],
      waitingTopics: [],
    }) as unknown as TeamPlans;

  it('keeps the teams that are as before, and the whole list when all are', () => {
    const before = [entry('a', 1), entry('b', 2)];
    expect(keepUnchanged(before, [entry('a', 1), entry('b', 2)])).toBe(before);
    const after = keepUnchanged(before, [entry('a', 1), entry('b', 3)]);
    expect(after[0]).toBe(before[0]);
    expect(after[1]).toEqual(entry('b', 3));
  });

  it('notices an order that has changed and a team that has gone', () => {
    const before = [entry('a', 1), entry('b', 2)];
    expect(keepUnchanged(before, [entry('b', 2), entry('a', 1)]).map((one) => one.team.id)).toEqual(['b', 'a']);
    expect(keepUnchanged(before, [entry('a', 1)])).toEqual([entry('a', 1)]);
  });
});
