// The second place for copies, such as a stick: where it is, when the last copy went there, and choosing another.
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { SecondCopy } from '../../../shared/contract/copies.ts';
import { failureMessage } from '../../state/failure-message.ts';
import { useClient } from '../../state/host-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useFormats } from '../../ui/formats.ts';
import { useWords } from '../../ui/language.ts';
import { Note } from '../../ui/note.tsx';
import { Panel } from '../../ui/page.tsx';
import { StatusWord } from '../../ui/words.tsx';
import { PlaceDialog } from '../places/place-dialog.tsx';
import classes from './copies.module.css';
import { useAgo } from './use-ago.ts';

interface SecondCopyPanelProps {
  readonly second: SecondCopy | null;
  readonly onChanged: () => void;
}

export function SecondCopyPanel({ second, onChanged }: SecondCopyPanelProps): ReactNode {
  const t = useWords();
  const client = useClient();
  const [isChoosing, setChoosing] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const stop = async () => {
    const answer = await client.copies.chooseSecond({ choiceId: null });
    setProblem(answer.ok ? null : failureMessage(t, answer.failure));
    onChanged();
  };
  return (
    <Panel title={t('copies:second.title')}>
      <div className={classes.second}>
        <p className={classes.quiet}>{t('copies:second.what')}</p>
        {second === null ? <p>{t('copies:second.none')}</p> : <Place second={second} />}
        {problem !== null && (
          <Note tone="danger">
            <p>{problem}</p>
          </Note>
        )}
        <div className={classes.buttons}>
          <Button onClick={() => setChoosing(true)}>{t(second === null ? 'copies:second.choose' : 'copies:second.other')}</Button>
          {second !== null && (
            <Button kind="quiet" onClick={() => void stop()}>
              {t('copies:second.stop')}
            </Button>
          )}
        </div>
      </div>
      {isChoosing && (
        <PlaceDialog
          words={{
            title: t('copies:second.dialogTitle'),
            text: t('copies:second.dialogText'),
            use: t('copies:second.use'),
            inUse: t('copies:second.now'),
            other: t('copies:second.system'),
            synced: (program) => t('copies:second.synced', { program }),
          }}
          shown={folderAround}
          inUse={second && folderAround(second.folder)}
          choose={(choiceId) => client.copies.chooseSecond({ choiceId })}
          onClose={() => {
            setChoosing(false);
            onChanged();
          }}
        />
      )}
    </Panel>
  );
}

function Place({ second }: { readonly second: SecondCopy }): ReactNode {
  const t = useWords();
  const formats = useFormats();
  const ago = useAgo();
  const { folder, isThere, lastAt, isOld, failure } = second;
  return (
    <>
      <p className={classes.path}>{folder}</p>
      <p title={lastAt === null ? undefined : formats.moment(lastAt)}>
        {lastAt === null ? t('copies:second.never') : t('copies:second.lastAgo', { ago: ago(lastAt) })}
      </p>
      {isOld && (
        <StatusWord tone="warning" icon={<IconAlertTriangle size={16} stroke={1.75} aria-hidden />}>
          {t('copies:second.old')}
        </StatusWord>
      )}
      {!isThere && <p className={classes.quiet}>{t('copies:second.absent')}</p>}
      {isThere && failure !== null && <p>{failureMessage(t, failure)}</p>}
    </>
  );
}

/** The host names the library that could lie at a place, and the folder of the copies; what people know is the place around it. */
function folderAround(path: string): string {
  return path.replace(/[\\/][^\\/]+[\\/]?$/, '') || path;
}
