// The start of a packed application, with small programs in its place.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { programOf, smokeStart } from '../../../electron/tasks/smoke-start.mjs';
import { temporaryFolder } from '../../support/temp-folder.ts';

/** Starts Node on a few lines, as if they were the application. */
function start(lines: string, withinMs: number) {
  const file = join(temporaryFolder(), 'application.cjs');
  writeFileSync(file, lines);
  return smokeStart(process.execPath, { args: [file], withinMs });
}

test('a program that shows its window is ended and counts as started', async () => {
  const lines = `require('fs').writeFileSync(process.env.HRH_READY_FILE, ''); setInterval(() => {}, 1000);`;
  expect(await start(lines, 30_000)).toBe('window');
});

test('a program that ends before its window is told with its exit code', async () => {
  expect(await start('process.exit(3)', 30_000)).toEqual({ exitCode: 3 });
  expect(await smokeStart(join(temporaryFolder(), 'none'), { withinMs: 30_000 })).toEqual({ exitCode: null });
});

test('a program without a window is given up and ended', async () => {
  expect(await start('setInterval(() => {}, 1000)', 300)).toBe('timeout');
});

test('the program of a macOS bundle lies inside of it', () => {
  const bundle = join(temporaryFolder(), 'HRH Action Workshop.app');
  mkdirSync(join(bundle, 'Contents', 'MacOS'), { recursive: true });
  writeFileSync(join(bundle, 'Contents', 'MacOS', 'HRH Action Workshop'), '');
  expect(programOf(bundle)).toBe(join(bundle, 'Contents', 'MacOS', 'HRH Action Workshop'));
  expect(programOf('/release/hrh')).toBe('/release/hrh');
});
