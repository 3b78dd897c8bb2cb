// What must be said above every page of a workshop: opened for reading only, mended at opening, a second file of a synchronising program.
import type { ReactNode } from 'react';
import type { Instant } from '../../../shared/kernel/instant.ts';
import { ConflictCopiesNote } from '../../features/bring-in/conflict-copies-note.tsx';
import { SecondCopyNote } from '../../features/copies/second-copy-note.tsx';
import { useAgo } from '../../features/copies/use-ago.ts';
import { DraftsNote } from '../../features/drafts/drafts-note.tsx';
import { useSession, useSessionState, useWorkshop } from '../../state/workshop-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useFormats } from '../../ui/formats.ts';
import { Later } from '../../ui/later.tsx';
import { useWords } from '../../ui/language.ts';
import { Note } from '../../ui/note.tsx';
import classes from './shell.module.css';

export function WorkshopNotes(): ReactNode {
  const t = useWords();
  const formats = useFormats();
  const session = useSession();
  const { isReadOnly, isFromNewerVersion, recovery } = useSessionState();
  const { title } = useWorkshop();
  const { workshopId } = session;
  const ago = useAgo();
  /** Which state it is, and how old. */
  const restoredWords = (moment: Instant | null) => (moment === null ? {} : { moment: formats.moment(moment), ago: ago(moment) });
  return (
    <div className={classes.notes}>
      {isReadOnly && (
        <Note tone="warning">
          <p>{t(isFromNewerVersion ? 'newerVersionNote' : 'readOnlyNote')}</p>
        </Note>
      )}
      {recovery !== null && (
        <Note
          tone={recovery.restoredTo === null ? 'info' : 'warning'}
          actions={<Button onClick={session.dismissRecovery}>{t('close')}</Button>}
        >
          <p>{t(`recovery.${recovery.code}`, restoredWords(recovery.restoredTo))}</p>
          {recovery.keptAt !== '' && <p>{t('recovery.keptAt', { place: recovery.keptAt })}</p>}
        </Note>
      )}
      <DraftsNote key={workshopId} />
      <Later>
        <ConflictCopiesNote workshopId={workshopId} title={title} />
        <SecondCopyNote />
      </Later>
    </div>
  );
}
