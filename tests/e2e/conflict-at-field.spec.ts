// Two laptops set one thing apart: the field itself shows both values and who wrote each, and is where one decides.
import type { Page } from '@playwright/test';
import { expect, startApp, test, testNow, whenReady, type RunningApp } from '../support/app.ts';
import { onlyWorkshop } from '../support/library-folder.ts';
import { framePage } from '../support/pages/frame-page.ts';
import { homePage } from '../support/pages/home-page.ts';
import { plansPage } from '../support/pages/plans-page.ts';
import { travelPage } from '../support/pages/travel-page.ts';
import { words, type TestWords } from '../support/words.ts';

interface Here {
  readonly app: RunningApp;
  readonly page: Page;
}

type Plan = Readonly<Record<'id' | 'topic' | 'teamId', string>>;

function recordsOf(app: RunningApp, collection: string): Readonly<Record<string, Record<string, unknown>>> {
  return onlyWorkshop(app.libraryFolder).collections[collection] ?? {};
}

/** The first start asks who works here. */
async function introduce({ page }: Here, t: TestWords, name: string): Promise<void> {
  const field = page.getByRole('main').getByLabel(t('workshop:settings.name'), { exact: true });
  await field.fill(name);
  await field.blur();
  await expect(page.getByRole('button', { name: t('workshop:settings.youAre', { name }), exact: true })).toBeVisible();
}

async function openPlan({ page }: Here, t: TestWords, topic: string): Promise<void> {
  await framePage(page, t).goTo('plans');
  await plansPage(page).open(topic);
}

const t = words('fr');

test.use({ systemLanguage: 'fr' });

test('both values stand at the field with who wrote each, “Before sign-off” leads there, and one is chosen by keyboard and taken back', async ({
  app,
  page,
  context,
}) => {
  test.setTimeout(240_000);
  const here = { app, page };
  await introduce(here, t, 'Amina Diallo');
  await homePage(page, t).openSample();
  const versions = Object.values(recordsOf(app, 'planVersions')).map(({ planId }) => planId);
  const plan = Object.values(recordsOf(app, 'plans')).find(({ id }) => !versions.includes(id)) as unknown as Plan;
  const step = Object.values(recordsOf(app, 'steps')).find(({ planId }) => planId === plan.id)?.['id'] as string;
  const team = String(recordsOf(app, 'teams')[plan.teamId]?.['name']);
  const frame = framePage(page, t);
  await frame.goTo('handOut');
  const file = await travelPage(page, t).takeAlong('whole');
  const second = await startApp({ systemLanguage: 'fr', now: testNow });
  try {
    const other = { app: second, page: await context.newPage() };
    await other.page.goto(await second.newAddress());
    await whenReady(other.page);
    await introduce(other, t, 'Bruno Kone');
    await travelPage(other.page, t).add(file);
    for (const [{ page: at }, output, text, name] of [
      [here, 'Agreed at home', 'Step as typed at home', `${team} (home)`],
      [other, 'Agreed away', 'Step as typed away', `${team} (away)`],
    ] as const) {
      const own = framePage(at, t);
      await openPlan({ app, page: at }, t, plan.topic);
      await own.fill(at.locator('[name="expectedOutput"]'), output);
      await own.fill(at.locator(`[data-cell="${step}.text"]`), text);
      await own.prepare('teams');
      await at.getByRole('button', { name: team, exact: true }).first().click();
      await own.fill(at.getByRole('dialog').getByLabel(t('people:team.name'), { exact: true }), name);
      await at
        .getByRole('dialog')
        .getByRole('button', { name: t('close'), exact: true })
        .click();
    }
    await framePage(other.page, t).goTo('handOut');
    const returning = await travelPage(other.page, t).takeAlong('whole');

    await frame.goTo('workshops');
    await travelPage(page, t).open(returning);
    const { conflicts, bringIn } = travelPage(page, t);
    await expect(conflicts.getByRole('group')).toHaveCount(3);
    await expect(conflicts.getByRole('group').first()).toContainText('Amina Diallo');
    await expect(conflicts.getByRole('group').first()).toContainText('Bruno Kone');
    await bringIn.click();
    await page.waitForURL(/\/w\/[^/]+\//);
    await whenReady(page);

    // From the list of what blocks sign-off to the field, and both values there.
    await openPlan(here, t, plan.topic);
    await page.setViewportSize({ width: 1366, height: 768 });
    const checks = page.getByRole('region', { name: t('plans:checks.title') });
    const line = (field: string) => checks.getByRole('link', { name: new RegExp(t(`changes:field.${field}`)) });
    await line('plans.expectedOutput').click();
    await expect(page.locator('[name="expectedOutput"]')).toBeFocused();
    const mark = page.locator(`[data-conflict="plans~expectedOutput~${plan.id}"]`);
    for (const said of ['Agreed at home', 'Agreed away', 'Amina Diallo', 'Bruno Kone']) await expect(mark).toContainText(said);
    const shown = await page.locator('[name="expectedOutput"]').inputValue();
    const hidden = shown === 'Agreed at home' ? 'Agreed away' : 'Agreed at home';

    // By keyboard: past the first button to the second.
    await page.keyboard.press('Tab');
    await expect(mark.getByRole('button', { name: t('conflicts:keepShown'), exact: true })).toBeFocused();
    await page.keyboard.press('Tab');
    await frame.saving(() => page.keyboard.press('Enter'));
    await expect(mark).toHaveCount(0);
    await expect(page.locator('[name="expectedOutput"]')).toHaveValue(hidden);
    await expect(page.locator('[name="expectedOutput"]')).toBeFocused();
    await frame.saving(() => frame.undo.click());
    await expect(page.locator('[name="expectedOutput"]')).toHaveValue(shown);
    await expect(mark).toContainText(hidden);
    await frame.saving(() => mark.getByRole('button', { name: t('conflicts:keepShown'), exact: true }).click());
    await expect(mark).toHaveCount(0);

    // A step, in its row.
    const inRow = page.locator(`tr[data-row="${step}"] [data-conflict]`);
    await expect(inRow).toContainText('Step as typed away');
    await expect(inRow).toContainText('Step as typed at home');
    await inRow.scrollIntoViewIfNeeded();
    await frame.saving(() => inRow.getByRole('button', { name: t('conflicts:keepShown'), exact: true }).click());
    await expect(inRow).toHaveCount(0);

    // What the plan prints of its team is decided at the team.
    await checks.getByRole('link', { name: new RegExp(`${team} \\((home|away)\\)`) }).click();
    const drawer = page.getByRole('dialog');
    await expect(drawer.locator('[data-conflict]')).toContainText('Bruno Kone');
    await frame.saving(() => drawer.getByRole('button', { name: t('conflicts:take'), exact: true }).click());
    await expect(drawer.locator('[data-conflict]')).toHaveCount(0);
    expect(recordsOf(app, 'conflicts')).toEqual({});
  } finally {
    await second.dispose();
  }
});
