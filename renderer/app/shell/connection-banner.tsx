// Says that the host is gone and shows what has not been saved yet, so that it can be copied by hand at worst.
import type { ReactNode } from 'react';
import { useConnection, useHost, useOutboxState } from '../../state/host-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useNotify } from '../../ui/dialogs.tsx';
import { useWords } from '../../ui/language.ts';
import { Note } from '../../ui/note.tsx';
import classes from './shell.module.css';

export function ConnectionBanner(): ReactNode {
  const t = useWords();
  const notify = useNotify();
  const { outbox } = useHost();
  const { pending } = useOutboxState();
  if (useConnection() !== 'gone') return null;
  const texts = pending === 0 ? [] : outbox.unsavedTexts();
  const copy = async () => {
    await navigator.clipboard.writeText(texts.join('\n\n'));
    notify({ text: t('connection.copied') });
  };
  return (
    <div className={`${classes.notes} ${classes.pinned}`}>
      <Note tone="warning" actions={texts.length > 0 && <Button onClick={() => void copy()}>{t('connection.copy')}</Button>}>
        <p>{t('connection.gone')}</p>
        {texts.length > 0 && (
          <>
            <p>{t('connection.unsaved')}</p>
            <pre className={classes.kept}>{texts.join('\n\n')}</pre>
          </>
        )}
      </Note>
    </div>
  );
}
