// Every screen of the application in its desktop shell: it comes, and nothing on it offends the content policy.
import { sampleAddresses } from '../../renderer/app/routes.ts';
import { whenReady } from '../support/app.ts';
import { expect, test } from '../support/desktop-app.ts';
import { onlyWorkshop } from '../support/library-folder.ts';
import { openSample } from '../support/pages/sample.ts';

test('every route of the route table, light and dark, with the search open where there is one', async ({ desktop, page }) => {
  const workshop = await openSample(page);
  const plan = Object.keys(onlyWorkshop(desktop.libraryFolder).collections['plans'] ?? {})[0] ?? '';
  for (const { name, address } of sampleAddresses({ workshop, plan })) {
    await page.evaluate((hash) => location.assign(`#${hash}`), address);
    await whenReady(page);
    await expect(page.getByRole('main')).toBeVisible();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      // The past is looked at: nothing is done there, and what is found would lead back to now.
      if (name.startsWith('past')) continue;
      await page.keyboard.press('ControlOrMeta+k');
      await expect(page.getByRole('dialog')).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
  }
});
