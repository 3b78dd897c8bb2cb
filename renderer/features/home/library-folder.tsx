// Where the workshops are kept, and the way to another folder.
import { useState, type ReactNode } from 'react';
import type { LibraryState } from '../../../shared/contract/contract.ts';
import { useClient } from '../../state/host-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../ui/language.ts';
import { Note } from '../../ui/note.tsx';
import { PlaceDialog } from '../places/place-dialog.tsx';
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

/** Another folder for the library. */
function FolderDialog({ folder, onClose }: { readonly folder: string; readonly onClose: () => void }): ReactNode {
  const t = useWords();
  const client = useClient();
  return (
    <PlaceDialog
      words={{
        title: t('home:folderTitle'),
        text: t('home:folderText'),
        use: t('home:folderUse'),
        inUse: t('home:folderNow'),
        other: t('home:folderDialog'),
        synced: (program) => t('home:folderSynced', { program }),
      }}
      shown={(path) => path}
      inUse={folder}
      choose={(choiceId) => client.library.chooseFolder({ choiceId })}
      onClose={onClose}
    />
  );
}
