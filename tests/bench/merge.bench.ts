// Bringing two workshops of 5 MB together, as the host does it: both with work that the other one does not know, a thousand fields each.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { applyCommit, fromStored, isProblem, nextStamp, toStored, type WorkshopDocument } from '../../shared/document/envelope.ts';
import { mergeCommit } from '../../shared/document/merge-commit.ts';
import { differencesOf } from '../../shared/document/merge-differences.ts';
import { mergeDocuments } from '../../shared/document/merge.ts';
import { validate } from '../../shared/document/validate.ts';
import { benchFolder, openBenchStore, removeFolder, storeWorkshop } from './bench-library.ts';
import { calibrate, slownessOf } from './calibration.ts';
import { collectGarbage } from './collect-garbage.ts';
import { changesOfSize } from './large-workshop.ts';
import { reportMeasurement } from './report.ts';
import { median } from './statistics.ts';

const times = 7;
const edits = 1_000;
const limit = 2_000;

const folder = benchFolder();
let text = '';

beforeAll(async () => {
  const store = await openBenchStore(await storeWorkshop(folder, 'workshop', changesOfSize(5_000_000)));
  text = JSON.stringify(toStored(store.document));
  await store.close({ quick: true });
}, 300_000);

afterAll(() => removeFolder(folder));

/** A copy, read from its JSON as a file is. */
function copy(): WorkshopDocument {
  const read = fromStored(JSON.parse(text));
  if (isProblem(read)) throw new Error(read.code);
  return read;
}

/** A copy in which somebody went on: a field of a thousand steps was set, beginning with the step `first`. It is one that stays open in signed plans. */
function edited(replica: string, first: number): WorkshopDocument {
  const document = copy();
  const steps = [...document.records.steps.values()];
  for (let index = 0; index < edits; index += 1) {
    const step = steps[(first + index) % steps.length];
    if (!step) throw new Error('The workshop has no steps');
    const fields = { changeReason: { before: step['changeReason'], after: `${replica} ${index}` } };
    applyCommit(document, {
      revision: document.envelope.revision + 1,
      stamp: nextStamp(document.envelope, replica),
      changes: [{ kind: 'updated', collection: 'steps', id: step.id, fields }],
    });
  }
  return document;
}

test('two workshops of 5 MB are brought together soon, and compared soon', () => {
  const mine = edited('mine', 0);
  const theirs = edited('theirs', edits / 2);
  const calibrations = [calibrate()];
  const merging: number[] = [];
  const comparing: number[] = [];
  for (let time = 0; time < times; time += 1) {
    collectGarbage();
    const began = performance.now();
    const made = mergeCommit(mine, theirs, [], 'mine');
    merging.push(performance.now() - began);
    expect(made).toMatchObject({ ok: true, value: { taken: edits / 2, conflicts: edits / 2 } });
    collectGarbage();
    const compared = performance.now();
    const { document } = mergeDocuments(mine, theirs);
    expect(differencesOf({ mine, theirs, merged: document })).toHaveLength(edits + edits / 2);
    comparing.push(performance.now() - compared);
  }
  calibrations.push(calibrate());
  expect(validate(mergeDocuments(mine, theirs).document.records)).toEqual([]);
  const slowness = slownessOf(calibrations);
  const what = 'two workshops of 5 MB, 1,000 fields apart each';
  expect.soft(reportMeasurement({ what: `${what}: brought together`, measured: median(merging), limit, unit: 'ms', slowness })).toBe(true);
  expect.soft(reportMeasurement({ what: `${what}: compared`, measured: median(comparing), limit, unit: 'ms', slowness })).toBe(true);
});

test('so are two that agree about nothing', () => {
  const mine = copy();
  const theirs = copy();
  const steps = [...theirs.records.steps.values()];
  for (const [document, replica] of [
    [mine, 'mine'],
    [theirs, 'theirs'],
  ] as const) {
    const changes = steps.map((step) => ({
      kind: 'updated' as const,
      collection: 'steps' as const,
      id: step.id,
      fields: { changeReason: { before: step['changeReason'], after: `${replica} ${step.id}` } },
    }));
    applyCommit(document, { revision: document.envelope.revision + 1, stamp: nextStamp(document.envelope, replica), changes });
  }
  const calibrations = [calibrate()];
  const merging: number[] = [];
  for (let time = 0; time < times; time += 1) {
    collectGarbage();
    const began = performance.now();
    const made = mergeCommit(mine, theirs, [], 'mine');
    merging.push(performance.now() - began);
    expect(made).toMatchObject({ ok: true, value: { conflicts: steps.length } });
  }
  calibrations.push(calibrate());
  const what = `two workshops of 5 MB, all ${steps.length} steps in conflict: brought together`;
  expect.soft(reportMeasurement({ what, measured: median(merging), limit, unit: 'ms', slowness: slownessOf(calibrations) })).toBe(true);
});
