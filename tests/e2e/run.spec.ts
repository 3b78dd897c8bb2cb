// Run: the clock by keys and buttons, the projector beside it, the records that sessions make, the parking lot from anywhere.
import type { BrowserContext, Page } from '@playwright/test';
import { expect, test, whenReady } from '../support/app.ts';
import { roomPage } from '../support/pages/room-page.ts';
import { goTo, openSample } from '../support/pages/sample.ts';

async function openProjector(context: BrowserContext, page: Page): Promise<Page> {
  const [projector] = await Promise.all([context.waitForEvent('page'), page.getByRole('button', { name: 'Projector' }).click()]);
  await projector.setViewportSize({ width: 1024, height: 768 });
  await whenReady(projector);
  return projector;
}

test('the room is led by keys: start, pause, minutes, next, back', async ({ page }) => {
  const workshop = await openSample(page);
  const room = roomPage(page);
  await goTo(page, workshop, 'run');
  await expect(room.title).toHaveText('Recap');
  await expect(room.clock).toHaveCount(0);

  await page.keyboard.press('Space');
  await expect(room.clock).toContainText('20 min left');
  await page.keyboard.press('Space');
  await expect(room.clock).toContainText('Paused');
  await page.keyboard.press('Space');
  await expect(room.clock).not.toContainText('Paused');
  await page.keyboard.press('+');
  await expect(room.clock).toContainText('21 min left');
  for (let count = 0; count < 17; count += 1) await page.keyboard.press('-');
  await expect(room.clock).toContainText('4 min left');
  for (let count = 0; count < 6; count += 1) await page.keyboard.press('-');
  await expect(room.clock).toHaveAttribute('data-tone', 'over');
  await expect(room.clock).toContainText(/\+02:\d\d/);
  await expect(room.clock).toContainText('over');

  await page.keyboard.press('ArrowRight');
  await expect(room.title).toHaveText('Topic groups: tried, working, not working');
  await expect(room.clock).toContainText('70 min left');
  await page.keyboard.press('ArrowLeft');
  await expect(room.title).toHaveText('Recap');
  await expect(room.clock).toHaveAttribute('data-tone', 'over');
  await page.keyboard.press('ArrowRight');
  await expect(room.title).toHaveText('Topic groups: tried, working, not working');

  const notes = room.record.getByLabel('Notes', { exact: true });
  await notes.click();
  await page.keyboard.type('a b+c-d');
  await page.keyboard.press('ArrowLeft');
  await expect(notes).toHaveValue('a b+c-d');
  await expect(room.clock).not.toContainText('Paused');
});

test('another session can be looked at while one runs; skipping and finishing go on', async ({ page }) => {
  const workshop = await openSample(page);
  const room = roomPage(page);
  await goTo(page, workshop, 'run');
  await room.act('start').click();
  await expect(room.clock).toBeVisible();
  await room.show('Lunch');
  await expect(page.getByText('“Recap” is running')).toBeVisible();
  await expect(page.getByText('This session leaves no record.')).toBeVisible();
  await page.getByRole('button', { name: 'Show it' }).click();
  await expect(room.title).toHaveText('Recap');
  await room.act('skip').click();
  await expect(room.title).toHaveText('Topic groups: tried, working, not working');
  await expect(room.session('Recap').getByRole('img', { name: 'skipped' })).toBeVisible();
  await room.act('start').click();
  await page.getByRole('button', { name: 'Next step' }).click();
  await expect(page.getByText(/^Step 2 of/)).toBeVisible();
  await room.act('finish').click();
  await expect(room.title).toHaveText('Highlights of the topic groups');
  await expect(page.getByTestId('day-progress')).toContainText(/min (late|early) · day ends|On time · day ends/);
});

test('the projector shows the session in both languages of the room and follows the clock', async ({ page, context }) => {
  const workshop = await openSample(page);
  const room = roomPage(page);
  await goTo(page, workshop, 'run');
  const projector = await openProjector(context, page);
  await expect(projector.getByText('We start at 08:30')).toBeVisible();
  await page.bringToFront();
  await room.act('start').click();
  await expect(projector.locator('header').getByText('Recap', { exact: true })).toBeVisible();
  await expect(projector.locator('header').getByText('Rappel de la veille', { exact: true })).toBeVisible();
  await expect(projector.getByRole('timer')).toHaveText(/^(20:00|19:\d\d)$/);
  const smallest = await projector.evaluate(() => {
    const hasWords = (element: Element) =>
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent !== '');
    const shown = [...document.querySelectorAll('main *')].filter((element) => element.checkVisibility() && hasWords(element));
    return Math.min(...shown.map((element) => Number.parseFloat(getComputedStyle(element).fontSize)));
  });
  expect(smallest).toBeGreaterThanOrEqual(42);

  await page.bringToFront();
  await room.act('pause').click();
  await expect(projector.getByText('Paused', { exact: true })).toBeVisible();
  await expect(projector.getByText('En pause', { exact: true })).toBeVisible();

  await projector.bringToFront();
  await projector.keyboard.press('b');
  await expect(projector.getByRole('timer')).toHaveCount(0);
  await projector.keyboard.press('b');
  await expect(projector.getByRole('timer')).toBeVisible();
  const dark = await projector.getByRole('main').evaluate((main) => getComputedStyle(main).backgroundColor);
  await projector.keyboard.press('l');
  await expect.poll(() => projector.getByRole('main').evaluate((main) => getComputedStyle(main).backgroundColor)).not.toBe(dark);
});

test('attendance goes by keys from person to person', async ({ page }) => {
  const workshop = await openSample(page);
  const room = roomPage(page);
  await goTo(page, workshop, 'run');
  await room.record.getByRole('radio', { name: 'Afternoon' }).click();
  const people = room.record.locator('[data-person]');
  const total = await people.count();
  await expect(room.record).toContainText(`${total} not marked`);
  await people.nth(0).getByRole('button').first().focus();
  await page.keyboard.press('p');
  await page.keyboard.press('a');
  await page.keyboard.press('e');
  const pressed = (index: number) => people.nth(index).getByRole('button', { pressed: true });
  await expect(pressed(0)).toHaveAccessibleName(/^Present/);
  await expect(pressed(1)).toHaveAccessibleName(/^Absent/);
  await expect(pressed(2)).toHaveAccessibleName(/^Excused/);
  await expect(people.nth(3).getByRole('button').first()).toBeFocused();
  await room.record.getByRole('button', { name: 'Mark everyone else present' }).click();
  await expect(room.record).toContainText('0 not marked');
  await expect(pressed(1)).toHaveAccessibleName(/^Absent/);
});

test('a rating is given by number keys and taken back', async ({ page }) => {
  const workshop = await openSample(page);
  const room = roomPage(page);
  await goTo(page, workshop, 'run');
  await room.showDay(1);
  await room.show('Baseline: rate the six fields');
  await room.chooseTeam('Zahiran');
  const score = room.record.getByRole('group', { name: 'Score of Leadership, 1 to 10' });
  await score.getByRole('radio').first().focus();
  await page.keyboard.press('0');
  await expect(score.getByRole('radio', { name: '10', exact: true })).toBeChecked();
  await page.keyboard.press('4');
  await expect(score.getByRole('radio', { name: '4', exact: true })).toBeChecked();
  await page.keyboard.press('Delete');
  await expect(score.getByRole('radio', { checked: true })).toHaveCount(0);
});

test('the parking lot opens from anywhere and its points are closed', async ({ page }) => {
  const workshop = await openSample(page);
  await goTo(page, workshop, 'prepare/basics');
  await page.getByLabel('Title').first().focus();
  await page.keyboard.press('F4');
  const lot = page.getByRole('dialog', { name: 'Parking lot' });
  const text = lot.getByLabel('Point', { exact: true });
  await expect(text).toBeFocused();
  await page.keyboard.type('Who pays for the follow-up visit?');
  await page.keyboard.press('Enter');
  const point = lot.getByRole('region', { name: 'Open' }).getByRole('article').filter({ hasText: 'Who pays for' });
  await expect(point).toBeVisible();
  await expect(text).toBeFocused();
  await expect(text).toHaveValue('');
  await point.getByRole('button', { name: 'Assign' }).click();
  await expect(point.getByRole('button', { name: 'Close as assigned' })).toHaveAttribute('aria-disabled', 'true');
  await point.getByLabel('Who takes it on').fill('Naledi Khumalo');
  await point.getByLabel('By', { exact: true }).fill('30');
  await point.getByLabel('By', { exact: true }).press('Enter');
  await point.getByRole('button', { name: 'Close as assigned', disabled: false }).click();
  const closed = lot.getByRole('region', { name: 'Closed' }).getByRole('article').filter({ hasText: 'Who pays for' });
  await expect(closed).toContainText('Naledi Khumalo, by 18 April');
  await closed.getByRole('button', { name: 'Open again' }).click();
  await expect(point).toBeVisible();
});

test('checkpoints are put on all plans and moved for all; a complete plan is signed in the room', async ({ page }) => {
  const workshop = await openSample(page);
  const room = roomPage(page);
  await goTo(page, workshop, 'run');
  await room.showDay(3);
  await room.show('Introducing the plan at home; follow-up dates');
  await room.record.getByRole('button', { name: 'Checkpoints' }).click();
  await room.record.getByRole('button', { name: /^Complete \d+ plans$/ }).click();
  await expect(room.record).toContainText('Every plan has its checkpoints.');
  const halfYear = room.record.getByRole('textbox', { name: 'Date of the checkpoint after 6 months' });
  await halfYear.fill('19/09/2026');
  await halfYear.press('Enter');
  await expect(room.record.getByRole('row', { name: /6 months/ })).toContainText('weekend');

  await room.show('Sign-off, packs and close');
  const sign = room.record.getByRole('button', { name: 'Sign “Answer five data questions”' });
  await expect(sign).toHaveAttribute('aria-disabled', 'true');
  await room.record.getByLabel('Signed by').fill('Naledi Khumalo');
  await sign.click();
  await expect(sign).toHaveCount(0);
  await expect(room.record.getByRole('region', { name: 'Tembala' })).toContainText('signed v1');
});
