// Commands on action plans: write them, sign them, change or withdraw what was signed.
import { z } from 'zod';
import { err, ok } from '../../kernel/result.ts';
import { calendarDateSchema, idSchema, textSchema } from '../../kernel/schema.ts';
import type { DocumentChange, View } from '../collections.ts';
import { withoutTyped } from '../as-typed.ts';
import { allOf, command, created, notFound, removal, setCommand, updated, type CommandFailure, type Decision } from '../command.ts';
import { keyAtEnd, keysAfter, sorted } from '../sorted.ts';
import type { ActionPlan, ActionStep, HomeIntroduction, Indicator, PlanId, PlanVersion, SignOff, StepId } from './model.ts';
import { composed, keysBelow, pastedInto, withoutEmpty, wordsOf } from './pasted.ts';
import { frozenContent, isLocked, nextVersionNumber, signedVersion, signOffProblems, wholePlan } from './rules.ts';

const planId = idSchema<'plan'>();

function lockedFailure(view: View, id: string): CommandFailure | null {
  const plan = view.get('plans', id);
  return plan && isLocked(view, plan) ? { code: 'plan-locked', planId: id } : null;
}

/** Carries on only when the plan exists and is not locked. */
function onOpenPlan(view: View, id: string, decide: (plan: ActionPlan) => Decision): Decision {
  const plan = view.get('plans', id);
  if (!plan) return notFound('plans', id);
  const locked = lockedFailure(view, id);
  return locked ? err(locked) : decide(plan);
}

/** Removes a step, an indicator or an introduction of an open plan. */
function removePart(view: View, collection: 'steps' | 'indicators' | 'homeIntroductions', id: string): Decision {
  const part = view.get(collection, id);
  return part ? onOpenPlan(view, part.planId, () => removal(view, collection, id)) : notFound(collection, id);
}

/** The fields of a new, empty plan. */
export function emptyPlan(input: { readonly id: PlanId; readonly teamId: ActionPlan['teamId']; readonly order: string }): ActionPlan {
  return {
    ...input,
    topicId: null,
    topic: '',
    agendaItem: '',
    expectedOutput: '',
    fieldIds: [],
    phaseId: null,
    accountableId: null,
    startDate: null,
    endDate: null,
    objective: '',
    linkToExistingPlan: '',
    resources: '',
    budgetAmount: '',
    budgetCurrency: '',
    budgetSource: '',
    budgetSecured: false,
    factorChecks: {},
    risks: [],
    status: 'draft',
    draftVersion: 1,
  };
}

/** The fields of a new, empty step. */
export function emptyStep(input: { readonly id: StepId; readonly planId: PlanId; readonly order: string }): ActionStep {
  return { ...input, text: '', responsibleIds: [], startDate: null, dueDate: null, resources: '', status: 'not-started', changeReason: '' };
}

export const planAdd = command({
  name: 'planAdd',
  input: { id: planId, teamId: idSchema<'team'>(), topicId: idSchema<'topic'>().nullable() },
  decide: (view, { id, teamId, topicId }) => {
    if (view.get('plans', id)) return err({ code: 'already-exists', collection: 'plans', id });
    if (!view.get('teams', teamId)) return notFound('teams', teamId);
    const topic = topicId === null ? undefined : view.get('topics', topicId);
    if (topicId !== null && !topic) return notFound('topics', topicId);
    const order = keyAtEnd(sorted(view, 'plans', (plan) => plan.teamId === teamId));
    const plan = { ...emptyPlan({ id, teamId, order }), topicId, topic: topic?.text ?? '', fieldIds: topic?.fieldIds ?? [] };
    return ok([created('plans', plan)]);
  },
});

export const planSet = setCommand({
  name: 'planSet',
  collection: 'plans',
  fields: [
    'topic',
    'agendaItem',
    'expectedOutput',
    'fieldIds',
    'phaseId',
    'accountableId',
    'startDate',
    'endDate',
    'objective',
    'linkToExistingPlan',
    'resources',
    'budgetAmount',
    'budgetCurrency',
    'budgetSource',
    'budgetSecured',
    'factorChecks',
    'risks',
    'status',
    'teamId',
    'topicId',
  ],
  guard: (view, plan, { field }) => (field === 'status' ? null : lockedFailure(view, plan.id)),
});

export const planRemove = command({
  name: 'planRemove',
  input: { id: planId },
  decide: (view, { id }) => onOpenPlan(view, id, () => removal(view, 'plans', id)),
});

/** Several lines pasted at once make several steps in one undo step. */
export const stepsAdd = command({
  name: 'stepsAdd',
  input: {
    planId,
    ...pastedInto<'step'>(),
    afterId: idSchema<'step'>().nullable(),
    steps: z
      .array(
        z.object({
          id: idSchema<'step'>(),
          text: textSchema,
          responsibleIds: z.array(idSchema<'participant'>()).optional(),
          dueDate: calendarDateSchema.nullable().optional(),
          /** What was typed or pasted there and not understood. */
          responsibleIdsAsTyped: textSchema.optional(),
          dueDateAsTyped: textSchema.optional(),
        }),
      )
      .min(1)
      .max(500),
  },
  decide: (view, input) =>
    onOpenPlan(view, input.planId, () => {
      const steps = sorted(view, 'steps', (step) => step.planId === input.planId);
      const keys = keysAfter(steps, input.afterId, input.steps.length);
      const changes: DocumentChange[] = [];
      for (const [index, step] of input.steps.entries()) {
        if (view.get('steps', step.id)) return err({ code: 'already-exists', collection: 'steps', id: step.id });
        const responsibleIds = step.responsibleIds ?? [];
        const unknown = responsibleIds.find((id) => !view.get('participants', id));
        if (unknown) return notFound('participants', unknown);
        const base = emptyStep({ id: step.id, planId: input.planId, order: keys[index] as string });
        const read = { text: step.text.normalize('NFC'), responsibleIds, dueDate: step.dueDate ?? null };
        const { responsibleIdsAsTyped, dueDateAsTyped } = step;
        changes.push(created('steps', { ...base, ...read, ...wordsOf({ responsibleIdsAsTyped, dueDateAsTyped }) }));
      }
      return allOf([ok(changes), withoutEmpty(view, 'steps', input)]);
    }),
});

export const stepSet = setCommand({
  name: 'stepSet',
  collection: 'steps',
  fields: ['text', 'responsibleIds', 'startDate', 'dueDate', 'resources', 'status', 'changeReason'],
  guard: (view, step, { field }) => (field === 'status' || field === 'changeReason' ? null : lockedFailure(view, step.planId)),
});

export const stepMove = command({
  name: 'stepMove',
  input: { id: idSchema<'step'>(), afterId: idSchema<'step'>().nullable() },
  decide: (view, { id, afterId }) => {
    const step = view.get('steps', id);
    if (!step) return notFound('steps', id);
    return onOpenPlan(view, step.planId, () => {
      const others = sorted(view, 'steps', (other) => other.planId === step.planId && other.id !== id);
      return ok(updated('steps', step, { order: keysAfter(others, afterId, 1)[0] }));
    });
  },
});

export const stepRemove = command({
  name: 'stepRemove',
  input: { id: idSchema<'step'>() },
  decide: (view, { id }) => removePart(view, 'steps', id),
});

export const indicatorAdd = command({
  name: 'indicatorAdd',
  input: { id: idSchema<'indicator'>(), planId },
  decide: (view, { id, planId: plan }) =>
    onOpenPlan(view, plan, () => {
      if (view.get('indicators', id)) return err({ code: 'already-exists', collection: 'indicators', id });
      const order = keyAtEnd(sorted(view, 'indicators', (indicator) => indicator.planId === plan));
      return ok([created('indicators', emptyIndicator({ id, planId: plan, order }))]);
    }),
});

/** Several lines pasted at once make several indicators in one undo step. */
export const indicatorsAdd = command({
  name: 'indicatorsAdd',
  input: {
    planId,
    ...pastedInto<'indicator'>(),
    indicators: z
      .array(
        z.object({
          id: idSchema<'indicator'>(),
          name: textSchema,
          unit: textSchema.optional(),
          baselineValue: textSchema.optional(),
          targetValue: textSchema.optional(),
          targetDate: calendarDateSchema.nullable().optional(),
          /** What was pasted there and not understood. */
          targetDateAsTyped: textSchema.optional(),
        }),
      )
      .min(1)
      .max(500),
  },
  decide: (view, input) =>
    onOpenPlan(view, input.planId, () => {
      const known = input.indicators.find(({ id }) => view.get('indicators', id));
      if (known) return err({ code: 'already-exists', collection: 'indicators', id: known.id });
      const there = sorted(view, 'indicators', (indicator) => indicator.planId === input.planId);
      const keys = keysBelow(there, input.afterId, input.indicators.length);
      const fresh = input.indicators.map(({ id, targetDate = null, targetDateAsTyped, ...texts }, index) =>
        created('indicators', {
          ...emptyIndicator({ id, planId: input.planId, order: keys[index] as string }),
          ...composed(texts),
          targetDate,
          ...wordsOf({ targetDateAsTyped }),
        }),
      );
      return allOf([ok(fresh), withoutEmpty(view, 'indicators', input)]);
    }),
});

/** The fields of a new, empty indicator. */
export function emptyIndicator(input: { readonly id: Indicator['id']; readonly planId: PlanId; readonly order: string }): Indicator {
  return {
    ...input,
    name: '',
    type: null,
    unit: '',
    baselineValue: '',
    baselineDate: null,
    baselineSource: '',
    targetValue: '',
    targetDate: null,
    frequency: '',
    owner: '',
  };
}

export const indicatorSet = setCommand({
  name: 'indicatorSet',
  collection: 'indicators',
  fields: ['name', 'type', 'unit', 'baselineValue', 'baselineDate', 'baselineSource', 'targetValue', 'targetDate', 'frequency', 'owner'],
  guard: (view, indicator) => lockedFailure(view, indicator.planId),
});

export const indicatorRemove = command({
  name: 'indicatorRemove',
  input: { id: idSchema<'indicator'>() },
  decide: (view, { id }) => removePart(view, 'indicators', id),
});

export const homeIntroductionAdd = command({
  name: 'homeIntroductionAdd',
  input: { id: idSchema<'homeIntroduction'>(), planId },
  decide: (view, { id, planId: plan }) =>
    onOpenPlan(view, plan, () => {
      if (view.get('homeIntroductions', id)) return err({ code: 'already-exists', collection: 'homeIntroductions', id });
      const order = keyAtEnd(sorted(view, 'homeIntroductions', (introduction) => introduction.planId === plan));
      return ok([created('homeIntroductions', emptyIntroduction({ id, planId: plan, order }))]);
    }),
});

/** The fields of a new, empty introduction. */
function emptyIntroduction(input: Pick<HomeIntroduction, 'id' | 'planId' | 'order'>): HomeIntroduction {
  return { ...input, who: '', toWhom: '', meeting: '', byDate: null, done: false };
}

/** Several lines pasted at once make several introductions in one undo step. */
export const homeIntroductionsAdd = command({
  name: 'homeIntroductionsAdd',
  input: {
    planId,
    ...pastedInto<'homeIntroduction'>(),
    introductions: z
      .array(
        z.object({
          id: idSchema<'homeIntroduction'>(),
          who: textSchema,
          toWhom: textSchema.optional(),
          meeting: textSchema.optional(),
          byDate: calendarDateSchema.nullable().optional(),
          /** What was pasted there and not understood. */
          byDateAsTyped: textSchema.optional(),
        }),
      )
      .min(1)
      .max(500),
  },
  decide: (view, input) =>
    onOpenPlan(view, input.planId, () => {
      const known = input.introductions.find(({ id }) => view.get('homeIntroductions', id));
      if (known) return err({ code: 'already-exists', collection: 'homeIntroductions', id: known.id });
      const there = sorted(view, 'homeIntroductions', (introduction) => introduction.planId === input.planId);
      const keys = keysBelow(there, input.afterId, input.introductions.length);
      const fresh = input.introductions.map(({ id, byDate = null, byDateAsTyped, ...texts }, index) =>
        created('homeIntroductions', {
          ...emptyIntroduction({ id, planId: input.planId, order: keys[index] as string }),
          ...composed(texts),
          byDate,
          ...wordsOf({ byDateAsTyped }),
        }),
      );
      return allOf([ok(fresh), withoutEmpty(view, 'homeIntroductions', input)]);
    }),
});

export const homeIntroductionSet = setCommand({
  name: 'homeIntroductionSet',
  collection: 'homeIntroductions',
  fields: ['who', 'toWhom', 'meeting', 'byDate', 'done'],
  guard: (view, introduction, { field }) => (field === 'done' ? null : lockedFailure(view, introduction.planId)),
});

export const homeIntroductionRemove = command({
  name: 'homeIntroductionRemove',
  input: { id: idSchema<'homeIntroduction'>() },
  decide: (view, { id }) => removePart(view, 'homeIntroductions', id),
});

/** Freezes the plan as version `draftVersion`. Needs every hard rule of domain §9.2. */
export const planSignOff = command({
  name: 'planSignOff',
  isUndoable: false,
  input: { id: planId, by: textSchema },
  decide: (view, { id, by }, { now, newId, actor }) =>
    onOpenPlan(view, id, (plan) => {
      const whole = wholePlan(view, id);
      if (!whole) return notFound('plans', id);
      const problems = signOffProblems(view, whole);
      if (problems.length > 0) return err({ code: 'plan-incomplete', planId: id, problems });
      const version: PlanVersion = {
        id: newId() as PlanVersion['id'],
        planId: id,
        number: plan.draftVersion,
        at: now,
        content: frozenContent(view, whole),
      };
      const signOff: SignOff = {
        id: newId() as SignOff['id'],
        planId: id,
        versionId: version.id,
        at: now,
        by: by.trim() === '' ? actor : by,
        withdrawnAt: null,
        reason: '',
      };
      const agreed = plan.status === 'draft' || plan.status === 'in-review' ? updated('plans', plan, { status: 'agreed' }) : [];
      return ok([created('planVersions', version), created('signOffs', signOff), ...agreed]);
    }),
});

/** "Change it": opens version n+1 as a draft while n stays signed. */
export const planReopen = command({
  name: 'planReopen',
  isUndoable: false,
  input: { id: planId },
  decide: (view, { id }) => {
    const plan = view.get('plans', id);
    if (!plan) return notFound('plans', id);
    if (!isLocked(view, plan)) return err({ code: 'plan-not-signed', planId: id });
    return ok(updated('plans', plan, { draftVersion: nextVersionNumber(view, plan) }));
  },
});

/**
 * Gives up the draft n+1 and goes back to the signed version n: the working copy becomes what was signed; its team and place in the list stay.
 * Fails with `not-found` when somebody named in the signed version has since been removed.
 */
export const planDiscardDraft = command({
  name: 'planDiscardDraft',
  input: { id: planId },
  decide: (view, { id }) => {
    const whole = wholePlan(view, id);
    if (!whole) return notFound('plans', id);
    const signed = signedVersion(view, id);
    if (!signed || signed.version.number === whole.plan.draftVersion) return err({ code: 'plan-not-signed', planId: id });
    const { content } = signed.version;
    const gone = [content.plan.accountableId, ...content.steps.flatMap((step) => step.responsibleIds)].find(
      (person) => person && !view.get('participants', person),
    );
    if (gone) return notFound('participants', gone);
    const place = { teamId: whole.plan.teamId, topicId: whole.plan.topicId, order: whole.plan.order };
    return allOf([
      ok(
        updated('plans', whole.plan, {
          ...withoutTyped('plans', whole.plan),
          ...content.plan,
          ...place,
          status: whole.plan.status,
          draftVersion: signed.version.number,
        }),
      ),
      restored(view, 'steps', whole.steps, content.steps),
      restored(view, 'indicators', whole.indicators, content.indicators),
      restored(view, 'homeIntroductions', whole.homeIntroductions, content.homeIntroductions),
    ]);
  },
});

/** The changes that make the parts of a plan what they were when it was signed. */
function restored(
  view: View,
  collection: 'steps' | 'indicators' | 'homeIntroductions',
  now: readonly { readonly id: string }[],
  wanted: readonly { readonly id: string }[],
): Decision {
  const wantedIds = new Set(wanted.map((record) => record.id));
  const removals = now.filter((record) => !wantedIds.has(record.id)).map((record) => removal(view, collection, record.id));
  const rest = wanted.map((record): Decision => {
    const current = view.get(collection, record.id);
    return ok(
      current
        ? updated(collection, current, { ...withoutTyped(collection, current), ...(record as typeof current) })
        : [created(collection, record as never)],
    );
  });
  return allOf([...removals, ...rest]);
}

/** Takes a sign-off back. Needs a reason; the version stays in the record, its number is never used again. */
export const planWithdraw = command({
  name: 'planWithdraw',
  isUndoable: false,
  input: { id: planId, reason: textSchema },
  decide: (view, { id, reason }, { now }) => {
    const plan = view.get('plans', id);
    if (!plan) return notFound('plans', id);
    const signed = signedVersion(view, id);
    if (!signed) return err({ code: 'plan-not-signed', planId: id });
    if (reason.trim() === '') return err({ code: 'reason-needed' });
    const next = isLocked(view, plan) ? nextVersionNumber(view, plan) : plan.draftVersion;
    return ok([
      ...updated('signOffs', signed.signOff, { withdrawnAt: now, reason }),
      ...updated('plans', plan, { draftVersion: next, ...(plan.status === 'agreed' ? { status: 'draft' as const } : {}) }),
    ]);
  },
});

export const planCommands = [
  planAdd,
  planSet,
  planRemove,
  stepsAdd,
  stepSet,
  stepMove,
  stepRemove,
  indicatorAdd,
  indicatorsAdd,
  indicatorSet,
  indicatorRemove,
  homeIntroductionAdd,
  homeIntroductionsAdd,
  homeIntroductionSet,
  homeIntroductionRemove,
  planSignOff,
  planReopen,
  planDiscardDraft,
  planWithdraw,
] as const;
