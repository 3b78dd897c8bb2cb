// Values for a schema, made by walking the schema itself: a request that is added to the contract is fuzzed without anybody remembering it.
import * as fc from 'fast-check';
import type { z } from 'zod';

/** Words that have a meaning somewhere: real ids, dates, times, names. Schemas with a pattern find what fits among them. */
export type Words = readonly string[];

interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly innerType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly entries?: Readonly<Record<string, unknown>>;
  readonly values?: readonly unknown[];
  readonly keyType?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly items?: readonly z.ZodType[];
  readonly in?: z.ZodType;
  readonly getter?: () => z.ZodType;
}

/** Texts that break what is careless: markup, formulas, paths, control and direction marks, and very long ones. */
export const hostileTexts: Words = [
  '',
  ' ',
  '<img src=x onerror=alert(1)>',
  '</script><script>alert(1)</script>',
  '=HYPERLINK("http://evil.example")',
  '../../../etc/passwd',
  String.raw`..\..\windows\system32`,
  'C:\\CON',
  '__proto__',
  'constructor',
  'toString',
  'null',
  '\u0000',
  '\u202Eabc\u2066',
  '\uD800',
  'a\r\nb',
  '’“”…',
  'x'.repeat(300),
  'ﷺ'.repeat(60),
];

const looseText: fc.Arbitrary<unknown> = fc.constantFrom(...hostileTexts);

const anyJson: fc.Arbitrary<unknown> = fc.jsonValue({ maxDepth: 3 });

/** @returns values that mostly fit the schema; what a pattern or a refinement asks for is looked for among `words` */
export function valuesOf(schema: z.ZodType, words: Words, depth = 0): fc.Arbitrary<unknown> {
  const definition = schema.def as unknown as Definition;
  const inner = (next: z.ZodType | undefined) => (next && depth < 12 ? valuesOf(next, words, depth + 1) : anyJson);
  switch (definition.type) {
    case 'object':
      return fc.record(Object.fromEntries(Object.entries(definition.shape ?? {}).map(([name, field]) => [name, inner(field)])));
    case 'array':
      return fc.array(inner(definition.element), { maxLength: 4 });
    case 'tuple':
      return fc.tuple(...(definition.items ?? []).map(inner));
    case 'record':
      return fc.dictionary(inner(definition.keyType) as fc.Arbitrary<string>, inner(definition.valueType), { maxKeys: 3 });
    case 'union':
      return fc.oneof(...(definition.options ?? []).map(inner));
    case 'enum':
      return fc.constantFrom(...Object.values(definition.entries ?? {}));
    case 'literal':
      return fc.constantFrom(...(definition.values ?? []));
    case 'nullable':
      return fc.option(inner(definition.innerType), { nil: null });
    case 'optional':
      return fc.option(inner(definition.innerType), { nil: undefined });
    case 'readonly':
    case 'default':
    case 'catch':
    case 'nonoptional':
      return inner(definition.innerType);
    case 'pipe':
      return inner(definition.in);
    case 'lazy':
      return inner(definition.getter?.());
    case 'string':
      return textsOf(schema, words);
    case 'number':
    case 'int':
      return fc.oneof(fc.integer({ min: -2, max: 300 }), fc.constantFrom(0, 1, 5, 15, 60, 2 ** 53 - 1, -1, 1.5));
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return fc.oneof(fc.constantFrom(...words), looseText, anyJson);
  }
}

function textsOf(schema: z.ZodType, words: Words): fc.Arbitrary<unknown> {
  const fitting = words.filter((word) => schema.safeParse(word).success);
  const texts = fc.oneof(looseText, fc.string({ maxLength: 40, unit: 'grapheme' }));
  return fitting.length === 0 ? texts : fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...fitting) }, { weight: 1, arbitrary: texts });
}

type Path = readonly (string | number)[];

function placesIn(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, item]) => placesIn(item, [...path, Array.isArray(value) ? Number(key) : key]))];
}

/** The value with one place replaced, taken away, or added to. */
function changedAt(value: unknown, [key, ...rest]: Path, instead: unknown): unknown {
  if (key === undefined) return instead;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<string | number, unknown>;
  copy[key] = changedAt(copy[key], rest, instead);
  return copy;
}

/** What stands where something else was expected. Prototype keys come as own properties, as JSON.parse makes them. */
const intruders: fc.Arbitrary<unknown> = fc.oneof(
  looseText,
  anyJson,
  fc.constantFrom<unknown>(null, undefined, 0, -1, 1e308, true, [], {}, [[[[[[]]]]]], 'x'.repeat(25_000)),
  fc
    .constantFrom('{"__proto__":{"isAdmin":true}}', '{"constructor":{"prototype":{"isAdmin":true}}}')
    .map((text) => JSON.parse(text) as unknown),
);

/** A fitting value in which one place holds something else. */
export function mutated(values: fc.Arbitrary<unknown>, instead: fc.Arbitrary<unknown> = intruders): fc.Arbitrary<unknown> {
  return fc.tuple(values, fc.nat(), instead).map(([value, index, intruder]) => {
    const places = placesIn(value);
    return changedAt(value, places[index % places.length] ?? [], intruder);
  });
}

/** Anything that can come over a wire, without regard to any schema. */
export const anything: fc.Arbitrary<unknown> = fc.oneof(
  anyJson,
  intruders,
  fc.dictionary(fc.string({ maxLength: 12 }), anyJson, { maxKeys: 4 }),
);
