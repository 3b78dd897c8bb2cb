// Starting again after the application was killed, against an ordinary start: from the command to a workshop that can be used.
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { startApp, type RunningApp } from '../support/app.ts';
import { openBenchHost } from './bench-host.ts';
import { benchFolder, removeFolder, storeWorkshop } from './bench-library.ts';
import { benchWorkshopId, fragmentOf, openRoute } from './bench-app.ts';
import { benchIds, benchNow, changesOfSize } from './large-workshop.ts';
import { reportMeasurement } from './report.ts';
import { median } from './statistics.ts';

const times = 5;
const commits = 500;

let folder: string;
let asKilled: string;
let libraryFolder: string;

test.beforeAll(async () => {
  folder = benchFolder();
  asKilled = join(folder, 'as-killed');
  libraryFolder = join(folder, 'library');
  await storeWorkshop(asKilled, benchWorkshopId, changesOfSize(5_000_000));
  const host = await openBenchHost(folder, asKilled);
  for (let commit = 0; commit < commits; commit += 1) {
    const command = {
      name: 'stepSet',
      id: benchIds.step(commit % 20, 1, 0),
      field: 'text',
      value: `List the vacant posts, version ${commit}`,
    };
    await host.ask('document', 'execute', { workshopId: benchWorkshopId, commandId: host.newId(), command });
  }
  await host.close({ quick: true });
});
test.afterAll(() => removeFolder(folder));

/** @returns milliseconds until the workshop is on the screen */
async function usable(app: RunningApp, page: Page): Promise<number> {
  await page.goto('about:blank');
  const began = performance.now();
  await app.start();
  await openRoute(app, page, fragmentOf('basics'));
  await page.locator('main input').first().waitFor();
  return performance.now() - began;
}

test('a start after a kill is little slower than any start', async ({ page }) => {
  cpSync(asKilled, libraryFolder, { recursive: true });
  const app = await startApp({ systemLanguage: 'en', now: benchNow, libraryFolder });
  await openRoute(app, page, fragmentOf('basics'));
  const killed: number[] = [];
  const ordinary: number[] = [];
  try {
    for (let time = 0; time < times; time += 1) {
      await app.kill();
      // The lock of the killed process stays; the journal with its commits is put back.
      rmSync(join(libraryFolder, benchWorkshopId), { recursive: true });
      cpSync(join(asKilled, benchWorkshopId), join(libraryFolder, benchWorkshopId), { recursive: true });
      killed.push(await usable(app, page));
      expect(await app.stop()).toBe(0);
      ordinary.push(await usable(app, page));
    }
  } finally {
    await app.dispose();
  }
  const what = 'workshop of 5 MB usable after a kill';
  expect.soft(reportMeasurement({ what, measured: median(killed) / median(ordinary), limit: 2, unit: '× ordinary start' })).toBe(true);
});
