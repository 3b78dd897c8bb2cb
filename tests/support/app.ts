// The product as the end-to-end tests use it: the built browser shell on a library folder of its own, and a page that is ready.
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { test as base, expect, type Page } from '@playwright/test';
import { watchForTroubles } from './page-troubles.ts';

const shell = fileURLToPath(new URL('../../dist/browser/main.js', import.meta.url));

/** The host's clock in tests begins here: the second morning of the sample, a Wednesday. */
export const testNow = '2026-03-18T07:00:00Z';

export interface AppOptions {
  /** Language of the operating system, as a first run sees it. */
  readonly systemLanguage: 'en' | 'fr';
  readonly now: string;
  /** The home folder of the person, for what is offered there. */
  readonly homeFolder?: string;
}

export interface RunningApp {
  readonly libraryFolder: string;
  readonly settingsFolder: string;
  /** Asks the terminal for a new one-time address. */
  readonly newAddress: () => Promise<string>;
  /** Everything that the terminal said so far. */
  readonly output: () => string;
  /** Ends the process at once, as a power cut would. */
  readonly kill: () => Promise<void>;
  /** Ctrl+C: flush and end. @returns the exit code */
  readonly stop: () => Promise<number | null>;
  /** Starts the shell again on the same folders; its clock begins at `now` where that is given, else where it began before. */
  readonly start: (now?: string) => Promise<void>;
}

interface StartOptions extends AppOptions {
  readonly libraryFolder?: string;
  /** The folder is not named at the start: it was chosen in an earlier run. */
  readonly isRemembered?: boolean;
  /** A module that Node loads before the application, such as `slow-disk.mjs`. */
  readonly preload?: string;
}

/** Starts the shell on fresh folders. The caller ends it with `dispose`. */
export async function startApp(options: StartOptions): Promise<RunningApp & { readonly dispose: () => Promise<void> }> {
  const root = mkdtempSync(join(tmpdir(), 'hrh-e2e-'));
  const libraryFolder = options.libraryFolder ?? join(root, 'library');
  const settingsFolder = join(root, 'settings');
  let child: ChildProcessWithoutNullStreams | null = null;
  let said = '';
  const loadedFirst = options.preload === undefined ? [] : ['--import', options.preload];
  const named = options.isRemembered ? [] : ['--library', libraryFolder];
  if (options.isRemembered) {
    mkdirSync(settingsFolder);
    writeFileSync(join(settingsFolder, 'settings.json'), JSON.stringify({ libraryFolder, replicaId: 'chosen-earlier' }));
  }

  async function start(now = options.now): Promise<void> {
    const ownHome = options.homeFolder === undefined ? {} : { HOME: options.homeFolder, USERPROFILE: options.homeFolder };
    const locale = options.systemLanguage === 'fr' ? 'fr_FR.UTF-8' : 'en_GB.UTF-8';
    said = '';
    child = spawn(process.execPath, [...loadedFirst, shell, ...named, '--no-open'], {
      env: {
        ...process.env,
        ...ownHome,
        HRH_SETTINGS_DIR: settingsFolder,
        HRH_NOW: now,
        LANG: locale,
        LC_ALL: locale,
        LANGUAGE: '',
      },
    });
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    await nextAddress(0);
  }

  /** The address that the terminal prints after `from` characters. */
  async function nextAddress(from: number): Promise<string> {
    const deadline = Date.now() + 20_000;
    for (;;) {
      const found = /http:\/\/127\.0\.0\.1:\d+\/#code=\S+/.exec(said.slice(from));
      if (found) return found[0];
      if (child?.exitCode !== null || Date.now() > deadline) throw new Error(`The shell printed no address:\n${said}`);
      const listening = new AbortController();
      const { signal } = listening;
      await Promise.race([once(child.stdout, 'data', { signal }), once(child, 'exit', { signal }), pause(500, undefined, { signal })]);
      listening.abort();
    }
  }

  async function end(signal: 'SIGKILL' | 'SIGINT'): Promise<number | null> {
    const ending = child;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return ending?.exitCode ?? null;
    const exit = once(ending, 'exit');
    ending.kill(signal);
    await exit;
    return ending.exitCode;
  }

  await start();
  let isFirst = true;
  return {
    libraryFolder,
    settingsFolder,
    output: () => said,
    newAddress: () => {
      if (isFirst) {
        isFirst = false;
        return nextAddress(0);
      }
      const from = said.length;
      child?.stdin.write('\n');
      return nextAddress(from);
    },
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGINT'),
    start: async (now) => {
      await start(now);
      isFirst = true;
    },
    dispose: async () => {
      await end('SIGKILL');
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** Waits until the page has loaded what it shows. */
export async function whenReady(page: Page): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('data-app-state', 'ready');
}

interface Fixtures {
  readonly systemLanguage: 'en' | 'fr';
  readonly now: string;
  readonly app: RunningApp;
  /** Violations of the content policy and uncaught errors on any page so far. Those that are left at the end fail the test. */
  readonly troubles: string[];
  /** A page of the facilitator at Home, ready. */
  readonly page: Page;
}

export const test = base.extend<Fixtures>({
  systemLanguage: ['en', { option: true }],
  now: [testNow, { option: true }],
  app: async ({ systemLanguage, now }, use) => {
    const app = await startApp({ systemLanguage, now });
    await use(app);
    await app.dispose();
  },
  troubles: [
    async ({ context }, use) => {
      const troubles: string[] = [];
      watchForTroubles(context, troubles);
      await use(troubles);
      expect(troubles).toEqual([]);
    },
    { auto: true },
  ],
  page: async ({ app, page }, use) => {
    await page.goto(await app.newAddress());
    await whenReady(page);
    await use(page);
  },
});

export { expect } from '@playwright/test';

/** A second start of the shell has made the page's session void: opens the new address in the same tab. */
export async function reopen(app: RunningApp, page: Page): Promise<void> {
  await page.goto('about:blank');
  await page.goto(await app.newAddress());
  await whenReady(page);
}
