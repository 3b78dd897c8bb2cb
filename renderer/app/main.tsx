// The application's page, as ordered steps.
import './zod-without-eval.ts';
import '@fontsource-variable/inter/wght.css';
import '../ui/global.css';
import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import { createRoot } from 'react-dom/client';
import { connectHost } from '../host/connect-host.ts';
import { beginLoading } from '../ui/app-state.ts';
import { flushFields } from '../ui/flush.ts';
import { App } from './app.tsx';
import { ConnectionEnded } from './connection-ended.tsx';
import { createWords } from './i18n.ts';
import { takeNonce } from './nonce.ts';
import { Frame } from './frame.tsx';
import { languageOf } from './language-of.ts';

async function start(): Promise<void> {
  const endLoading = beginLoading();
  const nonce = takeNonce();
  // The one-time code leaves the address before the router reads it.
  const host = connectHost(window);
  host.outbox.beforeLeaving(flushFields);
  const root = createRoot(document.getElementById('root') as HTMLElement);
  const showEnd = async () => {
    const connection = host.connection.get();
    if (connection !== 'code-used' && connection !== 'code-expired' && connection !== 'no-code') return;
    const words = await createWords(navigator.language.startsWith('fr') ? 'fr' : 'en');
    root.render(
      <Frame words={words} nonce={nonce} theme="system">
        <ConnectionEnded why={connection} />
      </Frame>,
    );
    endLoading();
  };
  host.connection.subscribe(() => void showEnd());
  void showEnd();
  const answer = await host.client.app.start({});
  if (!answer.ok) return;
  const words = await createWords(languageOf(answer.value.settings, answer.value));
  root.render(<App host={host} start={answer.value} words={words} nonce={nonce} onReady={endLoading} />);
}

void start();
