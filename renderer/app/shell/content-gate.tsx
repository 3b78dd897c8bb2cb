// What stands in the place of a workshop that cannot be shown: why, and the way to the list.
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Failure } from '../../../shared/contract/failures.ts';
import { useContentResult } from '../../state/content-context.tsx';
import { failureMessage } from '../../state/failure-message.ts';
import { useWords } from '../../ui/language.ts';
import { Note } from '../../ui/note.tsx';
import { Page } from '../../ui/page.tsx';
import { addressOf } from '../routes.ts';

interface CannotOpenProps {
  readonly failure: Failure;
  /** The way on, where it is not the list of workshops. */
  readonly way?: { readonly label: string; readonly address: string };
}

export function CannotOpen({ failure, way }: CannotOpenProps): ReactNode {
  const t = useWords();
  const { label, address } = way ?? { label: t('broken.home'), address: addressOf('home') };
  return (
    <main>
      <Page title={t('appName')}>
        <Note tone="danger" actions={<Link to={address}>{label}</Link>}>
          <p>{failureMessage(t, failure)}</p>
        </Note>
      </Page>
    </main>
  );
}

/** Screens of a workshop need framework, template and guides; a broken one is said once, here. */
export function ContentGate({ children }: { readonly children: ReactNode }): ReactNode {
  const content = useContentResult();
  return content.ok ? children : <CannotOpen failure={content.failure} />;
}
