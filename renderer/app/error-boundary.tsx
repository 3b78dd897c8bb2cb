// The last net: an error while drawing becomes a page that says the data are safe and offers a way on.
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { useOutboxState } from '../state/host-context.tsx';
import { Button } from '../ui/button.tsx';
import { useFormats } from '../ui/formats.ts';
import { useWords } from '../ui/language.ts';
import { Page } from '../ui/page.tsx';

interface CatchProps {
  readonly fallback: ReactNode;
  readonly children: ReactNode;
}

/** React catches drawing errors only in a class. */
class Catch extends Component<CatchProps, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError(): { readonly isBroken: boolean } {
    return { isBroken: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  override render(): ReactNode {
    return this.state.isBroken ? this.props.fallback : this.props.children;
  }
}

/** Another address is another try. */
export function ErrorBoundary({ children }: { readonly children: ReactNode }): ReactNode {
  const { pathname } = useLocation();
  return (
    <Catch key={isOutside(pathname) ? 'outside' : 'workshop'} fallback={<Broken />}>
      {children}
    </Catch>
  );
}

function isOutside(pathname: string): boolean {
  return !pathname.startsWith('/w/');
}

function Broken(): ReactNode {
  const t = useWords();
  const formats = useFormats();
  const { savedAt } = useOutboxState();
  return (
    <main>
      <Page
        title={t('broken.title')}
        actions={
          <>
            <Button onClick={() => window.location.assign('#/')}>{t('broken.home')}</Button>
            <Button kind="primary" onClick={() => window.location.reload()}>
              {t('broken.again')}
            </Button>
          </>
        }
      >
        <p>{savedAt === null ? t('broken.safeAll') : t('broken.safe', { time: formats.moment(savedAt) })}</p>
      </Page>
    </main>
  );
}
