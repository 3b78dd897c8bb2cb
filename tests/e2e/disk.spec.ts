// A disk that is full, locked, not there, or comes and goes: said in words, nothing typed is lost, and work goes on by itself when it can.
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Locator, Page } from '@playwright/test';
import { expect, reopen, startApp, test, testNow, whenReady } from '../support/app.ts';
import { onlyWorkshop } from '../support/library-folder.ts';
import { mountDisk, whyNoOwnDisk, type OwnDisk } from '../support/own-disk.ts';
import { framePage } from '../support/pages/frame-page.ts';
import { homePage } from '../support/pages/home-page.ts';
import { words } from '../support/words.ts';

const t = words('en');
const noDisk = whyNoOwnDisk();

type App = Awaited<ReturnType<typeof startApp>>;

/** Everything that a test starts, ended in the right order. */
let running: { readonly app: App | null; readonly disk: OwnDisk | null; readonly folder: string };

test.beforeEach(() => {
  running = { app: null, disk: null, folder: mkdtempSync(join(tmpdir(), 'hrh-e2e-disk-')) };
});
test.afterEach(async () => {
  await running.app?.dispose();
  running.disk?.remove();
  rmSync(running.folder, { recursive: true, force: true });
});

function ownDisk(kilobytes: number): OwnDisk {
  test.skip(noDisk !== null, noDisk ?? '');
  const disk = mountDisk(kilobytes);
  running = { ...running, disk };
  return disk;
}

async function startOn(libraryFolder: string, how: { readonly isRemembered?: boolean } = {}): Promise<App> {
  const app = await startApp({ systemLanguage: 'en', now: testNow, libraryFolder, ...how });
  running = { ...running, app };
  return app;
}

async function openPage(app: App, context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(await app.newAddress());
  await whenReady(page);
  return page;
}

function field(page: Page, key: string): Locator {
  return page.getByRole('main').getByLabel(t(key), { exact: true });
}

const place = (page: Page) => field(page, 'workshop:basics.place');
const trouble = (page: Page) => page.getByRole('status').filter({ hasText: t('connection.unsavedYet') });

async function openBasics(page: Page, name: string): Promise<void> {
  await homePage(page, t).row(name).getByRole('link', { name }).click();
  await whenReady(page);
  await framePage(page, t).prepare('basics');
}

function stored(libraryFolder: string): Record<string, unknown> {
  return onlyWorkshop(libraryFolder).collections['workshop']?.['workshop'] ?? {};
}

/** Longer than what is left of the last block of a file: a full disk still takes a few bytes there. */
const longText = `Lomé, ${'salle « Étoile », '.repeat(400)}at the end of the hall`;

test('on a full disk typing is said not to be saved and kept; when there is space again it is saved, and is there after a restart', async ({
  context,
}) => {
  const disk = ownDisk(4_096);
  const library = join(disk.folder, 'library');
  const app = await startOn(library);
  const page = await openPage(app, context);
  const frame = framePage(page, t);
  await homePage(page, t).create({ title: 'Full', startDate: '20 April 2026' });
  await frame.fill(place(page), 'Before the disk was full');

  disk.fill();
  await place(page).fill(longText);
  const { folder } = onlyWorkshop(library);
  await expect(trouble(page)).toContainText(t('failures:disk-full', { folder }));
  await expect(trouble(page)).toContainText('at the end of the hall');
  await page.getByRole('button', { name: t('saved.trouble') }).click();
  await expect(page.getByRole('dialog')).toContainText(t('failures:disk-full', { folder }));
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('close') })
    .click();

  // More is typed, elsewhere, and the first field is left: nothing of it goes away.
  await field(page, 'workshop:basics.country').fill('Togo, typed on a full disk');
  await frame.goTo('plans');
  await expect(trouble(page)).toContainText('at the end of the hall');
  await expect(trouble(page)).toContainText('Togo, typed on a full disk');
  expect(stored(library)['place']).toBe('Before the disk was full');

  disk.free();
  await expect(trouble(page)).toHaveCount(0);
  await expect(page.getByRole('banner')).toContainText(/Saved \d\d:\d\d:\d\d/);
  expect(stored(library)).toMatchObject({ place: longText, country: 'Togo, typed on a full disk' });

  expect(await app.stop()).toBe(0);
  await app.start();
  await reopen(app, page);
  await openBasics(page, 'Full');
  await expect(place(page)).toHaveValue(longText);
  await expect(field(page, 'workshop:basics.country')).toHaveValue('Togo, typed on a full disk');
});

test('Ctrl+C on a full disk: the terminal says that a page still holds text, and the page shows it', async ({ context }) => {
  const disk = ownDisk(4_096);
  const app = await startOn(join(disk.folder, 'library'));
  const page = await openPage(app, context);
  await homePage(page, t).create({ title: 'Full', startDate: '20 April 2026' });
  disk.fill();
  await place(page).fill(longText);
  await expect(trouble(page)).toContainText('at the end of the hall');
  expect(await app.stop()).toBe(0);
  expect(app.output()).toContain(t('shell:terminal.endedWithoutPage'));
  const gone = page.getByRole('status').filter({ hasText: t('connection.gone') });
  await expect(gone).toContainText('at the end of the hall', { timeout: 20_000 });
});

test('a full disk at the start: workshops can be read, a new one is refused in words, nothing half made stays behind', async ({
  context,
}) => {
  const disk = ownDisk(4_096);
  const library = join(disk.folder, 'library');
  const app = await startOn(library);
  const page = await openPage(app, context);
  await homePage(page, t).create({ title: 'Full', startDate: '20 April 2026' });
  expect(await app.stop()).toBe(0);
  disk.fill();
  await app.start();
  await reopen(app, page);
  const before = readdirSync(library).filter((name) => !name.startsWith('.library'));
  await expect(page.getByRole('alert')).toContainText(t('failures:disk-full', { folder: library }));
  await homePage(page, t).trySample.click();
  await expect(homePage(page, t).trySample).not.toHaveAttribute('aria-disabled', 'true');
  await expect(page.getByRole('alert')).toContainText(t('failures:disk-full', { folder: library }));
  expect(readdirSync(library).filter((name) => !name.startsWith('.library'))).toEqual(before);
  await openBasics(page, 'Full');
  await expect(page.getByRole('status').filter({ hasText: t('readOnlyNote') })).toBeVisible();
});

test('a read-only folder: workshops open for reading, nothing can be typed, the reason is said, and not a byte changes', async ({
  context,
}) => {
  const disk = ownDisk(4_096);
  const library = join(disk.folder, 'library');
  const app = await startOn(library);
  const page = await openPage(app, context);
  await homePage(page, t).create({ title: 'Locked', startDate: '20 April 2026' });
  await framePage(page, t).fill(place(page), 'Written before');
  expect(await app.stop()).toBe(0);
  disk.makeReadOnly();
  const before = content(library);

  await app.start();
  await reopen(app, page);
  await expect(page.getByRole('alert')).toContainText(t('failures:library-read-only', { folder: library }));
  await openBasics(page, 'Locked');
  await expect(page.getByRole('status').filter({ hasText: t('readOnlyNote') })).toBeVisible();
  await expect(place(page)).toHaveValue('Written before');
  await expect(place(page)).not.toBeEditable();
  expect(content(library)).toEqual(before);

  // Made writable again, the workshop opens as usual, without a restart.
  disk.makeWritable();
  await framePage(page, t).goTo('workshops');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await openBasics(page, 'Locked');
  await framePage(page, t).fill(place(page), 'Written again');
  expect(stored(library)['place']).toBe('Written again');
});

test('a remembered folder that is gone: the application starts, says which, and goes on there when it is back', async ({ context }) => {
  const library = join(running.folder, 'on a stick');
  const app = await startOn(library, { isRemembered: true });
  const page = await openPage(app, context);
  await expect(page.getByRole('alert')).toContainText(t('failures:library-missing', { folder: library }));
  expect(existsSync(library)).toBe(false);
  await page.getByRole('button', { name: t('home:changeFolder') }).click();
  await expect(
    page
      .getByRole('dialog')
      .getByRole('button', { name: t('home:folderUse') })
      .first(),
  ).toBeVisible();
  await page.keyboard.press('Escape');

  const other = join(running.folder, 'made elsewhere');
  const maker = await startApp({ systemLanguage: 'en', now: testNow, libraryFolder: other });
  try {
    const making = await openPage(maker, context);
    await homePage(making, t).create({ title: 'On a stick', startDate: '20 April 2026' });
    await making.close();
    expect(await maker.stop()).toBe(0);
  } finally {
    await maker.dispose();
  }
  renameSync(other, library);
  await page.getByRole('button', { name: t('home:tryAgain') }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await openBasics(page, 'On a stick');
  await framePage(page, t).fill(place(page), 'Back on the stick');
  expect(stored(library)['place']).toBe('Back on the stick');
});

test('a folder that vanishes under an open workshop and comes back: what was typed meanwhile is in it', async ({ context }) => {
  const library = join(running.folder, 'library');
  const app = await startOn(library);
  const page = await openPage(app, context);
  const frame = framePage(page, t);
  await homePage(page, t).create({ title: 'Moved', startDate: '20 April 2026' });
  await frame.fill(place(page), 'Before');
  renameSync(library, join(running.folder, 'moved away'));
  await place(page).fill('While it was away');
  await page.getByRole('main').click({ position: { x: 2, y: 2 } });
  await frame.goTo('workshops');
  await page.reload();
  await whenReady(page);
  await expect(page.getByRole('alert')).toContainText(t('failures:library-missing', { folder: library }));
  renameSync(join(running.folder, 'moved away'), library);
  await page.getByRole('button', { name: t('home:tryAgain') }).click();
  await openBasics(page, 'Moved');
  await expect(place(page)).toHaveValue('While it was away');
  await frame.fill(place(page), 'After');
  expect(await app.stop()).toBe(0);
  expect(stored(library)['place']).toBe('After');
});

/** Everything in a folder, to see that nobody touched it. */
function content(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(files.map(({ parentPath, name }) => [join(parentPath, name), readFileSync(join(parentPath, name), 'base64')]));
}
