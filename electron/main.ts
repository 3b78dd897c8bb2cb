// The desktop shell as a program, as ordered steps: what must happen before the system is ready, then the host, then the window.
import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, session } from 'electron';
import { idSource } from '../shared/kernel/ids.ts';
import { openConfirmed } from './desktop/external-links.ts';
import { gatherGivenFiles } from './desktop/given-files.ts';
import { listenToPages } from './desktop/ipc.ts';
import { flushAtSessionEnd, flushBeforeQuit } from './desktop/lifecycle.ts';
import { setMenu } from './desktop/menu.ts';
import { createDesktopPages, type DesktopPages } from './desktop/pages.ts';
import { desktopPorts } from './desktop/ports.ts';
import { declareAppScheme, servePages } from './desktop/protocol.ts';
import { hardenPages, hardenSession } from './desktop/security.ts';
import { comeToFront, openMainWindow, pageHasLeft } from './desktop/windows.ts';
import { composeHost, openOwnSettings } from './host/compose-host.ts';
import { logError } from './host/log-error.ts';
import { readPageAssets } from './host/page-assets.ts';
import type { HostPorts } from './host/ports.ts';
import { readShellOptions } from './host/shell-options.ts';
import { shellTexts, spokenLanguage } from './host/shell-texts.ts';
import { createUploads } from './host/uploads.ts';

/** This bundle lies in dist/main. */
const root = join(import.meta.dirname, '..', '..');
const preload = join(import.meta.dirname, 'preload.cjs');

// 1. Before the system is ready: the sandbox for every page, the pages' scheme, files that are given early, one copy of the application at a time.
app.enableSandbox();
declareAppScheme();
const given = gatherGivenFiles();
// A settings folder of its own is an installation of its own, with its own lock: tests, and a copy on a stick.
if (process.env.HRH_SETTINGS_DIR) useOwnFolder(join(process.env.HRH_SETTINGS_DIR, 'desktop'));

if (app.requestSingleInstanceLock()) {
  app
    .whenReady()
    .then(start)
    .catch((error: unknown) => {
      logError({ place: 'start', error });
      app.exit(1);
    });
} else {
  // The copy that runs already comes to the front instead.
  app.quit();
}

async function start(): Promise<void> {
  // 2. What was asked for, and what is remembered.
  const options = readShellOptions(process.argv.slice(1), process.env);
  const newId = idSource((count) => randomBytes(count));
  const settings = await openOwnSettings(newId);
  const systemLanguage = spokenLanguage(app.getPreferredSystemLanguages());
  const language = () => settings.get().language ?? systemLanguage;
  const texts = shellTexts(language());

  // 3. Pages are served from memory and denied everything else.
  servePages(session.defaultSession, readPageAssets(join(root, 'dist', 'renderer')), language);
  hardenSession(session.defaultSession);
  hardenPages(app, (address) => void openConfirmed(address, texts));

  // 4. The host, and the bridge to it.
  const pages = createDesktopPages();
  const uploads = createUploads({ newId, now: () => performance.now() });
  const windows = { pages, preload, texts };
  const ports = desktopPorts({ ...windows, uploads, newId });
  const documentsFolder = app.getPath('documents');
  const host = await composeHost({
    shell: 'desktop',
    root,
    options,
    settings,
    systemLanguage,
    documentsFolder,
    newId,
    ports,
    publish: pages.publish,
  });
  listenToPages({ pages, uploads, dispatch: host.dispatch, onLeft: pageHasLeft });

  // 5. Nothing ends before the host has flushed.
  const logEnd = (error: unknown) => logError({ place: 'end', error });
  flushBeforeQuit(host.close, logEnd);

  // 6. The window, and the files it was opened for; whoever started us is told that it can be seen.
  const openFile = async () => {
    const path = await chooseFile(pages, ports);
    if (path !== null) host.give(path);
  };
  setMenu(texts, { openFile: () => void openFile().catch((error: unknown) => logError({ place: 'open', error })) });
  const window = await openMainWindow(windows);
  flushAtSessionEnd(window, host.close, logEnd);
  app.on('second-instance', () => comeToFront(window));
  given.giveTo((path) => {
    host.give(path);
    comeToFront(window);
  });
  if (options.readyFile !== null) writeFileSync(options.readyFile, '');
}

/** Asks in front of the facilitator's window. */
async function chooseFile(pages: DesktopPages, { dialogs }: HostPorts): Promise<string | null> {
  const page = pages.all().find(({ caller }) => caller.role === 'facilitator');
  return page && dialogs ? dialogs.chooseWorkshop(page.caller) : null;
}

/** The folder has to be there before it is named. */
function useOwnFolder(folder: string): void {
  mkdirSync(folder, { recursive: true });
  app.setPath('userData', folder);
}
