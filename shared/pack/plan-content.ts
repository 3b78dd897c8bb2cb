// What a pack hands out of one plan: the signed version where there is one, else the draft.
import { asTypedIn } from '../domain/as-typed.ts';
import type { View } from '../domain/collections.ts';
import type { Framework } from '../domain/framework/model.ts';
import type { ActionPlan, PlanContent } from '../domain/plan/model.ts';
import { frozenContent, signedVersion, wholePlan, withdrawnVersion } from '../domain/plan/rules.ts';
import { dateInZone } from '../kernel/calendar-date.ts';
import { millisecondsOf } from '../kernel/instant.ts';
import type { Language } from '../kernel/local-text.ts';
import { ourInstruments } from '../domain/framework/rules.ts';
import type { PackCheckpoint, PackFactorCheck, PackPlan, PlanText } from './content.ts';
import { checkpointDate, checkpointId } from '../domain/follow-up/rules.ts';
import { checkpointKinds } from '../domain/follow-up/values.ts';

interface PlanContext {
  readonly framework: Framework;
  readonly language: Language;
  readonly timezone: string;
  /** Place of the plan among those of its team, from 1. */
  readonly number: number;
  /** The draft, also where a version is signed. */
  readonly isDraft?: boolean;
}

/** Gathers what the pack says about a plan. Names of people are those that the signature froze. */
export function planContent(view: View, plan: ActionPlan, context: PlanContext): PackPlan {
  const standing = signedVersion(view, plan.id);
  const isBeside = context.isDraft === true && standing !== undefined && plan.draftVersion > standing.version.number;
  const signed = isBeside ? undefined : standing;
  const withdrawn = withdrawnVersion(view, plan.id);
  const content = signed?.version.content ?? draftContent(view, plan);
  const version = signed?.version.number ?? plan.draftVersion;
  return {
    id: plan.id,
    number: context.number,
    version,
    signed: signed
      ? { at: signed.signOff.at, on: dateInZone(millisecondsOf(signed.signOff.at), context.timezone), by: signed.signOff.by }
      : null,
    withdrawn: withdrawn?.signOff.withdrawnAt
      ? {
          version: withdrawn.version.number,
          on: dateInZone(millisecondsOf(withdrawn.signOff.withdrawnAt), context.timezone),
          reason: withdrawn.signOff.reason,
        }
      : null,
    draftBeside: isBeside
      ? { version: standing.version.number, on: dateInZone(millisecondsOf(standing.signOff.at), context.timezone) }
      : null,
    newerDraft: signed && plan.draftVersion > version ? plan.draftVersion : null,
    ...planText(content, context, view),
    checkpoints: checkpointsOf(view, plan.id),
  };
}

function draftContent(view: View, plan: ActionPlan): PlanContent {
  const whole = wholePlan(view, plan.id) ?? { plan, steps: [], indicators: [], homeIntroductions: [] };
  return frozenContent(view, whole);
}

/**
 * What a plan says in words: of a signed version exactly what was signed, with the names of that day.
 * @param live where progress is looked up that may be noted on a locked plan (domain §9.1); left out, it is as the version froze it
 */
export function planText(
  content: PlanContent,
  { framework, language }: Pick<PlanContext, 'framework' | 'language'>,
  live?: View,
): PlanText {
  const { plan, indicators, names } = content;
  const phase = framework.phases.find(({ id }) => id === plan.phaseId);
  return {
    topic: plan.topic,
    agendaItem: plan.agendaItem,
    expectedOutput: plan.expectedOutput,
    steps: content.steps.map((step) => {
      const { status, changeReason } = live?.get('steps', step.id) ?? step;
      const { id, text, startDate, dueDate, resources } = step;
      return {
        id,
        text,
        responsible: step.responsibleIds.map((person) => names[person] ?? ''),
        startDate,
        dueDate,
        responsibleTyped: asTypedIn(step, 'responsibleIds'),
        startTyped: asTypedIn(step, 'startDate'),
        dueTyped: asTypedIn(step, 'dueDate'),
        resources,
        status,
        changeReason,
      };
    }),
    homeIntroductions: content.homeIntroductions.map((introduction) => {
      const { id, who, toWhom, meeting, byDate, done } = introduction;
      const byTyped = asTypedIn(introduction, 'byDate');
      return { id, who, toWhom, meeting, byDate, byTyped, done: live?.get('homeIntroductions', id)?.done ?? done };
    }),
    // In the framework's own order, which is how the six are always shown.
    fields: framework.fields.filter(({ id }) => plan.fieldIds.includes(id)).map(({ id, name }) => ({ id, name: name[language] })),
    phase: phase ? { id: phase.id, name: phase.name[language] } : null,
    accountable: plan.accountableId === null ? '' : (names[plan.accountableId] ?? ''),
    startDate: plan.startDate,
    endDate: plan.endDate,
    typed: {
      accountable: asTypedIn(plan, 'accountableId'),
      startDate: asTypedIn(plan, 'startDate'),
      endDate: asTypedIn(plan, 'endDate'),
      budget: asTypedIn(plan, 'budgetAmount'),
    },
    objective: plan.objective,
    linkToExistingPlan: plan.linkToExistingPlan,
    resources: plan.resources,
    budget:
      plan.budgetAmount === '' && plan.budgetSource.trim() === '' && asTypedIn(plan, 'budgetAmount') === ''
        ? null
        : { amount: plan.budgetAmount, currency: plan.budgetCurrency, source: plan.budgetSource, secured: plan.budgetSecured },
    indicators: indicators.map((indicator) => {
      const { name, type, unit, baselineValue, baselineDate, baselineSource, targetValue, targetDate, frequency, owner } = indicator;
      const said = { name, type, unit, baselineValue, baselineDate, baselineSource, targetValue, targetDate, frequency, owner };
      return { ...said, baselineTyped: asTypedIn(indicator, 'baselineDate'), targetTyped: asTypedIn(indicator, 'targetDate') };
    }),
    risks: plan.risks.map(({ text, response }) => ({ text, response })),
    factorChecks: framework.successFactors.map((factor): PackFactorCheck => {
      const check = plan.factorChecks[factor.id];
      return { id: factor.id, text: factor.text[language], answer: check?.answer ?? null, note: check?.note ?? '' };
    }),
    ours: ourInstruments(framework),
  };
}

/** The checkpoints that were agreed on; where there are none, the usual rhythm (domain §5.8) as a proposal. */
function checkpointsOf(view: View, planId: string): readonly PackCheckpoint[] {
  const agreed = checkpointKinds.flatMap((kind) => {
    const checkpoint = view.get('checkpoints', checkpointId(planId, kind));
    return checkpoint ? [{ kind, dueDate: checkpoint.dueDate, isAgreed: true }] : [];
  });
  if (agreed.length > 0) return agreed;
  return checkpointKinds.flatMap((kind) => {
    const dueDate = checkpointDate(view, kind);
    return dueDate ? [{ kind, dueDate, isAgreed: false }] : [];
  });
}
