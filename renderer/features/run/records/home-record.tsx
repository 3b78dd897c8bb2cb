// Introducing the plan at home: who explains it, to whom, at which meeting, by when. Per team and plan.
import { IconHome, IconPlus, IconX } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useAddress } from '../../../app/use-address.ts';
import type { Command } from '../../../../shared/domain/commands.ts';
import type { Team } from '../../../../shared/domain/people/model.ts';
import type { ActionPlan, HomeIntroduction } from '../../../../shared/domain/plan/model.ts';
import { isLocked } from '../../../../shared/domain/plan/rules.ts';
import type { CalendarDate } from '../../../../shared/kernel/calendar-date.ts';
import { compareOrder } from '../../../../shared/kernel/order-key.ts';
import { failureMessage } from '../../../state/failure-message.ts';
import { useHost } from '../../../state/host-context.tsx';
import { useSetter } from '../../../state/use-setter.ts';
import { useSayDone } from '../../../state/use-undo.ts';
import { useCollection, useExecute, useView, useWorkshop } from '../../../state/workshop-context.tsx';
import { Button, IconButton } from '../../../ui/button.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { TextField } from '../../../ui/fields.tsx';
import { useWords } from '../../../ui/language.ts';
import { Note } from '../../../ui/note.tsx';
import { ForTeam } from '../team-picker.tsx';
import classes from './records.module.css';

export function HomeRecord({ isReadOnly }: { readonly isReadOnly: boolean }): ReactNode {
  const t = useWords();
  const plans = useCollection('plans');
  const introductions = useCollection('homeIntroductions');
  const plansOf = (team: Team) => plans.filter((plan) => plan.teamId === team.id).toSorted(compareOrder);
  const isSettled = (plan: ActionPlan) =>
    introductions.some((each) => each.planId === plan.id && each.who.trim() !== '' && each.toWhom.trim() !== '' && each.byDate !== null);
  return (
    <div className={classes.stack}>
      <ForTeam
        stateOf={(team) => {
          const own = plansOf(team);
          return own.length === 0 ? t('run:plans.noPlan') : t(own.every(isSettled) ? 'run:home.settled' : 'run:home.open');
        }}
      >
        {(team) => {
          const own = plansOf(team);
          return own.length === 0 ? (
            <EmptyState icon={<IconHome size={24} stroke={1.75} />} text={t('run:home.none')} />
          ) : (
            own.map((plan) => (
              <PlanAtHome
                key={plan.id}
                plan={plan}
                introductions={introductions.filter((each) => each.planId === plan.id).toSorted(compareOrder)}
                isReadOnly={isReadOnly}
              />
            ))
          );
        }}
      </ForTeam>
    </div>
  );
}

interface PlanAtHomeProps {
  readonly plan: ActionPlan;
  readonly introductions: readonly HomeIntroduction[];
  readonly isReadOnly: boolean;
}

function PlanAtHome({ plan, introductions, isReadOnly }: PlanAtHomeProps): ReactNode {
  const t = useWords();
  const address = useAddress();
  const { newId } = useHost();
  const execute = useExecute();
  const sayDone = useSayDone();
  const view = useView('plans', 'planVersions', 'signOffs');
  const { endDate } = useWorkshop();
  const [refusal, setRefusal] = useState<string | null>(null);
  const isSigned = isLocked(view, plan);
  const isFixed = isReadOnly || isSigned;
  const run = async (command: Command) => {
    const answer = await execute(command);
    setRefusal(answer.ok ? null : failureMessage(t, answer.failure));
    return answer.ok;
  };
  const remove = async (id: HomeIntroduction['id']) => {
    if (await run({ name: 'homeIntroductionRemove', id })) sayDone(t('run:home.removed'));
  };
  const topic = plan.topic.trim() === '' ? t('plans:list.noTopic') : plan.topic;
  return (
    <section className={`${classes.group} ${classes.divided}`} aria-label={t('run:home.planOf', { topic })}>
      <Link className={classes.heading} to={address('plan', { planId: plan.id })}>
        {topic}
      </Link>
      {isSigned && <p className={classes.caption}>{t('run:home.locked')}</p>}
      {introductions.map((introduction) => (
        <Introduction
          key={introduction.id}
          introduction={introduction}
          reference={endDate}
          isReadOnly={isFixed}
          onRemove={() => void remove(introduction.id)}
        />
      ))}
      {refusal !== null && (
        <Note tone="danger">
          <p>{refusal}</p>
        </Note>
      )}
      {!isFixed && (
        <div>
          <Button
            kind="quiet"
            icon={<IconPlus size={16} stroke={1.75} aria-hidden />}
            onClick={() => void run({ name: 'homeIntroductionAdd', id: newId() as HomeIntroduction['id'], planId: plan.id })}
          >
            {t('run:home.add')}
          </Button>
        </div>
      )}
    </section>
  );
}

interface IntroductionProps {
  readonly introduction: HomeIntroduction;
  readonly reference: CalendarDate;
  readonly isReadOnly: boolean;
  readonly onRemove: () => void;
}

function Introduction({ introduction, reference, isReadOnly, onRemove }: IntroductionProps): ReactNode {
  const t = useWords();
  const bind = useSetter('homeIntroductionSet', introduction);
  return (
    <div className={classes.card}>
      <TextField {...bind('who')} label={t('run:home.who')} isReadOnly={isReadOnly} />
      <TextField {...bind('toWhom')} label={t('run:home.toWhom')} isReadOnly={isReadOnly} />
      <TextField {...bind('meeting')} label={t('run:home.meeting')} isReadOnly={isReadOnly} />
      <div className={classes.row}>
        <div className={classes.grow}>
          <DateField {...bind('byDate')} label={t('run:home.by')} reference={reference} isReadOnly={isReadOnly} />
        </div>
        {!isReadOnly && <IconButton label={t('run:home.remove')} icon={<IconX size={16} stroke={1.75} />} onClick={onRemove} />}
      </div>
    </div>
  );
}
