// The ways in which a workshop leaves as a file, each with what it is for and what is in it.
import { IconDownload } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { Delivery } from '../../../shared/contract/answers.ts';
import { failureMessage } from '../../state/failure-message.ts';
import { useClient } from '../../state/host-context.tsx';
import { Button } from '../../ui/button.tsx';
import { SelectInput } from '../../ui/inputs.tsx';
import { useWords } from '../../ui/language.ts';
import { Note } from '../../ui/note.tsx';
import classes from './take-along.module.css';
import { useExport, type ExportWhat } from './use-export.ts';

interface WaysOutProps {
  readonly workshopId: string;
  /** In their order; null where they are not known, such as in the list of workshops. */
  readonly teams: readonly { readonly id: string; readonly name: string }[] | null;
}

export function WaysOut({ workshopId, teams }: WaysOutProps): ReactNode {
  const t = useWords();
  const { run, isBusy, last, problem } = useExport(workshopId);
  const way = (kind: ExportWhat['kind'], what: ExportWhat) => <Way kind={kind} isBusy={isBusy} onSave={() => run(what)} />;
  return (
    <div className={classes.ways}>
      {way('whole', { kind: 'whole' })}
      {teams !== null && teams.length > 0 && <TeamWay teams={teams} isBusy={isBusy} onSave={(teamId) => run({ kind: 'team', teamId })} />}
      {way('without-people', { kind: 'without-people' })}
      {teams === null && <p className={classes.quiet}>{t('takeAlong:team.inHandOut')}</p>}
      {problem !== null && (
        <Note tone="danger">
          <p>{problem}</p>
        </Note>
      )}
      {last !== null && <Delivered delivery={last} />}
    </div>
  );
}

interface WayProps {
  readonly kind: ExportWhat['kind'];
  readonly isBusy: boolean;
  readonly onSave: () => void;
  /** What has to be chosen first. */
  readonly children?: ReactNode;
}

function Way({ kind, isBusy, onSave, children }: WayProps): ReactNode {
  const t = useWords();
  return (
    <div className={classes.way}>
      <div className={classes.words}>
        <p className={classes.title}>{t(`takeAlong:${kind}.title`)}</p>
        <p className={classes.quiet}>{t(`takeAlong:${kind}.what`)}</p>
      </div>
      {children}
      <Button
        icon={<IconDownload size={16} stroke={1.75} aria-hidden />}
        aria-label={t('takeAlong:saveOf', { what: t(`takeAlong:${kind}.title`) })}
        reason={isBusy ? t('takeAlong:saving') : null}
        onClick={onSave}
      >
        {t('takeAlong:save')}
      </Button>
    </div>
  );
}

interface TeamWayProps {
  readonly teams: NonNullable<WaysOutProps['teams']>;
  readonly isBusy: boolean;
  readonly onSave: (teamId: string) => void;
}

function TeamWay({ teams, isBusy, onSave }: TeamWayProps): ReactNode {
  const t = useWords();
  const [chosen, setChosen] = useState('');
  const teamId = teams.some(({ id }) => id === chosen) ? chosen : (teams[0]?.id ?? '');
  return (
    <Way kind="team" isBusy={isBusy} onSave={() => onSave(teamId)}>
      <SelectInput
        label={t('takeAlong:team.which')}
        value={teamId}
        onChange={setChosen}
        options={teams.map(({ id, name }) => ({ value: id, label: name === '' ? t('untitled') : name }))}
      />
    </Way>
  );
}

function Delivered({ delivery }: { readonly delivery: Delivery }): ReactNode {
  const t = useWords();
  const client = useClient();
  const [problem, setProblem] = useState<string | null>(null);
  if (delivery.kind === 'cancelled') return null;
  if (delivery.kind === 'download') return <output>{t('takeAlong:downloaded', { fileName: delivery.fileName })}</output>;
  const reveal = async () => {
    const answer = await client.app.reveal({ revealId: delivery.revealId });
    setProblem(answer.ok ? null : failureMessage(t, answer.failure));
  };
  return (
    <>
      <div className={classes.delivered}>
        <output className={classes.where}>{t('takeAlong:saved', { where: delivery.where })}</output>
        <Button kind="quiet" onClick={() => void reveal()}>
          {t('takeAlong:reveal')}
        </Button>
      </div>
      {problem !== null && (
        <Note tone="danger">
          <p>{problem}</p>
        </Note>
      )}
    </>
  );
}
