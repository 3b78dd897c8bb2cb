// Opening a workshop of 5 MB with 500 commits in its journal, as after a crash.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DocumentSnapshot } from '../../shared/contract/contract.ts';
import { benchFolder, removeFolder, storeWorkshop } from './bench-library.ts';
import { openBenchHost } from './bench-host.ts';
import { collectGarbage } from './collect-garbage.ts';
import { benchIds, changesOfSize } from './large-workshop.ts';
import { reportMeasurement } from './report.ts';
import { median } from './statistics.ts';

const lines = 500;
const times = 15;
const input = { workshopId: 'workshop' };

const folder = benchFolder();
const library = join(folder, 'library');
let workshop = '';

beforeAll(async () => {
  workshop = await storeWorkshop(library, input.workshopId, changesOfSize(5_000_000));
  const host = await openBenchHost(folder, library);
  for (let line = 0; line < lines; line += 1) {
    const command = {
      name: 'stepSet',
      id: benchIds.step(line % 20, 1, line % 8),
      field: 'text',
      value: `List the vacant posts, version ${line}`,
    };
    await host.ask('document', 'execute', { ...input, commandId: host.newId(), command });
  }
  await host.close({ quick: true });
}, 300_000);

afterAll(() => removeFolder(folder));

/** Reads and parses the same bytes, and nothing else. @returns milliseconds */
function readAndParse(): number {
  const began = performance.now();
  const snapshot = JSON.parse(readFileSync(join(workshop, 'workshop.json'), 'utf8')) as { readonly revision: number };
  const journals = readdirSync(workshop).filter((name) => name.startsWith('journal.'));
  const parsed = journals
    .flatMap((name) => readFileSync(join(workshop, name), 'utf8').trimEnd().split('\n'))
    .map((line) => JSON.parse(line) as unknown);
  const milliseconds = performance.now() - began;
  expect(snapshot.revision).toBeGreaterThan(0);
  expect(parsed.length).toBeGreaterThan(lines);
  return milliseconds;
}

test('a workshop opens in little more than reading it takes', async () => {
  const ratios: number[] = [];
  for (let time = 0; time < times; time += 1) {
    collectGarbage();
    const floor = readAndParse();
    const host = await openBenchHost(folder, library);
    // The library knows its workshops before somebody opens one: Home has listed them.
    await host.ask('library', 'list', {});
    collectGarbage();
    const began = performance.now();
    const snapshot = await host.ask<DocumentSnapshot>('document', 'open', input);
    ratios.push((performance.now() - began) / floor);
    expect(snapshot.revision).toBeGreaterThan(lines);
    await host.close({ quick: true });
  }
  const what = 'workshop of 5 MB with 500 commits opened';
  expect.soft(reportMeasurement({ what, measured: median(ratios), limit: 3, unit: '× reading' })).toBe(true);
});
