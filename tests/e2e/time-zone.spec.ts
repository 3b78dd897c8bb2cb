// The time zone of a new workshop: chosen by typing, never left to a guess that nobody made.
import { expect, test, whenReady } from '../support/app.ts';
import { onlyWorkshop, workshopFolders } from '../support/library-folder.ts';
import { words } from '../support/words.ts';

const t = words('en');

test('typing replaces, Enter takes the only match, and Enter in the field creates no workshop', async ({ app, page }) => {
  await page.getByRole('button', { name: t('home:new') }).click();
  await whenReady(page);
  const field = (key: string) => page.getByRole('main').getByLabel(t(key), { exact: true });
  await field('workshop:basics.title').fill('Zones');
  await field('workshop:new.start').fill('18 March 2026');
  const zone = field('workshop:basics.timezone');

  await zone.click();
  await page.keyboard.type('nowhere at all');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/new$/);
  expect(workshopFolders(app.libraryFolder)).toEqual([]);

  await zone.click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('abidj');
  await page.keyboard.press('Enter');
  await expect(zone).toHaveValue('Africa/Abidjan');
  await expect(page).toHaveURL(/#\/new$/);
  expect(workshopFolders(app.libraryFolder)).toEqual([]);

  await page.getByRole('button', { name: t('workshop:new.create') }).click();
  await page.waitForURL(/#\/w\//);
  expect(Object.values(onlyWorkshop(app.libraryFolder).collections['workshop'] ?? {})).toEqual([
    expect.objectContaining({ timezone: 'Africa/Abidjan' }),
  ]);
});

test('a zone that is none is said, and creates no workshop in another one', async ({ app, page }) => {
  await page.getByRole('button', { name: t('home:new') }).click();
  await whenReady(page);
  const field = (key: string) => page.getByRole('main').getByLabel(t(key), { exact: true });
  await field('workshop:basics.title').fill('Zones');
  await field('workshop:new.start').fill('18 March 2026');
  await field('workshop:basics.timezone').fill('nowhere at all');
  await page.getByRole('button', { name: t('workshop:new.create') }).click();
  await expect(field('workshop:basics.timezone')).toHaveAttribute('aria-invalid', 'true');
  await expect(page).toHaveURL(/#\/new$/);
  expect(workshopFolders(app.libraryFolder)).toEqual([]);
});
