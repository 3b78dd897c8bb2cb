// The time machine: what was changed reads as people say it, the workshop can be looked at as it was, and what comes back can be undone.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, startApp, test, testNow, whenReady } from '../support/app.ts';
import { onlyWorkshop } from '../support/library-folder.ts';
import { framePage } from '../support/pages/frame-page.ts';
import { historyPage } from '../support/pages/history-page.ts';
import { plansPage } from '../support/pages/plans-page.ts';
import { goTo, openSample } from '../support/pages/sample.ts';
import { words } from '../support/words.ts';

const topic = 'Train local students';

test('a change reads as people say it; the plan as it was is looked at, brought back, and that is undone', async ({ page, app }) => {
  const t = words('en');
  const frame = framePage(page, t);
  const history = historyPage(page, t);
  const plans = plansPage(page);
  const workshop = await openSample(page);
  const due = page.locator('[data-column="dueDate"] input');
  const output = plans.field(t('plans:expectedOutput'));
  const storedOutput = () =>
    Object.values(onlyWorkshop(app.libraryFolder).collections['plans'] ?? {}).find((plan) => plan['topic'] === topic)?.['expectedOutput'];

  await goTo(page, workshop, 'plans');
  await plans.open(topic);
  const before = await output.inputValue();
  const dueBefore = await due.first().inputValue();
  await frame.fill(due.first(), '30/06/2026');
  await frame.fill(output, `${before} for every district`);
  await expect(frame.undo).toHaveAccessibleName(new RegExp(`^Undo: expected output, Plan “${topic}”`));

  await page.getByRole('button', { name: t('history:ofPlan') }).click();
  await whenReady(page);
  await expect(history.lines).toHaveCount(3);
  const said = await history.words();
  expect(said[0]).toMatch(new RegExp(`^Plan “${topic}” of .+: expected output “.+” → “.+ for every district”$`));
  expect(said[1]).toMatch(new RegExp(`^Step 1 of “${topic}”: due date .+ → 30 June 2026$`));
  expect(said[2]).toBe(t('history:began'));

  await history.open(/due date/);
  await history.way('look').click();
  await whenReady(page);
  await expect(page.getByText(/Nothing can be changed here/)).toBeVisible();
  await page.getByRole('article', { name: topic }).waitFor();
  await expect(due.first()).toHaveValue(dueBefore);
  await expect(output).toHaveValue(before);
  await expect(output).not.toBeEditable();
  await expect(frame.undo).toHaveCount(0);
  await page.getByRole('button', { name: t('history:past.toNow') }).click();
  await whenReady(page);

  await history.open(/due date/);
  await history.way('bringPlan').click();
  await expect(history.preview.getByText(t('history:preview.changes', { count: 2 }))).toBeVisible();
  await expect(history.preview.getByText(/due date 30 June → /)).toBeVisible();
  await history.agree(t('history:preview.act'));
  await expect(frame.notice(/The plan is as it was just before/)).toBeVisible();
  expect(storedOutput()).toBe(before);
  await expect(history.lines.first()).toContainText('Brought back: ');

  await frame
    .notice(/The plan is as it was/)
    .getByRole('button', { name: t('undo') })
    .click();
  await expect.poll(storedOutput).toBe(`${before} for every district`);
  await expect(history.lines.first()).toContainText('Undone: ');
});

test('what somebody looks at as it was cannot be typed into, in any place', async ({ page }) => {
  const workshop = await openSample(page);
  for (const place of ['prepare/basics', 'prepare/people', 'prepare/teams', 'prepare/agenda', 'plans']) {
    await goTo(page, workshop, `past/1/${place}`);
    await expect(page.getByText(/Nothing can be changed here/)).toBeVisible();
    const main = page.getByRole('main');
    await expect(main.getByRole('heading', { level: 1 })).toBeVisible();
    const open = main.locator('input:not([type=search], [type=checkbox], [type=hidden]), textarea, select');
    const typable = await open.evaluateAll((fields) =>
      fields.filter((field) => !field.matches(':disabled, :read-only')).map((field) => field.outerHTML),
    );
    expect(typable, place).toEqual([]);
  }
});

test('back to a copy: the differences first, then one step, and undo', async ({ page, app }) => {
  const t = words('en');
  const frame = framePage(page, t);
  const history = historyPage(page, t);
  const workshop = await openSample(page);
  const place = page.getByLabel(t('workshop:basics.place'), { exact: true });
  const storedPlace = () => onlyWorkshop(app.libraryFolder).collections['workshop']?.['workshop']?.['place'];

  await goTo(page, workshop, 'copies');
  await page.getByRole('button', { name: t('copies:make') }).click();
  await expect(history.copies.filter({ hasText: t('copies:reason.asked') })).toHaveCount(1);
  await expect(history.copies.first()).toContainText(t('copies:verified'));

  await frame.prepare('basics');
  const before = await place.inputValue();
  await frame.fill(place, 'Somewhere else');
  await goTo(page, workshop, 'copies');
  await history.copies
    .filter({ hasText: t('copies:reason.asked') })
    .getByRole('button', { name: /^Go back to the copy/ })
    .click();
  await expect(history.preview.getByText(t('history:preview.changes', { count: 1 }))).toBeVisible();
  await expect(history.preview.getByText('place “Somewhere else” → “Lusaka”')).toBeVisible();
  await history.agree(t('copies:preview.act'));
  expect(storedPlace()).toBe(before);
  await frame
    .notice(/The workshop is as in the copy/)
    .getByRole('button', { name: t('undo') })
    .click();
  await expect.poll(storedPlace).toBe('Somewhere else');

  const download = page.waitForEvent('download');
  await history.copies
    .first()
    .getByRole('button', { name: /as a file$/ })
    .click();
  expect((await download).suggestedFilename()).toMatch(/\.hrhworkshop$/);
});

test('a second copy goes to another place while it is there; that it is gone is said calmly', async ({ browser }) => {
  const t = words('en');
  const homeFolder = mkdtempSync(join(tmpdir(), 'hrh-home-'));
  const app = await startApp({ systemLanguage: 'en', now: testNow, homeFolder });
  const page = await browser.newPage();
  const history = historyPage(page, t);
  const panel = page.getByRole('region', { name: t('copies:second.title') });
  const found = () => readdirSync(homeFolder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.hrhworkshop'));
  try {
    await page.goto(await app.newAddress());
    await whenReady(page);
    const workshop = await openSample(page);
    await goTo(page, workshop, 'copies');
    await panel.getByRole('button', { name: t('copies:second.choose') }).click();
    const choice = page.getByRole('dialog').getByRole('listitem').filter({ hasText: homeFolder }).first();
    await choice.getByRole('button', { name: t('copies:second.use') }).click();
    await expect(panel.getByText(homeFolder)).toBeVisible();
    await page.getByRole('button', { name: t('copies:make') }).click();
    await expect(history.copies.first()).toBeVisible();
    await expect.poll(() => found().length).toBeGreaterThan(0);
    await expect(panel.getByText(/^Last copy there:/)).toBeVisible();

    rmSync(homeFolder, { recursive: true, force: true });
    await goTo(page, workshop, 'history');
    await goTo(page, workshop, 'copies');
    await expect(panel.getByText(t('copies:second.absent'))).toBeVisible();
    await panel.getByRole('button', { name: t('copies:second.stop') }).click();
    await expect(panel.getByText(t('copies:second.none'))).toBeVisible();
  } finally {
    await page.close();
    await app.dispose();
    rmSync(homeFolder, { recursive: true, force: true });
  }
});

test.describe('in French', () => {
  test.use({ systemLanguage: 'fr' });

  test('history and preview speak French', async ({ page }) => {
    const t = words('fr');
    const frame = framePage(page, t);
    const history = historyPage(page, t);
    await openSample(page, 'fr');
    await frame.prepare('basics');
    await frame.fill(page.getByLabel(t('workshop:basics.place'), { exact: true }), 'Lomé');
    await frame.goTo('history');
    await expect(history.lines.first()).toContainText('Atelier – lieu\u00A0: «\u00A0');
    await expect(history.lines.first()).toContainText('→ «\u00A0Lomé\u00A0»');
    await history.open(/Lomé/);
    await history.way('bringRecord').click();
    await expect(history.preview).toContainText('Une seule chose changerait maintenant');
    await history.agree(t('history:preview.act'));
    await expect(history.lines.first()).toContainText('Retour en arrière\u00A0: Atelier');
  });
});
