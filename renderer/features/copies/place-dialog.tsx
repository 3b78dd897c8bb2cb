// Chooses where second copies go: the host offers places, in a window of its own the system's dialog offers the rest.
import { useEffect, useState, type ReactNode } from 'react';
import type { LibraryState } from '../../../shared/contract/contract.ts';
import { failureMessage } from '../../state/failure-message.ts';
import { useClient, useStart } from '../../state/host-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialogs.tsx';
import { useWords } from '../../ui/language.ts';
import { Note } from '../../ui/note.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import classes from './copies.module.css';

interface PlaceDialogProps {
  /** Where they go now; null = nowhere. */
  readonly folder: string | null;
  readonly onClose: () => void;
}

interface PlaceChoice {
  readonly choiceId: string;
  readonly path: string;
  readonly syncedBy: LibraryState['syncedBy'];
}

export function PlaceDialog({ folder, onClose }: PlaceDialogProps): ReactNode {
  const t = useWords();
  const client = useClient();
  const { shell } = useStart();
  const [choices, setChoices] = useState<readonly PlaceChoice[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    void client.library.folderChoices({}).then((answer) => {
      setChoices(answer.ok ? answer.value : []);
      if (!answer.ok) setProblem(failureMessage(t, answer.failure));
    });
  }, [client, t]);
  const choose = async (choiceId: string) => {
    const answer = await client.copies.chooseSecond({ choiceId });
    if (answer.ok) onClose();
    else setProblem(failureMessage(t, answer.failure));
  };
  return (
    <Dialog title={t('copies:second.dialogTitle')} isOpen onClose={onClose} size="wide">
      <div className={classes.second}>
        <p>{t('copies:second.dialogText')}</p>
        {problem !== null && (
          <Note tone="danger">
            <p>{problem}</p>
          </Note>
        )}
        {choices === null && <Waiting lines={3} />}
        <ul className={classes.choices}>
          {choices?.map(({ choiceId, path, syncedBy }) => (
            <li key={choiceId} className={classes.choice}>
              <span className={classes.choiceWords}>
                <span className={classes.path}>{folderAround(path)}</span>
                {syncedBy !== null && <span className={classes.quiet}>{t('copies:second.synced', { program: syncedBy })}</span>}
              </span>
              {folder !== null && folderAround(folder) === folderAround(path) ? (
                <span className={classes.quiet}>{t('copies:second.now')}</span>
              ) : (
                <Button onClick={() => void choose(choiceId)}>{t('copies:second.use')}</Button>
              )}
            </li>
          ))}
        </ul>
        {shell === 'desktop' && (
          <div>
            <Button onClick={() => void choose('dialog')}>{t('copies:second.system')}</Button>
          </div>
        )}
      </div>
    </Dialog>
  );
}

/** The host names the library that could lie at a place, and the folder of the copies; what people know is the place around it. */
function folderAround(path: string): string {
  return path.replace(/[\\/][^\\/]+[\\/]?$/, '') || path;
}
