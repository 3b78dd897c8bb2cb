import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isFresh, latestChange, writeStamp } from '../../../electron/tasks/freshness.mjs';
import { temporaryFolder } from '../../support/temp-folder.ts';

const builtAt = Date.UTC(2026, 0, 10);

/** A built thing whose sources are one day older than its build. */
function freshBuild() {
  const folder = temporaryFolder();
  const source = join(folder, 'src', 'deep', 'a.ts');
  const output = join(folder, 'out.js');
  const built = { stamp: join(folder, 'cache', 'stamp.json'), sources: [join(folder, 'src')], outputs: [output] };
  mkdirSync(join(folder, 'src', 'deep'), { recursive: true });
  writeFileSync(source, '');
  writeFileSync(output, '');
  for (const path of [source, join(folder, 'src', 'deep'), join(folder, 'src')]) touch(path, builtAt - 86_400_000);
  writeStamp(built.stamp, builtAt);
  return { built, source, output, folder };
}

function touch(path: string, at: number) {
  utimesSync(path, at / 1000, at / 1000);
}

test('what was built after the last change is fresh', () => {
  expect(isFresh(freshBuild().built)).toBe(true);
});

test('a changed source makes it stale', () => {
  const { built, source } = freshBuild();
  touch(source, builtAt + 1000);
  expect(isFresh(built)).toBe(false);
});

test('a removed source makes it stale', () => {
  const { built, source } = freshBuild();
  rmSync(source);
  expect(isFresh(built)).toBe(false);
});

test('a missing output makes it stale', () => {
  const { built, output } = freshBuild();
  rmSync(output);
  expect(isFresh(built)).toBe(false);
});

test.each([
  ['missing', undefined],
  ['cut off', '{"beganAt":17'],
  ['of another shape', '{"beganAt":"yesterday"}'],
])('a stamp that is %s means never built', (_name, content) => {
  const { built } = freshBuild();
  if (content === undefined) rmSync(built.stamp);
  else writeFileSync(built.stamp, content);
  expect(isFresh(built)).toBe(false);
});

test('a changed README does not make it stale', () => {
  const { built, folder } = freshBuild();
  writeFileSync(join(folder, 'src', 'README.md'), 'words');
  touch(join(folder, 'src'), builtAt - 1000);
  expect(isFresh(built)).toBe(true);
});

test('a source that does not exist never changed', () => {
  expect(latestChange([join(temporaryFolder(), 'nowhere')])).toBe(0);
});
