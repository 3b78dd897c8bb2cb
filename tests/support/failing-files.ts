// The file port on the real disk, with operations that fail when a test says so.
import { errorCode, type FilePort } from '../../electron/store/file-port.ts';
import { nodeFiles } from '../../electron/store/node-files.ts';

export type Operation = Exclude<keyof FilePort, 'wait' | 'isNamed'>;

export interface FailingFiles {
  readonly files: FilePort;
  /** The next `times` calls of an operation (on paths that match, where it has one) fail with a system error. */
  readonly failNext: (operation: Operation, code: string, options?: { readonly times?: number; readonly path?: RegExp }) => void;
  /** Everything works again. */
  readonly heal: () => void;
  /** Names of the operations so far, with the path where there is one. */
  readonly calls: string[];
  /** Milliseconds that were asked to be waited; nothing really waits. */
  readonly waits: number[];
}

interface Planned {
  readonly operation: Operation;
  readonly code: string;
  readonly path: RegExp;
  left: number;
}

export function systemError(code: string): Error {
  return Object.assign(new Error(code), { code });
}

export function failingFiles(base: FilePort = nodeFiles): FailingFiles {
  const calls: string[] = [];
  const waits: number[] = [];
  let planned: Planned[] = [];

  function check(operation: Operation, path = ''): Error | null {
    calls.push(path === '' ? operation : `${operation} ${path}`);
    const found = planned.find((plan) => plan.operation === operation && plan.left > 0 && plan.path.test(path));
    if (!found) return null;
    found.left -= 1;
    return systemError(found.code);
  }

  async function checked<T>(operation: Operation, path: string, run: () => Promise<T>): Promise<T> {
    const error = check(operation, path);
    if (error) throw error;
    return run();
  }

  const files: FilePort = {
    write: (file, bytes, position, done) => {
      const error = check('write');
      if (!error) base.write(file, bytes, position, done);
      // A full disk takes a part of a write before it refuses the rest.
      else if (errorCode(error) === 'ENOSPC') base.write(file, bytes.subarray(0, bytes.length / 2), position, () => done(error));
      else done(error);
    },
    fdatasync: (file, done) => {
      const error = check('fdatasync');
      if (error) done(error);
      else base.fdatasync(file, done);
    },
    isNamed: base.isNamed,
    open: (path, how, options) => checked('open', path, () => base.open(path, how, options)),
    close: (file) => checked('close', '', () => base.close(file)),
    fsync: (file) => checked('fsync', '', () => base.fsync(file)),
    ftruncate: (file, length) => checked('ftruncate', '', () => base.ftruncate(file, length)),
    readFile: (path) => checked('readFile', path, () => base.readFile(path)),
    rename: (from, to) => checked('rename', to, () => base.rename(from, to)),
    fsyncFolder: (path) => checked('fsyncFolder', path, () => base.fsyncFolder(path)),
    remove: (path) => checked('remove', path, () => base.remove(path)),
    makeFolder: (path) => checked('makeFolder', path, () => base.makeFolder(path)),
    makeFolders: (path) => checked('makeFolders', path, () => base.makeFolders(path)),
    list: (path) => checked('list', path, () => base.list(path)),
    wait: (milliseconds) => {
      waits.push(milliseconds);
      return Promise.resolve();
    },
  };

  return {
    files,
    calls,
    waits,
    failNext: (operation, code, { times = 1, path = /(?:)/ } = {}) => planned.push({ operation, code, path, left: times }),
    heal: () => {
      planned = [];
    },
  };
}
