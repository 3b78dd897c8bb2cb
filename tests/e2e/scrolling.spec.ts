// A page scrolls in one place: parts that scroll by themselves leave nothing over for the page around them, and at 200 % nothing but a table goes sideways.
import type { Page } from '@playwright/test';
import { routes, sampleAddresses } from '../../renderer/app/routes.ts';
import { expect, test, whenReady, type RunningApp } from '../support/app.ts';
import { onlyWorkshop } from '../support/library-folder.ts';
import { goTo, openSample } from '../support/pages/sample.ts';
import { words } from '../support/words.ts';

/** @returns for each route what is wrong with it, by its name; routes without fault are left out */
async function faultsOfRoutes(app: RunningApp, page: Page, find: (page: Page) => Promise<readonly string[]>): Promise<unknown> {
  const workshop = /\/w\/([^/]+)/.exec(page.url())?.[1] ?? '';
  const plan = Object.keys(onlyWorkshop(app.libraryFolder).collections['plans'] ?? {})[0] ?? '';
  const found: Record<string, readonly string[]> = {};
  const visited = new Set<string>();
  for (const { name, address } of sampleAddresses({ workshop, plan })) {
    await page.goto(`${new URL(page.url()).origin}/#${address}`);
    await whenReady(page);
    const faults = await find(page);
    if (faults.length > 0) found[name] = faults;
    visited.add(name);
  }
  expect([...visited]).toEqual(Object.keys(routes));
  return found;
}

/** Elements that scroll up and down and hold another one that does, too. */
async function scrollersWithin(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() => {
    const scrolls = [...document.querySelectorAll<HTMLElement>('main, main *, html, body')].filter(
      (element) =>
        (element === document.documentElement || /auto|scroll/.test(getComputedStyle(element).overflowY)) &&
        element.scrollHeight > element.clientHeight,
    );
    return scrolls
      .filter((outer) => scrolls.some((inner) => inner !== outer && outer.contains(inner) && inner.tagName !== 'PRE'))
      .map((outer) => `${outer.tagName.toLowerCase()}.${outer.className} by ${outer.scrollHeight - outer.clientHeight} px`);
  });
}

/** Elements that go sideways although they hold no table. */
async function sideways(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('html, body, main, main *')]
      .filter((element) => {
        const isScroller = element === document.documentElement || /auto|scroll/.test(getComputedStyle(element).overflowX);
        const holdsTable = element.tagName !== 'MAIN' && element.firstElementChild?.tagName === 'TABLE';
        return isScroller && !holdsTable && element.scrollWidth > element.clientWidth;
      })
      .map((element) => `${element.tagName.toLowerCase()}.${element.className} by ${element.scrollWidth - element.clientWidth} px`),
  );
}

/** Words in cells and chips that are wider than their place: inputs, lists of names, choices as their longest shown word. */
async function cutWords(page: Page, cells: string): Promise<readonly string[]> {
  return await page.evaluate((selector) => {
    const context = document.createElement('canvas').getContext('2d');
    return [...document.querySelectorAll<HTMLElement>(selector)].flatMap((element) => {
      const text = element instanceof HTMLSelectElement ? element.selectedOptions[0]?.text : (element as HTMLInputElement).value;
      const style = getComputedStyle(element);
      if (!context || text === undefined) return element.scrollWidth > element.clientWidth ? [element.textContent ?? ''] : [];
      context.font = style.font;
      const room = element.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
      return context.measureText(text).width > room + 1 ? [text] : [];
    });
  }, cells);
}

for (const systemLanguage of ['en', 'fr'] as const) {
  test.describe(systemLanguage, () => {
    test.use({ systemLanguage });

    test('a screen of a laptop has one scroll bar at a place, and an agenda that shows its words whole', async ({ app, page }) => {
      test.setTimeout(120_000);
      await page.setViewportSize({ width: 1366, height: 768 });
      const workshop = await openSample(page, systemLanguage);
      if (systemLanguage === 'en') expect(await faultsOfRoutes(app, page, scrollersWithin)).toEqual({});
      await goTo(page, workshop, 'prepare/agenda');
      for (const day of await page
        .getByRole('navigation', { name: words(systemLanguage)('agenda:days.label') })
        .locator('[aria-pressed]')
        .all()) {
        await day.click();
        await expect(day).toHaveAttribute('aria-pressed', 'true');
        const cut = await cutWords(page, '[data-cell=title], [data-cell=kind], [data-cell=phase], [data-cell=records] > span');
        // Several records of one session stand in its tooltip.
        expect(cut.filter((text) => !text.includes(', '))).toEqual([]);
      }
    });
  });
}

for (const systemLanguage of ['en', 'fr'] as const) {
  test.describe(systemLanguage, () => {
    test.use({ systemLanguage });

    test('at 200 % only tables go sideways', async ({ app, page }) => {
      test.setTimeout(120_000);
      await page.setViewportSize({ width: 683, height: 384 });
      await openSample(page, systemLanguage);
      expect(await faultsOfRoutes(app, page, sideways)).toEqual({});
    });
  });
}
