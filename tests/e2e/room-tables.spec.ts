// The records that are tables: the six fields of a team in sight and all teams beside each other, one row for a topic, words for attendance.
import type { Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';
import { roomPage, type RoomPage } from '../support/pages/room-page.ts';
import { goTo, openSample } from '../support/pages/sample.ts';

test.use({ viewport: { width: 1366, height: 768 } });

async function openRecord(page: Page, day: number, title: string): Promise<RoomPage> {
  const workshop = await openSample(page);
  const room = roomPage(page);
  await goTo(page, workshop, 'run');
  await room.showDay(day);
  await room.show(title);
  return room;
}

test('ratings: six fields in sight, Enter goes on to the next, and all teams stand side by side', async ({ page }) => {
  const room = await openRecord(page, 1, 'Baseline: rate the six fields');
  const scales = room.scales(/^Score of/);
  await expect(scales).toHaveCount(6);
  for (const scale of await scales.all()) await expect(scale).toBeInViewport({ ratio: 1 });
  // What shows the number has room for a sentence.
  const evidence = await room.record
    .getByRole('textbox', { name: /^What shows it/ })
    .first()
    .boundingBox();
  expect(evidence?.width).toBeGreaterThan(400);

  const all = room.record.getByRole('region', { name: 'All teams' });
  const rows = all.getByRole('row');
  await expect(rows).toHaveCount(12);
  const last = rows.last();
  const name = (await last.getByRole('rowheader').textContent()) ?? '';
  await last.getByRole('button').click();
  await expect(room.record.getByRole('combobox', { name: 'Team', exact: true }).locator('option:checked')).toContainText(name);

  await scales.first().getByRole('radio').first().focus();
  await page.keyboard.press('7');
  for (let count = 1; count < 6; count += 1) {
    await page.keyboard.press('Enter');
    await page.keyboard.press('2');
  }
  await expect(last.getByRole('cell')).toHaveText(['7', '2', '2', '2', '2', '2']);
});

test('topics: one row each with sum and rank; more than two chosen is said beside the ticks', async ({ page }) => {
  const room = await openRecord(page, 2, 'From the long list to two priorities');
  const topics = room.record.getByRole('region', { name: /^Topic \d/ });
  await expect(topics).toHaveCount(5);
  for (const topic of await topics.all()) {
    const isChosen = await topic.getByRole('checkbox').isChecked();
    expect((await topic.boundingBox())?.height).toBeLessThan(isChosen ? 80 : 60);
    await expect(topic.getByTitle(/^Rank \d/)).toBeVisible();
    await expect(topic.getByTitle(/^\d+ of 15/)).toBeVisible();
  }
  const score = topics.nth(4).getByRole('combobox', { name: 'Importance of topic 5, 1 to 5' });
  await score.selectOption('–');
  await expect(topics.nth(4).getByTitle('not scored')).toBeVisible();
  await expect(topics.nth(4).getByTitle(/^Rank/)).toHaveCount(0);

  await expect(room.record.getByText('more than 2', { exact: true })).toHaveCount(0);
  await topics.nth(2).getByRole('checkbox').check();
  await expect(room.record.getByText('more than 2', { exact: true })).toBeVisible();
});

test('attendance: a word for each state', async ({ page }) => {
  const workshop = await openSample(page);
  const room = roomPage(page);
  await goTo(page, workshop, 'run');
  const person = room.record.locator('[data-person]').first();
  await expect(person.getByRole('button')).toHaveText(['Present', 'Absent', 'Excused']);
});

test('the projector keeps the instruction and what comes next together, in two languages, and time planned and expected by name', async ({
  context,
  page,
}) => {
  const room = await openRecord(page, 2, 'Topic groups: tried, working, not working');
  const [projector] = await Promise.all([context.waitForEvent('page'), page.getByRole('button', { name: 'Projector' }).click()]);
  await projector.setViewportSize({ width: 1024, height: 768 });
  await room.act('start').click();
  await expect(projector.getByRole('timer')).toHaveText(/^70:00|^69:/);
  const instruction = projector.locator('.lower > .instruction');
  const next = projector.locator('.lower > .next');
  await expect(instruction).toBeInViewport({ ratio: 1 });
  const isCut = (text: HTMLElement) => text.scrollHeight > text.clientHeight + 12;
  for (const title of await projector.locator('.title .text').all()) expect(await title.evaluate(isCut)).toBe(false);
  await expect(next).toBeInViewport({ ratio: 1 });
  await expect(next).toContainText(/Next: planned 08:30, expected \d\d:\d\d · Recap/);
  await expect(next).toContainText(/prévue 08:30, attendue \d\d:\d\d/);
});
