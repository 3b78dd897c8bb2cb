// The security rules of electron/README.md: every line names tests, and they are there.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './source-imports.ts';

interface Rule {
  readonly number: string;
  readonly tests: readonly { readonly file: string; readonly title: string }[];
}

function rulesIn(readme: string): readonly Rule[] {
  const section = /^## Security$([\s\S]*?)^## /m.exec(readme)?.[1] ?? '';
  return [...section.matchAll(/^\| (\d+) \|.*$/gm)].map(([line, number = '']) => ({
    number,
    tests: [...line.matchAll(/`(tests\/[^`]+)` “([^”]+)”/g)].map(([, file = '', title = '']) => ({ file, title })),
  }));
}

/** What is wrong with a rule; nothing for one whose tests are where it says. */
function faultsOf({ number, tests }: Rule): readonly string[] {
  if (tests.length === 0) return [`rule ${number} has no test`];
  const textOf = (file: string) => (existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : '');
  return tests
    .filter(({ file, title }) => !textOf(file).includes(title))
    .map(({ file, title }) => `rule ${number}: no “${title}” in ${file}`);
}

const rules = rulesIn(readFileSync(join(root, 'electron/README.md'), 'utf8'));

test('the table has the fourteen rules', () => {
  expect(rules.map(({ number }) => Number(number))).toEqual(Array.from({ length: 14 }, (_, index) => index + 1));
});

test('every rule has tests that exist', () => {
  expect(rules.flatMap(faultsOf)).toEqual([]);
});

test('a rule without a test, and a test that is not there, are noticed', () => {
  const [without, gone] = rulesIn(
    '## Security\n\n| 1 | Rule | `a.ts` | by hand |\n| 2 | Rule | `a.ts` | `tests/README.md` “no such title” |\n\n## Next\n',
  );
  expect([without, gone].flatMap((rule) => (rule ? faultsOf(rule) : []))).toEqual([
    'rule 1 has no test',
    'rule 2: no “no such title” in tests/README.md',
  ]);
});
