import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/temp-folder.ts';
import { root } from './source-imports.ts';

/**
 * Type-checks a small product made of the given files under the real settings of its realms.
 * @returns what the compiler says, empty when it is content
 */
function compile(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  for (const settings of ['shared/tsconfig.base.json', 'shared/tsconfig.json', 'renderer/tsconfig.json']) {
    mkdirSync(dirname(join(folder, settings)), { recursive: true });
    cpSync(join(root, settings), join(folder, settings));
  }
  // Only what the settings name: the folder's own node_modules takes the compiler's output.
  mkdirSync(join(folder, 'node_modules'));
  for (const name of ['vite', '@types']) symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name), 'junction');
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  try {
    execFileSync(process.execPath, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-b', 'renderer'], { cwd: folder });
    return '';
  } catch (error) {
    return String((error as { stdout: unknown }).stdout);
  }
}

const good = {
  'shared/kernel/a.ts': `export function a(): number { return 1; }`,
  'renderer/app/a.ts': `import { a } from '../../shared/kernel/a.ts'; export const title: string = document.title + String(a());`,
};

test('pages compile with what is shared', () => {
  expect(compile(good)).toBe('');
});

test.each([
  ['Node in shared', { 'shared/kernel/b.ts': `import { readFileSync } from 'node:fs'; export const read = readFileSync;` }],
  ['a global of Node in shared', { 'shared/kernel/b.ts': `export const home = process.env;` }],
  ['the DOM in shared', { 'shared/kernel/b.ts': `export const title = document.title;` }],
  ['Node in a page', { 'renderer/app/b.ts': `import { readFileSync } from 'node:fs'; export const read = readFileSync;` }],
  [
    'the host in a page',
    {
      'electron/host/host.ts': `export const host = 1;`,
      'renderer/app/b.ts': `import { host } from '../../electron/host/host.ts'; export const copy = host;`,
    },
  ],
])('%s does not compile', (_name, files) => {
  expect(compile({ ...good, ...files })).toMatch(/[ab]\.ts\(1,\d+\): error TS/);
});
