// Says that the host is gone or that its disk takes nothing, and shows what is not saved yet, so that it can be copied by hand at worst.
import type { ReactNode } from 'react';
import { failureMessage } from '../../state/failure-message.ts';
import { useConnection, useHost, useOutboxState } from '../../state/host-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useNotify } from '../../ui/dialogs.tsx';
import { useWords } from '../../ui/language.ts';
import { Note } from '../../ui/note.tsx';
import classes from './shell.module.css';

export function TroubleBanner(): ReactNode {
  const t = useWords();
  const notify = useNotify();
  const { outbox } = useHost();
  const { trouble } = useOutboxState();
  const isGone = useConnection() === 'gone';
  if (!isGone && trouble === null) return null;
  const texts = outbox.unsavedTexts();
  const copy = async () => {
    await navigator.clipboard.writeText(texts.join('\n\n'));
    notify({ text: t('connection.copied') });
  };
  return (
    <div className={`${classes.notes} ${classes.pinned}`}>
      <Note tone="warning" actions={texts.length > 0 && <Button onClick={() => void copy()}>{t('connection.copy')}</Button>}>
        <p>{isGone || trouble === null ? t('connection.gone') : failureMessage(t, trouble)}</p>
        {texts.length > 0 && (
          <>
            <p>{t(isGone ? 'connection.unsaved' : 'connection.unsavedYet')}</p>
            <pre className={classes.kept}>{texts.join('\n\n')}</pre>
          </>
        )}
      </Note>
    </div>
  );
}
