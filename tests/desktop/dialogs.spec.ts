// The system's dialogs: main asks, the page learns what was in the file or that it was saved, never a path it could have named itself.
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { whenReady } from '../support/app.ts';
import { expect, test, type DesktopApp } from '../support/desktop-app.ts';
import { onlyWorkshop } from '../support/library-folder.ts';
import { listPath, peoplePage } from '../support/pages/people-page.ts';
import { openSample } from '../support/pages/sample.ts';
import { readPdf } from '../support/read-back.ts';
import { words } from '../support/words.ts';

const t = words('en');

test('the library folder is chosen in a dialog', async ({ desktop, page }) => {
  const folder = join(desktop.folder, 'on a stick');
  mkdirSync(folder);
  await answerOpenDialog(desktop, [folder]);
  await page.getByRole('button', { name: t('home:changeFolder') }).click();
  await page.getByRole('button', { name: t('home:folderDialog') }).click();
  await expect(page.getByRole('main').getByText(folder, { exact: true })).toBeVisible();
  await openSample(page);
  expect(existsSync(join(folder, '.library.lock'))).toBe(true);
});

test('a list comes in through a dialog; a cancelled one changes nothing', async ({ desktop, page }) => {
  const people = peoplePage(page, t);
  const importList = page.getByRole('button', { name: t('people:importList'), exact: true });
  const workshop = await openSample(page);
  await page.evaluate((id) => location.assign(`#/w/${id}/prepare/people`), workshop);
  await whenReady(page);
  const before = peopleIn(desktop);
  await answerOpenDialog(desktop, []);
  await importList.click();
  await expect(importList).toBeVisible();

  await answerOpenDialog(desktop, [listPath('participants-38.xlsx')]);
  await importList.click();
  await people.goToCheck();
  expect(await page.content()).not.toContain(listPath(''));
  await people.importNow();
  expect(peopleIn(desktop)).toBe(before + 38);
});

test('a plan is saved where the dialog says, and shown there on demand', async ({ desktop, page }) => {
  const workshop = await openSample(page);
  await page.evaluate((id) => location.assign(`#/w/${id}/plans`), workshop);
  await whenReady(page);
  await page
    .getByRole('link', { name: /Fill critical posts/ })
    .or(page.getByRole('button', { name: /Fill critical posts/ }))
    .click();
  const path = join(desktop.folder, 'A plan.pdf');
  await desktop.run(({ dialog, shell }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    shell.showItemInFolder = (shown) => Object.assign(globalThis, { shown });
  }, path);
  await page.getByRole('button', { name: 'Print (PDF)' }).click();
  await expect.poll(() => existsSync(path)).toBe(true);
  expect(JSON.stringify(await readPdf(readFileSync(path)))).toContain('Fill critical posts');
});

function peopleIn({ libraryFolder }: DesktopApp): number {
  return Object.keys(onlyWorkshop(libraryFolder).collections['participants'] ?? {}).length;
}

function answerOpenDialog(desktop: DesktopApp, filePaths: readonly string[]): Promise<void> {
  return desktop.run(({ dialog }, paths) => {
    dialog.showOpenDialog = async () => ({ canceled: paths.length === 0, filePaths: [...paths] });
  }, filePaths);
}
