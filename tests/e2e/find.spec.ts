// "Find or do…": what Enter opens, and that no letter typed before the dialog is there gets lost.
import { expect, test, whenReady } from '../support/app.ts';
import { goTo, openSample } from '../support/pages/sample.ts';
import { words } from '../support/words.ts';

const t = words('en');

test.beforeEach(async ({ page }) => {
  const workshop = await openSample(page);
  await goTo(page, workshop, 'prepare/basics');
});

/** What somebody types who wants to do something, and where it is done. */
const wishes: readonly (readonly [typed: string, address: RegExp])[] = [
  ['build', /\/hand-out$/],
  ['new workshop', /#\/new$/],
  ['import', /\/prepare\/people/],
  ['copy', /\/copies$/],
  ['sign a plan', /\/plans/],
  ['start', /\/run/],
  ['about', /#\/about$/],
];

test('what one wants to do leads to where it is done', async ({ page }) => {
  const workshop = page.url();
  for (const [typed, address] of wishes) {
    await page.goto(workshop);
    await whenReady(page);
    await page.keyboard.press('Control+k');
    await page.getByRole('textbox', { name: t('frame.find') }).fill(typed);
    await page.keyboard.press('Enter');
    await expect(page, typed).toHaveURL(address);
    await whenReady(page);
  }
});

test('language and look are changed from there, the projector is opened, and words inside steps are found', async ({ page, context }) => {
  const find = async (typed: string) => {
    await page.keyboard.press('Control+k');
    await page.getByRole('textbox', { name: t('frame.find') }).fill(typed);
    await expect(page.locator('[data-action][data-selected]')).toBeVisible();
  };
  await find('dark');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  const projector = context.waitForEvent('page');
  await find('projector');
  await page.keyboard.press('Enter');
  await (await projector).close();
  let arrive: () => void = () => undefined;
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  await page.route(/plans-screen-[^/]*\.js$/, async (route) => {
    await arrived;
    await route.continue();
  });
  await find('HR plans that exist');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/plans\/[^/]+\?field=/);
  // The page arrives after somebody has gone on: its field does not take the cursor away from what is typed.
  await find('français');
  arrive();
  await expect(page.getByRole('textbox', { name: /^Step \d+$/ }).filter({ hasText: 'HR plans that exist' })).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
});

test('the name of a team and Enter open the team, not somebody of it', async ({ page }) => {
  await page.keyboard.press('Control+k');
  const field = page.getByRole('textbox', { name: t('frame.find') });
  await expect(field).toBeFocused();
  await field.pressSequentially('lunaro');
  await expect(page.locator('[data-action][data-selected]')).toHaveText('Lunaro');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/prepare\/teams\?team=/);
  await whenReady(page);
  await expect(page.getByRole('dialog').getByRole('textbox', { name: t('people:team.name') })).toHaveValue('Lunaro');
});

test.describe('while the dialog loads', () => {
  let arrive: () => void;
  test.beforeEach(async ({ page }) => {
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    await page.route(/find-dialog-[^/]*\.js$/, async (route) => {
      await arrived;
      await route.continue();
    });
  });

  test('letters wait for its field and are followed by those typed later', async ({ page }) => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('?nax');
    await page.keyboard.press('Backspace');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    arrive();
    const field = page.getByRole('textbox', { name: t('frame.find') });
    await expect(field).toBeFocused();
    await expect(field).toHaveValue('?na');
    await field.press('Home');
    await field.press('Delete');
    await field.press('End');
    await page.keyboard.type('ro');
    await expect(field).toHaveValue('naro');
    await expect(page.locator('[data-action][data-selected]')).toHaveText('Lunaro');
  });

  test('Enter opens the first line as soon as there is one', async ({ page }) => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('lunaro');
    await page.keyboard.press('Enter');
    arrive();
    await expect(page).toHaveURL(/prepare\/teams\?team=/);
  });

  test('Escape gives up, and the next letters go where the focus is', async ({ page }) => {
    const place = page.getByRole('textbox', { name: t('workshop:basics.place') });
    await place.focus();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('lost?');
    await page.keyboard.press('Escape');
    const before = await place.inputValue();
    await page.keyboard.press('End');
    await page.keyboard.type(' now');
    await expect(place).toHaveValue(`${before} now`);
    arrive();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });
});
