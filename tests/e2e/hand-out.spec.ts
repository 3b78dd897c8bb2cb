// The last afternoon: what is missing is said, packs are built with one button, and what left is remembered.
import { expect, test, whenReady } from '../support/app.ts';
import { readPdf, unzip } from '../support/read-back.ts';
import { handOutPage } from '../support/pages/hand-out-page.ts';
import { goTo, openSample } from '../support/pages/sample.ts';

test('packs of all teams are built, downloaded and logged', async ({ page }) => {
  const workshop = await openSample(page);
  const handOut = handOutPage(page);
  await goTo(page, workshop, 'hand-out');
  await expect(page.getByRole('link', { name: /^Zahiran has no plan/ })).toBeVisible();
  await expect(page.getByRole('link', { name: /“Train local students” is not signed/ })).toBeVisible();
  // Six things are missing; the sixth is not hidden behind a button.
  await expect(page.getByRole('link', { name: /its pack will/ })).toHaveCount(6);
  await expect(page.getByRole('button', { name: /^Show \d+ more/ })).toHaveCount(0);
  await expect(handOut.row('Arzalie').getByRole('combobox')).toHaveValue('fr');
  await expect(handOut.build).toHaveText('Build 11 packs');

  await handOut.build.click();
  await expect(page.getByText(/^\d+ of \d+ · /)).toBeVisible({ timeout: 60_000 });
  await expect(handOut.result).toBeVisible({ timeout: 60_000 });

  const all = await handOut.download(page.getByRole('button', { name: 'Download all' }));
  expect(all.fileName).toMatch(/\.zip$/);
  const names = [...(await unzip(all.bytes)).keys()];
  const covers = names.filter((name) => name.endsWith('/00-cover.pdf'));
  expect(covers).toHaveLength(11);

  const sheets = await handOut.download(page.getByRole('button', { name: 'Sheets for the copier' }));
  expect(JSON.stringify(await readPdf(sheets.bytes))).toContain('Fill critical posts');

  const arzalie = await handOut.download(page.getByRole('button', { name: /^ZIP of Arzalie/ }));
  expect([...(await unzip(arzalie.bytes)).keys()].some((name) => name.endsWith('00-cover.docx'))).toBe(true);

  await expect(handOut.log.getByRole('row')).toHaveCount(4);
  await expect(handOut.log.getByRole('row').nth(1)).toContainText('Arzalie');
  await expect(handOut.log.getByRole('row').nth(2)).toContainText('All teams');
  await page.reload();
  await whenReady(page);
  await expect(handOut.log.getByRole('row')).toHaveCount(4);
});

test('one team in another language; nothing chosen builds nothing', async ({ page }) => {
  const workshop = await openSample(page);
  const handOut = handOutPage(page);
  await goTo(page, workshop, 'hand-out');
  await page.getByRole('button', { name: 'Choose none' }).click();
  await expect(handOut.build).toHaveAttribute('aria-disabled', 'true');
  await handOut.row('Lunaro').getByRole('checkbox').check();
  await handOut.row('Lunaro').getByRole('combobox').selectOption('fr');
  await expect(page.getByText('Nothing is missing')).toBeVisible();
  await handOut.build.click();
  await expect(handOut.result).toBeVisible({ timeout: 60_000 });
  const pack = await handOut.download(page.getByRole('button', { name: /^ZIP of Lunaro/ }));
  const cover = [...(await unzip(pack.bytes))].find(([name]) => name.endsWith('00-cover.pdf'));
  expect(await readPdf(cover?.[1] ?? new Uint8Array())).toMatchObject({ language: 'fr', title: 'Dossier de suivi · Lunaro' });
});

test('a build can be cancelled, and goes on while another screen is open', async ({ page }) => {
  const workshop = await openSample(page);
  const handOut = handOutPage(page);
  await goTo(page, workshop, 'hand-out');
  await handOut.build.click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('Building was cancelled. Nothing was handed out.')).toBeVisible();

  await page.getByRole('button', { name: 'Choose none' }).click();
  await handOut.row('Asandra').getByRole('checkbox').check();
  await handOut.build.click();
  await page.getByRole('link', { name: 'Plans', exact: true }).click();
  await page.getByRole('link', { name: 'Hand out', exact: true }).click();
  await expect(handOut.result).toBeVisible({ timeout: 60_000 });
});
