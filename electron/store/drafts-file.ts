// drafts.json: what was typed and is not saved, beside what it was typed for. A small file of this machine and this person; no copy, pack or other file
// that travels is made from it.
import { join } from 'node:path';
import { z } from 'zod';
import type { Draft } from '../../shared/contract/drafts.ts';
import { commandSchema } from '../../shared/domain/commands.ts';
import { failureCodes, type FailureCode } from '../../shared/contract/failures.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import { instantSchema } from '../../shared/kernel/schema.ts';
import { withoutByteOrderMark } from './bytes.ts';
import type { FilePort } from './file-port.ts';
import { replaceFile } from './json-file.ts';

export interface DraftsFile {
  /** Oldest first. */
  readonly list: () => readonly Draft[];
  /** Keeps one, in place of one with the same key. Settles when it is on disk; throws what the disk throws, and holds it in memory even then. */
  readonly put: (draft: Draft) => Promise<void>;
  /** Settles when it is gone from the disk. Nothing happens when there is none. */
  readonly remove: (key: string) => Promise<void>;
  /** Removes all of them, and what could not be read. */
  readonly clear: () => Promise<void>;
  /** Tries once more to write what the disk has not taken yet. */
  readonly close: () => Promise<void>;
}

const shared = { key: z.string().min(1), at: instantSchema };
const draftSchema = z.discriminatedUnion('kind', [
  z.object({ ...shared, kind: z.literal('refused'), command: commandSchema, why: z.enum(failureCodes as readonly [FailureCode]) }),
  z.object({ ...shared, kind: z.literal('typed'), value: z.record(z.string(), z.unknown()) }),
]);

export function draftsPath(folder: string): string {
  return join(folder, 'drafts.json');
}

/**
 * Opens the drafts of a folder. What is unreadable is kept beside the new file.
 * Throws what the disk throws.
 * @param isReadOnly nothing is written; what is kept ends with the application
 */
export async function openDrafts(options: {
  readonly files: FilePort;
  readonly folder: string;
  readonly isReadOnly?: boolean;
}): Promise<DraftsFile> {
  const { files, folder, isReadOnly = false } = options;
  const path = draftsPath(folder);
  const unreadable = `${path}.unreadable`;
  const bytes = await files.readFile(path);
  const read = bytes === null ? [] : draftsIn(bytes);
  const drafts = new Map<string, Draft>((read ?? []).map((draft) => [draft.key, draft]));
  let isWritten = true;
  let writing: Promise<void> = Promise.resolve();
  /** The next writing, which takes everything along that comes until it begins. */
  let next: Promise<void> | null = null;

  if (!isReadOnly) {
    // Of a writing that did not end; it was never promised.
    await files.remove(`${path}.tmp`);
    if (bytes !== null && read === null) await replaceFile(files, unreadable, [bytes], { isPrivate: true });
  }

  function write(): Promise<void> {
    isWritten = false;
    if (isReadOnly) return Promise.resolve();
    if (next === null) {
      next = writing
        .catch(() => undefined)
        .then(() => {
          next = null;
          return writeNow();
        });
      writing = next;
    }
    return next;
  }

  async function writeNow(): Promise<void> {
    isWritten = true;
    try {
      if (drafts.size > 0) {
        await replaceFile(files, path, [`${JSON.stringify({ drafts: [...drafts.values()] }, null, 2)}\n`], { isPrivate: true });
      } else {
        await files.remove(path);
        await files.fsyncFolder(folder);
      }
    } catch (error) {
      isWritten = false;
      throw error;
    }
  }

  return {
    list: () => [...drafts.values()],
    put: (draft) => {
      drafts.delete(draft.key);
      drafts.set(draft.key, draft);
      return write();
    },
    remove: (key) => (drafts.delete(key) ? write() : Promise.resolve()),
    clear: async () => {
      drafts.clear();
      await write();
      if (!isReadOnly) await files.remove(unreadable);
    },
    close: async () => {
      await writing.catch(() => undefined);
      if (!isWritten && !isReadOnly) await write();
    },
  };
}

/** @returns null when the bytes are no drafts at all */
function draftsIn(bytes: Uint8Array): readonly Draft[] | null {
  try {
    const found = z
      .object({ drafts: z.array(z.unknown()) })
      .safeParse(JSON.parse(Buffer.from(withoutByteOrderMark(bytes)).toString('utf8')));
    if (!found.success) return null;
    return found.data.drafts.map((each, index) => {
      const draft = draftSchema.safeParse(each);
      return draft.success ? draft.data : ofOtherVersion(each, index);
    });
  } catch {
    return null;
  }
}

/** What a newer or older version of the product kept cannot be carried out here; its words can still be read, and copied. */
function ofOtherVersion(stored: unknown, index: number): Draft {
  const known = z.object({ key: shared.key, at: instantSchema }).safeParse(stored);
  return { key: `other-${index}`, at: new Date(0).toISOString() as Instant, ...known.data, kind: 'typed', value: { stored } };
}
