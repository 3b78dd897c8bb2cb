// Who works here: asked for at the first start, changed in the top bar, and used wherever somebody is named.
import { expect, startApp, test, testNow, whenReady } from '../support/app.ts';
import { framePage } from '../support/pages/frame-page.ts';
import { historyPage } from '../support/pages/history-page.ts';
import { homePage } from '../support/pages/home-page.ts';
import { plansPage } from '../support/pages/plans-page.ts';
import { goTo } from '../support/pages/sample.ts';
import { travelPage } from '../support/pages/travel-page.ts';
import { words } from '../support/words.ts';

const t = words('en');

test('the name is asked for at the first start, stands in history and at sign-off, is changed in the top bar, and undo is that person’s', async ({
  page,
  context,
}) => {
  test.setTimeout(180_000);
  const frame = framePage(page, t);
  const plans = plansPage(page);
  const history = historyPage(page, t);
  const you = (name: string) => page.getByRole('button', { name: t('workshop:settings.youAre', { name }), exact: true });
  const first = page.getByRole('main').getByLabel(t('workshop:settings.name'), { exact: true });
  await expect(first).toHaveValue('');
  await first.fill('Amina Diallo');
  await first.blur();
  await expect(you('Amina Diallo')).toBeVisible();
  await homePage(page, t).openSample();
  const workshop = /#\/w\/([^/]+)/.exec(page.url())?.[1] ?? '';

  await goTo(page, workshop, 'plans');
  await plans.open('Train local students');
  await frame.fill(plans.field(t('plans:expectedOutput')), 'Forty students a year');
  await expect(page.getByLabel(t('plans:sign.by'), { exact: true })).toHaveValue('Amina Diallo');

  await you('Amina Diallo').click();
  const dialog = page.getByRole('dialog');
  const field = dialog.getByLabel(t('workshop:settings.name'), { exact: true });
  await field.fill('Amina Keita');
  await field.blur();
  await dialog.getByRole('button', { name: t('close'), exact: true }).click();
  await expect(you('Amina Keita')).toBeVisible();
  await expect(page.getByLabel(t('plans:sign.by'), { exact: true })).toHaveValue('Amina Keita');

  // Somebody else works on a copy, and what they did comes in.
  await goTo(page, workshop, 'hand-out');
  const file = await travelPage(page, t).takeAlong('whole');
  const second = await startApp({ systemLanguage: 'en', now: testNow });
  try {
    const other = await context.newPage();
    await other.goto(await second.newAddress());
    await whenReady(other);
    await expect(other.getByRole('main').getByLabel(t('workshop:settings.name'), { exact: true })).toHaveValue('');
    await travelPage(other, t).add(file);
    // What Amina did stands in the history of the copy, and is not the other's to take back.
    await expect(framePage(other, t).undo).toHaveAttribute('aria-disabled', 'true');
    await other.close();
  } finally {
    await second.dispose();
  }

  await goTo(page, workshop, 'history');
  await expect(history.lines.first()).toContainText('Forty students a year');
  await expect(history.lines.first()).toContainText('Amina Diallo');
  // One person under two names: what Amina did is hers to take back.
  await frame.saving(() => frame.undo.click());
  await expect(history.lines.first()).toContainText('Undone: ');
  await expect(history.lines.first()).toContainText('Amina Keita');
});
