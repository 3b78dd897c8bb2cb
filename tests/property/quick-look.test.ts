// The quick look at stored records: it may be unsure, and must never be wrong.
import * as fc from 'fast-check';
import { z } from 'zod';
import { describe, expect, it } from 'vitest';
import { changesOfSize } from '../bench/large-workshop.ts';
import { collectionNames } from '../../shared/domain/collection-names.ts';
import { recordSchemas } from '../../shared/domain/collections.ts';
import { quickLook } from '../../shared/kernel/quick-look.ts';
import { runs } from '../support/effort.ts';
import { anything, mutated, valuesOf } from '../support/fuzz/schema-arbitrary.ts';

const words = ['2026-03-18', '08:30', '2026-03-18T08:00:00.000Z', 'Africa/Accra', 'en', '12.50', 'a0'];

/** Values that fit a schema, that nearly fit, and that have nothing to do with it. */
function valuesAround(schema: z.ZodType): fc.Arbitrary<unknown> {
  const fitting = valuesOf(schema, words);
  return fc.oneof({ weight: 4, arbitrary: fitting }, { weight: 4, arbitrary: mutated(fitting) }, { weight: 1, arbitrary: anything });
}

describe('the quick look', () => {
  it.each(collectionNames)('takes nothing among %s that the schema refuses or changes', (name) => {
    const schema: z.ZodType = recordSchemas[name];
    const look = quickLook(schema);
    fc.assert(
      fc.property(valuesAround(schema), (made) => {
        // As it comes from a disk.
        const stored = JSON.parse(JSON.stringify(made) ?? 'null') as unknown;
        if (!look(stored)) return;
        const parsed = schema.safeParse(structuredClone(stored));
        expect(parsed.success && parsed.data).toEqual(stored);
      }),
      { numRuns: runs(300) },
    );
  });

  it.each([
    ['a check behind a list of words', z.enum(['a', 'b']).refine((word) => word === 'a'), 'b'],
    [
      'a check behind what may be null',
      z
        .string()
        .nullable()
        .refine((text) => text !== null),
      null,
    ],
    [
      'a field that may be absent and is checked',
      z.looseObject({
        a: z
          .string()
          .optional()
          .refine((text) => text !== 'x'),
      }),
      { a: 'x' },
    ],
    ['a format', z.base64(), 'AAAAA=='],
    ['what is made into something else', z.coerce.number(), 1],
    ['a prototype', z.looseObject({}), JSON.parse('{"__proto__":{"isAdmin":true}}')],
  ])('is not sure of %s', (_, schema, value) => {
    expect(quickLook(schema)(value)).toBe(false);
  });

  it('is sure of the records of an ordinary workshop', () => {
    const created = changesOfSize(50_000).flatMap((change) => (change.kind === 'created' ? [change] : []));
    expect(created.length).toBeGreaterThan(50);
    for (const { collection, record } of created)
      expect({ collection, isSure: quickLook(recordSchemas[collection])(record) }).toEqual({ collection, isSure: true });
  });
});
