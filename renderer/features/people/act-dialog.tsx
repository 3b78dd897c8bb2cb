// A dialog that carries out one command: what is about to happen, why it was refused, and the two buttons.
import { useState, type ReactNode } from 'react';
import type { Failure } from '../../../shared/contract/failures.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import { failureMessage } from '../../state/failure-message.ts';
import { useSayDone } from '../../state/use-undo.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialogs.tsx';
import { useWords } from '../../ui/language.ts';
import { Note } from '../../ui/note.tsx';
import classes from './people.module.css';

interface ActDialogProps {
  readonly title: string;
  /** The verb on the button. */
  readonly verb: string;
  /** What is missing before it can be done. */
  readonly reason: string | null;
  readonly size?: 'usual' | 'wide';
  readonly act: () => Promise<Result<unknown, Failure>>;
  /** What a notice says afterwards, with a way back. */
  readonly done: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function ActDialog({ title, verb, reason, size, act, done, onDone, onClose, children }: ActDialogProps): ReactNode {
  const t = useWords();
  const sayDone = useSayDone();
  const [failure, setFailure] = useState<Failure | null>(null);
  const run = async () => {
    const answer = await act();
    if (!answer.ok) return setFailure(answer.failure);
    sayDone(done);
    onDone();
  };
  return (
    <Dialog
      title={title}
      isOpen
      size={size ?? 'usual'}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button kind="primary" reason={reason} onClick={() => void run()}>
            {verb}
          </Button>
        </>
      }
    >
      <div className={classes.drawer}>
        {failure && (
          <Note tone="danger">
            <p>{failureMessage(t, failure)}</p>
          </Note>
        )}
        {children}
      </div>
    </Dialog>
  );
}
