// Above every page of a workshop while something has two values: how many, and the way to decide.
import { useMemo, useState, type ReactNode } from 'react';
import { useSessionState, useCollection, useView } from '../../state/workshop-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Drawer } from '../../ui/dialogs.tsx';
import { useWords } from '../../ui/language.ts';
import { Note } from '../../ui/note.tsx';
import { ConflictEntry } from './conflict-entry.tsx';
import classes from './conflicts.module.css';
import { openConflicts } from './described-conflict.ts';
import { useConflictWriters } from './use-conflict-writers.ts';

export function ConflictsNote(): ReactNode {
  const hasAny = useCollection('conflicts').length > 0;
  const { isReadOnly } = useSessionState();
  const [isOpen, setOpen] = useState(false);
  if ((!hasAny || isReadOnly) && !isOpen) return null;
  return <Conflicts isOpen={isOpen} setOpen={setOpen} />;
}

interface ConflictsProps {
  readonly isOpen: boolean;
  readonly setOpen: (isOpen: boolean) => void;
}

function Conflicts({ isOpen, setOpen }: ConflictsProps): ReactNode {
  const t = useWords();
  const view = useView();
  const conflicts = useMemo(() => openConflicts(view), [view]);
  const count = conflicts.length;
  const writers = useConflictWriters(conflicts);
  return (
    <>
      {count > 0 && (
        <div className={classes.notes}>
          <Note tone="warning" actions={<Button onClick={() => setOpen(true)}>{t('conflicts:decide')}</Button>}>
            <p>{t('conflicts:note', { count })}</p>
          </Note>
        </div>
      )}
      <Drawer title={t('conflicts:title')} isOpen={isOpen} onClose={() => setOpen(false)}>
        <p className={classes.what}>{count === 0 ? t('conflicts:none') : t('conflicts:what')}</p>
        <ul className={classes.list}>
          {conflicts.map((conflict) => (
            <ConflictEntry key={conflict.id} conflict={conflict} writers={writers[conflict.id]} onLeave={() => setOpen(false)} />
          ))}
        </ul>
      </Drawer>
    </>
  );
}
