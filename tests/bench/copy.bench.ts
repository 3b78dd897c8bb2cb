// Saving goes on while a copy of 20 MB is made: packed, flushed, and read back (design §4).
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeCopy } from '../../electron/store/backups.ts';
import { nodeFiles } from '../../electron/store/node-files.ts';
import { captured } from '../../electron/store/snapshot.ts';
import type { WorkshopStore } from '../../electron/store/workshop-store.ts';
import { benchFolder, openBenchStore, removeFolder, storeWorkshop } from './bench-library.ts';
import { calibrate, slownessOf } from './calibration.ts';
import { openDiskFloor, type DiskFloor } from './disk-floor.ts';
import { benchNow, changesOfSize } from './large-workshop.ts';
import { reportMeasurement } from './report.ts';
import { saverOf, type Saver } from './saver.ts';
import { median, percentile } from './statistics.ts';

const copies = 7;
const floorSamples = 300;

const folder = benchFolder();
let store: WorkshopStore;
let saver: Saver;
let floor: DiskFloor;

beforeAll(async () => {
  store = await openBenchStore(await storeWorkshop(join(folder, 'library'), 'workshop', changesOfSize(20_000_000)));
  saver = saverOf(store);
  floor = openDiskFloor(folder);
  // The first commits are slower for reasons of the language's runtime only.
  for (let save = 0; save < 200; save += 1) await saver.save();
}, 300_000);

afterAll(async () => {
  floor.close();
  await store.close({ quick: true });
  removeFolder(folder);
});

function copy(): Promise<unknown> {
  const document = captured(store.document);
  return writeCopy(nodeFiles, store.folder, { document, at: benchNow, reason: 'hourly', appVersion: '0.0.0', isStopped: () => false });
}

test('saving goes on while a copy of 20 MB is made', async () => {
  const calibrations = [calibrate()];
  const quiet: number[] = [];
  const during: (readonly number[])[] = [];
  for (let made = 0; made < copies; made += 1) {
    for (let sample = 0; sample < floorSamples; sample += 1) quiet.push(await floor.write());
    during.push(await saver.saveWhile(copy()));
    calibrations.push(calibrate());
  }
  for (const samples of during) expect(samples.length).toBeGreaterThan(100);
  // What copying costs comes back every time; what the machine does in between does not: the median of the copies speaks.
  const tail = median(during.map((samples) => percentile(samples, 0.99))) / median(quiet);
  expect
    .soft(reportMeasurement({ what: 'field saved while a copy of 20 MB is made, p99', measured: tail, limit: 20, unit: '× floor' }))
    .toBe(true);
  const stall = median(during.map((samples) => Math.max(...samples)));
  const what = 'longest save while a copy of 20 MB is made';
  expect.soft(reportMeasurement({ what, measured: stall, limit: 100, unit: 'ms', slowness: slownessOf(calibrations) })).toBe(true);
});
