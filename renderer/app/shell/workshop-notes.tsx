// What must be said above every page of a workshop: opened for reading only, mended at opening.
import type { ReactNode } from 'react';
import { useSession, useSessionState } from '../../state/workshop-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useFormats } from '../../ui/formats.ts';
import { useWords } from '../../ui/language.ts';
import { Note } from '../../ui/note.tsx';
import classes from './shell.module.css';

export function WorkshopNotes(): ReactNode {
  const t = useWords();
  const formats = useFormats();
  const session = useSession();
  const { isReadOnly, recovery } = useSessionState();
  if (!isReadOnly && recovery === null) return null;
  return (
    <div className={classes.notes}>
      {isReadOnly && (
        <Note tone="warning">
          <p>{t('readOnly')}</p>
        </Note>
      )}
      {recovery !== null && (
        <Note tone="info" actions={<Button onClick={session.dismissRecovery}>{t('close')}</Button>}>
          <p>{t(`recovery.${recovery.code}`, { moment: recovery.restoredTo === null ? '' : formats.moment(recovery.restoredTo) })}</p>
          {recovery.keptAt !== '' && <p>{t('recovery.keptAt', { place: recovery.keptAt })}</p>}
        </Note>
      )}
    </div>
  );
}
