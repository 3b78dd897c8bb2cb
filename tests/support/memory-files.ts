// The file port in memory: as fast as a property test needs it. Everything is durable at once; crashes are made by changing `contents`.
import { dirname } from 'node:path';
import type { FilePort } from '../../electron/store/file-port.ts';
import { systemError } from './failing-files.ts';

export interface MemoryFiles {
  readonly files: FilePort;
  /** Bytes by path. Tests may read and change them between two openings. */
  readonly contents: Map<string, Uint8Array>;
}

export function memoryFiles(start: ReadonlyMap<string, Uint8Array> = new Map()): MemoryFiles {
  const contents = new Map(start);
  const folders = new Set([...contents.keys()].map(dirname));
  const open = new Map<number, { path: string }>();
  let lastHandle = 0;

  function pathOf(file: number): { path: string } {
    const found = open.get(file);
    if (!found) throw systemError('EBADF');
    return found;
  }

  function bytesOf(path: string): Uint8Array {
    const found = contents.get(path);
    if (!found) throw systemError('ENOENT');
    return found;
  }

  function resized(bytes: Uint8Array, length: number): Uint8Array {
    const next = new Uint8Array(length);
    next.set(bytes.subarray(0, length));
    return next;
  }

  /** Names directly inside a folder. */
  function namesIn(folder: string): ReadonlyMap<string, boolean> {
    const names = new Map<string, boolean>();
    for (const [paths, isFolder] of [
      [contents.keys(), false],
      [folders.values(), true],
    ] as const) {
      for (const path of paths) {
        if (!path.startsWith(`${folder}/`)) continue;
        const [name, ...deeper] = path.slice(folder.length + 1).split('/');
        if (name) names.set(name, isFolder || deeper.length > 0 || (names.get(name) ?? false));
      }
    }
    return names;
  }

  function moved(path: string, from: string, to: string): string {
    return path === from ? to : `${to}${path.slice(from.length)}`;
  }

  const files: FilePort = {
    write: (file, bytes, position, done) => {
      const { path } = pathOf(file);
      const before = bytesOf(path);
      const next = resized(before, Math.max(before.length, position + bytes.length));
      next.set(bytes, position);
      contents.set(path, next);
      setImmediate(done, null);
    },
    fdatasync: (_file, done) => void setImmediate(done, null),
    isNamed: (file) => contents.has(pathOf(file).path),
    open: async (path, how) => {
      if (!folders.has(dirname(path))) throw systemError('ENOENT');
      if (how === 'create' && contents.has(path)) throw systemError('EEXIST');
      if (how === 'change' && !contents.has(path)) throw systemError('ENOENT');
      if (how !== 'change') contents.set(path, new Uint8Array());
      lastHandle += 1;
      open.set(lastHandle, { path });
      return lastHandle;
    },
    close: async (file) => void open.delete(file),
    fsync: async (file) => void pathOf(file),
    ftruncate: async (file, length) => {
      const { path } = pathOf(file);
      contents.set(path, resized(bytesOf(path), length));
    },
    readFile: async (path) => contents.get(path) ?? null,
    rename: async (from, to) => {
      const isOf = (path: string) => path === from || path.startsWith(`${from}/`);
      const movedFiles = [...contents].filter(([path]) => isOf(path));
      const movedFolders = [...folders].filter(isOf);
      if (movedFiles.length + movedFolders.length === 0) throw systemError('ENOENT');
      for (const [path, bytes] of movedFiles) {
        contents.delete(path);
        contents.set(moved(path, from, to), Buffer.from(bytes));
      }
      for (const path of movedFolders) {
        folders.delete(path);
        folders.add(moved(path, from, to));
      }
    },
    fsyncFolder: async () => undefined,
    remove: async (path) => {
      contents.delete(path);
      folders.delete(path);
    },
    makeFolder: async (path) => {
      if (!folders.has(dirname(path))) throw systemError('ENOENT');
      folders.add(path);
    },
    makeFolders: async (path) => {
      for (let folder = path; folder !== dirname(folder); folder = dirname(folder)) folders.add(folder);
    },
    list: async (path) => (folders.has(path) ? [...namesIn(path)].map(([name, isFolder]) => ({ name, isFolder })) : null),
    wait: async () => undefined,
  };
  return { files, contents };
}
