// The room's clock when something goes wrong: a wrong press is taken back, a laptop's clock is set while a session runs.
import { expect, reopen, test } from '../support/app.ts';
import { roomPage } from '../support/pages/room-page.ts';
import { goTo, openSample } from '../support/pages/sample.ts';
import { words } from '../support/words.ts';

test('the last action on the clock is taken back by its own key and button, before anything else, and can be done again', async ({
  page,
}) => {
  const workshop = await openSample(page);
  const room = roomPage(page);
  await goTo(page, workshop, 'run');
  // The end of yesterday is not what this morning offers to take back.
  await expect(room.act('start')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Take back/ })).toHaveCount(0);
  await room.act('start').click();
  await expect(room.clock).toContainText('20 min left');
  await room.act('plusSpoken', { count: 5 }).click();
  await expect(room.clock).toContainText('25 min left');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(room.clock).toContainText('20 min left');
  await expect(page.getByText('Taken back: +5 min')).toBeVisible();
  await page.getByRole('button', { name: 'Redo', exact: true }).click();
  await expect(room.clock).toContainText('25 min left');
  await page.getByRole('button', { name: 'Take back: +5 min' }).click();
  await expect(room.clock).toContainText('20 min left');
  await room.showDay(1);
  await expect(room.title).not.toHaveText('Recap');
  await expect(page.getByText('“Recap” is running')).toBeVisible();
});

test('a laptop whose clock is set back by an hour keeps the time of the room, says so, and every button works', async ({ page, app }) => {
  const workshop = await openSample(page);
  const room = roomPage(page);
  await goTo(page, workshop, 'run');
  await room.act('start').click();
  await expect(room.clock).toContainText('20 min left');
  await app.kill();
  await app.start('2026-03-18T06:00:00Z');
  await reopen(app, page);
  await goTo(page, workshop, 'run');
  await expect(room.clock).toContainText(/(20|19) min left/);
  await expect(page.getByText('This computer’s clock was changed')).toBeVisible();
  await page.getByLabel('Minutes used').fill('8');
  await page.getByRole('button', { name: 'Use these minutes' }).click();
  await expect(room.clock).toContainText('12 min left');
  await expect(page.getByText('This computer’s clock was changed')).toHaveCount(0);
  await room.act('pause').click();
  await expect(room.clock).toContainText('Paused');
  await room.act('finish').click();
  await expect(room.title).toHaveText('Topic groups: tried, working, not working');
});

test('a session started out of order: the list says when the next ones are expected, and what was passed over is skipped, done later or moved', async ({
  page,
}) => {
  const workshop = await openSample(page);
  const room = roomPage(page);
  await goTo(page, workshop, 'run');
  await room.show('Problem analysis');
  await expect(room.session('Lunch')).not.toContainText('expected');
  await room.act('start').click();
  await expect(room.clock).toBeVisible();
  await expect(page.getByTestId('day-progress')).not.toContainText('Everything planned for this day is done');
  await expect(room.session('Lunch')).toContainText(/expected \d\d:\d\d/);
  await expect(page.getByText('4 sessions were passed over')).toBeVisible();

  await page.getByRole('button', { name: 'Skip “Break”', exact: true }).click();
  await expect(page.getByText('3 sessions were passed over')).toBeVisible();
  const titles = () => page.getByRole('navigation', { name: 'Sessions of the day' }).getByRole('listitem').allInnerTexts();
  await page.getByRole('button', { name: '“Recap” later today', exact: true }).click();
  await expect(page.getByText('2 sessions were passed over')).toBeVisible();
  const order = await titles();
  const placeOf = (title: string) => order.findIndex((text) => text.includes(title));
  expect(placeOf('Recap')).toBe(placeOf('Problem analysis') + 1);

  await page.getByRole('button', { name: 'Move “Highlights of the topic groups” to day 3', exact: true }).click();
  await expect(page.getByText('One session was passed over')).toBeVisible();
  await expect(room.session('Highlights of the topic groups')).toHaveCount(0);
  await room.showDay(3);
  await expect(room.session('Highlights of the topic groups')).toBeVisible();
});

test('the running session is in sight in the list, however long the day and small the window', async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 500 });
  const workshop = await openSample(page);
  const room = roomPage(page);
  await goTo(page, workshop, 'run');
  await expect(room.session('Daily close')).not.toBeInViewport();
  await room.show('Daily close');
  await room.act('start').click();
  await expect(room.clock).toBeVisible();
  await room.showDay(1);
  await room.showDay(2);
  await expect(room.session('Daily close')).toBeInViewport();
});

test('Space and the arrows lead the room from its own controls or from nowhere; elsewhere they keep their usual meaning', async ({
  page,
}) => {
  const workshop = await openSample(page);
  const room = roomPage(page);
  await goTo(page, workshop, 'run');
  await room.record.getByRole('button', { name: 'Notes and highlights' }).focus();
  await page.keyboard.press('Space');
  await expect(room.record.getByLabel('Notes', { exact: true })).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(room.act('start')).toBeVisible();
  await expect(room.clock).toHaveCount(0);

  await room.session('Recap').focus();
  await page.keyboard.press('ArrowRight');
  await expect(room.clock).toBeVisible();
  await expect(page.getByText('Done: start of “Recap”')).toBeVisible();

  // A notice that is no longer true goes at once.
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByText('Done: start of “Recap”')).toHaveCount(0, { timeout: 2_000 });
});

test('Ctrl+Z takes the clock first in the room, and elsewhere whatever happened last, and names it with the way back', async ({ page }) => {
  const workshop = await openSample(page);
  const room = roomPage(page);
  await goTo(page, workshop, 'run');
  await room.act('start').click();
  await expect(room.clock).toContainText('20 min left');
  const state = (name: string) =>
    room.record.getByRole('button', { name: words('en')('run:attendance.of', { state: name, name: 'David Kimani' }) });
  const absent = state('Absent');
  await absent.click();
  await expect(absent).toHaveAttribute('aria-pressed', 'true');

  // The focus is in the record, and the attendance came last.
  await page.keyboard.press('ControlOrMeta+z');
  const undone = page.getByRole('alert').filter({ hasText: /^Undone: / });
  await expect(undone).toBeVisible();
  await expect(absent).toHaveAttribute('aria-pressed', 'false');
  await expect(room.clock).toContainText('20 min left');
  await undone.getByRole('button', { name: 'Redo', exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: /^Done again: / })).toBeVisible();
  await expect(absent).toHaveAttribute('aria-pressed', 'true');

  // The clock came last: from the record as well it is the clock.
  await room.act('plusSpoken', { count: 5 }).click();
  await expect(room.clock).toContainText('25 min left');
  await absent.focus();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(room.clock).toContainText('20 min left');
  await expect(page.getByRole('alert').filter({ hasText: 'Taken back: +5 min' })).toContainText('Redo');

  // With the focus in the room's controls the clock comes first, although the attendance is newer.
  await room.act('pause').focus();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(room.act('start')).toBeVisible();
  await expect(absent).toHaveAttribute('aria-pressed', 'true');
});
