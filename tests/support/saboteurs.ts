// Stores that are nearly right: each breaks one rule of durability, by what it does with the disk. The tests of the modelled disk have to catch
// every one of them; a model that misses one proves nothing about the real store.
import type { FilePort } from '../../electron/store/file-port.ts';

export interface Saboteur {
  readonly name: string;
  readonly over: (disk: FilePort) => FilePort;
}

function isJournal(path: string): boolean {
  return /journal\.\d+\.jsonl$/.test(path);
}

/** Keeps the path of every open file, for saboteurs that break a rule for some files only. */
function withPaths(disk: FilePort): { readonly files: FilePort; readonly pathOf: (file: number) => string } {
  const paths = new Map<number, string>();
  const open: FilePort['open'] = async (path, how) => {
    const file = await disk.open(path, how);
    paths.set(file, path);
    return file;
  };
  return { files: { ...disk, open }, pathOf: (file) => paths.get(file) ?? '' };
}

async function flushFile(disk: FilePort, path: string): Promise<void> {
  const file = await disk.open(path, 'change');
  await disk.fsync(file);
  await disk.close(file);
}

export const saboteurs: readonly Saboteur[] = [
  {
    name: 'no fdatasync',
    over: (disk) => ({ ...disk, fdatasync: (_file, done) => void setImmediate(done, null) }),
  },
  {
    name: 'no fsync of the folder',
    over: (disk) => ({ ...disk, fsyncFolder: () => Promise.resolve() }),
  },
  {
    name: 'rename before fsync',
    over: (disk) => {
      const { files, pathOf } = withPaths(disk);
      const isEarly = (file: number) => pathOf(file).endsWith('.tmp');
      return {
        ...files,
        fdatasync: (file, done) => void (isEarly(file) ? setImmediate(done, null) : disk.fdatasync(file, done)),
        fsync: (file) => (isEarly(file) ? Promise.resolve() : disk.fsync(file)),
        rename: async (from, to) => {
          await disk.rename(from, to);
          if (from.endsWith('.tmp')) await flushFile(disk, to);
        },
      };
    },
  },
  {
    // Commits go to the next journal while its name can still vanish: it becomes sure only together with the snapshot.
    name: 'snapshot before the journal switch',
    over: (disk) => {
      let hasUnsureJournal = false;
      return {
        ...disk,
        open: (path, how) => {
          hasUnsureJournal ||= how === 'create' && isJournal(path);
          return disk.open(path, how);
        },
        rename: async (from, to) => {
          await disk.rename(from, to);
          if (to.endsWith('workshop.json')) hasUnsureJournal = false;
        },
        fsyncFolder: async (path) => {
          if (!hasUnsureJournal) await disk.fsyncFolder(path);
        },
      };
    },
  },
  {
    name: 'acknowledge before fsync',
    over: (disk) => ({
      ...disk,
      fdatasync: (file, done) => {
        setImmediate(done, null);
        setImmediate(() => setImmediate(() => disk.fdatasync(file, () => undefined)));
      },
    }),
  },
];
