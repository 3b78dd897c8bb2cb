// Where each team is with its plans. They are written in Plans.
import { IconClipboardText } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { useAddress } from '../../../app/use-address.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { useWords } from '../../../ui/language.ts';
import { PlanStateWord } from '../../plans/plan-state-word.tsx';
import { useTeamPlans } from '../use-team-plans.ts';
import classes from './records.module.css';

export function PlansRecord(): ReactNode {
  const t = useWords();
  const navigate = useNavigate();
  const address = useAddress();
  const teams = useTeamPlans();
  const open = <Button onClick={() => void navigate(address('plans'))}>{t('run:plans.open')}</Button>;
  if (teams.every(({ plans }) => plans.length === 0)) {
    return (
      <EmptyState
        icon={<IconClipboardText size={24} stroke={1.75} />}
        text={`${t('run:plans.none')} ${t('run:plans.topics')}`}
        action={open}
      />
    );
  }
  return (
    <div className={classes.stack}>
      <div>{open}</div>
      {teams.map(({ team, plans }) => (
        <section key={team.id} className={classes.group} aria-label={team.name}>
          <h3 className={classes.heading}>{team.name}</h3>
          {plans.length === 0 && <p className={classes.caption}>{t('run:plans.noPlan')}</p>}
          <ul className={classes.list}>
            {plans.map((plan) => (
              <li key={plan.planId} className={classes.line}>
                <Link className={classes.grow} to={address('plan', { planId: plan.planId })}>
                  {plan.topic.trim() === '' ? t('plans:list.noTopic') : plan.topic}
                </Link>
                <PlanStateWord state={plan.state} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
