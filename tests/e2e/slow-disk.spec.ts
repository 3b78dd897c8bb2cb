// A disk that takes half a second for every flush: nobody waits for it while typing, and nothing is called saved before it is.
import { keepPaintTimes, takePaintTimes } from '../bench/paint-times.ts';
import { percentile } from '../bench/statistics.ts';
import { expect, startApp, test, testNow, whenReady } from '../support/app.ts';
import { onlyWorkshop } from '../support/library-folder.ts';
import { framePage } from '../support/pages/frame-page.ts';
import { homePage } from '../support/pages/home-page.ts';
import { words } from '../support/words.ts';

const t = words('en');
const slowDisk = new URL('../support/slow-disk.mjs', import.meta.url).href;
/** Half of what one flush takes: keys that waited for the disk would take longer. */
const held = 250;

test('typing stays fluid, “Saving…” is said while it is true, and what was typed is there after a kill', async ({ context }) => {
  const app = await startApp({ systemLanguage: 'en', now: testNow, preload: slowDisk });
  try {
    const page = await context.newPage();
    await page.goto(await app.newAddress());
    await whenReady(page);
    await homePage(page, t).create({ title: 'Slow', startDate: '20 April 2026' });
    const frame = framePage(page, t);
    const place = page.getByRole('main').getByLabel(t('workshop:basics.place'), { exact: true });
    const text = 'The hall behind the market, which has a roof, a table for every team and, on most days, electricity';
    await place.fill('');
    await keepPaintTimes(page, 'keydown');
    const before = await frame.savedAt();
    await place.pressSequentially(text, { delay: 20 });
    // The first letters are on their way to the disk by now, and will be for a while.
    await expect(page.getByRole('banner')).toContainText(t('saved.saving'));
    expect(await place.inputValue()).toBe(text);
    expect(percentile(await takePaintTimes(page, text.length), 0.9)).toBeLessThan(held);

    await place.blur();
    await expect(page.getByRole('banner')).toContainText(/Saved \d\d:\d\d:\d\d/);
    await expect(page.locator('[data-unsent]')).toHaveCount(0);
    expect(await frame.savedAt()).not.toBe(before);
    await app.kill();
    expect(onlyWorkshop(app.libraryFolder).collections['workshop']?.['workshop']?.['place']).toBe(text);
  } finally {
    await app.dispose();
  }
});
