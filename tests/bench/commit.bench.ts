// A field that is saved: durable at the host's door, whatever the workshop weighs (design §4: the journal costs the same at any size).
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { benchFolder, removeFolder, storeWorkshop } from './bench-library.ts';
import { openBenchHost, type BenchHost } from './bench-host.ts';
import { openDiskFloor, type DiskFloor } from './disk-floor.ts';
import { benchIds, changesOfSize } from './large-workshop.ts';
import { reportMeasurement } from './report.ts';
import { median, percentile } from './statistics.ts';

const sizes = [0.1, 1, 5, 20] as const;
const rounds = 5;
const savesPerRound = 200;

const folder = benchFolder();
const library = join(folder, 'library');
let host: BenchHost;
let floor: DiskFloor;

beforeAll(async () => {
  for (const size of sizes) await storeWorkshop(library, idOf(size), changesOfSize(size * 1_000_000));
  host = await openBenchHost(folder, library);
  floor = openDiskFloor(folder);
  for (const size of sizes) await host.ask('document', 'open', { workshopId: idOf(size) });
}, 300_000);

afterAll(async () => {
  floor.close();
  await host.close({ quick: true });
  removeFolder(folder);
});

function idOf(size: number): string {
  return `workshop-${size}`;
}

let saves = 0;

/** Saves one of the fields that people type into. @returns milliseconds */
async function saveField(size: number): Promise<number> {
  saves += 1;
  const value = `List the vacant posts with the districts, version ${saves}`;
  const field = fields[saves % fields.length];
  const began = performance.now();
  await host.ask('document', 'execute', { workshopId: idOf(size), commandId: host.newId(), command: { ...field, value } });
  return performance.now() - began;
}

const fields = [
  { name: 'planSet', id: benchIds.plan(3, 1), field: 'expectedOutput' },
  { name: 'stepSet', id: benchIds.step(2, 1, 4), field: 'text' },
  { name: 'participantSet', id: benchIds.person(4, 2), field: 'role' },
  { name: 'workshopSet', id: 'workshop', field: 'place' },
] as const;

interface Round {
  readonly floor: readonly number[];
  readonly saves: Readonly<Record<number, readonly number[]>>;
}

/** Floor and workshops in turn, so that whatever else the disk does meets all of them. */
async function round(): Promise<Round> {
  const floorSamples: number[] = [];
  const bySize = Object.fromEntries(sizes.map((size) => [size, [] as number[]]));
  for (let save = 0; save < savesPerRound; save += 1) {
    for (const size of sizes) {
      floorSamples.push(await floor.write());
      bySize[size]?.push(await saveField(size));
    }
  }
  return { floor: floorSamples, saves: bySize };
}

test('a saved field is durable in little more than the disk needs', async () => {
  // The first commits are slower for reasons of the language's runtime only.
  await round();
  const measured: Round[] = [];
  while (measured.length < rounds) measured.push(await round());
  const share = (part: number, size: number) =>
    median(measured.map(({ floor: floorSamples, saves: bySize }) => percentile(bySize[size] ?? [], part) / percentile(floorSamples, part)));
  for (const size of sizes) {
    const what = `field saved, workshop of ${size} MB`;
    expect.soft(reportMeasurement({ what: `${what}, p50`, measured: share(0.5, size), limit: 1.5, unit: '× floor' }), what).toBe(true);
    expect.soft(reportMeasurement({ what: `${what}, p95`, measured: share(0.95, size), limit: 2.5, unit: '× floor' }), what).toBe(true);
  }
  const growth = median(measured.map(({ saves: bySize }) => median(bySize[20] ?? []) / median(bySize[0.1] ?? [])));
  expect.soft(reportMeasurement({ what: 'field saved, 20 MB against 0.1 MB', measured: growth, limit: 1.3, unit: '×' })).toBe(true);
});

test('eight people save at once', async () => {
  const writers = 8;
  const shares = { each: [] as number[], p95: [] as number[] };
  for (let count = 0; count < rounds; count += 1) {
    const floorSamples: number[] = [];
    for (let sample = 0; sample < savesPerRound; sample += 1) floorSamples.push(await floor.write());
    const samples: number[] = [];
    const began = performance.now();
    await Promise.all(
      Array.from({ length: writers }, async () => {
        for (let save = 0; save < savesPerRound; save += 1) samples.push(await saveField(1));
      }),
    );
    shares.each.push((performance.now() - began) / samples.length / median(floorSamples));
    shares.p95.push(percentile(samples, 0.95) / percentile(floorSamples, 0.95));
  }
  const what = '8 people save at once';
  expect
    .soft(reportMeasurement({ what: `${what}, time for each field`, measured: median(shares.each), limit: 1, unit: '× floor' }))
    .toBe(true);
  // A save waits for the flush that is under way, for what the seven others decide, and for its own flush.
  expect.soft(reportMeasurement({ what: `${what}, p95 of the wait`, measured: median(shares.p95), limit: 8, unit: '× floor' })).toBe(true);
});

test('a saved field takes little of the journal', () => {
  const workshop = join(library, idOf(5));
  const lines = readdirSync(workshop)
    .filter((name) => name.startsWith('journal.'))
    .flatMap((name) => readFileSync(join(workshop, name), 'utf8').trimEnd().split('\n').slice(1));
  expect(lines.length).toBeGreaterThan(rounds * savesPerRound);
  const longest = Math.max(...lines.map((line) => Buffer.byteLength(line) + 1));
  expect
    .soft(reportMeasurement({ what: 'journal of one saved field, longest', measured: longest, limit: 1_024, unit: 'bytes' }))
    .toBe(true);
});
