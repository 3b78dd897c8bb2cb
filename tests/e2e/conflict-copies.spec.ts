// Work of another computer in a synchronised folder is offered to the merge.
import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, reopen, test } from '../support/app.ts';
import { workshopFolders } from '../support/library-folder.ts';
import { homePage } from '../support/pages/home-page.ts';
import { goTo } from '../support/pages/sample.ts';
import { words } from '../support/words.ts';

const t = words('fr');

test.use({ systemLanguage: 'fr' });

test('a file that a synchronising program left is named on Home and in the workshop, and leads to the merge', async ({ app, page }) => {
  const workshop = await homePage(page, t).create({ title: 'Lomé', startDate: '20 avril 2026' });
  expect(await app.stop()).toBe(0);
  const [folder = ''] = workshopFolders(app.libraryFolder);
  const left = join(folder, 'workshop-LAPTOP.json');
  copyFileSync(join(folder, 'workshop.json'), left);
  await app.start();
  await reopen(app, page);
  const note = page.getByRole('status').filter({ hasText: 'workshop-LAPTOP.json' });
  await expect(note).toHaveCount(1);
  await goTo(page, workshop, 'prepare/basics');
  await expect(note).toHaveCount(1);
  await note.getByRole('button', { name: t('bringIn:copy.merge') }).click();
  await expect(page.getByText(t('bringIn:known'))).toBeVisible();
  expect(existsSync(left)).toBe(true);
});
