// The time machine: what was changed reads as people say it, the workshop can be looked at as it was, and what comes back can be undone.
import type { Locator, Page } from '@playwright/test';
import { expect, test, whenReady } from '../support/app.ts';
import { onlyWorkshop } from '../support/library-folder.ts';
import { framePage } from '../support/pages/frame-page.ts';
import { historyPage } from '../support/pages/history-page.ts';
import { plansPage } from '../support/pages/plans-page.ts';
import { goTo, openSample } from '../support/pages/sample.ts';
import { words } from '../support/words.ts';

const topic = 'Train local students';

/** Undo and redo show only an icon: their words are spoken, and shown beside it. */
async function saysWhatItTakesBack(page: Page, button: Locator, what: string | RegExp): Promise<void> {
  await expect(button).toHaveAccessibleName(what);
  // It may have just been pressed, which puts its words away until the pointer comes back.
  await page.mouse.move(0, 0);
  await expect(page.getByRole('tooltip')).toHaveCount(0);
  await button.hover();
  await expect(page.getByRole('tooltip')).toHaveText(what);
}

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

test('undo and redo name the step that they take back or bring again, spoken and beside the icon', async ({ page }) => {
  const t = words('en');
  const frame = framePage(page, t);
  const plans = plansPage(page);
  const workshop = await openSample(page);
  await goTo(page, workshop, 'plans');
  await plans.open(topic);
  await frame.fill(page.locator('[data-column="dueDate"] input').first(), '30/06/2026');
  await frame.fill(plans.field(t('plans:expectedOutput')), 'Trained in every district');
  await saysWhatItTakesBack(page, frame.undo, new RegExp(`^Undo: expected output, Plan “${topic}” of .+`));
  await frame.saving(() => frame.undo.click());
  await saysWhatItTakesBack(page, frame.undo, `Undo: due date, Step 1 of “${topic}”`);
  await saysWhatItTakesBack(page, frame.redo, new RegExp(`^Redo: expected output, Plan “${topic}” of .+`));
  await frame.saving(() => frame.undo.click());
  await saysWhatItTakesBack(page, frame.undo, t('commands:undoNothing'));
  await saysWhatItTakesBack(page, frame.redo, `Redo: due date, Step 1 of “${topic}”`);
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
  await expect(history.preview.getByText('place “Somewhere else” → “Chandolo”')).toBeVisible();
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

test('nothing in the list of copies is cut, on a small laptop and at twice the size', async ({ page }) => {
  const t = words('en');
  const history = historyPage(page, t);
  const workshop = await openSample(page);
  await goTo(page, workshop, 'copies');
  await page.getByRole('button', { name: t('copies:make') }).click();
  await expect(history.copies).not.toHaveCount(0);
  const table = page.getByRole('region', { name: t('copies:table') });
  for (const [width, height] of [
    [1366, 768],
    [1100, 768],
    [683, 384],
  ] as const) {
    await page.setViewportSize({ width, height });
    await expect.poll(() => table.evaluate((list) => list.scrollWidth - list.clientWidth), `${width} wide`).toBe(0);
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
    await saysWhatItTakesBack(page, frame.undo, /^Annuler\s: lieu, Atelier$/);
    await frame.saving(() => frame.undo.click());
    await saysWhatItTakesBack(page, frame.redo, /^Rétablir\s: lieu, Atelier$/);
    await frame.saving(() => frame.redo.click());
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
