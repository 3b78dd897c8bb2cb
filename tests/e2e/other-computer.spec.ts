// A library that another computer left locked: said with its name and moment, opened only when a person says so.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, reopen, test } from '../support/app.ts';
import { framePage } from '../support/pages/frame-page.ts';
import { homePage } from '../support/pages/home-page.ts';
import { words } from '../support/words.ts';

const t = words('en');
const machine = 'office-pc';

test('the lock of another computer is asked about, and taken over on a person’s word', async ({ app, page }) => {
  await homePage(page, t).create({ title: 'On a stick', startDate: '20 April 2026' });
  await framePage(page, t).goTo('workshops');
  expect(await app.stop()).toBe(0);
  const lock = join(app.libraryFolder, '.library.lock');
  const holder = { pid: 4711, started: '', boot: 'of another computer', machine, since: '2026-03-17T16:05:00.000Z', lock: 'x' };
  writeFileSync(lock, JSON.stringify(holder));
  await app.start();
  await reopen(app, page);

  const alert = page.getByRole('alert');
  await expect(alert).toContainText(`on the computer “${machine}” since 17 March 2026`);
  await page.getByRole('button', { name: t('home:tryAgain') }).click();
  await expect(alert).toContainText(machine);
  const question = page.getByRole('dialog');
  await page.getByRole('button', { name: t('home:takeOver.do') }).click();
  await expect(question).toContainText(t('home:takeOver.text', { machine }));
  await question.getByRole('button', { name: t('cancel') }).click();
  await expect(question).toHaveCount(0);
  expect(JSON.parse(readFileSync(lock, 'utf8'))).toEqual(holder);

  await page.getByRole('button', { name: t('home:takeOver.do') }).click();
  await question.getByRole('button', { name: t('home:takeOver.confirm') }).click();
  await expect(homePage(page, t).row('On a stick')).toBeVisible();
  await expect(alert).toHaveCount(0);
  expect(JSON.parse(readFileSync(lock, 'utf8'))).not.toMatchObject({ machine });
  expect(await app.stop()).toBe(0);
});
