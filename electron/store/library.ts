// The library: one folder that people can see, with one folder per workshop. Finds workshops, makes new ones, remembers which are archived.
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { Low } from 'lowdb';
import { z } from 'zod';
import type { LockHolder, StoreFailure } from '../../shared/contract/failures.ts';
import type { WorkshopDocument } from '../../shared/document/envelope.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import { fileSafeName } from '../../shared/pack/file-safe-name.ts';
import { withoutByteOrderMark } from './bytes.ts';
import { addWorkshop, createWorkshop, removeLeftovers, unfinishedPrefix, type NewWorkshop } from './create-workshop.ts';
import { diskFailure } from './disk-failure.ts';
import type { FilePort } from './file-port.ts';
import { jsonFile, renameDurably } from './json-file.ts';
import { takeLock, type LibraryLock } from './lock.ts';
import { mergedPrefix, removeMerged } from './merged-folders.ts';
import type { ProcessWatch } from './process-identity.ts';

/** Longest part of a folder's name that comes from the title. */
const longestTitlePart = 40;

export interface Library {
  readonly folder: string;
  /** Why the library cannot be used, or only be read; null when all is well. */
  readonly problem: StoreFailure | null;
  /** True when workshops can be looked at but not changed. */
  readonly isReadOnly: boolean;
  /** Names of the folders that hold a workshop, in the order of the names; null when the library's folder is gone. Throws what the disk throws. */
  readonly folderNames: () => Promise<readonly string[] | null>;
  /** Makes a workshop and answers with its folder's name. Throws what the disk throws. */
  readonly create: (
    workshop: Pick<NewWorkshop, 'documentId' | 'appVersion' | 'replica' | 'begin'> & { readonly title: string },
  ) => Promise<string>;
  /** Brings in a workshop of another installation and answers with its folder's name. Throws what the disk throws. */
  readonly add: (workshop: { readonly title: string; readonly appVersion: string; readonly document: WorkshopDocument }) => Promise<string>;
  /** Moves a folder that was merged into another out of sight; nothing in it is touched. @returns where it lies. Throws what the disk throws. */
  readonly hideMerged: (folderName: string) => Promise<string>;
  /** Deletes the folders that were merged into this workshop. @returns bytes. Throws what the disk throws */
  readonly removeMerged: (documentId: string) => Promise<number>;
  readonly archived: () => ReadonlySet<string>;
  readonly setArchived: (workshopId: string, isArchived: boolean) => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface LibraryOptions {
  readonly files: FilePort;
  readonly folder: string;
  /** Makes the folder when it is not there: for the default folder and for one that was chosen just now. */
  readonly makesFolder: boolean;
  readonly watch: ProcessWatch;
  readonly newName: () => string;
  readonly clock: () => Instant;
  /** Another machine whose lock may be taken over, since a person said that it does not have the library open any more. */
  readonly givenUp?: LockHolder | null;
  /** Told of what went wrong without consequences. */
  readonly log: (error: unknown) => void;
}

/** List state belongs to the library and not to a workshop: a copy on another laptop starts unarchived. */
const listSchema = z.looseObject({ archived: z.array(z.string()).catch([]) });
type ListState = z.infer<typeof listSchema>;

function parseList(bytes: Uint8Array): ListState {
  try {
    return listSchema.safeParse(JSON.parse(Buffer.from(withoutByteOrderMark(bytes)).toString('utf8'))).data ?? { archived: [] };
  } catch {
    // Nothing but the archive marks is in this file: without it every workshop is simply shown.
    return { archived: [] };
  }
}

/** Opens a library and takes its lock. What is wrong with it is part of the answer, so that the list can say it. */
export async function openLibrary(options: LibraryOptions): Promise<Library> {
  const { files, folder } = options;
  const missing = await whatIsMissing(options);
  const lock = missing ? null : await takeLock(options);
  const problem = missing ?? (lock && !lock.ok ? lock.failure : null);
  // Where a person answered for another machine, that one may be at work after all: nothing of it is tidied away.
  if (lock?.ok && !options.givenUp) await removeLeftovers(files, folder).catch(options.log);
  const isReadOnly = problem?.code === 'library-read-only' || problem?.code === 'disk-full';
  const list = new Low(
    jsonFile<ListState>({
      files,
      path: join(folder, 'library.json'),
      parse: parseList,
      serialise: (data) => [`${JSON.stringify(data, null, 2)}\n`],
    }),
    { archived: [] },
  );
  if (!problem || isReadOnly) await list.read();
  return libraryValue({ ...options, problem, isReadOnly, list, lock: lock?.ok ? lock.value : null });
}

async function whatIsMissing({ files, folder, makesFolder }: LibraryOptions): Promise<StoreFailure | null> {
  try {
    if (await files.list(folder)) return null;
    if (!makesFolder) return { code: 'library-missing', folder };
    await files.makeFolders(folder);
    await files.fsyncFolder(dirname(folder));
    return null;
  } catch (error) {
    return diskFailure(error, folder);
  }
}

interface Opened extends LibraryOptions {
  readonly problem: StoreFailure | null;
  readonly isReadOnly: boolean;
  readonly list: Low<ListState>;
  readonly lock: LibraryLock | null;
}

function libraryValue({ files, folder, problem, isReadOnly, list, lock, newName }: Opened): Library {
  async function holdsWorkshop(folderName: string): Promise<boolean> {
    const entries = (await files.list(join(folder, folderName))) ?? [];
    return entries.some(({ name, isFolder }) =>
      // Copies alone are enough to bring a workshop back.
      isFolder ? name === 'backups' : name === 'workshop.json' || /^journal\.\d+\.jsonl$/.test(name),
    );
  }

  function nameOf(title: string, documentId: string): Promise<string> {
    return unusedName(`${fileSafeName(title, longestTitlePart, 'workshop')}-${documentId.slice(0, 6)}`);
  }

  async function unusedName(base: string): Promise<string> {
    const taken = new Set(((await files.list(folder)) ?? []).map(({ name }) => name.toLowerCase()));
    let name = base;
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${base}-${number}`;
    return name;
  }

  return {
    folder,
    problem,
    isReadOnly,
    folderNames: async () => {
      if (problem && !isReadOnly) return [];
      const entries = await files.list(folder);
      if (entries === null) return null;
      const names = entries.filter(({ name, isFolder }) => isFolder && !isHidden(name)).map(({ name }) => name);
      const found = await Promise.all(names.map(async (name) => ((await holdsWorkshop(name)) ? [name] : [])));
      return found.flat().toSorted();
    },
    create: async ({ title, ...workshop }) => {
      const folderName = await nameOf(title, workshop.documentId);
      await createWorkshop({ files, libraryFolder: folder, folderName, ...workshop });
      return folderName;
    },
    add: async ({ title, document, appVersion }) => {
      const folderName = await nameOf(title, document.envelope.documentId);
      await addWorkshop({ files, libraryFolder: folder, folderName, document, appVersion, newName });
      return folderName;
    },
    hideMerged: async (folderName) => {
      const hidden = join(folder, await unusedName(`${mergedPrefix}${folderName}`));
      await renameDurably(files, join(folder, folderName), hidden);
      return hidden;
    },
    removeMerged: (documentId) => removeMerged(files, folder, documentId),
    archived: () => new Set(list.data.archived),
    setArchived: async (workshopId, isArchived) => {
      const others = list.data.archived.filter((id) => id !== workshopId);
      await list.update((data) => {
        data.archived = isArchived ? [...others, workshopId] : others;
      });
    },
    close: async () => {
      await lock?.release();
    },
  };
}

function isHidden(name: string): boolean {
  return name.startsWith(unfinishedPrefix) || name.startsWith(mergedPrefix);
}

/** Stands for a workshop whose document id cannot be read, or is already taken by another folder. */
export function idOfFolder(folderName: string): string {
  return `folder-${createHash('sha256').update(folderName).digest('hex').slice(0, 20)}`;
}
