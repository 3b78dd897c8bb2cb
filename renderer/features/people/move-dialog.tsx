// Moves one or several people to a team, or out of teams: the dialog behind `M` and behind the selection of the table.
import type { ReactNode } from 'react';
import type { Failure } from '../../../shared/contract/failures.ts';
import type { ParticipantId, TeamId } from '../../../shared/domain/people/model.ts';
import { useSayDone } from '../../state/use-undo.ts';
import { useCollection, useExecute, useSession, useSorted } from '../../state/workshop-context.tsx';
import { useWords } from '../../ui/language.ts';
import { PickDialog } from './pick-dialog.tsx';

/** The value that stands for "no team". */
const outOfTeams = '';

interface MoveDialogProps {
  /** Who moves; nobody = closed. */
  readonly ids: readonly string[];
  readonly onClose: () => void;
  readonly onFailure: (failure: Failure) => void;
}

export function MoveDialog({ ids, onClose, onFailure }: MoveDialogProps): ReactNode {
  const t = useWords();
  const move = useMovePeople(onFailure);
  const teams = useSorted('teams');
  const people = useCollection('participants');
  const first = people.find(({ id }) => id === ids[0]);
  const picks = [
    ...teams
      .filter(({ id }) => ids.length > 1 || first?.teamId !== id)
      .map(({ id, name }) => ({
        value: id,
        label: name,
        detail: t('people:count', { count: people.filter(({ teamId }) => teamId === id).length }),
      })),
    ...(ids.length > 1 || (first && first.teamId !== null) ? [{ value: outOfTeams, label: t('people:move.none') }] : []),
  ];
  return (
    <PickDialog
      title={ids.length === 1 && first ? t('people:move.one', { name: first.fullName }) : t('people:move.many', { count: ids.length })}
      isOpen={ids.length > 0}
      picks={picks}
      onPick={(value) => {
        onClose();
        void move(ids, value === outOfTeams ? null : value);
      }}
      onClose={onClose}
    >
      {teams.length === 0 && <p>{t('people:move.noTeams')}</p>}
    </PickDialog>
  );
}

/** @returns moves people to a team, null = out of teams, and says so with a way back */
export function useMovePeople(onFailure: (failure: Failure) => void): (ids: readonly string[], teamId: string | null) => Promise<void> {
  const t = useWords();
  const execute = useExecute();
  const sayDone = useSayDone();
  const { store } = useSession();
  return async (ids, teamId) => {
    const answer = await execute({
      name: 'participantsMove',
      ids: ids as readonly ParticipantId[] as ParticipantId[],
      teamId: teamId as TeamId | null,
    });
    if (!answer.ok) return onFailure(answer.failure);
    const name = store.view.get('participants', ids[0] ?? '')?.fullName ?? '';
    const team = store.view.get('teams', teamId ?? '')?.name ?? t('people:withoutTeam');
    const text = ids.length === 1 ? t('people:move.doneOne', { name, team }) : t('people:move.doneMany', { count: ids.length, team });
    sayDone(text);
  };
}
