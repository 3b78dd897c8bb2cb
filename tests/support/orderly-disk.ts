// A disk that keeps more than POSIX asks of it, as ext4 does with its defaults (data=ordered, auto_da_alloc; Documentation/admin-guide/ext4):
// a file that is renamed over another one has its data before it has its new name, and whatever flushes a file flushes every earlier name too.
// Over the modelled disk (power-disk.ts), which alone is as strict as POSIX allows. Not modelled: the seconds after which such a system
// flushes without being asked. What is written within them is all that its defaults leave to chance.
import { dirname } from 'node:path';
import { datasync, type FilePort } from '../../electron/store/file-port.ts';

export function orderlyDisk(disk: FilePort): FilePort {
  const folders = new Set<string>();

  async function flushNames(): Promise<void> {
    for (const folder of folders) await disk.fsyncFolder(folder);
  }

  return {
    ...disk,
    open: (path, how) => {
      folders.add(dirname(path));
      return disk.open(path, how);
    },
    fsync: async (file) => {
      await disk.fsync(file);
      await flushNames();
    },
    fdatasync: (file, done) => {
      datasync(disk, file)
        .then(flushNames)
        .then(() => done(null), done);
    },
    rename: async (from, to) => {
      if ((await disk.readFile(to)) !== null) await flushData(disk, from);
      await disk.rename(from, to);
    },
  };
}

async function flushData(disk: FilePort, path: string): Promise<void> {
  const file = await disk.open(path, 'change');
  await disk.fsync(file);
  await disk.close(file);
}
