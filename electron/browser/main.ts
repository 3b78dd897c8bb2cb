// The browser shell as a program: the host behind 127.0.0.1, its addresses in this terminal.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { idSource } from '../../shared/kernel/ids.ts';
import { composeHost, openOwnSettings, type ComposedHost } from '../host/compose-host.ts';
import { logError } from '../host/log-error.ts';
import { readPageAssets } from '../host/page-assets.ts';
import { readShellOptions } from '../host/shell-options.ts';
import { shellTexts, spokenLanguage } from '../host/shell-texts.ts';
import { openBrowserShell, type BrowserShell } from './browser-shell.ts';
import { openSystemBrowser } from './open-browser.ts';
import { createTerminal, type Ending } from './terminal.ts';

/** This bundle lies in dist/browser. */
const root = join(import.meta.dirname, '..', '..');
/** A host that cannot close must not keep a terminal for ever. */
const closeWithinMs = 20_000;

const systemLanguage = spokenLanguage([
  process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG,
  Intl.DateTimeFormat().resolvedOptions().locale,
]);

run().catch((error: unknown) => {
  logError({ place: 'start', error });
  process.stderr.write(`${shellTexts(systemLanguage)('terminal.noStart')}\n`);
  process.exit(1);
});

async function run(): Promise<void> {
  // 1. What was asked for, and what is remembered.
  const options = readShellOptions(process.argv.slice(2), process.env);
  const newId = idSource((count) => randomBytes(count));
  const settings = await openOwnSettings(newId);
  const language = () => settings.get().language ?? systemLanguage;
  const texts = shellTexts(language());

  // 2. The terminal is this shell's window.
  const terminal = createTerminal({ input: process.stdin, output: process.stdout, texts, openPage });

  // 3. The host, and the server before it. The last port comes first: another port would be another origin for the browser.
  let host: ComposedHost | undefined;
  const shell = await openBrowserShell({
    assets: readPageAssets(join(root, 'dist', 'renderer')),
    ports: [options.port, settings.get().lastPort, 0].filter((port) => port !== null),
    now: () => performance.now(),
    language,
    onPages: terminal.pagesOpen,
    openHost: async (given) => (host = await composeHost({ shell: 'browser', root, options, settings, systemLanguage, newId, ...given })),
  });
  if (shell.port !== settings.get().lastPort) await settings.update({ lastPort: shell.port }).catch(() => {});

  await terminal.start();

  // 4. Ends when told to, with everything on disk.
  let isEnding = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end());

  async function openPage(): Promise<string> {
    const address = shell.newAddress();
    if (options.opensBrowser) await openSystemBrowser(address);
    return address;
  }

  async function end(): Promise<void> {
    if (isEnding) return;
    isEnding = true;
    terminal.ending();
    setTimeout(() => process.exit(1), closeWithinMs).unref();
    const ending = await closeAll(shell, host);
    terminal.ended(ending);
    process.exit(ending === 'failed' ? 1 : 0);
  }
}

/** Pages first, so that nothing new comes in while the host writes. */
async function closeAll(shell: BrowserShell, host: ComposedHost | undefined): Promise<Ending> {
  try {
    const haveAllAnswered = await shell.close();
    await host?.close();
    return haveAllAnswered ? 'saved' : 'page-silent';
  } catch (error) {
    logError({ place: 'end', error });
    return 'failed';
  }
}
