// A workshop of 5 MB with a journal of 5 MB, as the power left it: opened again, at the host's door.
import { appendFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DocumentSnapshot } from '../../shared/contract/contract.ts';
import { benchFolder, openBenchStore, removeFolder, storeWorkshop } from './bench-library.ts';
import { openBenchHost } from './bench-host.ts';
import { calibrate, slownessOf } from './calibration.ts';
import { collectGarbage } from './collect-garbage.ts';
import { changesOfSize } from './large-workshop.ts';
import { reportMeasurement } from './report.ts';
import { saverOf } from './saver.ts';
import { median } from './statistics.ts';

const journalBytes = 5_000_000;
const times = 7;
const input = { workshopId: 'workshop' };

const folder = benchFolder();
const library = join(folder, 'library');
let workshop = '';
let revision = 0;

beforeAll(async () => {
  workshop = await storeWorkshop(library, input.workshopId, changesOfSize(5_000_000));
  const store = await openBenchStore(workshop);
  const { save } = saverOf(store);
  while (statSync(journal()).size < journalBytes) await Promise.all(Array.from({ length: 200 }, save));
  ({ revision } = store.document.envelope);
  await store.close({ quick: true });
}, 300_000);

afterAll(() => removeFolder(folder));

function journal(): string {
  const names = readdirSync(workshop).filter((name) => name.startsWith('journal.'));
  return join(workshop, names.toSorted().at(-1) ?? '');
}

test('a workshop that the power left in the middle of a write is back soon', async () => {
  const calibrations = [calibrate()];
  const milliseconds: number[] = [];
  for (let time = 0; time < times; time += 1) {
    appendFileSync(journal(), '{"r":99999999,"l":1,"by":"half a li');
    const host = await openBenchHost(folder, library);
    // The library knows its workshops before somebody opens one: Home has listed them.
    await host.ask('library', 'list', {});
    collectGarbage();
    const began = performance.now();
    const snapshot = await host.ask<DocumentSnapshot>('document', 'open', input);
    milliseconds.push(performance.now() - began);
    expect(snapshot).toMatchObject({ revision, recovery: { code: 'torn-tail-cut' } });
    await host.close({ quick: true });
    calibrations.push(calibrate());
  }
  const what = 'workshop of 5 MB with a journal of 5 MB recovered';
  const slowness = slownessOf(calibrations);
  expect.soft(reportMeasurement({ what, measured: median(milliseconds), limit: 1_000, unit: 'ms', slowness })).toBe(true);
});
