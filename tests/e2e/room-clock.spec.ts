// The room's clock when something goes wrong: a wrong press is taken back, a laptop's clock is set while a session runs.
import { expect, reopen, test } from '../support/app.ts';
import { roomPage } from '../support/pages/room-page.ts';
import { goTo, openSample } from '../support/pages/sample.ts';

test('the last action on the clock is taken back by its own key and button, before anything else, and can be done again', async ({
  page,
}) => {
  const workshop = await openSample(page);
  const room = roomPage(page);
  await goTo(page, workshop, 'run');
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
