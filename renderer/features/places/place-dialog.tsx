// Chooses a folder for the library or for second copies: the host offers places, in a window of its own the system's dialog offers the rest.
// A page never sees the disk.
import { useEffect, useState, type ReactNode } from 'react';
import type { LibraryState } from '../../../shared/contract/contract.ts';
import type { Failure } from '../../../shared/contract/failures.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import { failureMessage } from '../../state/failure-message.ts';
import { useClient, useStart } from '../../state/host-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialogs.tsx';
import { useWords } from '../../ui/language.ts';
import { Note } from '../../ui/note.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import classes from './place-dialog.module.css';

interface PlaceDialogProps {
  readonly words: {
    readonly title: string;
    readonly text: string;
    /** On the button of a place. */
    readonly use: string;
    /** In place of the button where the place is the one in use. */
    readonly inUse: string;
    /** On the button of the system's dialog. */
    readonly other: string;
    readonly synced: (program: string) => string;
  };
  /** What people know a place by: the host names the folder that could lie there. */
  readonly shown: (path: string) => string;
  /** The place in use, as `shown` gives it; null = none. */
  readonly inUse: string | null;
  readonly choose: (choiceId: string) => Promise<Result<unknown, Failure>>;
  readonly onClose: () => void;
}

interface PlaceChoice {
  readonly choiceId: string;
  readonly path: string;
  readonly syncedBy: LibraryState['syncedBy'];
}

export function PlaceDialog({ words, shown, inUse, choose, onClose }: PlaceDialogProps): ReactNode {
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
  const take = async (choiceId: string) => {
    const answer = await choose(choiceId);
    if (answer.ok) onClose();
    else setProblem(failureMessage(t, answer.failure));
  };
  return (
    <Dialog title={words.title} isOpen onClose={onClose} size="wide">
      <div className={classes.dialog}>
        <p>{words.text}</p>
        {problem !== null && (
          <Note tone="danger">
            <p>{problem}</p>
          </Note>
        )}
        {choices === null && <Waiting lines={3} />}
        <ul className={classes.choices}>
          {choices?.map(({ choiceId, path, syncedBy }) => (
            <li key={choiceId} className={classes.choice}>
              <span className={classes.words}>
                <span className={classes.path}>{shown(path)}</span>
                {syncedBy !== null && <span className={classes.quiet}>{words.synced(syncedBy)}</span>}
              </span>
              {shown(path) === inUse ? (
                <span className={classes.quiet}>{words.inUse}</span>
              ) : (
                <Button onClick={() => void take(choiceId)}>{words.use}</Button>
              )}
            </li>
          ))}
        </ul>
        {shell === 'desktop' && (
          <div>
            <Button onClick={() => void take('dialog')}>{words.other}</Button>
          </div>
        )}
      </div>
    </Dialog>
  );
}
