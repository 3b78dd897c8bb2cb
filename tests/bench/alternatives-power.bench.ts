// What a power cut takes: our store beside plain lowdb and write-file-atomic, the published packages themselves, on the modelled disk.
// Each saves the same field of the same small workshop, one save after the other; the power fails at every moment, several outcomes each.
// Two disks: `strict` keeps only what POSIX promises, `orderly` as much as ext4 does with its defaults (support/orderly-disk.ts); real ones lie
// between. A real system also flushes by itself every few seconds: all saves here lie within such a pause. So the counts compare; they are
// no likelihoods.
import { describe, expect, test } from 'vitest';
import type { FilePort } from '../../electron/store/file-port.ts';
import { failingFiles } from '../support/failing-files.ts';
import { orderlyDisk } from '../support/orderly-disk.ts';
import { powerDisk, type DiskImage } from '../support/power-disk.ts';
import { seeded } from '../support/power-loss.ts';
import { contenders, modelledFile, type Contender } from './power-contenders.ts';
import { reportFigure, reportMeasurement } from './report.ts';

const saves = 30;
const outcomes = 10;

const disks: readonly { readonly disk: string; readonly over: (files: FilePort) => FilePort }[] = [
  { disk: 'strict disk', over: (files) => files },
  { disk: 'orderly disk', over: orderlyDisk },
];

interface Losses {
  /** Acknowledged writes of which neither the value nor a later one could be read, over all cuts; and how many could have been lost. */
  readonly lost: number;
  readonly acknowledged: number;
  /** The most that one cut takes. */
  readonly worst: number;
  /** Cuts after which the workshop could not be read at all, and all cuts. */
  readonly unreadable: number;
  readonly cuts: number;
}

async function lossesOf({ start, open, read }: Contender, over: (files: FilePort) => FilePort): Promise<Losses> {
  const random = seeded(20_260_317);
  const cuts: { readonly image: DiskImage; readonly acknowledged: number }[] = [];
  let acknowledged = 0;
  const keep = (): void => {
    for (let outcome = 0; outcome < outcomes; outcome += 1) cuts.push({ image: disk.cut(random), acknowledged });
  };
  const disk = powerDisk(await start(), keep);
  const workshop = await open(over(disk.files));
  try {
    for (let number = 1; number <= saves; number += 1) {
      await workshop.save(number);
      acknowledged = number;
    }
    keep();
  } finally {
    await workshop.close();
  }

  // Where the power stays everything is there: whatever is missing below was taken by the cut.
  expect(await read(disk.image())).toBe(saves);
  const losses = { lost: 0, acknowledged: 0, worst: 0, unreadable: 0, cuts: cuts.length };
  for (const cut of cuts) {
    const found = await read(cut.image);
    const lost = Math.max(0, cut.acknowledged - (found ?? 0));
    losses.lost += lost;
    losses.acknowledged += cut.acknowledged;
    losses.worst = Math.max(losses.worst, lost);
    if (found === null) losses.unreadable += 1;
  }
  return losses;
}

const counts: readonly { readonly what: string; readonly of: (losses: Losses) => readonly [found: number, all: number] }[] = [
  { what: 'acknowledged writes lost', of: ({ lost, acknowledged }) => [lost, acknowledged] },
  { what: 'most of them by one cut', of: ({ worst }) => [worst, saves] },
  { what: 'workshop unreadable', of: ({ unreadable, cuts }) => [unreadable, cuts] },
];

test.each(disks)('what a power cut takes, $disk', async ({ disk, over }) => {
  const found = {
    ours: await lossesOf(contenders.ours, over),
    lowdb: await lossesOf(contenders.lowdb, over),
    atomic: await lossesOf(contenders.atomic, over),
  };
  for (const { what, of } of counts) {
    for (const key of ['ours', 'lowdb', 'atomic'] as const) {
      const [measured, all] = of(found[key]);
      const row = { what: `power cuts, ${disk}, ${contenders[key].name}: ${what}`, measured, unit: `of ${all}` };
      if (key === 'ours') expect.soft(reportMeasurement({ ...row, limit: 0 })).toBe(true);
      else reportFigure(row);
    }
  }
  // A count that sees nothing anywhere would say nothing about ours.
  expect(found.lowdb.lost).toBeGreaterThan(0);
});

describe('on the modelled disk the published packages do what their sources say:', () => {
  async function callsOfSave(contender: Contender): Promise<readonly string[]> {
    const { files, calls } = failingFiles(powerDisk(await contender.start()).files);
    const workshop = await contender.open(files);
    calls.length = 0;
    try {
      await workshop.save(1);
    } finally {
      await workshop.close();
    }
    return calls.filter((call) => !call.startsWith('readFile '));
  }

  test('plain lowdb writes beside the file and renames', async () => {
    const calls = await callsOfSave(contenders.lowdb);
    expect(calls).toEqual(['open /modelled-disk/.workshop.json.tmp', 'write', 'close', `rename ${modelledFile}`]);
  });

  test('write-file-atomic flushes in between', async () => {
    const [opened, ...calls] = await callsOfSave(contenders.atomic);
    expect(opened).toMatch(/^open \/modelled-disk\/workshop\.json\.\d+$/);
    expect(calls).toEqual(['write', 'fsync', 'close', `rename ${modelledFile}`]);
  });
});
