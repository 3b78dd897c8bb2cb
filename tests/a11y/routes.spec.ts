// Every route of the route table passes axe, light and dark, in English and French, with the sample workshop in it.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { routes, sampleAddresses } from '../../renderer/app/routes.ts';
import { expect, test, whenReady } from '../support/app.ts';
import { onlyWorkshop } from '../support/library-folder.ts';

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What can come out differently in dark. */
const rulesOfColours = ['color-contrast', 'link-in-text-block'];

/** What axe finds on the page as it stands, in a form that names the culprit. */
async function findings(page: Page, colorScheme: 'light' | 'dark'): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page });
  const { violations, passes } = await (colorScheme === 'light' ? axe.withTags(levels) : axe.withRules(rulesOfColours)).analyze();
  expect(passes.length).toBeGreaterThan(colorScheme === 'light' ? 5 : 0);
  return violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(' | ')}`);
}

// One language per worker.
test.describe.configure({ mode: 'parallel' });

for (const systemLanguage of ['en', 'fr'] as const) {
  test.describe(systemLanguage, () => {
    test.use({ systemLanguage });

    test('every route, light and dark', async ({ app, page }) => {
      test.setTimeout(600_000);
      await page.getByRole('button', { name: systemLanguage === 'fr' ? 'Essayer l’exemple' : 'Try the sample' }).click();
      await page.waitForURL(/\/w\//);
      await whenReady(page);
      const workshop = /\/w\/([^/]+)/.exec(page.url())?.[1] ?? '';
      const plan = Object.keys(onlyWorkshop(app.libraryFolder).collections['plans'] ?? {})[0] ?? '';
      const visited = new Set<string>();
      const found: Record<string, readonly string[]> = {};
      for (const { name, address } of sampleAddresses({ workshop, plan })) {
        await page.goto(`${new URL(page.url()).origin}/#${address}`);
        await whenReady(page);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          // The page hears of it and fades over, in next to no time, but not before its next frame: a look in between would see colours of both.
          await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor();
          await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
          const violations = await findings(page, colorScheme);
          if (violations.length > 0) found[`${name} ${colorScheme}`] = violations;
        }
        visited.add(name);
      }
      expect(found).toEqual({});
      expect([...visited]).toEqual(Object.keys(routes));
    });
  });
}
