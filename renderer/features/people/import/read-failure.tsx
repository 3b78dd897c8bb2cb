// Why a list could not be read, where somebody brought it, with the way to bring another one.
import type { ReactNode } from 'react';
import type { Failure } from '../../../../shared/contract/failures.ts';
import { failureMessage } from '../../../state/failure-message.ts';
import { Button } from '../../../ui/button.tsx';
import { useWords } from '../../../ui/language.ts';
import { Note } from '../../../ui/note.tsx';

interface ReadFailureProps {
  readonly failure: Failure;
  readonly onAgain: () => void;
  readonly onClose: () => void;
}

export function ReadFailure({ failure, onAgain, onClose }: ReadFailureProps): ReactNode {
  const t = useWords();
  // Pasted cells come without a name.
  const named = 'fileName' in failure && failure.fileName === '' ? { ...failure, fileName: t('people:import.pasted') } : failure;
  return (
    <Note
      tone="danger"
      title={t('people:import.failed')}
      actions={
        <>
          <Button onClick={onAgain}>{t('people:import.again')}</Button>
          <Button kind="quiet" onClick={onClose}>
            {t('close')}
          </Button>
        </>
      }
    >
      <p>{failureMessage(t, named)}</p>
    </Note>
  );
}
