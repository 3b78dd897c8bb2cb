// Going back to a copy leaves what has happened since.
import { expect, test, whenReady } from '../support/app.ts';
import { onlyWorkshop } from '../support/library-folder.ts';
import { historyPage } from '../support/pages/history-page.ts';
import { homePage } from '../support/pages/home-page.ts';
import { goTo } from '../support/pages/sample.ts';
import { words } from '../support/words.ts';

const t = words('fr');

test.use({ systemLanguage: 'fr' });

test('a session that ran stays when one goes back to a copy, and the preview says so', async ({ app, page }) => {
  const history = historyPage(page, t);
  const workshop = await homePage(page, t).create({ title: 'Lomé', startDate: '20 avril 2026' });
  await goTo(page, workshop, 'copies');
  await page.getByRole('button', { name: t('copies:make') }).click();
  const asked = history.copies.filter({ hasText: t('copies:reason.asked') });
  await expect(asked).toHaveCount(1);
  await goTo(page, workshop, 'run');
  await whenReady(page);
  await page.getByRole('button', { name: t('run:act.startWorkshop') }).click();
  const events = () => Object.keys(onlyWorkshop(app.libraryFolder).collections['clockEvents'] ?? {}).length;
  await expect.poll(events).toBe(1);
  await goTo(page, workshop, 'copies');
  await asked.getByText(t('copies:restore'), { exact: true }).click();
  await expect(history.preview.getByText(t('history:kept.title'))).toBeVisible();
  await history.agree(t('copies:preview.act'));
  expect(events()).toBe(1);
});
