// Which changes are shown: of one plan, by one person, of one session.
import type { ReactNode } from 'react';
import { useContent, useLocalText } from '../../state/content-context.tsx';
import { sessionTitle } from '../../state/session-title.ts';
import { useSorted } from '../../state/workshop-context.tsx';
import { SelectInput, type Option } from '../../ui/inputs.tsx';
import { useWords } from '../../ui/language.ts';
import classes from './history.module.css';
import type { HistoryFilter } from './use-history.ts';

interface HistoryFiltersProps {
  readonly filter: HistoryFilter;
  readonly actors: readonly string[];
  readonly onChange: (next: Partial<HistoryFilter>) => void;
}

export function HistoryFilters({ filter, actors, onChange }: HistoryFiltersProps): ReactNode {
  const t = useWords();
  const plans = usePlanOptions();
  const sessions = useSessionOptions();
  const people = actors.filter((actor) => actor !== '').map((actor) => ({ value: actor, label: actor }));
  return (
    <div className={classes.filters}>
      <Choice
        label={t('history:filter.plan')}
        all={t('history:filter.allPlans')}
        options={plans}
        value={filter.planId}
        onChange={(planId) => onChange({ planId })}
      />
      <Choice
        label={t('history:filter.actor')}
        all={t('history:filter.allActors')}
        options={people}
        value={filter.actor}
        onChange={(actor) => onChange({ actor })}
      />
      <Choice
        label={t('history:filter.session')}
        all={t('history:filter.allSessions')}
        options={sessions}
        value={filter.sessionId}
        onChange={(sessionId) => onChange({ sessionId })}
      />
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly all: string;
  readonly options: readonly Option[];
  readonly value: string | null;
  readonly onChange: (next: string | null) => void;
}

/** A link may name something that was removed since: it stays chosen. */
function Choice({ label, all, options, value, onChange }: ChoiceProps): ReactNode {
  const t = useWords();
  const isGone = value !== null && !options.some((option) => option.value === value);
  return (
    <SelectInput
      label={label}
      value={value ?? ''}
      options={[{ value: '', label: all }, ...(isGone ? [{ value, label: t('history:filter.goneRecord') }] : []), ...options]}
      onChange={(next) => onChange(next === '' ? null : next)}
    />
  );
}

function usePlanOptions(): readonly Option[] {
  const t = useWords();
  const plans = useSorted('plans');
  const teams = useSorted('teams');
  return teams.flatMap((team) =>
    plans
      .filter((plan) => plan.teamId === team.id)
      .map((plan) => ({ value: plan.id, label: `${team.name}: ${plan.topic === '' ? t('history:unnamedPlan') : plan.topic}` })),
  );
}

function useSessionOptions(): readonly Option[] {
  const days = useSorted('days');
  const sessions = useSorted('sessions');
  const text = useLocalText();
  const { guides } = useContent();
  return days.flatMap((day) =>
    sessions
      .filter((session) => session.dayId === day.id)
      .map((session) => ({ value: session.id, label: text(sessionTitle(session, guides)) })),
  );
}
