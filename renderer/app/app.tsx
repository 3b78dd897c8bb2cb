// The application: providers from the outside in, then the routes.
import { Notifications } from '@mantine/notifications';
import type { i18n } from 'i18next';
import { useEffect, type ReactNode } from 'react';
import { HashRouter } from 'react-router';
import type { StartInfo } from '../../shared/contract/contract.ts';
import type { Host } from '../host/connect-host.ts';
import { ContentProvider } from '../state/content-context.tsx';
import { HostProvider, useSettings, useStart } from '../state/host-context.tsx';
import { ActionsProvider } from '../ui/actions.tsx';
import { ConfirmProvider } from '../ui/dialogs.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Frame } from './frame.tsx';
import { switchLanguage } from './i18n.ts';
import { languageOf } from './language-of.ts';
import { Screens } from './screens.tsx';

interface AppProps {
  readonly host: Host;
  readonly start: StartInfo;
  readonly words: i18n;
  readonly nonce: string;
  /** Called when the first screen is there; what it waits for keeps the page loading by itself. */
  readonly onReady: () => void;
}

export function App({ host, start, ...rest }: AppProps): ReactNode {
  return (
    <HostProvider host={host} start={start}>
      <Inside {...rest} />
    </HostProvider>
  );
}

function Inside({ words, nonce, onReady }: Omit<AppProps, 'host' | 'start'>): ReactNode {
  const settings = useSettings();
  const language = languageOf(settings, useStart());
  useEffect(() => void switchLanguage(words, language), [words, language]);
  useEffect(onReady, [onReady]);
  return (
    <Frame words={words} nonce={nonce} theme={settings.theme}>
      <HashRouter>
        <ErrorBoundary>
          <ActionsProvider>
            <ConfirmProvider>
              <ContentProvider>
                <Notifications position="bottom-right" limit={3} />
                <Screens />
              </ContentProvider>
            </ConfirmProvider>
          </ActionsProvider>
        </ErrorBoundary>
      </HashRouter>
    </Frame>
  );
}
