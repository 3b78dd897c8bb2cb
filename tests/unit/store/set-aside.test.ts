// What could not be used is kept, each time anew.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nodeFiles } from '../../../electron/store/node-files.ts';
import { setAside } from '../../../electron/store/set-aside.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import { temporaryFolder } from '../../support/temp-folder.ts';

test('a clock that was set back to the same moment overwrites nothing', async () => {
  const folder = temporaryFolder();
  const at = '2026-03-18T06:40:00.000Z' as Instant;
  for (const text of ['first', 'second', 'third']) {
    await setAside(nodeFiles, folder, at, [{ name: 'workshop.json', bytes: Buffer.from(text) }]);
  }
  const kept = join(folder, 'set-aside');
  expect(
    readdirSync(kept)
      .map((name) => readFileSync(join(kept, name), 'utf8'))
      .toSorted(),
  ).toEqual(['first', 'second', 'third']);
});
