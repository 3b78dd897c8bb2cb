// Home: the first run, the language, copies, the archive, the sample that says so everywhere, and where the library lies.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleAddresses } from '../../renderer/app/routes.ts';
import { expect, reopen, startApp, test, testNow, whenReady } from '../support/app.ts';
import { onlyWorkshop, readWorkshopFolder, workshopFolders } from '../support/library-folder.ts';
import { framePage } from '../support/pages/frame-page.ts';
import { handOutPage } from '../support/pages/hand-out-page.ts';
import { homePage } from '../support/pages/home-page.ts';
import { flat, readPdf } from '../support/read-back.ts';
import { words } from '../support/words.ts';

const t = words('en');
const fr = words('fr');

test('the first run says what this is, where the data are, and in which language; nothing is written', async ({ app, page }) => {
  const home = homePage(page, t);
  await expect(page.getByRole('heading', { level: 1, name: t('home:welcome') })).toBeVisible();
  await expect(page.getByText(t('home:purpose'))).toBeVisible();
  await expect(home.language).toBeVisible();
  await expect(home.language).toHaveValue('en');
  await expect(page.getByRole('main')).toContainText(`${t('home:dataIn')} ${app.libraryFolder}`);
  await expect(home.newWorkshop).toBeVisible();
  await expect(home.trySample).toBeVisible();
  await expect(page.getByText(t('framework:independent'))).toBeVisible();
  expect(workshopFolders(app.libraryFolder)).toEqual([]);
});

test('the language changes while one looks, and stays', async ({ app, page }) => {
  await homePage(page, t).language.selectOption('fr');
  await expect(page.getByRole('heading', { level: 1, name: fr('home:welcome') })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await expect(homePage(page, fr).newWorkshop).toBeVisible();
  await page.reload();
  await whenReady(page);
  await expect(homePage(page, fr).language).toHaveValue('fr');
  expect(await app.stop()).toBe(0);
  await app.start();
  await reopen(app, page);
  await expect(page.getByRole('heading', { level: 1, name: fr('home:welcome') })).toBeVisible();
  await homePage(page, fr).language.selectOption('en');
  await expect(page.getByRole('heading', { level: 1, name: t('home:welcome') })).toBeVisible();
});

test('the form for a new workshop says what is missing and keeps what was typed', async ({ app, page }) => {
  const home = homePage(page, t);
  await home.newWorkshop.click();
  await whenReady(page);
  const main = page.getByRole('main');
  await main.getByLabel(t('workshop:basics.place'), { exact: true }).fill('Gaborone');
  await main.getByRole('button', { name: t('workshop:new.create') }).click();
  await expect(main.getByText(t('workshop:new.titleMissing'))).toBeVisible();
  await expect(main.getByText(t('workshop:new.startMissing'))).toBeVisible();
  await expect(main.getByLabel(t('workshop:basics.place'), { exact: true })).toHaveValue('Gaborone');
  expect(workshopFolders(app.libraryFolder)).toEqual([]);
});

test('a copy has the agenda and the basics, and nobody in it', async ({ app, page }) => {
  const home = homePage(page, t);
  const frame = framePage(page, t);
  await home.openSample();
  const sample = onlyWorkshop(app.libraryFolder);
  const title = String(sample.collections['workshop']?.['workshop']?.['title']);
  await frame.goTo('workshops');
  await home.choose(title, 'duplicate');
  const dialog = page.getByRole('dialog', { name: t('home:duplicateTitle') });
  const duplicate = dialog.getByRole('button', { name: t('home:duplicateDo'), exact: true });
  await expect(duplicate).toHaveAttribute('aria-disabled', 'true');
  const newTitle = dialog.getByLabel(t('home:newTitle'), { exact: true });
  await newTitle.fill('The next workshop');
  await newTitle.blur();
  // Half filled in, it is there again after a reload.
  await page.reload();
  await whenReady(page);
  await home.choose(title, 'duplicate');
  await expect(newTitle).toHaveValue('The next workshop');
  await dialog.getByLabel(t('home:firstDay'), { exact: true }).fill('14/09/2026');
  // As people do it: straight from the field to the button, which is enabled only by leaving the field.
  await duplicate.click({ force: true });
  await page.waitForURL(/\/prepare\/basics/);
  await whenReady(page);
  await expect(page.getByRole('banner')).toContainText('The next workshop');
  await expect(frame.sampleFlag).toHaveCount(0);

  const [copy] = workshopFolders(app.libraryFolder)
    .map(readWorkshopFolder)
    .filter(({ folder }) => folder !== sample.folder);
  const size = (name: string) => Object.keys(copy?.collections[name] ?? {}).length;
  expect(copy?.collections['workshop']?.['workshop']).toMatchObject({
    title: 'The next workshop',
    startDate: '2026-09-14',
    endDate: '2026-09-16',
    place: 'Chandolo',
    isSample: false,
  });
  expect(size('sessions')).toBe(Object.keys(sample.collections['sessions'] ?? {}).length);
  const personal = [
    'participants',
    'teams',
    'plans',
    'steps',
    'attendance',
    'fieldAssessments',
    'topics',
    'parkingItems',
    'packExports',
    'clockEvents',
  ];
  expect(personal.filter((name) => size(name) > 0)).toEqual([]);
  expect(readWorkshopFolder(sample.folder).collections).toEqual(sample.collections);
});

test('an archived workshop leaves the list, stays on the disk, and comes back', async ({ app, page }) => {
  const home = homePage(page, t);
  const frame = framePage(page, t);
  for (const title of ['First', 'Second']) {
    await home.create({ title, startDate: '20 April 2026' });
    await frame.goTo('workshops');
  }
  await home.choose('First', 'archive');
  await expect(home.row('First')).toHaveCount(0);
  await expect(home.row('Second')).toBeVisible();
  expect(workshopFolders(app.libraryFolder)).toHaveLength(2);
  expect(await app.stop()).toBe(0);
  await app.start();
  await reopen(app, page);
  await expect(home.row('Second')).toBeVisible();
  await expect(home.row('First')).toHaveCount(0);
  await page.getByRole('button', { name: t('home:showArchived', { count: 1 }) }).click();
  await expect(home.row('First')).toBeVisible();
  await home.choose('First', 'unarchive');
  await expect(page.getByRole('button', { name: t('home:showArchived', { count: 1 }) })).toHaveCount(0);
  await expect(home.row('First')).toBeVisible();
});

test('the sample says that it is one: on Home, on every screen, on paper; its second day is today', async ({ app, page }) => {
  const home = homePage(page, t);
  const frame = framePage(page, t);
  const id = await home.openSample();
  const { collections } = onlyWorkshop(app.libraryFolder);
  expect(collections['workshop']?.['workshop']).toMatchObject({ isSample: true, startDate: '2026-03-17', endDate: '2026-03-19' });
  const planId = Object.keys(collections['plans'] ?? {})[0] ?? '';
  const origin = new URL(page.url()).origin;
  const visited: string[] = [];
  for (const { name, address } of sampleAddresses({ workshop: id, plan: planId })) {
    if (!address.startsWith('/w/')) continue;
    await page.goto(`${origin}/#${address}`);
    await whenReady(page);
    await expect(frame.sampleFlag, name).toBeVisible();
    await expect(page.getByRole('banner'), name).toContainText(
      name.startsWith('past') ? 'as it was on 18 March 2026' : 'Day 2 of 3 · 18 March',
    );
    visited.push(name);
  }
  expect(visited).toHaveLength(16);

  await page.goto(`${origin}/#/w/${id}/plans/${planId}`);
  await whenReady(page);
  const { bytes } = await handOutPage(page).download(page.getByRole('button', { name: t('plans:actions.print') }));
  const { pages } = await readPdf(bytes);
  const unmarked = pages.filter((text) => !flat(text).toLowerCase().includes(t('pack:sample')));
  expect(pages.length).toBeGreaterThan(0);
  expect(unmarked).toEqual([]);

  await frame.goTo('workshops');
  const title = String(collections['workshop']?.['workshop']?.['title']);
  await expect(home.row(title).getByText(t('sample'), { exact: true })).toBeVisible();
  await expect(home.trySample).toHaveCount(0);
});

test('the library moves to a folder of the list; what was in the other stays there', async ({ context }) => {
  const root = mkdtempSync(join(tmpdir(), 'hrh-home-'));
  const homeFolder = join(root, 'ana');
  mkdirSync(join(homeFolder, 'Documents'), { recursive: true });
  const app = await startApp({ systemLanguage: 'en', now: testNow, homeFolder });
  try {
    const page = await context.newPage();
    await page.goto(await app.newAddress());
    await whenReady(page);
    const home = homePage(page, t);
    await home.create({ title: 'Stays behind', startDate: '20 April 2026' });
    await framePage(page, t).goTo('workshops');
    await page.getByRole('button', { name: t('home:changeFolder') }).click();
    const dialog = page.getByRole('dialog', { name: t('home:folderTitle') });
    const documents = join(homeFolder, 'Documents', 'HRH Action Workshops');
    await expect(dialog.getByRole('listitem').filter({ hasText: join(homeFolder, 'HRH Action Workshops') })).toBeVisible();
    await dialog
      .getByRole('listitem')
      .filter({ hasText: documents })
      .getByRole('button', { name: t('home:folderUse') })
      .click();
    await expect(dialog).toHaveCount(0);
    await expect(page.getByRole('main')).toContainText(`${t('home:dataIn')} ${documents}`);
    await expect(home.row('Stays behind')).toHaveCount(0);
    await home.create({ title: 'In the new place', startDate: '20 April 2026' });
    expect(onlyWorkshop(documents).collections['workshop']?.['workshop']).toMatchObject({ title: 'In the new place' });
    expect(readFileSync(join(onlyWorkshop(app.libraryFolder).folder, 'workshop.json'), 'utf8')).toContain('"Stays behind"');
    expect(existsSync(join(app.libraryFolder, '.library.lock'))).toBe(false);
  } finally {
    await app.dispose();
    rmSync(root, { recursive: true, force: true });
  }
});
