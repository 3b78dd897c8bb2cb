// Every team with its plans and what state each is in: one pass over the document, since rooms have sixty teams with forty steps.
import type { Topic } from '../../../shared/domain/analysis/model.ts';
import type { View } from '../../../shared/domain/collections.ts';
import type { FieldId } from '../../../shared/domain/framework/model.ts';
import type { Team } from '../../../shared/domain/people/model.ts';
import type { ActionPlan } from '../../../shared/domain/plan/model.ts';
import { signedVersion, signOffProblems, type WholePlan } from '../../../shared/domain/plan/rules.ts';
import { sorted } from '../../../shared/domain/sorted.ts';
import { compareOrder } from '../../../shared/kernel/order-key.ts';
import { sameValue } from '../../../shared/kernel/record.ts';
import { checksLeft, signOffChecks } from './sign-off-checks.ts';

/** `signed`: locked. `changing`: a draft above a signed version. `left` counts the checks that are not done. */
export type PlanState =
  | { readonly kind: 'open'; readonly left: number }
  | { readonly kind: 'ready' }
  | { readonly kind: 'signed'; readonly version: number }
  | { readonly kind: 'changing'; readonly signed: number; readonly draft: number; readonly left: number };

export interface PlanEntry {
  readonly planId: ActionPlan['id'];
  readonly topic: string;
  readonly fieldIds: readonly FieldId[];
  readonly state: PlanState;
}

export interface TeamPlans {
  readonly team: Team;
  readonly plans: readonly PlanEntry[];
  /** Chosen topics that no plan has been begun for. */
  readonly waitingTopics: readonly Topic[];
}

/** Lists the teams in their order. */
export function teamPlans(view: View): readonly TeamPlans[] {
  const stepsOf = grouped(view.all('steps'), (step) => step.planId);
  const introductionsOf = grouped(view.all('homeIntroductions'), (introduction) => introduction.planId);
  const indicatorsOf = grouped(view.all('indicators'), (indicator) => indicator.planId);
  const plansOf = grouped(view.all('plans'), (plan) => plan.teamId);
  const topicsOf = grouped(view.all('topics'), (topic) => topic.teamId);
  const signed = newestSigned(view);
  const begun = new Set([...view.all('plans')].map((plan) => plan.topicId));

  const entry = (plan: ActionPlan): PlanEntry => {
    const whole: WholePlan = {
      plan,
      steps: inOrder(stepsOf.get(plan.id)),
      indicators: inOrder(indicatorsOf.get(plan.id)),
      homeIntroductions: inOrder(introductionsOf.get(plan.id)),
    };
    return { planId: plan.id, topic: plan.topic, fieldIds: plan.fieldIds, state: stateOf(view, whole, signed.get(plan.id)) };
  };
  return sorted(view, 'teams').map((team) => ({
    team,
    plans: inOrder(plansOf.get(team.id)).map(entry),
    waitingTopics: inOrder(topicsOf.get(team.id)).filter((topic) => topic.chosen && !begun.has(topic.id)),
  }));
}

/**
 * Keeps what has not changed: a team whose plans are as before stays the same object, so that its lines need not be drawn again.
 * @returns `before` itself when nothing has changed at all
 */
export function keepUnchanged(before: readonly TeamPlans[], now: readonly TeamPlans[]): readonly TeamPlans[] {
  const known = new Map(before.map((entry) => [entry.team.id, entry]));
  const kept = now.map((entry) => {
    const old = known.get(entry.team.id);
    return old && sameValue(old, entry) ? old : entry;
  });
  return kept.length === before.length && kept.every((entry, index) => entry === before[index]) ? before : kept;
}

function stateOf(view: View, whole: WholePlan, signed: number | undefined): PlanState {
  const draft = whole.plan.draftVersion;
  if (signed === draft) return { kind: 'signed', version: signed };
  const left = checksLeft(signOffChecks(signOffProblems(view, whole)));
  if (signed !== undefined) return { kind: 'changing', signed, draft, left };
  return left === 0 ? { kind: 'ready' } : { kind: 'open', left };
}

/** Number of the signed version, by plan. */
function newestSigned(view: View): ReadonlyMap<string, number> {
  const plans = new Set([...view.all('signOffs')].map(({ planId }) => planId));
  return new Map(
    [...plans].flatMap((planId) => {
      const signed = signedVersion(view, planId);
      return signed ? [[planId, signed.version.number] as const] : [];
    }),
  );
}

function grouped<T>(records: Iterable<T>, keyOf: (record: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const record of records) {
    const group = groups.get(keyOf(record));
    if (group) group.push(record);
    else groups.set(keyOf(record), [record]);
  }
  return groups;
}

function inOrder<T extends { readonly id: string; readonly order: string }>(records: readonly T[] | undefined): readonly T[] {
  return records ? records.toSorted(compareOrder) : [];
}
