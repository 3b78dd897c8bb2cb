// The lock of a library: one application at a time, stale locks taken over, foreign locks never.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test, vi } from 'vitest';
import { lockName, takeLock, type LockOptions } from '../../../electron/store/lock.ts';
import type { FilePort } from '../../../electron/store/file-port.ts';
import { nodeFiles } from '../../../electron/store/node-files.ts';
import { processWatch, standingOf, type ProcessIdentity, type ProcessWatch } from '../../../electron/store/process-identity.ts';
import { failingFiles } from '../../support/failing-files.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import { temporaryFolder } from '../../support/temp-folder.ts';

const me: ProcessIdentity = { pid: 100, started: '5', boot: 'boot-1', machine: 'laptop' };

/** Processes that are alive, by pid, and those of which nobody can say it. */
function watching(self: ProcessIdentity, alive: readonly number[], unsure: readonly number[] = []): ProcessWatch {
  const standing = ({ pid }: ProcessIdentity) => (alive.includes(pid) ? 'alive' : unsure.includes(pid) ? 'unsure' : 'gone');
  return { self: () => Promise.resolve(self), standing: (other) => Promise.resolve(standing(other)) };
}

let names = 0;
const newName = () => `name${(names += 1)}`;

const morning = '2026-03-18T06:40:00.000Z' as Instant;

function take(folder: string, watch: ProcessWatch, options: Partial<LockOptions> = {}) {
  return takeLock({ files: nodeFiles, folder, watch, newName, clock: () => morning, ...options });
}

function writeLock(folder: string, holder: ProcessIdentity & { readonly since?: string }): void {
  writeFileSync(join(folder, lockName), JSON.stringify(holder));
}

test('the second process is refused while the first one runs, and gets in when it has gone', async () => {
  const folder = temporaryFolder();
  const first = await take(folder, watching(me, [100]));
  const other = { ...me, pid: 200 };
  expect(await take(folder, watching(other, [100, 200]))).toEqual({
    ok: false,
    failure: { code: 'library-in-use', folder, machine: 'laptop', since: morning, isThisMachine: true, isCertain: true },
  });
  if (!first.ok) throw new Error(first.failure.code);
  await first.value.release();
  expect(existsSync(join(folder, lockName))).toBe(false);
  expect((await take(folder, watching(other, [200]))).ok).toBe(true);
});

test('the lock of a process that died is taken over', async () => {
  const folder = temporaryFolder();
  writeLock(folder, { ...me, pid: 300 });
  expect((await take(folder, watching(me, [100]))).ok).toBe(true);
  expect(JSON.parse(readFileSync(join(folder, lockName), 'utf8'))).toMatchObject({ pid: 100 });
});

test('the lock of another machine is never taken over unasked, dead or not', async () => {
  const folder = temporaryFolder();
  writeLock(folder, { ...me, machine: 'desk', pid: 300 });
  expect(await take(folder, watching(me, [100]))).toMatchObject({
    failure: { code: 'library-in-use', machine: 'desk', since: null, isThisMachine: false, isCertain: false },
  });
  expect(JSON.parse(readFileSync(join(folder, lockName), 'utf8'))).toMatchObject({ machine: 'desk' });
});

test('the lock of another machine is taken over when a person gives up that very one', async () => {
  const folder = temporaryFolder();
  writeLock(folder, { ...me, machine: 'desk', since: morning });
  const refused = await take(folder, watching(me, [100]));
  expect(refused).toMatchObject({ failure: { machine: 'desk', since: morning } });
  for (const other of [
    { machine: 'attic', since: morning },
    { machine: 'desk', since: '2026-03-17T06:40:00.000Z' as Instant },
    { machine: 'desk', since: null },
  ]) {
    expect(await take(folder, watching(me, [100]), { givenUp: other })).toEqual(refused);
  }
  expect((await take(folder, watching(me, [100]), { givenUp: { machine: 'desk', since: morning } })).ok).toBe(true);
  expect(JSON.parse(readFileSync(join(folder, lockName), 'utf8'))).toMatchObject({ machine: 'laptop', since: morning });
});

test('a process that lives on this machine keeps its lock, whatever a person says', async () => {
  const folder = temporaryFolder();
  writeLock(folder, { ...me, pid: 200, since: morning });
  const givenUp = { machine: 'laptop', since: morning };
  expect(await take(folder, watching(me, [100, 200]), { givenUp })).toMatchObject({ failure: { isThisMachine: true } });
});

test('a lock without content is waited for, then counts as left by a crash', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, lockName), '');
  const disk = failingFiles();
  expect((await take(folder, watching(me, []), { files: disk.files })).ok).toBe(true);
  expect(disk.waits.reduce((sum, wait) => sum + wait, 0)).toBe(500);
});

test('of several that find the same stale lock exactly one gets in, in whatever order they come', async () => {
  const pids = Array.from({ length: 12 }, (_, index) => 11 + index);
  for (let round = 0; round < 25; round += 1) {
    const folder = temporaryFolder();
    writeLock(folder, { ...me, pid: 1 });
    const results = await Promise.all(pids.map((pid) => take(folder, watching({ ...me, pid }, pids))));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(readdirSync(folder)).toEqual([lockName]);
  }
});

test('a slow one that saw the stale lock leaves the new lock alone', async () => {
  const folder = temporaryFolder();
  writeLock(folder, { ...me, pid: 1 });
  const slow = failingFiles();
  let faster: Awaited<ReturnType<typeof take>> | undefined;
  const files: FilePort = {
    ...slow.files,
    readFile: async (path) => {
      const found = await slow.files.readFile(path);
      faster ??= await take(folder, watching({ ...me, pid: 12 }, [12]));
      return found;
    },
  };
  expect(await take(folder, watching({ ...me, pid: 11 }, [11, 12]), { files })).toMatchObject({ failure: { code: 'library-in-use' } });
  expect(faster?.ok).toBe(true);
  expect(JSON.parse(readFileSync(join(folder, lockName), 'utf8'))).toMatchObject({ pid: 12 });
});

test('who died while a stale lock was being removed does not keep the others out', async () => {
  const folder = temporaryFolder();
  writeLock(folder, { ...me, pid: 1 });
  const disk = failingFiles();
  disk.failNext('remove', 'EIO', { times: 2 });
  expect(await take(folder, watching({ ...me, pid: 11 }, [11]), { files: disk.files })).toMatchObject({
    failure: { code: 'disk-trouble' },
  });
  expect(readdirSync(folder)).toHaveLength(2);
  expect((await take(folder, watching({ ...me, pid: 12 }, [12]))).ok).toBe(true);
  expect(readdirSync(folder)).toEqual([lockName]);
});

test('releasing leaves a lock alone that somebody else holds by now', async () => {
  const folder = temporaryFolder();
  const lock = await take(folder, watching(me, [100]));
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
  expect(await take(temporaryFolder(), watching(me, []), { files: disk.files })).toMatchObject({ failure: { code: expected } });
});

test('this process knows itself as alive, a process id that was given again as another one', async () => {
  const self = await processWatch.self();
  expect(await processWatch.standing(self)).toBe(self.started === '' ? 'unsure' : 'alive');
  if (self.boot !== '') expect(await processWatch.standing({ ...self, boot: 'an earlier start of the system' })).toBe('gone');
  if (self.started !== '') expect(await processWatch.standing({ ...self, started: self.started.replace(/\d/, '0') })).toBe('gone');
  expect(await processWatch.standing({ ...self, pid: 2 ** 30 })).toBe('gone');
});

describe('a clock that is set back', () => {
  const windows = { ...me, started: '', boot: '' };
  const mac = { ...me, started: 'Tue Mar 17 08:00:00 2026 UTC', boot: '' };
  const linux = { ...me, started: '4711', boot: '3f1c' };

  it.each([
    ['whose id nobody has any more', windows, { answers: false, started: '', boot: '' }, 'gone'],
    ['whose id answers, on Windows', windows, { answers: true, started: '', boot: '' }, 'unsure'],
    [
      'of an earlier version, by the minute of the start',
      { ...windows, boot: 'minute 29' },
      { answers: true, started: '', boot: '' },
      'unsure',
    ],
    [
      'of an earlier version, by a local start',
      { ...mac, started: 'Tue 9:00' },
      { answers: true, started: mac.started, boot: '' },
      'unsure',
    ],
    ['that runs, on a Mac', mac, { answers: true, started: mac.started, boot: '' }, 'alive'],
    ['whose id was given again, on a Mac', mac, { answers: true, started: 'Tue Mar 17 09:00:00 2026 UTC', boot: '' }, 'gone'],
    ['that runs, on Linux', linux, { answers: true, started: '4711', boot: '3f1c' }, 'alive'],
    ['whose id was given again, on Linux', linux, { answers: true, started: '4712', boot: '3f1c' }, 'gone'],
    ['of an earlier start of Linux', linux, { answers: true, started: '4711', boot: '9a2b' }, 'gone'],
  ] as const)('changes nothing for a process %s', (_name, holder, found, expected) => {
    expect(standingOf(holder, found)).toBe(expected);
  });

  it('names no run of the system after the clock', async () => {
    const now = vi.spyOn(Date, 'now').mockReturnValue(Date.parse('2020-01-01T00:00:00Z'));
    try {
      const before = await processWatch.self();
      now.mockReturnValue(Date.parse('2031-01-01T00:00:00Z'));
      expect(await processWatch.self()).toEqual(before);
    } finally {
      now.mockRestore();
    }
  });

  it('leaves a lock alone whose process id answers, until a person gives up that very one', async () => {
    const folder = temporaryFolder();
    writeLock(folder, { ...windows, pid: 200, since: morning });
    const watch = watching(windows, [100], [200]);
    const refused = await take(folder, watch);
    expect(refused).toMatchObject({ failure: { code: 'library-in-use', isThisMachine: true, isCertain: false, since: morning } });
    const other = { machine: 'laptop', since: '2026-03-17T06:40:00.000Z' as Instant };
    expect(await take(folder, watch, { givenUp: other })).toEqual(refused);
    expect((await take(folder, watch, { givenUp: { machine: 'laptop', since: morning } })).ok).toBe(true);
  });
});
