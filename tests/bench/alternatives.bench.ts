// What the same saved field costs with plain lowdb and with write-file-atomic, in the same run: the figures behind the journal (design §4).
// lowdb's own adapter flushes nothing; what each of them loses when the power fails is counted in alternatives-power.bench.ts.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StoredDocument } from '../../shared/document/envelope.ts';
import type { WorkshopStore } from '../../electron/store/workshop-store.ts';
import { benchFolder, openBenchStore, removeFolder, storeWorkshop } from './bench-library.ts';
import { benchIds, changesOfSize } from './large-workshop.ts';
import { reportFigure, reportMeasurement } from './report.ts';
import { saverOf, type Saver } from './saver.ts';
import { median } from './statistics.ts';
import { writeFileAtomic } from './write-file-atomic.ts';

const sizes = [0.1, 1, 5] as const;
const saves = 60;
const stepId = benchIds.step(2, 1, 4);

const folder = benchFolder();

/** The one field that everybody saves. */
interface Steps {
  readonly collections: { readonly steps: Record<string, Record<string, unknown>> };
}

interface Contender {
  readonly store: WorkshopStore;
  readonly ours: Saver;
  readonly lowdb: () => Promise<number>;
  readonly atomic: () => Promise<number>;
}

const contenders = new Map<number, Contender>();

async function contender(size: number): Promise<Contender> {
  const workshop = await storeWorkshop(join(folder, 'library'), `workshop-${size}`, changesOfSize(size * 1_000_000));
  const stored = JSON.parse(readFileSync(join(workshop, 'workshop.json'), 'utf8')) as StoredDocument & Steps;
  const low = new Low(new JSONFile<Steps>(join(folder, `lowdb-${size}.json`)), structuredClone(stored));
  const plain = structuredClone(stored);
  let count = 0;
  const timed = async (change: (text: string) => Promise<void>): Promise<number> => {
    count += 1;
    const began = performance.now();
    await change(`List the vacant posts with the districts, version ${count}`);
    return performance.now() - began;
  };
  const setText = ({ collections: { steps } }: Steps, text: string) => {
    steps[stepId] = { ...steps[stepId], text };
  };
  const store = await openBenchStore(workshop);
  return {
    store,
    ours: saverOf(store),
    lowdb: () => timed((text) => low.update((data) => setText(data, text))),
    atomic: () =>
      timed((text) => {
        setText(plain, text);
        return writeFileAtomic(join(folder, `atomic-${size}.json`), JSON.stringify(plain, null, 2));
      }),
  };
}

beforeAll(async () => {
  for (const size of sizes) contenders.set(size, await contender(size));
}, 300_000);

afterAll(async () => {
  for (const { store } of contenders.values()) await store.close({ quick: true });
  removeFolder(folder);
});

test.each(sizes)('a saved field beside the alternatives, %s MB', async (size) => {
  const found = contenders.get(size);
  if (!found) throw new Error('No such size');
  const samples = { ours: [] as number[], lowdb: [] as number[], atomic: [] as number[] };
  // In turn, so that whatever else the disk does meets all of them; the first ones are slower for reasons of the language's runtime only.
  for (let save = -10; save < saves; save += 1) {
    const [ours, lowdb, atomic] = [await found.ours.save(), await found.lowdb(), await found.atomic()];
    if (save < 0) continue;
    samples.ours.push(ours);
    samples.lowdb.push(lowdb);
    samples.atomic.push(atomic);
  }
  const what = `field saved, ${size} MB`;
  reportFigure({ what: `${what}, our journal`, measured: median(samples.ours), unit: 'ms' });
  reportFigure({ what: `${what}, plain lowdb (flushes nothing)`, measured: median(samples.lowdb), unit: 'ms' });
  reportFigure({ what: `${what}, write-file-atomic`, measured: median(samples.atomic), unit: 'ms' });
  const measured = median(samples.ours) / median(samples.atomic);
  expect.soft(reportMeasurement({ what: `${what}, ours against write-file-atomic`, measured, limit: 1, unit: '×' })).toBe(true);
});
