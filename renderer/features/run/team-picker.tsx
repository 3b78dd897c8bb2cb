// Which team's record is being kept. The choice lives in the address and stays from record to record.
import { IconChevronLeft, IconChevronRight, IconUsers } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useAddress } from '../../app/use-address.ts';
import type { Team } from '../../../shared/domain/people/model.ts';
import { useSorted } from '../../state/workshop-context.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useWords } from '../../ui/language.ts';
import classes from './team-picker.module.css';

interface ForTeamProps {
  /** How far a team is, in a few words, such as "4 of 6". */
  readonly stateOf: (team: Team) => string;
  readonly children: (team: Team) => ReactNode;
}

interface ChosenTeam {
  readonly teams: readonly Team[];
  /** Undefined where there are no teams. */
  readonly team: Team | undefined;
  readonly index: number;
  readonly choose: (id: string | undefined) => void;
}

/** The team that the address names, else the first one. */
export function useChosenTeam(): ChosenTeam {
  const teams = useSorted('teams');
  const [query, setQuery] = useSearchParams();
  const named = teams.findIndex((team) => team.id === query.get('team'));
  const index = Math.max(0, named);
  const choose = (id: string | undefined) => {
    if (id === undefined) return;
    setQuery(
      (known) => {
        known.set('team', id);
        return known;
      },
      { replace: true },
    );
  };
  return { teams, team: teams[index], index, choose };
}

/** The record of one team at a time, or where teams are made when there are none. */
export function ForTeam({ stateOf, children }: ForTeamProps): ReactNode {
  const t = useWords();
  const navigate = useNavigate();
  const address = useAddress();
  const { teams, team, index, choose } = useChosenTeam();
  if (!team) {
    return (
      <EmptyState
        icon={<IconUsers size={24} stroke={1.75} />}
        text={t('run:team.none')}
        action={<Button onClick={() => void navigate(address('teams'))}>{t('run:team.toTeams')}</Button>}
      />
    );
  }
  return (
    <>
      <div className={classes.picker} data-team={team.id}>
        <IconButton
          label={t('run:team.previous')}
          icon={<IconChevronLeft size={18} stroke={1.75} />}
          isOff={index === 0}
          onClick={() => choose(teams[index - 1]?.id)}
        />
        <select
          className={classes.select}
          aria-label={t('run:team.choose')}
          value={team.id}
          onChange={(event) => choose(event.target.value)}
        >
          {teams.map((each) => (
            <option key={each.id} value={each.id}>
              {t('run:team.option', { team: each.name, state: stateOf(each) })}
            </option>
          ))}
        </select>
        <IconButton
          label={t('run:team.next')}
          icon={<IconChevronRight size={18} stroke={1.75} />}
          isOff={index === teams.length - 1}
          onClick={() => choose(teams[index + 1]?.id)}
        />
      </div>
      {children(team)}
    </>
  );
}
