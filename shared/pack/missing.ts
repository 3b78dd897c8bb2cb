// What a pack would lack, said before it is built.
import type { View } from '../domain/collections.ts';
import { conflictProblems, signedVersion, signOffProblems, wholePlan, type SignOffProblem } from '../domain/plan/rules.ts';
import type { ActionPlan } from '../domain/plan/model.ts';
import { sorted } from '../domain/sorted.ts';

export type PackGap =
  | { readonly code: 'team-without-plan'; readonly teamId: string }
  /** The pack will say "draft". `problems` is what blocks the signature; empty means that only the signature is missing. */
  | {
      readonly code: 'plan-unsigned';
      readonly teamId: string;
      readonly planId: string;
      readonly topic: string;
      readonly problems: readonly SignOffProblem[];
    }
  /** Something in it has two values: one of them is handed out, and nobody has decided that it is the right one. */
  | {
      readonly code: 'plan-conflicts';
      readonly teamId: string;
      readonly planId: string;
      readonly topic: string;
      readonly problems: readonly SignOffProblem[];
    }
  /** Version `signed` is handed out although `draft` has been begun. */
  | {
      readonly code: 'plan-newer-draft';
      readonly teamId: string;
      readonly planId: string;
      readonly topic: string;
      readonly signed: number;
      readonly draft: number;
    };

/** Lists the gaps of the chosen teams, in the order of `teamIds` and of each team's plans. */
export function packMissing(view: View, teamIds: readonly string[]): readonly PackGap[] {
  return teamIds.flatMap((teamId): readonly PackGap[] => {
    const plans = sorted(view, 'plans', (plan) => plan.teamId === teamId);
    if (plans.length === 0) return [{ code: 'team-without-plan', teamId }];
    return plans.flatMap((plan): readonly PackGap[] => [...openConflicts(view, plan), ...signatureGaps(view, plan)]);
  });
}

function openConflicts(view: View, { id: planId, teamId, topic }: ActionPlan): readonly PackGap[] {
  const whole = wholePlan(view, planId);
  const problems = whole ? conflictProblems(view, whole) : [];
  return problems.length === 0 ? [] : [{ code: 'plan-conflicts', teamId, planId, topic, problems }];
}

function signatureGaps(view: View, plan: ActionPlan): readonly PackGap[] {
  const { teamId } = plan;
  const signed = signedVersion(view, plan.id)?.version;
  if (!signed) {
    const whole = wholePlan(view, plan.id);
    return [{ code: 'plan-unsigned', teamId, planId: plan.id, topic: plan.topic, problems: whole ? signOffProblems(view, whole) : [] }];
  }
  if (plan.draftVersion <= signed.number) return [];
  return [
    {
      code: 'plan-newer-draft',
      teamId,
      planId: plan.id,
      topic: signed.content.plan.topic,
      signed: signed.number,
      draft: plan.draftVersion,
    },
  ];
}
