// The application's windows: what they may do, and how they come and go.
import { BrowserWindow, screen, type BrowserWindowConstructorOptions } from 'electron';
import { leavingEvent } from '../../shared/contract/wire.ts';
import { appName, type ShellTexts } from '../host/shell-texts.ts';
import { tellPage, type DesktopPage, type DesktopPages } from './pages.ts';
import { appOrigin } from './protocol.ts';

export interface WindowParts {
  readonly pages: DesktopPages;
  readonly preload: string;
  readonly texts: ShellTexts;
}

/** How long a page may take to hand over what was just typed before its window closes all the same. */
const leaveWithinMs = 3_000;

/** Windows whose pages were asked and have not answered. */
const leaving = new WeakMap<BrowserWindow, { readonly isOver: Promise<void>; readonly end: () => void }>();

/** Options of every window. The page gets no Node, no other world than its own, and no way around the same-origin rule (checklist line 1). */
export function windowOptions(preload: string, platform: NodeJS.Platform = process.platform): BrowserWindowConstructorOptions {
  return {
    title: appName,
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      webSecurity: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      // macOS checks spelling by itself; elsewhere Chromium would download dictionaries.
      spellcheck: platform === 'darwin',
    },
  };
}

/** Opens the facilitator's window and answers when it can be seen. Closing it closes the others. */
export async function openMainWindow({ pages, preload }: WindowParts): Promise<BrowserWindow> {
  const window = new BrowserWindow({
    ...windowOptions(preload),
    name: 'main',
    windowStatePersistence: true,
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 640,
  });
  pages.add(window, { role: 'facilitator', workshopId: null });
  window.on('close', (event) => {
    event.preventDefault();
    void handOver(window).then(() => window.isDestroyed() || window.destroy());
  });
  window.on('query-session-end', () => void handOver(window));
  window.once('closed', () => pages.all().forEach(({ window: other }) => other.destroy()));
  await showPage(window, '/index.html');
  return window;
}

/** Opens the projector's window, whole-screen on a second display where there is one. A workshop has one projector. */
export async function openProjectorWindow({ pages, preload, texts }: WindowParts, workshopId: string): Promise<void> {
  for (const { window, caller } of pages.all()) if (caller.role === 'projector') window.destroy();
  const second = secondDisplay(pages.all()[0]?.window);
  const window = new BrowserWindow({
    ...windowOptions(preload),
    title: texts('window.projector'),
    width: 1024,
    height: 768,
    ...(second && { x: second.bounds.x, y: second.bounds.y, fullscreen: true }),
  });
  // The page's own title would hide which window this is.
  window.on('page-title-updated', (event) => event.preventDefault());
  pages.add(window, { role: 'projector', workshopId });
  await showPage(window, '/projector.html');
}

/** To be told that a page has handed over everything. */
export function pageHasLeft({ window }: DesktopPage): void {
  leaving.get(window)?.end();
}

/** Brings a window to the front, as when the application is started a second time. */
export function comeToFront(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** Asks a window's page for what was typed and not sent yet. Answers when it has come, or when it takes too long. Whoever asks meanwhile waits along. */
export function handOver(window: BrowserWindow): Promise<void> {
  const running = leaving.get(window);
  if (running) return running.isOver;
  let end = () => {};
  const isOver = new Promise<void>((resolve) => {
    const patience = setTimeout(() => end(), leaveWithinMs);
    end = () => {
      clearTimeout(patience);
      leaving.delete(window);
      resolve();
    };
  });
  leaving.set(window, { isOver, end });
  tellPage(window, { ...leavingEvent, payload: null });
  return isOver;
}

async function showPage(window: BrowserWindow, page: string): Promise<void> {
  const isReady = new Promise<void>((resolve) => window.once('ready-to-show', resolve));
  await window.loadURL(`${appOrigin}${page}`);
  await isReady;
  window.show();
}

function secondDisplay(main: BrowserWindow | undefined) {
  if (!main) return undefined;
  const first = screen.getDisplayMatching(main.getBounds());
  return screen.getAllDisplays().find(({ id }) => id !== first.id);
}
