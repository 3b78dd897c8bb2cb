// Typing into a step of a plan, in a room of 60 teams whose plans have 40 steps: as quick as typing into a page with nothing but an input.
import { expect, test, type Locator, type Page } from '@playwright/test';
import { whenReady } from '../support/app.ts';
import { fragmentOf, openRoute, startBenchApp, type BenchApp } from './bench-app.ts';
import { calibrate, slownessOf } from './calibration.ts';
import { benchIds, workshopChanges } from './large-workshop.ts';
import { traceTyping } from './main-thread.ts';
import { keepPaintTimes, takePaintTimes } from './paint-times.ts';
import { reportMeasurement } from './report.ts';
import { median, percentile } from './statistics.ts';

const rounds = 7;
const words = 'Agree on the order with the districts. ';
/** A quick typist. */
const betweenKeys = { delay: 60 };

const changes = workshopChanges({ teams: 60, peoplePerTeam: 5, plansPerTeam: 1, stepsPerPlan: 40, isFirstSigned: false, agenda: null });

let app: BenchApp;
test.beforeAll(async () => {
  app = await startBenchApp(changes);
});
test.afterAll(() => app.dispose());

async function openPlan(page: Page): Promise<Locator> {
  await openRoute(app, page, fragmentOf('plan', benchIds.plan(29, 0)));
  const cell = page.locator(`[data-cell="${benchIds.step(29, 0, 19)}.text"]`);
  await cell.click();
  // To the end of the text, not of the line that was clicked.
  await cell.press('ControlOrMeta+End');
  await whenReady(page);
  return cell;
}

async function timesOf(page: Page, field: Locator): Promise<readonly number[]> {
  await page.bringToFront();
  await field.focus();
  await field.press('End');
  await takePaintTimes(page, 1);
  await page.keyboard.type(words, betweenKeys);
  return takePaintTimes(page, words.length);
}

test('a key press is on the screen as soon as in an empty page', async ({ context, page }) => {
  const cell = await openPlan(page);
  const bare = await context.newPage();
  await bare.setContent('<!doctype html><title>Floor</title><input>');
  const input = bare.locator('input');
  await keepPaintTimes(page, 'keydown');
  await keepPaintTimes(bare, 'keydown');
  const calibrations = [calibrate()];
  const later: number[] = [];
  // In turn, so that whatever else the machine does meets both pages. The first round warms them up.
  for (let round = 0; round <= rounds; round += 1) {
    const floor = percentile(await timesOf(bare, input), 0.95);
    const ours = percentile(await timesOf(page, cell), 0.95);
    if (round > 0) later.push(ours - floor);
    calibrations.push(calibrate());
  }
  await expect(cell).toHaveValue(new RegExp(`(${words}){${rounds + 1}}$`));
  const slowness = slownessOf(calibrations);
  const what = 'key press until it is seen, p95, beyond an empty page';
  expect.soft(reportMeasurement({ what, measured: median(later), limit: 8, unit: 'ms', slowness })).toBe(true);
});

test('a key press takes little script and no long task', async ({ browser, page }) => {
  const cell = await openPlan(page);
  await page.keyboard.type(words, betweenKeys);
  const calibrations = [calibrate()];
  const traces = [];
  for (let round = 0; round < 3; round += 1) {
    traces.push(await traceTyping(browser, page, () => page.keyboard.type(words + words, betweenKeys)));
    calibrations.push(calibrate());
  }
  await expect(cell).toHaveValue(new RegExp(`(${words}){7}$`));
  const slowness = slownessOf(calibrations, 'processor');
  const script = percentile(
    traces.flatMap((trace) => trace.script),
    0.95,
  );
  expect.soft(reportMeasurement({ what: 'script of a key press, p95', measured: script, limit: 4, unit: 'ms', slowness })).toBe(true);
  // A long task of ours comes back in every round; one that the machine makes does not.
  const task = median(traces.map((trace) => trace.longestTask));
  expect.soft(reportMeasurement({ what: 'longest task while typing', measured: task, limit: 50, unit: 'ms', slowness })).toBe(true);
});
