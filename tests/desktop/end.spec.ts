// How the application ends: with the window, by quitting, with the system's session. What was typed a moment before is on disk each time.
import { readdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { whenReady } from '../support/app.ts';
import { expect, test, type DesktopApp } from '../support/desktop-app.ts';
import { onlyWorkshop } from '../support/library-folder.ts';
import { openSample } from '../support/pages/sample.ts';
import { words } from '../support/words.ts';

const t = words('en');
const typed = 'Typed a moment before the end';

test('closing the window', async ({ desktop, page }) => {
  await typeTitle(page);
  await desktop.run(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  expect(await desktop.ended()).toBe(0);
  expectKept(desktop);
});

test('quitting', async ({ desktop, page }) => {
  await typeTitle(page);
  await desktop.run(({ app }) => app.quit());
  expect(await desktop.ended()).toBe(0);
  expectKept(desktop);
});

test('a system that shuts down', async ({ desktop, page }) => {
  await typeTitle(page);
  await desktop.run(({ powerMonitor }) => void powerMonitor.emit('shutdown'));
  expect(await desktop.ended()).toBe(0);
  expectKept(desktop);
});

test('a Windows session that ends without waiting', async ({ desktop, page }) => {
  await typeTitle(page);
  await desktop.run(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0];
    const event = { reasons: ['shutdown'], preventDefault: () => {} };
    window?.emit('query-session-end', event);
    window?.emit('session-end', event);
  });
  await expect.poll(() => locksIn(desktop)).toEqual([]);
  expectKept(desktop);
});

/** Types without leaving the field, so that nothing has been sent when this answers. */
async function typeTitle(page: Page): Promise<void> {
  await openSample(page);
  await whenReady(page);
  await page.getByRole('main').getByLabel(t('workshop:basics.title'), { exact: true }).fill(typed);
}

function expectKept(desktop: DesktopApp): void {
  expect(onlyWorkshop(desktop.libraryFolder).collections['workshop']?.['workshop']).toMatchObject({ title: typed });
  expect(locksIn(desktop)).toEqual([]);
}

function locksIn({ libraryFolder }: DesktopApp): readonly string[] {
  return readdirSync(libraryFolder).filter((name) => name.endsWith('.lock'));
}
