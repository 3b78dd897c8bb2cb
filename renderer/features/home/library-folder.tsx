// Where the workshops are kept, and the way to another folder.
import { useEffect, useState, type ReactNode } from 'react';
import type { LibraryState } from '../../../shared/contract/contract.ts';
import { failureMessage } from '../../state/failure-message.ts';
import { useClient, useStart } from '../../state/host-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialogs.tsx';
import { useWords } from '../../ui/language.ts';
import { Note } from '../../ui/note.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import classes from './home.module.css';

export function LibraryFolder({ library }: { readonly library: LibraryState }): ReactNode {
  const t = useWords();
  const [isChoosing, setChoosing] = useState(false);
  return (
    <div className={classes.library}>
      <p className={classes.libraryLine}>
        <span>{t('home:dataIn')}</span> <span className={classes.path}>{library.folder}</span>
        <Button kind="quiet" onClick={() => setChoosing(true)}>
          {t('home:changeFolder')}
        </Button>
      </p>
      {library.syncedBy !== null && (
        <Note tone="warning">
          <p>{t('home:syncedBy', { program: library.syncedBy })}</p>
        </Note>
      )}
      {isChoosing && <FolderDialog folder={library.folder} onClose={() => setChoosing(false)} />}
    </div>
  );
}

interface FolderChoice {
  readonly choiceId: string;
  readonly path: string;
  readonly syncedBy: LibraryState['syncedBy'];
}

/** The host offers places; in a window of its own the system's dialog offers the rest. A page never sees the disk. */
function FolderDialog({ folder, onClose }: { readonly folder: string; readonly onClose: () => void }): ReactNode {
  const t = useWords();
  const client = useClient();
  const { shell } = useStart();
  const [choices, setChoices] = useState<readonly FolderChoice[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    void client.library.folderChoices({}).then((answer) => {
      setChoices(answer.ok ? answer.value : []);
      if (!answer.ok) setProblem(failureMessage(t, answer.failure));
    });
  }, [client, t]);
  const choose = async (choiceId: string) => {
    const answer = await client.library.chooseFolder({ choiceId });
    if (answer.ok) onClose();
    else setProblem(failureMessage(t, answer.failure));
  };
  return (
    <Dialog title={t('home:folderTitle')} isOpen onClose={onClose} size="wide">
      <div className={classes.form}>
        <p>{t('home:folderText')}</p>
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
                <span className={classes.path}>{path}</span>
                {syncedBy !== null && <span className={classes.facts}>{t('home:folderSynced', { program: syncedBy })}</span>}
              </span>
              {path === folder ? (
                <span className={classes.facts}>{t('home:folderNow')}</span>
              ) : (
                <Button onClick={() => void choose(choiceId)}>{t('home:folderUse')}</Button>
              )}
            </li>
          ))}
        </ul>
        {shell === 'desktop' && (
          <div>
            <Button onClick={() => void choose('dialog')}>{t('home:folderDialog')}</Button>
          </div>
        )}
      </div>
    </Dialog>
  );
}
