// Teams and their plans, with the state of each; teams begin new plans here, also from the topics they have chosen.
import { IconPlus } from '@tabler/icons-react';
import { memo, useCallback, useDeferredValue, useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { useAddress } from '../../app/use-address.ts';
import type { TopicId } from '../../../shared/domain/analysis/model.ts';
import type { TeamId } from '../../../shared/domain/people/model.ts';
import type { PlanId } from '../../../shared/domain/plan/model.ts';
import { useHost } from '../../state/host-context.tsx';
import { useView } from '../../state/workshop-context.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { useWords } from '../../ui/language.ts';
import { Note } from '../../ui/note.tsx';
import { FieldChip } from '../framework/field-chip.tsx';
import { usePartCommands } from './part-commands.ts';
import { PlanStateWord } from './plan-state-word.tsx';
import classes from './plan-list.module.css';
import { keepUnchanged, teamPlans, type PlanEntry, type TeamPlans } from './team-plans.ts';

interface PlanListProps {
  readonly selectedId: string | undefined;
  readonly isReadOnly: boolean;
}

/** Worked out behind the typing in a plan. */
export const PlanList = memo(function PlanList({ selectedId, isReadOnly }: PlanListProps): ReactNode {
  const t = useWords();
  const teams = useTeamPlans();
  const { newId } = useHost();
  const navigate = useNavigate();
  const address = useAddress();
  const { run, problem } = usePartCommands();
  const begin = async (teamId: TeamId, topicId: TopicId | null) => {
    const id = newId() as PlanId;
    if (!(await run({ name: 'planAdd', id, teamId, topicId }))) return;
    await navigate(address('plan', { planId: id, query: { field: topicId === null ? 'topic' : 'agendaItem' } }));
  };
  const beginLatest = useRef(begin);
  useLayoutEffect(() => {
    beginLatest.current = begin;
  });
  const onBegin = useCallback((teamId: TeamId, topicId: TopicId | null) => void beginLatest.current(teamId, topicId), []);
  const list = useRef<HTMLElement>(null);
  const shownId = useRef<string>(undefined);
  // A plan that was opened from elsewhere is in sight in the list; a new one is in it a moment later.
  useEffect(() => {
    if (selectedId === undefined || shownId.current === selectedId) return;
    const line = list.current?.querySelector(`[data-plan="${CSS.escape(selectedId)}"]`);
    if (!line) return;
    shownId.current = selectedId;
    line.scrollIntoView({ block: 'nearest' });
  });
  return (
    <nav className={classes.list} aria-label={t('plans:list.label')} ref={list}>
      {problem !== null && <Note tone="danger">{problem}</Note>}
      {teams.map((entry) => (
        <TeamSection
          key={entry.team.id}
          entry={entry}
          selectedId={entry.plans.some((plan) => plan.planId === selectedId) ? selectedId : undefined}
          onBegin={isReadOnly ? null : onBegin}
        />
      ))}
    </nav>
  );
});

function useTeamPlans(): readonly TeamPlans[] {
  const view = useDeferredValue(
    useView('workshop', 'teams', 'topics', 'plans', 'steps', 'indicators', 'homeIntroductions', 'planVersions', 'signOffs'),
  );
  const now = useMemo(() => teamPlans(view), [view]);
  const [kept, setKept] = useState(now);
  const next = keepUnchanged(kept, now);
  if (next !== kept) setKept(next);
  return next;
}

interface TeamSectionProps {
  readonly entry: TeamPlans;
  /** Set when the plan that is open is this team's. */
  readonly selectedId: string | undefined;
  /** Null while nothing may be changed. */
  readonly onBegin: ((teamId: TeamId, topicId: TopicId | null) => void) | null;
}

const TeamSection = memo(function TeamSection({ entry, selectedId, onBegin }: TeamSectionProps): ReactNode {
  const t = useWords();
  const address = useAddress();
  const { team, plans, waitingTopics } = entry;
  const isEmpty = plans.length === 0 && waitingTopics.length === 0;
  const newPlan = t('plans:list.newPlanFor', { team: team.name });
  return (
    <section className={classes.team} aria-label={team.name}>
      <header className={classes.teamHead}>
        <h2 className={classes.teamName}>{team.name}</h2>
        {onBegin && !isEmpty && (
          <IconButton label={newPlan} icon={<IconPlus size={16} stroke={1.75} />} onClick={() => onBegin(team.id, null)} />
        )}
      </header>
      {plans.map((plan) => (
        <PlanLine
          key={plan.planId}
          plan={plan}
          address={address('plan', { planId: plan.planId })}
          isSelected={plan.planId === selectedId}
        />
      ))}
      {onBegin &&
        waitingTopics.map((topic) => (
          <button key={topic.id} type="button" className={classes.waiting} onClick={() => onBegin(team.id, topic.id)}>
            <IconPlus size={16} stroke={1.75} aria-hidden />
            <span>
              <span className={classes.topic}>{topic.text}</span>
              <span className={classes.caption}>{t('plans:list.fromTopic')}</span>
            </span>
          </button>
        ))}
      {onBegin && isEmpty && (
        <Button
          kind="quiet"
          icon={<IconPlus size={16} stroke={1.75} aria-hidden />}
          aria-label={newPlan}
          onClick={() => onBegin(team.id, null)}
        >
          {t('plans:list.newPlan')}
        </Button>
      )}
    </section>
  );
});

interface PlanLineProps {
  readonly plan: PlanEntry;
  readonly address: string;
  readonly isSelected: boolean;
}

function PlanLine({ plan, address, isSelected }: PlanLineProps): ReactNode {
  const t = useWords();
  const isUntitled = plan.topic.trim() === '';
  return (
    <Link className={classes.plan} to={address} data-plan={plan.planId} aria-current={isSelected ? 'page' : undefined}>
      <span className={classes.topic} data-untitled={isUntitled || undefined}>
        {isUntitled ? t('plans:list.noTopic') : plan.topic}
      </span>
      <span className={classes.facts}>
        <PlanStateWord state={plan.state} />
        {plan.fieldIds.map((fieldId) => (
          <FieldChip key={fieldId} fieldId={fieldId} />
        ))}
      </span>
    </Link>
  );
}
