// The journal that commits go to: an open file, and the byte up to which it is known to be good.
import { dirname } from 'node:path';
import { currentSchemaVersion } from '../../shared/document/envelope.ts';
import { datasync, writeAt, type FilePort } from './file-port.ts';
import { encodeHeader, journalFormat, type Restored } from './journal-line.ts';
import { journalPath } from './workshop-folder.ts';

/** Which half of an append went wrong. After a failed flush nobody knows what the disk holds: the file is never trusted again (design §4). */
export interface AppendFailure {
  readonly during: 'write' | 'flush';
  readonly error: Error;
}

export interface JournalWriter {
  readonly generation: number;
  readonly baseRevision: number;
  /** Bytes that are known to be good. */
  readonly size: () => number;
  /** Writes and flushes one batch. One at a time: the next batch waits for `done`. */
  readonly append: (bytes: Uint8Array, done: (failure: AppendFailure | null) => void) => void;
  /** After a failed write: removes what was written of it. Throws when even that fails. */
  readonly cutBack: () => Promise<void>;
  readonly close: () => Promise<void>;
}

interface Opened {
  readonly files: FilePort;
  readonly file: number;
  readonly generation: number;
  readonly baseRevision: number;
  readonly size: number;
}

function writer({ files, file, generation, baseRevision, size }: Opened): JournalWriter {
  let good = size;
  // Some file systems, of networks above all, count no names at all.
  const canBeMissed = files.isNamed(file);

  return {
    generation,
    baseRevision,
    size: () => good,
    append: (bytes, done) => {
      files.write(file, bytes, good, (writeError) => {
        if (writeError) {
          done({ during: 'write', error: writeError });
          return;
        }
        // What is flushed into a file that lies in no folder any more is lost with the handle: nobody may be told that it is kept. Looked at
        // while the disk works, where it costs nobody any time.
        let isGone = false;
        files.fdatasync(file, (flushError) => {
          const error = flushError ?? (isGone ? journalGone(generation) : null);
          if (error) {
            done({ during: 'flush', error });
            return;
          }
          good += bytes.length;
          done(null);
        });
        isGone = canBeMissed && !files.isNamed(file);
      });
    },
    cutBack: () => files.ftruncate(file, good),
    close: () => files.close(file),
  };
}

/** As the system says it of a folder that vanished. */
function journalGone(generation: number): Error {
  return Object.assign(new Error(`Journal ${generation} was deleted while it was open`), { code: 'ENOENT' });
}

interface Begin {
  readonly files: FilePort;
  readonly folder: string;
  readonly documentId: string;
  readonly generation: number;
  readonly baseRevision: number;
  readonly restored?: Restored | undefined;
}

/** Begins a journal. Its header and its name are durable when this returns; a journal that could not be begun is removed again. */
export async function beginJournal({ files, folder, documentId, generation, baseRevision, restored }: Begin): Promise<JournalWriter> {
  const path = journalPath(folder, generation);
  const header = Buffer.from(
    encodeHeader({ format: journalFormat, documentId, schemaVersion: currentSchemaVersion, baseRevision, restored }),
  );
  const file = await files.open(path, 'create');
  try {
    await writeAt(files, file, header, 0);
    await files.fsync(file);
    await files.fsyncFolder(dirname(path));
  } catch (error) {
    await files.close(file);
    await files.remove(path).catch(() => undefined);
    throw error;
  }
  return writer({ files, file, generation, baseRevision, size: header.length });
}

interface Resume {
  readonly files: FilePort;
  readonly folder: string;
  readonly generation: number;
  readonly baseRevision: number;
  readonly size: number;
  /** Cuts everything behind `size` off first. */
  readonly cuts: boolean;
}

/** Goes on in a journal that lies in the folder. Nothing behind `size` is there any more, durably, when this returns. */
export async function resumeJournal({ files, folder, generation, baseRevision, size, cuts }: Resume): Promise<JournalWriter> {
  const file = await files.open(journalPath(folder, generation), 'change');
  try {
    if (cuts) {
      await files.ftruncate(file, size);
      await datasync(files, file);
    }
  } catch (error) {
    await files.close(file);
    throw error;
  }
  return writer({ files, file, generation, baseRevision, size });
}
