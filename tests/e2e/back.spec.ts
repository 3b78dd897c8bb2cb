// Back closes what floats above a page before it leaves the page; neither a second Back nor Forward meets anything of it.
import type { Page } from '@playwright/test';
import { expect, test, whenReady } from '../support/app.ts';
import { goTo, openSample } from '../support/pages/sample.ts';
import { words } from '../support/words.ts';

const t = words('en');

/** As the button of the browser does. */
const back = (page: Page) => page.evaluate(() => history.back());
const forward = (page: Page) => page.evaluate(() => history.forward());

test('a drawer that stands in the address', async ({ page }) => {
  const workshop = await openSample(page);
  await goTo(page, workshop, 'prepare/basics');
  await page.getByRole('link', { name: t('workshop:tabs.people') }).click();
  await whenReady(page);
  await page.getByRole('link', { name: t('workshop:tabs.agenda') }).click();
  await whenReady(page);
  const drawer = page.getByRole('dialog', { name: t('agenda:drawer.title') });
  await page
    .getByRole('button', { name: /^Details of/ })
    .first()
    .click();
  await expect(drawer).toBeVisible();
  await back(page);
  await expect(drawer).toHaveCount(0);
  expect(page.url()).toMatch(/prepare\/agenda/);
  await back(page);
  await expect(page).toHaveURL(/prepare\/people/);
  await forward(page);
  await expect(page).toHaveURL(/prepare\/agenda/);
  await whenReady(page);
  await expect(drawer).toHaveCount(0);
});

test('a drawer, a dialog and the search, one after the other', async ({ page }) => {
  const workshop = await openSample(page);
  await goTo(page, workshop, 'prepare/basics');
  await page.getByRole('link', { name: t('frame.plans') }).click();
  await expect(page).toHaveURL(/plans/);
  await whenReady(page);
  const url = page.url();
  for (const key of ['?', 'Control+k']) {
    await page.locator('body').press(key);
    await expect(page.getByRole('dialog')).toBeVisible();
    await back(page);
    await expect(page.getByRole('dialog')).toHaveCount(0);
    expect(page.url()).toBe(url);
  }
  // Closed by its own key, it leaves nothing behind: the next Back is the page's.
  await page.locator('body').press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await back(page);
  await expect(page).toHaveURL(/prepare\/basics/);
});
