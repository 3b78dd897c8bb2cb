// Shown instead of the application when the address of the page was opened before, or too late.
import type { ReactNode } from 'react';
import { Note } from '../ui/note.tsx';
import { Page } from '../ui/page.tsx';
import { useWords } from '../ui/language.ts';

export function ConnectionEnded({ why }: { readonly why: 'code-used' | 'code-expired' | 'no-code' }): ReactNode {
  const t = useWords();
  return (
    <main>
      <Page title={t('connection.endedTitle')}>
        <Note tone="warning">
          <p>{t(`connection.${why}`)}</p>
        </Note>
      </Page>
    </main>
  );
}
