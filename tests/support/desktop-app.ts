// The desktop shell as the desktop specs use it: the built main and preload bundles in real Electron where a runtime can open a window here, else
// in the stand-in (electron-stand-in/electron.mjs says what that does not imitate). HRH_DESKTOP_RUNTIME=electron or =stand-in leaves no choice.
import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type * as Electron from 'electron';
import { _electron, test as base, expect, type BrowserContext, type Page } from '@playwright/test';
import { knownObstacle } from '../../electron/tasks/desktop-obstacle.mjs';
import { findRuntime } from '../../electron/tasks/electron-runtime.mjs';
import type { DesktopBridge } from '../../shared/contract/wire.ts';
import { testNow, whenReady } from './app.ts';
import { holdWindows } from './electron-stand-in/chromium-windows.ts';
import { watchForTroubles } from './page-troubles.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const mainBundle = join(root, 'dist', 'main', 'main.js');
const standIn = fileURLToPath(new URL('electron-stand-in/start.mjs', import.meta.url));

const english = { LANG: 'en_GB.UTF-8', LC_ALL: 'en_GB.UTF-8', LANGUAGE: '' };

/** For windows that a test opens beside those of the application. */
export const preloadBundle = join(root, 'dist', 'main', 'preload.cjs');

/** Runs a function in the main process, with the electron module. It travels as text: it sees its argument and nothing else around it. */
type RunInMain = <Answer, Argument = undefined>(
  act: (electron: typeof Electron, argument: Argument) => Answer | Promise<Answer>,
  argument?: Argument,
) => Promise<Answer>;

export interface BridgedWindow {
  readonly hrh: DesktopBridge;
}

interface MainProcess {
  readonly process: ChildProcess;
  readonly context: BrowserContext;
  readonly run: RunInMain;
}

export interface DesktopApp {
  readonly folder: string;
  readonly libraryFolder: string;
  /** Comes into being when the first window can be seen. */
  readonly readyFile: string;
  readonly context: BrowserContext;
  readonly run: RunInMain;
  /** The page of the window that an act opens. */
  readonly opening: (act: () => Promise<unknown>) => Promise<Page>;
  /** Pages of the windows that are open, oldest first. */
  readonly pages: () => readonly Page[];
  /** Starts a second copy on the same folders and waits for its end. @returns its exit code */
  readonly startAnother: () => Promise<number | null>;
  /** Waits for the end of the application. @returns its exit code */
  readonly ended: () => Promise<number | null>;
}

interface Fixtures {
  /** Violations of the content policy and uncaught errors on any page so far. Those that are left at the end fail the test. */
  readonly troubles: string[];
  readonly desktop: DesktopApp;
  /** The facilitator's window, ready. */
  readonly page: Page;
}

export const test = base.extend<Fixtures>({
  desktop: async ({ browser }, use, testInfo) => {
    const folder = mkdtempSync(join(tmpdir(), 'hrh-desktop-'));
    const libraryFolder = join(folder, 'library');
    const readyFile = join(folder, 'ready');
    const own = { HRH_SETTINGS_DIR: join(folder, 'settings'), HRH_NOW: testNow, HRH_READY_FILE: readyFile, ...english };
    const env = { ...(process.env as Record<string, string>), ...own };
    const runtime = runtimeToUse();
    testInfo.annotations.push({ type: 'runtime', description: runtime ?? 'stand-in' });
    const args = [runtime === null ? mainBundle : root, '--library', libraryFolder];
    const main = runtime === null ? startStandIn(await browser.newContext(), args, env) : await startElectron(runtime, args, env);
    await use({
      folder,
      libraryFolder,
      readyFile,
      context: main.context,
      run: main.run,
      opening: async (act) => (await Promise.all([main.context.waitForEvent('page'), act()]))[0],
      pages: () => main.context.pages(),
      startAnother: () => exitOf(runtime === null ? fork(standIn, args, { env }) : spawn(runtime, args, { env, stdio: 'ignore' })),
      ended: () => exitOf(main.process),
    });
    main.process.kill('SIGKILL');
    await exitOf(main.process);
    await main.context.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  },
  troubles: [
    async ({ desktop }, use) => {
      const troubles: string[] = [];
      watchForTroubles(desktop.context, troubles);
      await use(troubles);
      expect(troubles).toEqual([]);
    },
    { auto: true },
  ],
  page: async ({ desktop }, use) => {
    const page = desktop.pages()[0] ?? (await desktop.opening(async () => {}));
    await whenReady(page);
    await use(page);
  },
});

export { expect } from '@playwright/test';

/** What a page's bridge answers, asked as no page of ours would ask: in any words. */
export function askBridge(page: Page, area: unknown, name: unknown, input: unknown): Promise<unknown> {
  return page.evaluate((message) => (window as unknown as BridgedWindow).hrh.request(...message), [area, name, input] as [
    string,
    string,
    unknown,
  ]);
}

/** @returns the runtime's executable, or null for the stand-in */
function runtimeToUse(): string | null {
  const wanted = process.env.HRH_DESKTOP_RUNTIME;
  if (wanted === 'stand-in') return null;
  const runtime = knownObstacle() === undefined ? (findRuntime() ?? null) : null;
  if (wanted === 'electron' && runtime === null) throw new Error('HRH_DESKTOP_RUNTIME=electron, but no runtime can open a window here');
  return runtime;
}

async function startElectron(executablePath: string, args: string[], env: Record<string, string>): Promise<MainProcess> {
  const app = await _electron.launch({ executablePath, args, env, chromiumSandbox: true });
  return {
    process: app.process(),
    context: app.context(),
    run: (act, argument) => app.evaluate(act as never, argument as never) as Promise<never>,
  };
}

function startStandIn(context: BrowserContext, args: readonly string[], env: Record<string, string>): MainProcess {
  const main = fork(standIn, args, { env, serialization: 'advanced' });
  const ask = holdWindows(main, context);
  return { process: main, context, run: (act, argument) => ask('run', String(act), argument) };
}

async function exitOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode;
}
