// Above whatever page is open: a file is being read, or why it was not opened, with the way to another one.
import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import { assertNever } from '../../../shared/kernel/assert-never.ts';
import { failureMessage } from '../../state/failure-message.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../ui/language.ts';
import { Note } from '../../ui/note.tsx';
import { useLoading, useLongWait } from '../../ui/waiting.tsx';
import classes from './bring-in.module.css';
import { useBroughtFiles } from './brought-files.tsx';

export function FileNote(): ReactNode {
  const t = useWords();
  const { state, choose, close } = useBroughtFiles();
  const { pathname } = useLocation();
  switch (state.kind) {
    case 'idle':
      return null;
    case 'reading':
      return <Reading fileName={state.fileName} />;
    case 'failed':
      if (state.at !== pathname) return null;
      return (
        <div className={classes.notes}>
          <Note
            tone="danger"
            title={t('bringIn:failed')}
            actions={
              <>
                <Button onClick={choose}>{t('bringIn:again')}</Button>
                <Button kind="quiet" onClick={close}>
                  {t('close')}
                </Button>
              </>
            }
          >
            <p>{failureMessage(t, state.failure)}</p>
          </Note>
        </div>
      );
    default:
      return assertNever(state);
  }
}

/** Says so once it takes long enough to wonder. */
function Reading({ fileName }: { readonly fileName: string }): ReactNode {
  const t = useWords();
  useLoading();
  if (!useLongWait(true)) return null;
  return (
    <div className={classes.notes}>
      <Note tone="info">
        <p>{fileName === '' ? t('bringIn:reading') : t('bringIn:readingNamed', { fileName })}</p>
      </Note>
    </div>
  );
}
