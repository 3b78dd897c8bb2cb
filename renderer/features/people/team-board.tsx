// The country teams: who is in which, moved by drag or by `M`; a team's name opens its fields.
import { IconUsersGroup } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import type { Failure } from '../../../shared/contract/failures.ts';
import type { TeamId } from '../../../shared/domain/people/model.ts';
import { failureMessage } from '../../state/failure-message.ts';
import { useHost } from '../../state/host-context.tsx';
import { useCollection, useExecute, useSessionState, useSorted, useWorkshop } from '../../state/workshop-context.tsx';
import { useActions } from '../../ui/actions.tsx';
import { useFormats } from '../../ui/formats.ts';
import { RowMenu } from '../../ui/grid/row-menu.tsx';
import { useLanguage, useWords } from '../../ui/language.ts';
import { AddColumn } from './board/add-column.tsx';
import classes from './board/board.module.css';
import { boardOf } from './board/board-model.ts';
import { Board } from './board/board.tsx';
import { languageName } from './language-options.ts';
import { MergeDialog } from './merge-dialog.tsx';
import { MoveDialog, useMovePeople } from './move-dialog.tsx';
import { RefusalNote } from './refusal-note.tsx';
import { TeamDrawer } from './team-drawer.tsx';
import { useSelected } from './use-selected.ts';

interface TeamBoardProps {
  readonly onOpenPerson: (id: string) => void;
}

export function TeamBoard({ onOpenPerson }: TeamBoardProps): ReactNode {
  const t = useWords();
  const { isReadOnly } = useSessionState();
  const { compare } = useFormats();
  const people = useCollection('participants');
  const teams = useSorted('teams');
  const [teamId, setTeamId] = useSelected('team');
  const [movingIds, setMovingIds] = useState<readonly string[]>([]);
  const [mergingId, setMergingId] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const move = useMovePeople(setFailure);
  const add = useAddTeam();
  const model = useMemo(
    () =>
      boardOf({
        people,
        columns: teams.map(({ id, name, leadId }) => ({ id, name, leadIds: leadId === null ? [] : [leadId] })),
        columnIdOf: (person) => person.teamId,
        compare,
      }),
    [people, teams, compare],
  );
  const moveFocused = () => {
    const id = document.activeElement instanceof HTMLElement ? document.activeElement.dataset['person'] : undefined;
    if (id !== undefined) setMovingIds([id]);
  };
  useActions(isReadOnly ? [] : [{ id: 'move-person', label: t('people:board.moveKey'), keys: 'M', isFound: false, run: moveFocused }]);
  return (
    <>
      {failure && <RefusalNote failure={failure} onClose={() => setFailure(null)} />}
      <Board
        label={t('people:board.teams')}
        model={model}
        looseLabel={t('people:withoutTeam')}
        leadWord={t('people:lead')}
        isReadOnly={isReadOnly}
        renderHead={({ id, name }) => <TeamHead id={id} name={name} onOpen={setTeamId} onMerge={setMergingId} />}
        last={
          !isReadOnly && (
            <AddColumn
              draft="team"
              label={t('people:team.newName')}
              action={t('people:team.add')}
              missing={t('people:nameMissing')}
              help={teams.length === 0 ? t('people:team.purpose') : undefined}
              onAdd={add}
            />
          )
        }
        onMove={(id, target) => void move([id], target)}
        onOpen={onOpenPerson}
      />
      <MoveDialog ids={movingIds} onClose={() => setMovingIds([])} onFailure={setFailure} />
      {mergingId !== null && (
        <MergeDialog collection="teams" id={mergingId} onClose={() => setMergingId(null)} onMerged={() => setMergingId(null)} />
      )}
      <TeamDrawer
        id={teamId}
        onClose={() => setTeamId(null)}
        onMerge={(id) => {
          setTeamId(null);
          setMergingId(id);
        }}
      />
    </>
  );
}

interface TeamHeadProps {
  readonly id: string;
  readonly name: string;
  readonly onOpen: (id: string) => void;
  readonly onMerge: (id: string) => void;
}

function TeamHead({ id, name, onOpen, onMerge }: TeamHeadProps): ReactNode {
  const t = useWords();
  const { isReadOnly } = useSessionState();
  const language = useLanguage();
  const teams = useCollection('teams');
  const team = teams.find((candidate) => candidate.id === id);
  const notes = [
    team && team.country !== '' && team.country !== name ? team.country : '',
    team && team.language !== '' ? languageName(language, team.language) : '',
  ].filter((note) => note !== '');
  return (
    <>
      <div className={classes.headWords}>
        <h2 className={classes.columnName}>
          <button type="button" className={classes.columnButton} data-open-team={id} onClick={() => onOpen(id)}>
            {name === '' ? t('untitled') : name}
          </button>
        </h2>
        {notes.length > 0 && <span className={classes.columnNote}>{notes.join(' · ')}</span>}
      </div>
      {!isReadOnly && teams.length > 1 && (
        <div className={classes.headMenu}>
          <RowMenu
            label={t('people:menu', { name })}
            actions={[{ label: t('people:merge.teams.open'), icon: <IconUsersGroup size={16} stroke={1.75} />, run: () => onMerge(id) }]}
          />
        </div>
      )}
    </>
  );
}

/** @returns adds a team that speaks the main language of the room; answers why not, in words */
function useAddTeam(): (name: string) => Promise<string | null> {
  const t = useWords();
  const execute = useExecute();
  const { newId } = useHost();
  const { languages } = useWorkshop();
  return async (name) => {
    const answer = await execute({ name: 'teamAdd', id: newId() as TeamId, team: name, country: '', language: languages[0] ?? 'en' });
    return answer.ok ? null : failureMessage(t, answer.failure);
  };
}
