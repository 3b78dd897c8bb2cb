// The fields of one team: name, country, language, lead, support contact, its place in the row of teams; and its removal.
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { Failure } from '../../../shared/contract/failures.ts';
import type { ParticipantId, Team } from '../../../shared/domain/people/model.ts';
import { failureMessage } from '../../state/failure-message.ts';
import { useSetter } from '../../state/use-setter.ts';
import { useSayDone } from '../../state/use-undo.ts';
import { useCollection, useExecute, useRecord, useSessionState, useSorted } from '../../state/workshop-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Drawer } from '../../ui/dialogs.tsx';
import { FieldGrid } from '../../ui/field.tsx';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { useFormats } from '../../ui/formats.ts';
import { useWords } from '../../ui/language.ts';
import { Note } from '../../ui/note.tsx';
import { orEmpty } from '../../ui/nullable-binding.ts';
import { useLanguageOptions } from './language-options.ts';
import classes from './people.module.css';
import { RefusalNote } from './refusal-note.tsx';
import { useLastThere } from './use-last-there.ts';

interface TeamDrawerProps {
  readonly id: string | null;
  readonly onClose: () => void;
  readonly onMerge: (id: string) => void;
}

export function TeamDrawer({ id, onClose, onMerge }: TeamDrawerProps): ReactNode {
  const t = useWords();
  const team = useRecord('teams', id);
  const shown = useLastThere(team);
  return (
    <Drawer title={shown?.name ?? t('untitled')} isOpen={team !== undefined} onClose={onClose}>
      {shown && <TeamForm key={shown.id} team={shown} onClose={onClose} onMerge={() => onMerge(shown.id)} />}
    </Drawer>
  );
}

interface TeamFormProps {
  readonly team: Team;
  readonly onClose: () => void;
  readonly onMerge: () => void;
}

function TeamForm({ team, onClose, onMerge }: TeamFormProps): ReactNode {
  const t = useWords();
  const { isReadOnly } = useSessionState();
  const { compare } = useFormats();
  const [failure, setFailure] = useState<Failure | null>(null);
  const bind = useSetter('teamSet', team);
  const languages = useLanguageOptions(team.language, false);
  const remove = useRemoveTeam(team, onClose, setFailure);
  const members = useCollection('participants')
    .filter(({ teamId }) => teamId === team.id)
    .toSorted((a, b) => compare(a.fullName, b.fullName));
  const leads: readonly { readonly value: ParticipantId | ''; readonly label: string }[] = [
    { value: '', label: t('people:none') },
    ...members.map(({ id, fullName }) => ({ value: id, label: fullName })),
  ];
  return (
    <div className={classes.drawer}>
      {failure && <RefusalNote failure={failure} onClose={() => setFailure(null)} />}
      <FieldGrid>
        <TextField label={t('people:team.name')} name="name" isReadOnly={isReadOnly} {...bind('name')} />
        <TextField label={t('people:team.country')} name="country" isReadOnly={isReadOnly} {...bind('country')} />
        <SelectField label={t('people:team.language')} name="language" isReadOnly={isReadOnly} options={languages} {...bind('language')} />
        <SelectField label={t('people:team.lead')} name="leadId" isReadOnly={isReadOnly} options={leads} {...orEmpty(bind('leadId'))} />
        <TextField
          label={t('people:team.supportContact')}
          help={t('people:team.supportHelp')}
          name="supportContact"
          wide
          isReadOnly={isReadOnly}
          {...bind('supportContact')}
        />
      </FieldGrid>
      {!isReadOnly && (
        <div className={classes.drawerActions}>
          <OrderButtons team={team} />
          <Button onClick={onMerge}>{t('people:merge.teams.open')}</Button>
          <span className={classes.grow} />
          <Button kind="danger" onClick={() => void remove()}>
            {t('people:team.remove')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** The order of the teams is the order of the plans and of the packs. */
function OrderButtons({ team }: { readonly team: Team }): ReactNode {
  const t = useWords();
  const execute = useExecute();
  const teams = useSorted('teams');
  const [failure, setFailure] = useState<Failure | null>(null);
  const at = teams.findIndex(({ id }) => id === team.id);
  const moveAfter = async (afterId: Team['id'] | null) => {
    const answer = await execute({ name: 'teamMove', id: team.id, afterId });
    setFailure(answer.ok ? null : answer.failure);
  };
  return (
    <>
      <Button
        icon={<IconArrowLeft size={16} stroke={1.75} />}
        reason={at <= 0 ? t('people:team.isFirst') : null}
        onClick={() => void moveAfter(teams[at - 2]?.id ?? null)}
      >
        {t('people:team.earlier')}
      </Button>
      <Button
        icon={<IconArrowRight size={16} stroke={1.75} />}
        reason={at === teams.length - 1 ? t('people:team.isLast') : null}
        onClick={() => void moveAfter(teams[at + 1]?.id ?? null)}
      >
        {t('people:team.later')}
      </Button>
      {failure && (
        <Note tone="danger">
          <p>{failureMessage(t, failure)}</p>
        </Note>
      )}
    </>
  );
}

/** Its people stay, without a team. Refused, with the list, while the team has plans. */
function useRemoveTeam(team: Team, onGone: () => void, onFailure: (failure: Failure) => void): () => Promise<void> {
  const t = useWords();
  const execute = useExecute();
  const sayDone = useSayDone();
  return async () => {
    const answer = await execute({ name: 'teamRemove', id: team.id });
    if (!answer.ok) return onFailure(answer.failure);
    onGone();
    sayDone(t('people:team.removed', { team: team.name }));
  };
}
