// Draws the application once, when what its first screen needs is there.
import { createRoot } from 'react-dom/client';
import type { Host } from '../host/connect-host.ts';
import { loadCatalogue } from '../../shared/messages/index.ts';
import { App } from './app.tsx';
import { ConnectionEnded } from './connection-ended.tsx';
import type { FirstScreen } from './first-screen.ts';
import { Frame } from './frame.tsx';
import { createWords } from './i18n.ts';
import { takeNonce } from './nonce.ts';

/** @param endLoading called when the first screen, or the reason why there is none, is on the page */
export async function showApplication(host: Host, first: FirstScreen, endLoading: () => void): Promise<void> {
  const nonce = takeNonce();
  const root = createRoot(document.getElementById('root') as HTMLElement);
  const showEnd = async () => {
    const connection = host.connection.get();
    if (connection !== 'code-used' && connection !== 'code-expired' && connection !== 'no-code') return;
    // The shell has written the language of the interface into the page.
    const language = document.documentElement.lang === 'fr' ? 'fr' : 'en';
    const words = await createWords(language, await loadCatalogue(language));
    root.render(
      <Frame words={words} nonce={nonce} theme="system">
        <ConnectionEnded why={connection} tabs={host.otherTabs?.ask ?? null} />
      </Frame>,
    );
    endLoading();
  };
  host.connection.subscribe(() => void showEnd());
  void showEnd();
  const begun = await first.begun;
  if (begun === null) return;
  const words = await createWords(begun.language, begun.catalogue);
  await first.settled;
  root.render(<App host={host} start={begun.start} first={first} words={words} nonce={nonce} onReady={endLoading} />);
}
