// The second place for copies, such as a stick: it gets what is new while it is there, that it is gone is said calmly, and that its copy is old is said once.
import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, reopen, startApp, test as base, testNow, whenReady, type RunningApp } from '../support/app.ts';
import { workshopFolders } from '../support/library-folder.ts';
import { framePage } from '../support/pages/frame-page.ts';
import { historyPage } from '../support/pages/history-page.ts';
import { goTo, openSample } from '../support/pages/sample.ts';
import { words } from '../support/words.ts';

const t = words('en');

interface Stick {
  /** Where it is while it is there. */
  readonly folder: string;
  readonly pull: () => void;
  readonly putBack: () => void;
  /** Names of the copies on it. */
  readonly copies: () => readonly string[];
}

/** Names of the whole copies anywhere in a folder. They begin with their moment. */
function copiesIn(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files.filter((name) => name.endsWith('.hrhworkshop')).map((name) => basename(name));
}

function newest(copies: readonly string[]): string {
  return copies.toSorted().at(-1) ?? '';
}

/** The stick is the home folder of the person, which the host offers as a place wherever it runs. */
const test = base.extend<{ readonly stick: Stick; readonly app: RunningApp }>({
  // oxlint-disable-next-line no-empty-pattern
  stick: async ({}, use) => {
    const root = mkdtempSync(join(tmpdir(), 'hrh-stick-'));
    const folder = mkdtempSync(join(root, 'stick-'));
    const away = join(root, 'pulled');
    await use({
      folder,
      pull: () => renameSync(folder, away),
      putBack: () => renameSync(away, folder),
      copies: () => copiesIn(folder),
    });
    rmSync(root, { recursive: true, force: true });
  },
  app: async ({ stick }, use) => {
    const app = await startApp({ systemLanguage: 'en', now: testNow, homeFolder: stick.folder });
    await use(app);
    await app.dispose();
  },
});

function panelOf(page: Page) {
  return page.getByRole('region', { name: t('copies:second.title') });
}

/** Chooses the stick on the screen of copies, and waits until a copy has gone there. */
async function copyTo(page: Page, stick: Stick): Promise<void> {
  const panel = panelOf(page);
  await panel.getByRole('button', { name: t('copies:second.choose') }).click();
  const choice = page.getByRole('dialog').getByRole('listitem').filter({ hasText: stick.folder }).first();
  await choice.getByRole('button', { name: t('copies:second.use') }).click();
  await expect(panel.getByText(stick.folder)).toBeVisible();
  await page.getByRole('button', { name: t('copies:make') }).click();
  await expect(historyPage(page, t).copies.first()).toBeVisible();
  await expect.poll(() => stick.copies().length).toBeGreaterThan(0);
  await expect(panel.getByText(/^Last copy there:/)).toBeVisible();
}

test('a second copy goes to another place while it is there; that it is gone is said calmly', async ({ page, stick }) => {
  const panel = panelOf(page);
  const workshop = await openSample(page);
  await goTo(page, workshop, 'copies');
  await copyTo(page, stick);

  stick.pull();
  await goTo(page, workshop, 'history');
  await goTo(page, workshop, 'copies');
  await expect(panel.getByText(t('copies:second.absent'))).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await panel.getByRole('button', { name: t('copies:second.stop') }).click();
  await expect(panel.getByText(t('copies:second.none'))).toBeVisible();
});

test('three days without the stick: said once after opening, with the way to the copies; back again it gets what it missed', async ({
  app,
  page,
  stick,
}) => {
  const panel = panelOf(page);
  const note = page.getByRole('status').filter({ hasText: /second place/ });
  const workshop = await openSample(page);
  await goTo(page, workshop, 'copies');
  await copyTo(page, stick);
  await expect(note).toHaveCount(0);
  const brought = stick.copies();
  stick.pull();
  const frame = framePage(page, t);
  await frame.prepare('basics');
  await frame.fill(page.getByLabel(t('workshop:basics.place'), { exact: true }), 'Changed without the stick');
  expect(await app.stop()).toBe(0);

  await app.start('2026-03-21T07:00:00Z');
  await reopen(app, page);
  await goTo(page, workshop, 'plans');
  await expect(note).toHaveText(new RegExp(`^${t('copies:note.old', { ago: '3 days ago' })}`));
  await expect(page.getByRole('alert')).toHaveCount(0);
  await note.getByRole('button', { name: t('copies:note.open'), exact: true }).click();
  await whenReady(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('copies:title'));
  await expect(panel).toContainText(t('copies:second.lastAgo', { ago: '3 days ago' }));
  await expect(panel).toContainText(t('copies:second.old'));
  await expect(panel).toContainText(t('copies:second.absent'));
  await expect(page.getByRole('alert')).toHaveCount(0);
  expect(existsSync(stick.folder)).toBe(false);
  await note.getByRole('button', { name: t('close'), exact: true }).click();
  await expect(note).toHaveCount(0);
  await frame.goTo('plans');
  await expect(note).toHaveCount(0);

  // What was changed without the stick is in a copy of its own soon after opening.
  const [folder = ''] = workshopFolders(app.libraryFolder);
  await expect.poll(() => brought.includes(newest(copiesIn(folder)))).toBe(false);
  stick.putBack();
  await goTo(page, workshop, 'copies');
  await expect.poll(() => newest(stick.copies())).toBe(newest(copiesIn(folder)));
  await expect(panel.getByText(/^Last copy there:/)).toBeVisible();
  await expect(panel.getByText(t('copies:second.old'))).toHaveCount(0);
  await expect(panel.getByText(t('copies:second.absent'))).toHaveCount(0);
});
