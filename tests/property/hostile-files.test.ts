// Whatever bytes a stranger sends: an answer in time, a failure with a code, or a whole workshop that can be brought in without harm.
import * as fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readSource } from '../../electron/intake/read-source.ts';
import { readWorkshopFile, type ReadWorkshopFile } from '../../electron/intake/read-workshop-file.ts';
import { failureCodes } from '../../shared/contract/failures.ts';
import { mergeDocuments } from '../../shared/document/merge.ts';
import { validate } from '../../shared/document/validate.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { patience, runs } from '../support/effort.ts';
import { fixtureBytes } from '../support/import-fixtures.ts';
import { sampleWorkshop } from '../support/sample-workshop.ts';
import { packedWorkshop, plainWorkshop } from '../support/workshop-files.ts';

const good = sampleWorkshop().document;
const plain = plainWorkshop(good);

/** A few bytes changed, a piece cut out, or a piece written twice. */
const mutation = fc.oneof(
  fc
    .record({ at: fc.double({ min: 0, max: 1, noNaN: true }), put: fc.uint8Array({ minLength: 1, maxLength: 12 }) })
    .map(({ at, put }) => (bytes: Buffer) => {
      const changed = Buffer.from(bytes);
      changed.set(put.subarray(0, bytes.length), Math.floor(at * Math.max(0, bytes.length - put.length)));
      return changed;
    }),
  fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(400)).map(([at, length]) => (bytes: Buffer) => {
    const start = Math.floor(at * bytes.length);
    return Buffer.concat([bytes.subarray(0, start), bytes.subarray(start + length)]);
  }),
  fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(400)).map(([at, length]) => (bytes: Buffer) => {
    const start = Math.floor(at * bytes.length);
    return Buffer.concat([bytes.subarray(0, start + length), bytes.subarray(start)]);
  }),
);
const mutations = fc.array(mutation, { minLength: 1, maxLength: 4 });

function mutated(bytes: Buffer, all: readonly ((bytes: Buffer) => Buffer)[]): Buffer {
  return all.reduce((sum, mutate) => mutate(sum), bytes);
}

/** Digits and words inside the JSON changed only: more of these are read. */
const words = ['0', '1', '-1', '99999999', '1e308', 'null', 'true', '""', '[]', '{}', '"plan-1"', '"workshop"', '"x"', '"2026-03-20"'];
const exchange = fc.array(fc.tuple(fc.nat(), fc.constantFrom(...words)), { minLength: 1, maxLength: 3 });

function exchanged(text: string, all: readonly (readonly [number, string])[]): string {
  const places = [...text.matchAll(/(?<=: ?|[[,])(?:"[^"\\]{0,40}"|-?\d+|null|true|false)(?=[,}\]])/g)];
  return all.reduce((sum, [index, word]) => {
    const place = places[index % places.length];
    return place ? sum.slice(0, place.index) + word + sum.slice(place.index + place[0].length) : sum;
  }, text);
}

function isFine(result: Result<ReadWorkshopFile, { readonly code: string }>): void {
  if (!result.ok) {
    expect(failureCodes).toContain(result.failure.code);
    return;
  }
  const { document } = result.value;
  expect(validate(document.records)).toEqual([]);
  expect(validate(mergeDocuments(good, document).document.records)).toEqual([]);
}

test('random bytes, as they are and behind the signature of a compressed file', { timeout: patience(60_000) }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async (bytes) => {
      const signed = Buffer.concat([Buffer.from([0x1f, 0x8b, 0x08, 0]), bytes]);
      for (const each of [bytes, signed, gzipSync(bytes)]) {
        const result = await readWorkshopFile({ bytes: each, fileName: 'file' });
        expect(result.ok).toBe(false);
        isFine(result);
      }
    }),
    { numRuns: runs(300) },
  );
});

test('a good file with a few bytes changed, cut out or doubled', { timeout: patience(90_000) }, async () => {
  const packed = packedWorkshop(good);
  await fc.assert(
    fc.asyncProperty(mutations, async (all) => {
      isFine(await readWorkshopFile({ bytes: mutated(packed, all), fileName: 'file' }));
      isFine(await readWorkshopFile({ bytes: mutated(plain, all), fileName: 'file' }));
    }),
    { numRuns: runs(120) },
  );
});

test('a good file in which values were exchanged for others', { timeout: patience(90_000) }, async () => {
  const text = plain.toString();
  let read = 0;
  await fc.assert(
    fc.asyncProperty(exchange, async (all) => {
      const result = await readWorkshopFile({ bytes: Buffer.from(exchanged(text, all)), fileName: 'file' });
      read += result.ok ? 1 : 0;
      isFine(result);
    }),
    { numRuns: runs(150) },
  );
  // Or nothing but refusals would have been tried.
  expect(read).toBeGreaterThan(10);
});

test('a workbook with a few bytes changed, cut out or doubled', { timeout: patience(90_000) }, async () => {
  const workbook = Buffer.from(fixtureBytes('participants-38.xlsx'));
  await fc.assert(
    fc.asyncProperty(mutations, async (all) => {
      const result = await readSource({ bytes: mutated(workbook, all), fileName: 'list.xlsx' });
      if (!result.ok) expect(failureCodes).toContain(result.failure.code);
      else expect(result.value.length).toBeGreaterThan(0);
    }),
    { numRuns: runs(150) },
  );
});
