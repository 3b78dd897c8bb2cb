// The file port on the real disk.
import * as fs from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { errorCode, type Done, type FilePort } from './file-port.ts';

const flags = { create: 'wx+', replace: 'w+', change: 'r+' } as const;

/** Writes until everything is written: one call may write less than it was given. */
function write(file: number, bytes: Uint8Array, position: number, done: Done): void {
  fs.write(file, bytes, 0, bytes.length, position, (error, written) => {
    if (error || written === bytes.length) done(error);
    else write(file, bytes.subarray(written), position + written, done);
  });
}

function promised(start: (done: Done) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    start((error) => (error ? reject(error) : resolve()));
  });
}

async function orNullWhenMissing<T>(read: Promise<T>): Promise<T | null> {
  try {
    return await read;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

async function remove(path: string): Promise<void> {
  try {
    await fs.promises.rm(path, { force: true });
  } catch (error) {
    if (errorCode(error) !== 'ERR_FS_EISDIR') throw error;
    await fs.promises.rmdir(path);
  }
}

/** Windows has no handle on a folder that could be flushed: names are journalled by NTFS itself. */
async function fsyncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await fs.promises.open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** On every system: Node opens files so that other programs may delete them meanwhile, on Windows as well. */
function isNamed(file: number): boolean {
  try {
    return fs.fstatSync(file).nlink > 0;
  } catch {
    return false;
  }
}

export const nodeFiles: FilePort = {
  write,
  fdatasync: (file, done) => fs.fdatasync(file, done),
  isNamed,
  open: (path, how, { isPrivate = false } = {}) =>
    new Promise((resolve, reject) => {
      fs.open(path, flags[how], isPrivate ? 0o600 : 0o666, (error, file) => (error ? reject(error) : resolve(file)));
    }),
  close: (file) => promised((done) => fs.close(file, (error) => done(error ?? null))),
  fsync: (file) => promised((done) => fs.fsync(file, done)),
  ftruncate: (file, length) => promised((done) => fs.ftruncate(file, length, done)),
  readFile: (path) => orNullWhenMissing(fs.promises.readFile(path)),
  rename: (from, to) => fs.promises.rename(from, to),
  fsyncFolder,
  remove,
  makeFolder,
  makeFolders: async (path) => void (await fs.promises.mkdir(path, { recursive: true })),
  list: async (path) => {
    const entries = await orNullWhenMissing(fs.promises.readdir(path, { withFileTypes: true }));
    return entries?.map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() })) ?? null;
  },
  wait: (milliseconds) => pause(milliseconds),
};

async function makeFolder(path: string): Promise<void> {
  try {
    await fs.promises.mkdir(path);
  } catch (error) {
    const isThere = errorCode(error) === 'EEXIST' && (await fs.promises.stat(path)).isDirectory();
    if (!isThere) throw error;
  }
}
