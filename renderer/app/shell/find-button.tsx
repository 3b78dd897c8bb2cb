// "Find or do…": the button in the top bar, its key, and the dialog that is fetched when it is opened first.
import { IconSearch } from '@tabler/icons-react';
import { lazy, Suspense, useState, type ComponentType, type ReactNode } from 'react';
import { useStart } from '../../state/host-context.tsx';
import { useActions } from '../../ui/actions.tsx';
import { keyNames } from '../../ui/keys.ts';
import { useWords } from '../../ui/language.ts';
import { Kbd } from '../../ui/words.tsx';
import type { FindDialogProps } from './find-dialog.tsx';
import { useTypedAhead } from './typed-ahead.ts';
import classes from './shell.module.css';

const FindDialog = lazy(async () => ({ default: (await import('./find-dialog.tsx')).FindDialog }));

interface FindButtonProps {
  /** Brings the records that can be found besides commands. */
  readonly dialog?: ComponentType<Pick<FindDialogProps, 'onClose' | 'takeTyped'>>;
}

export function FindButton({ dialog: Dialog = FindDialog }: FindButtonProps): ReactNode {
  const t = useWords();
  const isMac = useStart().platform === 'darwin';
  const [isOpen, setOpen] = useState(false);
  const takeTyped = useTypedAhead(isOpen, () => setOpen(false));
  useActions([{ id: 'find', label: t('keys.find'), keys: 'mod+K', run: () => setOpen(true), isFound: false }]);
  return (
    <>
      <button type="button" className={classes.find} aria-label={t('frame.find')} onClick={() => setOpen(true)}>
        <IconSearch size={16} stroke={1.75} aria-hidden />
        <span className={classes.findWords}>{t('frame.find')}</span>
        <Kbd>{keyNames('mod+K', isMac).join(' ')}</Kbd>
      </button>
      {isOpen && (
        <Suspense fallback={null}>
          <Dialog takeTyped={takeTyped} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
