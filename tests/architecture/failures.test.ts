import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { failureCodes } from '../../shared/contract/failures.ts';
import { root } from './source-imports.ts';

/** All keys of a catalogue, nested ones too. A code with several wordings has them as `code_detail` or below `code`. */
function keysOf(messages: object): readonly string[] {
  return Object.entries(messages).flatMap(([key, value]) => (typeof value === 'string' ? [key] : [key, ...keysOf(value as object)]));
}

const languages = ['en', 'fr'].map((language) => ({
  language,
  keys: keysOf(JSON.parse(readFileSync(join(root, 'shared', 'messages', language, 'failures.json'), 'utf8')) as object),
}));

test.each(languages)('every failure code has its message in $language', ({ keys }) => {
  expect(failureCodes.length).toBeGreaterThan(0);
  expect(failureCodes.filter((code) => !keys.some((key) => key === code || key.startsWith(`${code}_`)))).toEqual([]);
});
