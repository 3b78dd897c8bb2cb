// One application per library, across both shells: a lock file that says who holds it.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import type { LockHolder, StoreFailure } from '../../shared/contract/failures.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import { instantSchema } from '../../shared/kernel/schema.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { diskFailure } from './disk-failure.ts';
import { errorCode, writeAt, type FilePort } from './file-port.ts';
import type { ProcessIdentity, ProcessWatch, Standing } from './process-identity.ts';

export const lockName = '.library.lock';

export interface LibraryLock {
  readonly release: () => Promise<void>;
}

/** What a lock file says: which process holds the library, and since when; `since` is null in a file without that. */
type Holder = ProcessIdentity & LockHolder;

const holderSchema = z.looseObject({
  pid: z.number().int(),
  started: z.string(),
  boot: z.string(),
  machine: z.string(),
  since: instantSchema.nullable().catch(null),
});

/** A lock file without content is being written right now, or its writer died in between: wait this often before it counts as dead. */
const unreadableAttempts = 10;
/** Who removes a stale lock needs a moment for it: wait this often before it counts as the holder. */
const busyAttempts = 40;
const pause = 50;

export interface LockOptions {
  readonly files: FilePort;
  readonly folder: string;
  readonly watch: ProcessWatch;
  /** Makes a name that nobody else makes. */
  readonly newName: () => string;
  readonly clock: () => Instant;
  /** Who, as a person says, does not have the library open any more: the lock of that machine and moment is taken over, no other. */
  readonly givenUp?: LockHolder | null;
}

/**
 * Takes the lock of a library folder. A lock whose process is gone, on this machine, is taken over; a lock of another machine only when a
 * person said so; so is one of this machine whose process cannot be told from another one that got its id since. Fails with `library-in-use`,
 * or with what the disk says.
 */
export async function takeLock({
  files,
  folder,
  watch,
  newName,
  clock,
  givenUp = null,
}: LockOptions): Promise<Result<LibraryLock, StoreFailure>> {
  const path = join(folder, lockName);
  try {
    const self = await watch.self();
    const content = `${JSON.stringify({ ...self, since: clock(), lock: newName() }, null, 2)}\n`;
    const standing = async (holder: Holder): Promise<Standing> => (holder.machine === self.machine ? watch.standing(holder) : 'unsure');
    const isOver = async (holder: Holder) => {
      const found = await standing(holder);
      return found === 'gone' || (found === 'unsure' && isSameHolder(holder, givenUp));
    };
    const holder = await acquire({ files, path, content, isOver });
    if (holder === null) return ok({ release: () => release(files, path, content) });
    const { machine, since } = holder;
    const isCertain = (await standing(holder)) === 'alive';
    return err({ code: 'library-in-use', folder, machine, since, isThisMachine: machine === self.machine, isCertain });
  } catch (error) {
    return err(diskFailure(error, folder));
  }
}

interface Attempt {
  readonly files: FilePort;
  readonly path: string;
  readonly content: string;
  /** True when a holder cannot come back to what it holds. */
  readonly isOver: (holder: Holder) => Promise<boolean>;
}

/**
 * Makes a lock file. One that is left over is removed first, by one process only: by the one that holds a lock named after the very file
 * that is to go. Without that, two that find the same leftover could each remove the lock that the other has just made.
 * @returns null when it was made, else who holds it. Throws what the disk throws.
 */
async function acquire(attempt: Attempt): Promise<Holder | null> {
  const { files, path, content, isOver } = attempt;
  for (let unreadable = 0, busy = 0; ;) {
    if (await created(files, path, content)) return null;
    const found = await files.readFile(path);
    if (found === null) continue;
    const holder = holderOf(found);
    if (holder === null && unreadable < unreadableAttempts) {
      unreadable += 1;
      await files.wait(pause);
      continue;
    }
    if (holder && !(await isOver(holder))) return holder;
    const removal = `${path}.${createHash('sha256').update(found).digest('hex').slice(0, 16)}`;
    const remover = await acquire({ ...attempt, path: removal });
    if (remover === null) {
      try {
        if (isSame(await files.readFile(path), found)) await files.remove(path);
      } finally {
        await files.remove(removal);
      }
    } else {
      if (busy >= busyAttempts) return remover;
      busy += 1;
      await files.wait(pause);
    }
  }
}

function isSame(a: Uint8Array | null, b: Uint8Array): boolean {
  return a !== null && Buffer.compare(a, b) === 0;
}

function isSameHolder(holder: Holder, other: LockHolder | null): boolean {
  return other !== null && holder.machine === other.machine && holder.since === other.since;
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

function holderOf(bytes: Uint8Array): Holder | null {
  try {
    return holderSchema.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8'))).data ?? null;
  } catch {
    return null;
  }
}

/** Removes the lock only while it is ours: a folder may have been replaced under a running application. */
async function release(files: FilePort, path: string, content: string): Promise<void> {
  const found = await files.readFile(path);
  if (found && Buffer.from(found).toString('utf8') === content) await files.remove(path);
}
