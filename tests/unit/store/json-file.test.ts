// Files replaced so that at every moment either the old or the new content is there.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pieceSize, replaceFile } from '../../../electron/store/json-file.ts';
import { failingFiles } from '../../support/failing-files.ts';
import { temporaryFolder } from '../../support/temp-folder.ts';

test('the content is flushed before the rename, and the name after it', async () => {
  const disk = failingFiles();
  const path = join(temporaryFolder(), 'a.json');
  await replaceFile(disk.files, path, ['one ', 'two']);
  expect(readFileSync(path, 'utf8')).toBe('one two');
  expect(disk.calls.map((call) => call.split(' ')[0])).toEqual(['open', 'write', 'fdatasync', 'fsync', 'close', 'rename', 'fsyncFolder']);
});

test('large content goes in pieces that are flushed one by one', async () => {
  const disk = failingFiles();
  const path = join(temporaryFolder(), 'a.json');
  const parts = Array.from({ length: 10 }, (_, index) => String(index).repeat(100_000));
  await replaceFile(disk.files, path, parts);
  expect(readFileSync(path, 'utf8')).toBe(parts.join(''));
  expect(disk.calls.filter((call) => call === 'fdatasync').length).toBeGreaterThanOrEqual(Math.floor(1_000_000 / pieceSize));
});

test.each(['write', 'fdatasync', 'fsync'] as const)(
  'when %s fails the old content stays and no temporary file is left',
  async (operation) => {
    const disk = failingFiles();
    const folder = temporaryFolder();
    const path = join(folder, 'a.json');
    writeFileSync(path, 'old');
    disk.failNext(operation, 'ENOSPC');
    await expect(replaceFile(disk.files, path, ['new'])).rejects.toThrow('ENOSPC');
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['a.json']);
  },
);

test.each(['EBUSY', 'EPERM', 'EACCES'])('a file that another program holds (%s) is waited for, for some seconds', async (code) => {
  const disk = failingFiles();
  const path = join(temporaryFolder(), 'a.json');
  disk.failNext('rename', code, { times: 9 });
  await replaceFile(disk.files, path, ['new']);
  expect(readFileSync(path, 'utf8')).toBe('new');
  expect(disk.waits.reduce((sum, wait) => sum + wait, 0)).toBeGreaterThan(2_000);
});

test('a rename that never works is given up', async () => {
  const disk = failingFiles();
  disk.failNext('rename', 'EBUSY', { times: 1_000 });
  await expect(replaceFile(disk.files, join(temporaryFolder(), 'a.json'), ['new'])).rejects.toThrow('EBUSY');
});
