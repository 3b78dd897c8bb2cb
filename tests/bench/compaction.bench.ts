// Saving goes on while a large journal is folded into a new snapshot of 20 MB (design §4: in pieces, so that a save waits for one piece only).
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WorkshopStore } from '../../electron/store/workshop-store.ts';
import { benchFolder, openBenchStore, removeFolder, storeWorkshop } from './bench-library.ts';
import { calibrate, slownessOf } from './calibration.ts';
import { openDiskFloor, type DiskFloor } from './disk-floor.ts';
import { changesOfSize } from './large-workshop.ts';
import { reportMeasurement } from './report.ts';
import { saverOf, type Saver } from './saver.ts';
import { median, percentile } from './statistics.ts';

const compactions = 7;
const floorSamples = 300;
/** So many saves in a row are folded each time; the first are not measured. */
const savesBefore = 500;

const folder = benchFolder();
let store: WorkshopStore;
let floor: DiskFloor;
let saver: Saver;

beforeAll(async () => {
  store = await openBenchStore(await storeWorkshop(join(folder, 'library'), 'workshop', changesOfSize(20_000_000)));
  saver = saverOf(store);
  floor = openDiskFloor(folder);
}, 300_000);

afterAll(async () => {
  floor.close();
  await store.close({ quick: true });
  removeFolder(folder);
});

test('saving goes on while 20 MB are folded', async () => {
  const calibrations = [calibrate()];
  const quiet: number[] = [];
  const during: (readonly number[])[] = [];
  for (let compaction = 0; compaction < compactions; compaction += 1) {
    for (let save = 0; save < savesBefore; save += 1) await saver.save();
    for (let sample = 0; sample < floorSamples; sample += 1) quiet.push(await floor.write());
    during.push(await saver.saveWhile(store.compact()));
    calibrations.push(calibrate());
  }
  for (const samples of during) expect(samples.length).toBeGreaterThan(100);
  // What folding costs comes back every time; what the machine does in between does not: the median of the foldings speaks.
  const tail = median(during.map((samples) => percentile(samples, 0.99))) / median(quiet);
  expect
    .soft(reportMeasurement({ what: 'field saved while 20 MB are folded, p99', measured: tail, limit: 20, unit: '× floor' }))
    .toBe(true);
  const stall = median(during.map((samples) => Math.max(...samples)));
  const what = 'longest save while 20 MB are folded';
  expect.soft(reportMeasurement({ what, measured: stall, limit: 100, unit: 'ms', slowness: slownessOf(calibrations) })).toBe(true);
});
