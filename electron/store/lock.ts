// One application per library, across both shells: a lock file that says who holds it.
import { join } from 'node:path';
import { z } from 'zod';
import type { StoreFailure } from '../../shared/contract/failures.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { diskFailure } from './disk-failure.ts';
import { errorCode, writeAt, type FilePort } from './file-port.ts';
import type { ProcessIdentity, ProcessWatch } from './process-identity.ts';

export const lockName = '.library.lock';

export interface LibraryLock {
  readonly release: () => Promise<void>;
}

const identitySchema = z.looseObject({ pid: z.number().int(), started: z.string(), boot: z.string(), machine: z.string() });

/** A lock file without content is being written right now, or its writer died in between: wait this often before it counts as dead. */
const unreadableAttempts = 10;
const unreadablePause = 50;

/**
 * Takes the lock of a library folder. A lock whose process is gone, on this machine, is taken over; a lock of another machine never is.
 * Fails with `library-in-use`, or with what the disk says.
 * @param newName makes a name that nobody else makes
 */
export async function takeLock(
  files: FilePort,
  folder: string,
  watch: ProcessWatch,
  newName: () => string,
): Promise<Result<LibraryLock, StoreFailure>> {
  const path = join(folder, lockName);
  try {
    const self = await watch.self();
    const content = `${JSON.stringify({ ...self, lock: newName() }, null, 2)}\n`;
    for (let unreadable = 0; ;) {
      if (await created(files, path, content)) return ok({ release: () => release(files, path, content) });
      const found = await files.readFile(path);
      if (found === null) continue;
      const holder = holderOf(found);
      if (holder === null && unreadable < unreadableAttempts) {
        unreadable += 1;
        await files.wait(unreadablePause);
        continue;
      }
      const isThisMachine = holder === null || holder.machine === self.machine;
      if (holder && (!isThisMachine || (await watch.isAlive(holder)))) return err(inUse(folder, holder, isThisMachine));
      if (!(await removedStale(files, path, found, newName()))) return err(inUse(folder, self, true));
    }
  } catch (error) {
    return err(diskFailure(error, folder));
  }
}

function inUse(folder: string, { machine }: ProcessIdentity, isThisMachine: boolean): StoreFailure {
  return { code: 'library-in-use', folder, machine, isThisMachine };
}

async function created(files: FilePort, path: string, content: string): Promise<boolean> {
  let file: number;
  try {
    file = await files.open(path, 'create');
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
  try {
    await writeAt(files, file, Buffer.from(content), 0);
  } catch (error) {
    await files.close(file);
    await files.remove(path).catch(() => undefined);
    throw error;
  }
  await files.close(file);
  return true;
}

function holderOf(bytes: Uint8Array): ProcessIdentity | null {
  try {
    return identitySchema.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8'))).data ?? null;
  } catch {
    return null;
  }
}

/**
 * Renames a stale lock away and looks at what was caught: of two that find the same stale lock only one catches it.
 * @returns false when somebody else was faster and holds the lock now
 */
async function removedStale(files: FilePort, path: string, stale: Uint8Array, name: string): Promise<boolean> {
  const caught = `${path}.${name}`;
  try {
    await files.rename(path, caught);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return true;
    throw error;
  }
  const content = await files.readFile(caught);
  if (content && Buffer.compare(content, stale) !== 0) {
    await files.rename(caught, path);
    return false;
  }
  await files.remove(caught);
  return true;
}

/** Removes the lock only while it is ours: a folder may have been replaced under a running application. */
async function release(files: FilePort, path: string, content: string): Promise<void> {
  const found = await files.readFile(path);
  if (found && Buffer.from(found).toString('utf8') === content) await files.remove(path);
}
