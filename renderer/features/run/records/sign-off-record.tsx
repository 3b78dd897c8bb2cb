// Sign-off in the room: every plan with what it still lacks; a complete one is signed here.
import { IconSignature } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { signedVersion } from '../../../../shared/domain/plan/rules.ts';
import { useAddress } from '../../../app/use-address.ts';
import { useSettings } from '../../../state/host-context.tsx';
import { useNotifyWhile } from '../../../state/use-notify-while.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { TextInput } from '../../../ui/inputs.tsx';
import { useWords } from '../../../ui/language.ts';
import { Note } from '../../../ui/note.tsx';
import { InstrumentMark } from '../../framework/provenance-mark.tsx';
import type { PlanEntry } from '../../plans/team-plans.ts';
import { useSignPlan } from '../../plans/use-sign-plan.ts';
import { PlanStateWord } from '../../plans/plan-state-word.tsx';
import { useTeamPlans } from '../use-team-plans.ts';
import classes from './records.module.css';

export function SignOffRecord({ isReadOnly }: { readonly isReadOnly: boolean }): ReactNode {
  const t = useWords();
  const address = useAddress();
  const signPlan = useSignPlan();
  const notifyWhile = useNotifyWhile();
  const { facilitatorName } = useSettings();
  const teams = useTeamPlans();
  const [typed, setTyped] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const by = typed ?? facilitatorName;
  const plans = teams.flatMap((team) => team.plans);
  const nameOf = (plan: PlanEntry) => (plan.topic.trim() === '' ? t('plans:list.noTopic') : plan.topic);
  const sign = async (plan: PlanEntry) => {
    const problem = await signPlan(plan.planId, by);
    setRefusal(problem);
    if (problem !== null) return;
    notifyWhile({ text: t('run:signOff.signed', { topic: nameOf(plan) }) }, (view) => signedVersion(view, plan.planId) !== undefined);
  };
  if (plans.length === 0) return <EmptyState icon={<IconSignature size={24} stroke={1.75} />} text={t('run:signOff.none')} />;
  return (
    <div className={classes.stack}>
      <p className={classes.caption}>
        {t('run:signOff.documented')} <InstrumentMark id="sign-off" />
      </p>
      {!isReadOnly && <TextInput label={t('run:signOff.by')} help={t('run:signOff.byHelp')} value={by} onChange={setTyped} />}
      <p className={`${classes.label} number`}>
        {t('run:signOff.summary', { signed: plans.filter((plan) => plan.state.kind === 'signed').length, total: plans.length })}
      </p>
      {refusal !== null && (
        <Note tone="danger">
          <p>{refusal}</p>
        </Note>
      )}
      {teams.map(({ team, plans: own }) => (
        <section key={team.id} className={classes.group} aria-label={team.name}>
          <h3 className={classes.heading}>{team.name}</h3>
          {own.length === 0 && <p className={classes.caption}>{t('run:plans.noPlan')}</p>}
          {own.map((plan) => (
            <div key={plan.planId} className={classes.line}>
              <Link className={classes.grow} to={address('plan', { planId: plan.planId })}>
                {nameOf(plan)}
              </Link>
              <PlanStateWord state={plan.state} />
              {!isReadOnly && isReady(plan) && (
                <Button
                  aria-label={t('run:signOff.signOf', { topic: nameOf(plan) })}
                  reason={by.trim() === '' ? t('run:signOff.needsName') : null}
                  onClick={() => void sign(plan)}
                >
                  {t('run:signOff.sign')}
                </Button>
              )}
            </div>
          ))}
        </section>
      ))}
    </div>
  );
}

function isReady({ state }: PlanEntry): boolean {
  return state.kind === 'ready' || (state.kind === 'changing' && state.left === 0);
}
