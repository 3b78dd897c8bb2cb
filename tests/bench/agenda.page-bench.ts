// Dropping a session elsewhere in an agenda of 300: every start below it is seen anew at once.
import { expect, test, type Page } from '@playwright/test';
import { fragmentOf, openRoute, startBenchApp, type BenchApp } from './bench-app.ts';
import { calibrate, slownessOf } from './calibration.ts';
import { ordinaryShape, workshopChanges } from './large-workshop.ts';
import { keepPaintTimes, takePaintTimes } from './paint-times.ts';
import { reportMeasurement } from './report.ts';
import { median } from './statistics.ts';

const drops = 12;

let app: BenchApp;
test.beforeAll(async () => {
  app = await startBenchApp(workshopChanges({ ...ordinaryShape, agenda: { days: 3, sessions: 300 } }));
});
test.afterAll(() => app.dispose());

/** Ids of the first rows in their order, as they stand in the page. */
function orderOf(page: Page): Promise<readonly string[]> {
  return page.locator('[data-row]').evaluateAll((rows) => rows.slice(0, 8).map((row) => row.getAttribute('data-row') ?? ''));
}

/** Takes the second row by its handle and drops it behind the sixth. @returns the order after it */
async function drop(page: Page): Promise<readonly string[]> {
  const before = await orderOf(page);
  const handle = (row: number) => page.locator('[data-row]').nth(row).locator('button').first();
  const from = await handle(1).boundingBox();
  const to = await handle(5).boundingBox();
  if (!from || !to) throw new Error('The rows have no handles');
  const x = from.x + from.width / 2;
  await page.mouse.move(x, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(x, to.y + to.height / 2, { steps: 8 });
  await expect(page.locator('[data-dragging]')).toHaveCount(1);
  await page.mouse.up();
  await expect(page.locator('[data-dragging]')).toHaveCount(0);
  await expect.poll(() => orderOf(page)).not.toEqual(before);
  return orderOf(page);
}

test('a dropped session is seen in its new place', async ({ page }) => {
  await openRoute(app, page, fragmentOf('agenda'));
  await expect(page.locator('[data-row]').first()).toBeVisible();
  await drop(page);
  await keepPaintTimes(page, 'pointerup');
  await page.evaluate(() => {
    window.addEventListener(
      'pointerup',
      () =>
        requestAnimationFrame(() =>
          setTimeout(() => {
            window.orderSeen = Array.from(document.querySelectorAll('[data-row]'), (row) => row.getAttribute('data-row') ?? '').slice(0, 8);
          }),
        ),
      true,
    );
  });
  const calibrations = [calibrate()];
  const times: number[] = [];
  for (let count = 0; count < drops; count += 1) {
    const after = await drop(page);
    times.push(...(await takePaintTimes(page, 1)));
    expect(await page.evaluate(() => window.orderSeen), 'the first frame after the drop shows the new order').toEqual(after);
    calibrations.push(calibrate());
  }
  const slowness = slownessOf(calibrations);
  const what = 'session dropped in an agenda of 300, until it is seen';
  expect.soft(reportMeasurement({ what, measured: median(times), limit: 50, unit: 'ms', slowness })).toBe(true);
});

declare global {
  interface Window {
    /** The order of the first rows at the end of the frame after the last drop. */
    orderSeen: readonly string[];
  }
}
