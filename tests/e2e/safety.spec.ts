// Nothing that the page called saved is ever lost, and what cannot be opened is said in words and left as it is.
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, reopen, startApp, test, testNow, whenReady, type RunningApp } from '../support/app.ts';
import { onlyWorkshop, readWorkshopFolder, workshopFolders } from '../support/library-folder.ts';
import { framePage } from '../support/pages/frame-page.ts';
import { homePage } from '../support/pages/home-page.ts';
import { words } from '../support/words.ts';

const t = words('en');

function field(page: Page, key: string) {
  return page.getByRole('main').getByLabel(t(key), { exact: true });
}

const title = (page: Page) => field(page, 'workshop:basics.title');

function storedWorkshop(app: RunningApp): Record<string, unknown> {
  return onlyWorkshop(app.libraryFolder).collections['workshop']?.['workshop'] ?? {};
}

/** Opens a workshop of the list, and shows its basics. */
async function openBasics(page: Page, name: string): Promise<void> {
  await homePage(page, t).row(name).getByRole('link', { name }).click();
  await whenReady(page);
  await framePage(page, t).prepare('basics');
}

/** Where no workshop can be made, none is offered: the page says what is wrong, and how to go on. */
async function offersNoBeginning(page: Page): Promise<void> {
  const { newWorkshop, trySample } = homePage(page, t);
  await expect(page.getByRole('button', { name: t('home:tryAgain') })).toBeVisible();
  await expect(page.getByRole('button', { name: t('home:changeFolder') })).toBeVisible();
  await expect(newWorkshop).toHaveCount(0);
  await expect(trySample).toHaveCount(0);
}

test('after kill -9 everything is there that the page called saved, and undo goes on from there', async ({ app, page }) => {
  const frame = framePage(page, t);
  await homePage(page, t).create({ title: 'Kept', startDate: '20 April 2026' });
  const acknowledged: { readonly key: string; readonly name: string; readonly text: string; readonly savedAt: string }[] = [];
  const fields = [
    ['workshop:basics.place', 'place', 'Lomé, salle « Étoile »'],
    ['workshop:basics.country', 'country', 'Togo'],
    ['workshop:basics.title', 'title', 'Kept through a power cut'],
    ['workshop:basics.place', 'place', 'Lomé, Hôtel de la Paix'],
  ] as const;
  for (const [key, name, text] of fields) {
    await frame.fill(field(page, key), text);
    await expect(page.getByRole('banner')).toContainText(/Saved \d\d:\d\d:\d\d/);
    acknowledged.push({ key, name, text, savedAt: await frame.savedAt() });
  }
  await app.kill();

  const atKill = onlyWorkshop(app.libraryFolder);
  for (const { text, savedAt } of acknowledged) {
    const line = atKill.lines.find((each) => JSON.stringify(each.changes).includes(text));
    expect(line, `${text}, saved ${savedAt}`).toBeDefined();
  }
  await app.start();
  await reopen(app, page);
  await openBasics(page, 'Kept through a power cut');
  const latest = new Map(acknowledged.map((each) => [each.name, each]));
  for (const { key, text } of latest.values()) await expect(field(page, key)).toHaveValue(text);
  expect(onlyWorkshop(app.libraryFolder).collections).toEqual(atKill.collections);

  const place = field(page, 'workshop:basics.place');
  await frame.saving(() => frame.undo.click());
  await expect(place).toHaveValue('Lomé, salle « Étoile »');
  await frame.saving(() => frame.undo.click());
  await expect(title(page)).toHaveValue('Kept');
  expect(storedWorkshop(app)).toMatchObject({ title: 'Kept', place: 'Lomé, salle « Étoile »' });
  await app.kill();
  await app.start();
  await reopen(app, page);
  await openBasics(page, 'Kept');
  await frame.saving(() => frame.redo.click());
  await expect(title(page)).toHaveValue('Kept through a power cut');
  await frame.saving(() => frame.redo.click());
  await expect(place).toHaveValue('Lomé, Hôtel de la Paix');
  expect(storedWorkshop(app)).toMatchObject({ title: 'Kept through a power cut', place: 'Lomé, Hôtel de la Paix' });
});

test('what is typed just before the page closes is in the folder', async ({ app, page, context }) => {
  await homePage(page, t).create({ title: 'Before', startDate: '20 April 2026' });
  await title(page).fill('Typed and closed at once');
  expect(storedWorkshop(app)['title']).toBe('Before');
  await page.close();
  await expect.poll(() => storedWorkshop(app)['title']).toBe('Typed and closed at once');

  const again = await context.newPage();
  await again.goto(await app.newAddress());
  await whenReady(again);
  await openBasics(again, 'Typed and closed at once');
  await title(again).press('End');
  await title(again).pressSequentially(', twice');
  await again.goto('about:blank');
  await expect.poll(() => storedWorkshop(app)['title']).toBe('Typed and closed at once, twice');
});

test('letters typed just before Ctrl+C in the terminal are in the folder, and there at the next start', async ({ app, page }) => {
  await homePage(page, t).create({ title: 'Before', startDate: '20 April 2026' });
  await title(page).fill('Typed at the very end');
  // Read and sent before anything else can happen here: these letters are younger than the 400 ms after which they would be saved.
  const atSignal = storedWorkshop(app)['title'];
  expect(await app.stop()).toBe(0);
  expect(atSignal).toBe('Before');
  expect(storedWorkshop(app)['title']).toBe('Typed at the very end');
  expect(app.output()).toContain(t('shell:terminal.ended'));
  expect(readdirSync(app.libraryFolder).filter((name) => name.endsWith('.lock'))).toEqual([]);
  await app.start();
  await reopen(app, page);
  await openBasics(page, 'Typed at the very end');
  await expect(title(page)).toHaveValue('Typed at the very end');
});

test('when the host is gone the page says so, shows what is not saved, and saves it when it is let in again', async ({
  app,
  page,
  context,
}) => {
  const frame = framePage(page, t);
  await homePage(page, t).create({ title: 'Host', startDate: '20 April 2026' });
  await frame.fill(field(page, 'workshop:basics.place'), 'Saved before the end');
  await app.kill();
  await title(page).fill('Typed while nobody listened');
  await title(page).blur();
  const banner = page.getByRole('status').filter({ hasText: t('connection.gone') });
  await expect(banner).toBeVisible({ timeout: 20_000 });
  await expect(banner).toContainText(t('connection.unsaved'));
  await expect(banner).toContainText('Typed while nobody listened');
  await expect(page.getByRole('button', { name: t('saved.trouble') })).toBeVisible();

  await app.start();
  const second = await context.newPage();
  await second.goto(await app.newAddress());
  await whenReady(second);
  await openBasics(second, 'Host');
  await expect(field(second, 'workshop:basics.place')).toHaveValue('Saved before the end');
  // The old page is unknown to the new start: it keeps the text until a person lets it in from the new tab.
  const unknown = page.getByRole('status').filter({ hasText: t('connection.ended') });
  await expect(unknown).toContainText('Typed while nobody listened');
  await page.getByRole('button', { name: t('connection.connect') }).click();
  await second.getByRole('button', { name: t('connection.allow'), exact: true }).click();
  await expect(unknown).toHaveCount(0);
  await expect.poll(() => storedWorkshop(app)).toMatchObject({ title: 'Typed while nobody listened', place: 'Saved before the end' });
  await expect(title(second)).toHaveValue('Typed while nobody listened');
});

test('a second copy on the same library is refused in words and changes nothing', async ({ app, page }) => {
  await homePage(page, t).create({ title: 'Mine', startDate: '20 April 2026' });
  const before = onlyWorkshop(app.libraryFolder);
  const second = await startApp({ systemLanguage: 'en', now: testNow, libraryFolder: app.libraryFolder });
  try {
    const other = await page.context().newPage();
    await other.goto(await second.newAddress());
    await whenReady(other);
    await expect(other.getByRole('alert')).toContainText(t('failures:library-in-use-here', { folder: app.libraryFolder }));
    await offersNoBeginning(other);
    expect(onlyWorkshop(app.libraryFolder)).toEqual(before);
    await other.close();
  } finally {
    await second.dispose();
  }
  await framePage(page, t).fill(title(page), 'Still mine');
  expect(storedWorkshop(app)['title']).toBe('Still mine');
});

test.describe('damaged and strange workshops', () => {
  /** Ways in which workshop.json is spoilt, and the words for it when nothing is there to restore it from. */
  const cases = [
    { title: 'Cut in half', spoil: (path: string) => truncateSync(path, Math.floor(readFileSync(path).length / 2)), damage: 'cut' },
    { title: 'Emptied', spoil: (path: string) => truncateSync(path, 0), damage: 'empty' },
    { title: 'Nulled', spoil: (path: string) => writeFileSync(path, 'null\n'), damage: 'null' },
  ] as const;

  /** Makes workshops with these titles in a library, and ends the application. @returns their folders by title */
  async function made(app: RunningApp, page: Page, titles: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const home = homePage(page, t);
    const frame = framePage(page, t);
    for (const name of titles) {
      await home.create({ title: name, startDate: '20 April 2026' });
      await frame.fill(field(page, 'workshop:basics.place'), `Place of ${name}`);
      await frame.goTo('workshops');
    }
    expect(await app.stop()).toBe(0);
    const folders = workshopFolders(app.libraryFolder);
    const titleOf = (folder: string) => String(readWorkshopFolder(folder).collections['workshop']?.['workshop']?.['title']);
    return new Map(folders.map((folder) => [titleOf(folder), folder]));
  }

  /** Everything in a folder, to see that nobody touched it. */
  function content(folder: string): Readonly<Record<string, string>> {
    const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    return Object.fromEntries(
      names.map((entry) => [join(entry.parentPath, entry.name), readFileSync(join(entry.parentPath, entry.name), 'base64')]),
    );
  }

  test('with its backups beside it a spoilt file opens as it was, and says so', async ({ app, page }) => {
    const folders = await made(app, page, ['Sound', ...cases.map((each) => each.title)]);
    for (const { title: name, spoil } of cases) spoil(join(folders.get(name) ?? '', 'workshop.json'));
    const sound = content(folders.get('Sound') ?? '');
    await app.start();
    await reopen(app, page);
    for (const { title: name } of cases) {
      await openBasics(page, name);
      await expect(field(page, 'workshop:basics.place')).toHaveValue(`Place of ${name}`);
      await expect(page.getByRole('status').filter({ hasText: /was damaged|was unreadable/ })).toBeVisible();
      await framePage(page, t).goTo('workshops');
    }
    expect(content(folders.get('Sound') ?? '')).toEqual(sound);
  });

  test('with nothing beside it Home says which, where and why; the others open', async ({ app, page }) => {
    const folders = await made(app, page, ['Sound', 'From the future', ...cases.map((each) => each.title)]);
    for (const { title: name, spoil } of cases) {
      const folder = folders.get(name) ?? '';
      for (const entry of readdirSync(folder)) if (entry !== 'workshop.json') rmSync(join(folder, entry), { recursive: true });
      spoil(join(folder, 'workshop.json'));
    }
    const future = join(folders.get('From the future') ?? '', 'workshop.json');
    // Of a later version, and of a shape that this one does not understand.
    const { check: _check, ...stored } = JSON.parse(readFileSync(future, 'utf8')) as { check: string; collections: object };
    const unknown = { ...stored.collections, workshop: { workshop: { id: 'workshop', names: ['From the future'] } } };
    writeFileSync(future, JSON.stringify({ ...stored, schemaVersion: 999, collections: unknown }));
    const before = new Map([...folders].map(([name, folder]) => [name, content(folder)]));
    await app.start();
    await reopen(app, page);
    const broken = page.getByRole('region', { name: t('home:problems') });
    for (const { title: name, damage } of cases) {
      const folder = folders.get(name) ?? '';
      await expect(broken).toContainText(t('failures:workshop-damaged', { folder, detail: t(`failures:damage.${damage}`) }));
    }
    await expect(broken).toContainText(t('failures:workshop-newer', { folder: folders.get('From the future') ?? '' }));
    await openBasics(page, 'Sound');
    await expect(field(page, 'workshop:basics.place')).toHaveValue('Place of Sound');
    for (const [name, folder] of folders) if (name !== 'Sound') expect(content(folder)).toEqual(before.get(name));
  });

  test('a torn last line is set aside; everything before it is here', async ({ app, page }) => {
    await homePage(page, t).create({ title: 'Torn', startDate: '20 April 2026' });
    const frame = framePage(page, t);
    await frame.fill(field(page, 'workshop:basics.place'), 'Before the cut');
    await app.kill();
    const [folder = ''] = workshopFolders(app.libraryFolder);
    const journal = readdirSync(folder).findLast((name) => /^journal\.\d+\.jsonl$/.test(name)) ?? '';
    appendFileSync(join(folder, journal), '{"r":99,"id":"half a li');
    await app.start();
    await reopen(app, page);
    await openBasics(page, 'Torn');
    await expect(field(page, 'workshop:basics.place')).toHaveValue('Before the cut');
    await expect(page.getByRole('status').filter({ hasText: t('recovery.torn-tail-cut') })).toBeVisible();
    await frame.fill(field(page, 'workshop:basics.place'), 'After the cut');
    expect(storedWorkshop(app)['place']).toBe('After the cut');
  });
});

test.describe('a library folder that is no folder, or not there', () => {
  let root = '';
  test.beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'hrh-no-library-'));
  });
  test.afterEach(() => rmSync(root, { recursive: true, force: true }));

  test('a file in its place is said in words and not touched', async ({ page: _page, context }) => {
    const libraryFolder = join(root, 'library');
    writeFileSync(libraryFolder, 'not a folder');
    const app = await startApp({ systemLanguage: 'en', now: testNow, libraryFolder });
    try {
      const page = await context.newPage();
      await page.goto(await app.newAddress());
      await whenReady(page);
      await expect(page.getByRole('alert')).toContainText(libraryFolder);
      await expect(page.getByRole('alert')).toContainText(t('failures:library-missing', { folder: libraryFolder }));
      await offersNoBeginning(page);
      expect(readFileSync(libraryFolder, 'utf8')).toBe('not a folder');
    } finally {
      await app.dispose();
    }
  });

  test('a stick that is pulled and put back: said in words, then everything is there', async ({ context }) => {
    const libraryFolder = join(root, 'library');
    const app = await startApp({ systemLanguage: 'en', now: testNow, libraryFolder });
    try {
      const page = await context.newPage();
      await page.goto(await app.newAddress());
      await whenReady(page);
      await homePage(page, t).create({ title: 'On a stick', startDate: '20 April 2026' });
      await framePage(page, t).goTo('workshops');
      renameSync(libraryFolder, join(root, 'pulled'));
      await page.reload();
      await whenReady(page);
      await expect(page.getByRole('alert')).toContainText(t('failures:library-missing', { folder: libraryFolder }));
      await offersNoBeginning(page);
      expect(existsSync(libraryFolder)).toBe(false);
      renameSync(join(root, 'pulled'), libraryFolder);
      await page.reload();
      await whenReady(page);
      await openBasics(page, 'On a stick');
      await framePage(page, t).fill(title(page), 'Back on a stick');
      expect(onlyWorkshop(libraryFolder).collections['workshop']?.['workshop']?.['title']).toBe('Back on a stick');
    } finally {
      await app.dispose();
    }
  });
});
