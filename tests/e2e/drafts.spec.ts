// Nothing typed is ever dropped: what is refused, or typed into a form that was not sent, is there again after a reload and after a power cut.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, reopen, test, whenReady, type RunningApp } from '../support/app.ts';
import { onlyWorkshop, workshopFolders } from '../support/library-folder.ts';
import { framePage } from '../support/pages/frame-page.ts';
import { homePage } from '../support/pages/home-page.ts';
import { everyByte } from '../support/read-back.ts';
import { handOutPage } from '../support/pages/hand-out-page.ts';
import { goTo, openSample } from '../support/pages/sample.ts';
import { words, type TestWords } from '../support/words.ts';

const place = (page: Page, t: TestWords) => page.getByRole('main').getByLabel(t('workshop:basics.place'), { exact: true });
const tooLong = `Kumasi ${'by the lake '.repeat(1_700)}`;

function draftsIn(app: RunningApp): string {
  try {
    return readFileSync(join(workshopFolders(app.libraryFolder)[0] ?? '', 'drafts.json'), 'utf8');
  } catch {
    return '';
  }
}

async function openBasics(page: Page, title: string, t: TestWords): Promise<void> {
  await homePage(page, t).row(title).getByRole('link', { name: title }).click();
  await whenReady(page);
  await framePage(page, t).prepare('basics');
}

for (const systemLanguage of ['en', 'fr'] as const) {
  test.describe(`a text that is refused (${systemLanguage})`, () => {
    test.use({ systemLanguage });
    const t = words(systemLanguage);

    test('stands in its field after a power cut, marked, until it is taken or let go', async ({ app, page }) => {
      await homePage(page, t).create({ title: 'Kept', startDate: '20/04/2026', place: 'Accra' });
      await place(page, t).fill(tooLong);
      await expect.poll(() => draftsIn(app)).toContain('Kumasi by the lake');
      await app.kill();
      await app.start();
      await reopen(app, page);
      await openBasics(page, 'Kept', t);
      await expect(place(page, t)).toHaveValue(tooLong);
      await expect(page.getByText(t('kept.here'))).toBeVisible();
      await expect(page.getByText(t('kept.title', { count: 1 }))).toBeVisible();
      // Taken as it is, it is refused as before, in words, and is still there.
      await page
        .getByRole('button', { name: t('kept.take') })
        .last()
        .click();
      await expect(page.getByRole('main').getByRole('alert')).toHaveText(
        t('failures:text-too-long', { length: tooLong.length, limit: 20_000 }),
      );
      await page.reload();
      await whenReady(page);
      await expect(place(page, t)).toHaveValue(tooLong);
      // Made shorter, it is saved, and no draft any more.
      await framePage(page, t).fill(place(page, t), 'Kumasi');
      await expect(page.getByText(t('kept.here'))).toHaveCount(0);
      await expect.poll(() => draftsIn(app)).toBe('');
      expect(onlyWorkshop(app.libraryFolder).collections['workshop']?.['workshop']).toMatchObject({ place: 'Kumasi' });

      await place(page, t).fill(tooLong);
      await expect.poll(() => draftsIn(app)).toContain('Kumasi by the lake');
      await page.reload();
      await whenReady(page);
      await page
        .getByRole('button', { name: t('kept.letGo') })
        .last()
        .click();
      await expect(place(page, t)).toHaveValue('Kumasi');
      await expect.poll(() => draftsIn(app)).toBe('');
    });
  });
}

test('page storage holds nothing typed, and no pack holds what is not saved', async ({ app, page }) => {
  const t = words('en');
  const workshop = await openSample(page);
  await goTo(page, workshop, 'prepare/basics');
  await place(page, t).fill(tooLong);
  await expect.poll(() => draftsIn(app)).toContain('Kumasi by the lake');
  const stored = await page.evaluate(async () => ({
    local: localStorage.length,
    session: Object.keys(sessionStorage),
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
    cookies: document.cookie,
  }));
  expect(stored).toEqual({ local: 0, session: ['hrh-token'], databases: [], caches: [], cookies: '' });
  await goTo(page, workshop, 'hand-out');
  const handOut = handOutPage(page);
  await page.getByRole('button', { name: t('handOut:none') }).click();
  await page.getByRole('row').nth(1).getByRole('checkbox').check();
  await handOut.build.click();
  await expect(handOut.result).toBeVisible({ timeout: 60_000 });
  const pack = await handOut.download(page.getByRole('button', { name: /^ZIP of/ }));
  expect((await everyByte('pack.zip', pack.bytes)).filter((text) => text.includes('Kumasi by the lake'))).toEqual([]);
});

test.describe('a half-filled "New workshop"', () => {
  const t = words('en');
  const field = (page: Page, key: string) => page.getByRole('main').getByLabel(t(key), { exact: true });

  async function fillHalf(page: Page): Promise<void> {
    await homePage(page, t).newWorkshop.click();
    await whenReady(page);
    await field(page, 'workshop:basics.title').fill('Half a workshop');
    await field(page, 'workshop:basics.hosts').fill('Ministry of Health\nWHO');
    await field(page, 'workshop:new.start').fill('20 April 2026');
    await field(page, 'workshop:new.start').blur();
  }

  async function isThere(page: Page): Promise<void> {
    await expect(field(page, 'workshop:basics.title')).toHaveValue('Half a workshop');
    await expect(field(page, 'workshop:basics.hosts')).toHaveValue('Ministry of Health\nWHO');
    await expect(field(page, 'workshop:new.start')).toHaveValue(/20.*2026/);
  }

  test('survives a reload, a killed host and another tab, and ends with the workshop', async ({ app, page }) => {
    await fillHalf(page);
    await page.reload();
    await whenReady(page);
    await isThere(page);
    await app.kill();
    await app.start();
    await reopen(app, page);
    await homePage(page, t).newWorkshop.click();
    await whenReady(page);
    await isThere(page);
    await expect(page.getByText(t('workshop:new.begun'))).toBeVisible();
    await page.getByRole('button', { name: t('workshop:new.create') }).click();
    await page.waitForURL(/\/w\/[^/]+\//);
    await page.goto(new URL('/#/new', page.url()).href);
    await whenReady(page);
    await expect(field(page, 'workshop:basics.title')).toHaveValue('');
    await expect(page.getByText(t('workshop:new.begun'))).toHaveCount(0);
  });

  test('is begun afresh when somebody wants it', async ({ page }) => {
    await fillHalf(page);
    await page.reload();
    await whenReady(page);
    await page.getByRole('button', { name: t('workshop:new.afresh') }).click();
    await expect(field(page, 'workshop:basics.title')).toHaveValue('');
    await expect(field(page, 'workshop:basics.hosts')).toHaveValue('');
    await page.reload();
    await whenReady(page);
    await expect(field(page, 'workshop:basics.title')).toHaveValue('');
  });
});

test('what is typed into a small form is there after a reload, and gone when it was sent', async ({ app, page }) => {
  const t = words('en');
  const workshop = await openSample(page);
  const add = (key: string) => page.getByRole('main').getByLabel(t(key), { exact: true });
  const held = (text: string) => expect.poll(() => draftsIn(app)).toContain(text);
  const reload = async () => {
    await page.reload();
    await whenReady(page);
  };

  await test.step('somebody new in the list of people', async () => {
    await goTo(page, workshop, 'prepare/people');
    const name = add('people:addLabel');
    await name.fill('Half A Name');
    await held('Half A Name');
    await reload();
    await expect(name).toHaveValue('Half A Name');
    await expect(page.getByRole('link', { name: t('kept.forms.person') })).toBeVisible();
    await name.press('Enter');
    await expect(name).toHaveValue('');
    await expect.poll(() => draftsIn(app)).toBe('');
    await expect(
      page
        .getByRole('main')
        .getByRole('textbox', { name: /Half A Name/ })
        .first(),
    ).toBeVisible();
  });

  await test.step('a session of a day, and a point for the parking lot', async () => {
    await goTo(page, workshop, 'prepare/agenda');
    await add('agenda:add.label').fill('Half a session');
    await page.keyboard.press('F4');
    const point = page.getByRole('dialog').getByLabel(t('run:parking.text'), { exact: true });
    await point.fill('Half a point');
    await held('Half a point');
    await app.kill();
    await app.start();
    await reopen(app, page);
    await goTo(page, workshop, 'prepare/agenda');
    await expect(add('agenda:add.label')).toHaveValue('Half a session');
    await page.keyboard.press('F4');
    await expect(point).toHaveValue('Half a point');
    await point.press('Enter');
    await expect(point).toHaveValue('');
    await expect.poll(() => draftsIn(app)).not.toContain('Half a point');
    expect(draftsIn(app)).toContain('Half a session');
  });
});
