// What follows the first frame of a screen is there soon, also where frames do not come and where an address leads into it.
import { expect, test, whenReady } from '../support/app.ts';
import { goTo, openSample } from '../support/pages/sample.ts';

test('a page in the background, which draws no frames, holds the whole screen all the same', async ({ app, context, page }) => {
  const workshop = await openSample(page);
  await goTo(page, workshop, 'prepare/basics');
  const { origin } = new URL(page.url());
  const background = await context.newPage();
  await background.addInitScript(() => {
    window.requestAnimationFrame = () => 0;
  });
  await background.goto(await app.newAddress());
  await background.goto(`${origin}/#/w/${workshop}/prepare/basics`);
  await background.getByRole('textbox', { name: 'Title', exact: true }).waitFor();
  await whenReady(background);
  await expect(background.getByRole('heading', { level: 2 })).toHaveText(await page.getByRole('heading', { level: 2 }).allTextContents());
  await expect(background.getByText('Day 2 of 3')).toBeVisible();
});

test('the page counts as loading until the rest is there, and an address leads to a field in it', async ({ app, page }) => {
  const workshop = await openSample(page);
  const { origin } = new URL(page.url());
  await page.addInitScript(() => {
    // Nobody could save letters in a field that is not there: what the page says of itself must not come too early.
    new MutationObserver(() => {
      const { appState } = document.documentElement.dataset;
      const isThere = document.querySelector('[name="objectives"]') !== null;
      if (appState === 'ready' && document.querySelector('main [name="title"]') !== null && !isThere) throw new Error('Ready too early');
    }).observe(document, { subtree: true, childList: true, attributeFilter: ['data-app-state'] });
  });
  await page.goto('about:blank');
  await page.goto(await app.newAddress());
  await page.goto(`${origin}/#/w/${workshop}/prepare/basics?field=objectives`);
  await expect(page.locator('[name="objectives"]')).toBeFocused();
  await expect(page.locator('[name="objectives"]')).toBeInViewport();
  await whenReady(page);
});
