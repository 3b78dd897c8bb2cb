// Lays a modelled disk under programs that bring their own way to the file system: what they ask of Node about paths below a folder that does
// not exist goes to the model, everything else to Node. So the published packages run as they are, and nobody has to believe a copy of them.
// Imitated is what lowdb's JSONFile (steno) and write-file-atomic call. Anything else meets the real system, which knows no such folder and
// fails. Owner and mode of a file are accepted and forgotten: no content and no name depends on them.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { writeAt, type FilePort } from '../../electron/store/file-port.ts';
import { systemError } from './failing-files.ts';

type Asked = (...input: never[]) => Promise<unknown>;
type Answer = (error: unknown, value?: unknown) => void;
type Call = (...input: unknown[]) => unknown;

/** Far above every handle that the system gives, so that it never takes one of ours for one of its own. */
const firstHandle = 2 ** 20;

/**
 * @param folder absolute; must not exist on the real disk
 * @returns takes the disk away again
 */
export function mountDisk(files: FilePort, folder: string): () => void {
  if (fs.existsSync(folder)) throw new Error(`${folder} exists, and would be hidden by the modelled disk`);

  const isBelow = (target: unknown): boolean =>
    typeof target === 'number' ? target >= firstHandle : typeof target === 'string' && target.startsWith(`${folder}/`);

  async function mustExist(path: string): Promise<void> {
    if ((await files.readFile(path)) === null) throw systemError('ENOENT');
  }

  async function openNew(path: string, flags: string): Promise<number> {
    if (flags !== 'w') throw new Error(`Opening with ${flags} is not imitated`);
    return firstHandle + (await files.open(path, 'replace'));
  }

  /** As Node writes a text of less than 512 KB: it opens, writes once, and closes; the third argument must not ask for a flush. */
  async function writeWhole(path: string, text: string, encoding: string): Promise<void> {
    if (encoding !== 'utf-8') throw new Error('Writing a file with options is not imitated');
    const file = await files.open(path, 'replace');
    await writeAt(files, file, Buffer.from(text), 0);
    await files.close(file);
  }

  const byPromise: Readonly<Record<string, Asked>> = { writeFile: writeWhole, rename: files.rename };

  const byCallback: Readonly<Record<string, Asked>> = {
    realpath: async (path: string) => {
      await mustExist(path);
      return path;
    },
    stat: async (path: string) => {
      await mustExist(path);
      return { mode: 0o644, uid: 0, gid: 0 };
    },
    open: openNew,
    write: (file: number, text: string, position: number) => writeAt(files, file - firstHandle, Buffer.from(text), position),
    fsync: (file: number) => files.fsync(file - firstHandle),
    close: (file: number) => files.close(file - firstHandle),
    chown: mustExist,
    chmod: mustExist,
    rename: files.rename,
    unlink: async (path: string) => {
      await mustExist(path);
      await files.remove(path);
    },
  };

  const takenAway = [
    replaceCalls(
      fs.promises,
      byPromise,
      (original, modelled) =>
        (...input) =>
          (isBelow(input[0]) ? modelled : original)(...input),
    ),
    replaceCalls(fs, byCallback, (original, modelled) => (...input) => {
      if (!isBelow(input[0])) return original(...input);
      const answer = input.at(-1) as Answer;
      return void modelled(...input.slice(0, -1)).then((value) => answer(null, value), answer);
    }),
  ];
  syncBuiltinESMExports();
  return () => {
    for (const takeAway of takenAway) takeAway();
    syncBuiltinESMExports();
  };
}

type Modelled = (...input: readonly unknown[]) => Promise<unknown>;

/** Puts something between the callers of a module's functions and the functions. @returns puts the functions back */
function replaceCalls(
  module: object,
  calls: Readonly<Record<string, Asked>>,
  between: (original: Call, modelled: Modelled) => Call,
): () => void {
  const known = module as Record<string, Call>;
  const originals: Record<string, Call> = {};
  for (const [name, modelled] of Object.entries(calls)) {
    const original = known[name];
    if (!original) throw new Error(`Node has no ${name}`);
    originals[name] = original;
    known[name] = between(original, modelled as Modelled);
  }
  return () => void Object.assign(module, originals);
}
