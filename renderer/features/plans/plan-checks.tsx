// The column beside a plan: what is left before sign-off, what is worth a look, and the sign-off itself. Worked out behind the typing.
import { useDeferredValue, useMemo, type ReactNode } from 'react';
import type { ActionPlan } from '../../../shared/domain/plan/model.ts';
import { isLocked, planWarnings, signOffProblems, wholePlan } from '../../../shared/domain/plan/rules.ts';
import { useContent } from '../../state/content-context.tsx';
import { useIsReadOnly, useView } from '../../state/workshop-context.tsx';
import { useWords } from '../../ui/language.ts';
import { ChecksPanel } from './checks-panel.tsx';
import classes from './checks-panel.module.css';
import { checksLeft, signOffChecks, type Check } from './sign-off-checks.ts';
import { SignOffForm } from './sign-off-form.tsx';
import { useUnchanged } from './use-unchanged.ts';

/** The hard rules of a plan; null once it is signed. */
function useChecks(plan: ActionPlan): readonly Check[] | null {
  const view = useDeferredValue(
    useView(
      'workshop',
      'plans',
      'steps',
      'indicators',
      'homeIntroductions',
      'planVersions',
      'signOffs',
      'conflicts',
      'teams',
      'participants',
    ),
  );
  const now = useMemo(() => {
    const whole = wholePlan(view, plan.id);
    return whole && !isLocked(view, whole.plan) ? signOffChecks(signOffProblems(view, whole)) : null;
  }, [view, plan.id]);
  return useUnchanged(now);
}

/** What the tab is about: how much is left, or that there is something to look at in a signed plan. */
export function ChecksLabel({ plan }: { readonly plan: ActionPlan }): ReactNode {
  const t = useWords();
  const checks = useChecks(plan);
  if (checks === null) return t('plans:checks.look');
  const left = checksLeft(checks);
  return left === 0 ? t('plans:checks.title') : t('plans:tabs.checks', { count: left });
}

export function PlanChecks({ plan }: { readonly plan: ActionPlan }): ReactNode {
  const t = useWords();
  const { framework } = useContent();
  const isReadOnly = useIsReadOnly();
  const checks = useChecks(plan);
  const view = useDeferredValue(useView('plans', 'steps', 'indicators', 'participants'));
  const warningsNow = useMemo(() => {
    const whole = wholePlan(view, plan.id);
    const factorIds = framework.successFactors.map((factor) => factor.id);
    return whole ? planWarnings(view, whole, factorIds) : [];
  }, [view, plan.id, framework]);
  const warnings = useUnchanged(warningsNow);
  return (
    <div className={classes.panel}>
      {checks === null && <p className={classes.signed}>{t('plans:sign.done', { version: plan.draftVersion })}</p>}
      <ChecksPanel planId={plan.id} checks={checks} warnings={warnings} />
      {checks !== null && !isReadOnly && <SignOffForm plan={plan} checks={checks} />}
    </div>
  );
}
