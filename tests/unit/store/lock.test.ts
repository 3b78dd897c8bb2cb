// The lock of a library: one application at a time, stale locks taken over, foreign locks never.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lockName, takeLock } from '../../../electron/store/lock.ts';
import { nodeFiles } from '../../../electron/store/node-files.ts';
import { processWatch, type ProcessIdentity, type ProcessWatch } from '../../../electron/store/process-identity.ts';
import { failingFiles } from '../../support/failing-files.ts';
import { temporaryFolder } from '../../support/temp-folder.ts';

const me: ProcessIdentity = { pid: 100, started: '5', boot: 'boot-1', machine: 'laptop' };

/** Processes that are alive, by pid. */
function watching(self: ProcessIdentity, alive: readonly number[]): ProcessWatch {
  return { self: () => Promise.resolve(self), isAlive: ({ pid }) => Promise.resolve(alive.includes(pid)) };
}

let names = 0;
const newName = () => `name${(names += 1)}`;

function writeLock(folder: string, holder: ProcessIdentity): void {
  writeFileSync(join(folder, lockName), JSON.stringify(holder));
}

test('the second process is refused while the first one runs, and gets in when it has gone', async () => {
  const folder = temporaryFolder();
  const first = await takeLock(nodeFiles, folder, watching(me, [100]), newName);
  const other = { ...me, pid: 200 };
  expect(await takeLock(nodeFiles, folder, watching(other, [100, 200]), newName)).toEqual({
    ok: false,
    failure: { code: 'library-in-use', folder, machine: 'laptop', isThisMachine: true },
  });
  if (!first.ok) throw new Error(first.failure.code);
  await first.value.release();
  expect(existsSync(join(folder, lockName))).toBe(false);
  expect((await takeLock(nodeFiles, folder, watching(other, [200]), newName)).ok).toBe(true);
});

test('the lock of a process that died is taken over', async () => {
  const folder = temporaryFolder();
  writeLock(folder, { ...me, pid: 300 });
  expect((await takeLock(nodeFiles, folder, watching(me, [100]), newName)).ok).toBe(true);
  expect(JSON.parse(readFileSync(join(folder, lockName), 'utf8'))).toMatchObject({ pid: 100 });
});

test('the lock of another machine is never taken over, dead or not', async () => {
  const folder = temporaryFolder();
  writeLock(folder, { ...me, machine: 'desk', pid: 300 });
  expect(await takeLock(nodeFiles, folder, watching(me, [100]), newName)).toMatchObject({
    failure: { code: 'library-in-use', machine: 'desk', isThisMachine: false },
  });
  expect(JSON.parse(readFileSync(join(folder, lockName), 'utf8'))).toMatchObject({ machine: 'desk' });
});

test('a lock without content is waited for, then counts as left by a crash', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, lockName), '');
  const disk = failingFiles();
  expect((await takeLock(disk.files, folder, watching(me, []), newName)).ok).toBe(true);
  expect(disk.waits.reduce((sum, wait) => sum + wait, 0)).toBe(500);
});

test('of several that find the same stale lock exactly one gets in', async () => {
  const folder = temporaryFolder();
  writeLock(folder, { ...me, pid: 1 });
  const pids = [11, 12, 13, 14, 15, 16];
  const results = await Promise.all(pids.map((pid) => takeLock(nodeFiles, folder, watching({ ...me, pid }, pids), newName)));
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
});

test('releasing leaves a lock alone that somebody else holds by now', async () => {
  const folder = temporaryFolder();
  const lock = await takeLock(nodeFiles, folder, watching(me, [100]), newName);
  if (!lock.ok) throw new Error(lock.failure.code);
  writeLock(folder, { ...me, pid: 200 });
  await lock.value.release();
  expect(existsSync(join(folder, lockName))).toBe(true);
});

test.each([
  ['EROFS', 'library-read-only'],
  ['ENOSPC', 'disk-full'],
  ['ENOENT', 'library-missing'],
  ['EIO', 'disk-trouble'],
])('a disk that answers %s is said as %s', async (code, expected) => {
  const disk = failingFiles();
  disk.failNext('open', code);
  expect(await takeLock(disk.files, temporaryFolder(), watching(me, []), newName)).toMatchObject({ failure: { code: expected } });
});

test('this process knows itself as alive, a process id that was given again as another one', async () => {
  const self = await processWatch.self();
  expect(await processWatch.isAlive(self)).toBe(true);
  expect(await processWatch.isAlive({ ...self, boot: 'an earlier start of the system' })).toBe(false);
  if (self.started !== '') expect(await processWatch.isAlive({ ...self, started: '1' })).toBe(false);
});
