// Shown instead of the application in a tab that has no way to its host: another tab of this browser can let it in.
import { useSyncExternalStore, type ReactNode } from 'react';
import type { AskOtherTabs, Asking } from '../host/second-tab.ts';
import { Button } from '../ui/button.tsx';
import { useWords } from '../ui/language.ts';
import { Note } from '../ui/note.tsx';
import { Page } from '../ui/page.tsx';
import { AskingWords } from './asking-words.tsx';

interface ConnectionEndedProps {
  readonly why: 'code-used' | 'code-expired' | 'no-code';
  /** Null where there are no other tabs, in the desktop shell. */
  readonly tabs: AskOtherTabs | null;
}

export function ConnectionEnded({ why, tabs }: ConnectionEndedProps): ReactNode {
  const t = useWords();
  return (
    <main>
      <Page title={t('connection.endedTitle')}>
        {tabs === null ? (
          <Note tone="warning">
            <p>{t(`connection.${why}`)}</p>
          </Note>
        ) : (
          <SecondTab why={why} tabs={tabs} />
        )}
      </Page>
    </main>
  );
}

function SecondTab({ why, tabs: { state, ask } }: { readonly why: ConnectionEndedProps['why']; readonly tabs: AskOtherTabs }): ReactNode {
  const t = useWords();
  const asking = useSyncExternalStore(state.subscribe, state.get);
  return (
    <Note
      tone={asking.kind === 'silent' || asking.kind === 'refused' ? 'warning' : 'info'}
      actions={
        !isUnderWay(asking) && (
          <Button kind="primary" onClick={ask}>
            {t(asking.kind === 'none' ? 'connection.openHere' : 'connection.askAgain')}
          </Button>
        )
      }
    >
      {asking.kind === 'none' ? (
        <>
          {why !== 'no-code' && <p>{t(`connection.${why}`)}</p>}
          <p>{t('connection.no-code')}</p>
        </>
      ) : (
        <AskingWords asking={asking} />
      )}
    </Note>
  );
}

function isUnderWay({ kind }: Asking): boolean {
  return kind === 'asked' || kind === 'heard';
}
