// The application: providers from the outside in, then the routes.
import type { i18n } from 'i18next';
import { useEffect, type ReactNode } from 'react';
import { HashRouter } from 'react-router';
import type { StartInfo } from '../../shared/contract/contract.ts';
import { BroughtFilesProvider } from '../features/bring-in/brought-files.tsx';
import { FileDrop } from '../features/bring-in/file-drop.tsx';
import type { Host } from '../host/connect-host.ts';
import { ContentProvider } from '../state/content-context.tsx';
import { HostProvider, useSettings, useStart } from '../state/host-context.tsx';
import { ActionsProvider } from '../ui/actions.tsx';
import { ConfirmProvider, Notices } from '../ui/dialogs.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import type { FirstScreen } from './first-screen.ts';
import { Frame } from './frame.tsx';
import { switchLanguage } from './i18n.ts';
import { languageOf } from './language-of.ts';
import { Screens } from './screens.tsx';

interface AppProps {
  readonly host: Host;
  readonly start: StartInfo;
  readonly first: FirstScreen;
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

function Inside({ first, words, nonce, onReady }: Omit<AppProps, 'host' | 'start'>): ReactNode {
  const settings = useSettings();
  const language = languageOf(settings, useStart());
  useEffect(() => void switchLanguage(words, language), [words, language]);
  useEffect(onReady, [onReady]);
  return (
    <Frame words={words} nonce={nonce} theme={settings.theme}>
      <HashRouter>
        {/* Above the boundary, which begins anew between the list and a workshop: a file that was read stays known. */}
        <BroughtFilesProvider>
          <ErrorBoundary>
            <ActionsProvider>
              <ConfirmProvider>
                <ContentProvider content={first.content}>
                  <Notices />
                  <Screens first={first.workshop} />
                </ContentProvider>
              </ConfirmProvider>
            </ActionsProvider>
          </ErrorBoundary>
          <FileDrop />
        </BroughtFilesProvider>
      </HashRouter>
    </Frame>
  );
}
