// Says that the host is gone or that its disk takes nothing, and shows what is not saved yet, so that it can be copied by hand at worst.
import type { ReactNode } from 'react';
import type { AskOtherTabs } from '../../host/second-tab.ts';
import { isLost } from '../../host/transport.ts';
import { failureMessage } from '../../state/failure-message.ts';
import { useConnection, useHost, useOutboxState } from '../../state/host-context.tsx';
import { useObservable } from '../../state/use-observable.ts';
import { Button } from '../../ui/button.tsx';
import { useNotify } from '../../ui/dialogs.tsx';
import { useWords } from '../../ui/language.ts';
import { Note } from '../../ui/note.tsx';
import { AskingWords } from '../asking-words.tsx';
import classes from './shell.module.css';

export function TroubleBanner(): ReactNode {
  const t = useWords();
  const notify = useNotify();
  const { outbox, otherTabs } = useHost();
  const { trouble } = useOutboxState();
  const connection = useConnection();
  const isGone = isLost(connection);
  if (!isGone && trouble === null) return null;
  const texts = outbox.unsavedTexts();
  const copy = async () => {
    await navigator.clipboard.writeText(texts.join('\n\n'));
    notify({ text: t('connection.copied') });
  };
  const copyButton = texts.length > 0 && <Button onClick={() => void copy()}>{t('connection.copy')}</Button>;
  return (
    <div className={`${classes.notes} ${classes.pinned}`}>
      <Note
        tone="warning"
        actions={
          connection === 'ended' && otherTabs !== null ? (
            <>
              {copyButton}
              <ConnectButton tabs={otherTabs.ask} />
            </>
          ) : (
            copyButton
          )
        }
      >
        <p>
          {connection === 'ended' ? t('connection.ended') : isGone || trouble === null ? t('connection.gone') : failureMessage(t, trouble)}
        </p>
        {connection === 'ended' && otherTabs !== null && <Answer tabs={otherTabs.ask} />}
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

/** A page that the restarted host does not know is let in by a tab that it knows. */
function ConnectButton({ tabs }: { readonly tabs: AskOtherTabs }): ReactNode {
  const t = useWords();
  const { kind } = useObservable(tabs.state);
  if (kind === 'asked' || kind === 'heard') return null;
  return (
    <Button kind="primary" onClick={tabs.ask}>
      {t(kind === 'none' ? 'connection.connect' : 'connection.askAgain')}
    </Button>
  );
}

function Answer({ tabs }: { readonly tabs: AskOtherTabs }): ReactNode {
  return <AskingWords asking={useObservable(tabs.state)} />;
}
