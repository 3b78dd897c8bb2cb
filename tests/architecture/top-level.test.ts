import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { root } from './source-imports.ts';

const files = ['LICENSE', 'README.md', 'electron-builder.yml', 'package-lock.json', 'package.json', 'tsconfig.json'];
const folders = ['data', 'electron', 'renderer', 'shared', 'tests'];
const generated = ['node_modules', 'dist', 'release', 'test-results', 'playwright-report'];

test('the top level holds what the design names and nothing else', () => {
  const names = readdirSync(root).filter((name) => !name.startsWith('.') && !generated.includes(name));
  expect(names.toSorted()).toEqual([...files, ...folders].toSorted());
});

/** Every folder at or below one, those without a single entry. */
function emptyFolders(folder: string): readonly string[] {
  const entries = readdirSync(`${root}/${folder}`, { withFileTypes: true });
  if (entries.length === 0) return [folder];
  return entries.filter((entry) => entry.isDirectory()).flatMap((entry) => emptyFolders(`${folder}/${entry.name}`));
}

test('no folder is empty', () => {
  expect(folders.flatMap(emptyFolders)).toEqual([]);
});
