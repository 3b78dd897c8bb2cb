// The desktop shell holds a library: the browser shell on the same one is refused in words, and gets in when the desktop shell has ended.
import { startApp, testNow, whenReady } from '../support/app.ts';
import { expect, test } from '../support/desktop-app.ts';
import { onlyWorkshop } from '../support/library-folder.ts';
import { homePage } from '../support/pages/home-page.ts';
import { words } from '../support/words.ts';

const t = words('en');

test('the browser shell on the library of the desktop shell is refused in words; after the end of that one it works there', async ({
  desktop,
  page,
  browser,
}) => {
  await homePage(page, t).create({ title: 'Held by the window', startDate: '20 April 2026' });
  const before = onlyWorkshop(desktop.libraryFolder);
  const other = await startApp({ systemLanguage: 'en', now: testNow, libraryFolder: desktop.libraryFolder });
  const context = await browser.newContext();
  try {
    const second = await context.newPage();
    await second.goto(await other.newAddress());
    await whenReady(second);
    const refusal = second.getByRole('alert').filter({ hasText: t('failures:library-in-use-here', { folder: desktop.libraryFolder }) });
    await expect(refusal).toBeVisible();
    expect(onlyWorkshop(desktop.libraryFolder)).toEqual(before);

    await desktop.run(({ app }) => app.exit(1)).catch(() => undefined);
    expect(await desktop.ended()).toBe(1);
    await second.getByRole('button', { name: t('home:tryAgain') }).click();
    await expect(refusal).toHaveCount(0);
    await expect(homePage(second, t).row('Held by the window')).toBeVisible();
  } finally {
    await context.close();
    await other.dispose();
  }
});
