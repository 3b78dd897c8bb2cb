// How the application ends: never before the host has flushed and given its library back.
import { app, powerMonitor, type BrowserWindow } from 'electron';
import { handOver } from './windows.ts';

/** Closes the host; `quick` for the few seconds that a system grants when it shuts down. */
export type CloseHost = (how?: { readonly quick?: boolean }) => Promise<void>;

/**
 * Ends with the last window on every system, and holds the end back until the host is closed.
 * @param log told when the host could not close in order; the application ends all the same
 */
export function flushBeforeQuit(closeHost: CloseHost, log: (error: unknown) => void): void {
  let state: 'running' | 'closing' | 'closed' = 'running';
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    if (state === 'closed') return;
    event.preventDefault();
    if (state === 'closing') return;
    state = 'closing';
    void closeHost()
      .catch(log)
      .then(() => {
        state = 'closed';
        app.quit();
      });
  });
  // Linux and macOS announce the end of the session here, Windows at its windows.
  powerMonitor.on('shutdown', () => app.quit());
}

/**
 * Windows ends a session without asking twice: what was typed last is taken over as it was asked for before (`query-session-end`), everything
 * acknowledged is on disk already, and tidying up waits for the next start.
 */
export function flushAtSessionEnd(window: BrowserWindow, closeHost: CloseHost, log: (error: unknown) => void): void {
  const end = async () => {
    await handOver(window);
    await closeHost({ quick: true });
  };
  window.on('session-end', () => void end().catch(log));
}
