// Brings a new workshop into the library: its folder appears whole, or not at all.
import { join } from 'node:path';
import { currentSchemaVersion, emptyDocument, type WorkshopDocument } from '../../shared/document/envelope.ts';
import { nextNumber } from '../../shared/kernel/stamp.ts';
import type { Draft } from './commit-queue.ts';
import type { FilePort } from './file-port.ts';
import { renameDurably, replaceFile } from './json-file.ts';
import { encodeLine, seedOf, type JournalLine } from './journal-line.ts';
import { beginJournal } from './journal-writer.ts';
import { applyLine } from './replay.ts';
import { snapshotParts } from './snapshot.ts';
import { isFileOfWorkshop, snapshotPath } from './workshop-folder.ts';

interface NewFolder {
  readonly files: FilePort;
  readonly libraryFolder: string;
  /** Name of the workshop's folder; nothing of that name may be there. */
  readonly folderName: string;
}

export interface NewWorkshop extends NewFolder {
  readonly documentId: string;
  readonly appVersion: string;
  readonly replica: string;
  /** The first commit. */
  readonly begin: Draft;
}

/** A workshop that another installation made. */
export interface AddedWorkshop extends NewFolder {
  readonly document: WorkshopDocument;
  readonly appVersion: string;
  /** For the hidden folder: the id inside comes from a stranger. */
  readonly newName: () => string;
}

/** Names that begin so are unfinished and never listed. */
export const unfinishedPrefix = '.new-';

/** Hidden folders that this process is filling right now. */
const underway = new Set<string>();

/**
 * Writes journal and snapshot into a hidden folder and renames it when both are durable.
 * The journal begins at revision 0, so that the whole workshop can be rebuilt from it. Throws what the disk throws; what was written until
 * then is removed, as far as the disk lets us.
 */
export async function createWorkshop(input: NewWorkshop): Promise<void> {
  await appearWhole(input, input.documentId, (hidden) => fill(hidden, input));
}

/** Brings in a workshop as it is, with its stamps and what it knows. Its journal begins where it stands. Throws what the disk throws. */
export async function addWorkshop(input: AddedWorkshop): Promise<void> {
  const { files, document, appVersion } = input;
  await appearWhole(input, input.newName(), async (hidden) => {
    await files.makeFolder(hidden);
    const { documentId, revision } = document.envelope;
    const journal = await beginJournal({ files, folder: hidden, documentId, generation: 1, baseRevision: revision });
    await journal.close();
    const envelope = { ...document.envelope, schemaVersion: currentSchemaVersion, appVersion };
    await replaceFile(files, snapshotPath(hidden), snapshotParts({ ...document, envelope }));
  });
}

async function appearWhole(
  { files, libraryFolder, folderName }: NewFolder,
  name: string,
  fillFolder: (hidden: string) => Promise<void>,
): Promise<void> {
  const hidden = join(libraryFolder, `${unfinishedPrefix}${name}`);
  underway.add(hidden);
  try {
    await fillFolder(hidden);
    await renameDurably(files, hidden, join(libraryFolder, folderName));
  } catch (error) {
    await removeUnfinished(files, hidden).catch(() => undefined);
    throw error;
  } finally {
    underway.delete(hidden);
  }
}

async function fill(hidden: string, { files, documentId, appVersion, replica, begin }: NewWorkshop): Promise<void> {
  await files.makeFolder(hidden);
  const document = emptyDocument({ documentId, appVersion, now: begin.at });
  const line: JournalLine = { ...begin, r: 1, l: nextNumber(document.envelope.knows), by: replica, batch: 1 };
  const journal = await beginJournal({ files, folder: hidden, documentId, generation: 1, baseRevision: 0 });
  try {
    await new Promise<void>((resolve, reject) => {
      journal.append(Buffer.from(encodeLine(line, seedOf(documentId))), (failure) => (failure ? reject(failure.error) : resolve()));
    });
  } finally {
    await journal.close();
  }
  applyLine(document, line);
  await replaceFile(files, snapshotPath(hidden), snapshotParts(document));
}

/**
 * Removes what a power cut or a full disk left of workshops that never came to be. Only for whoever holds the library's lock: then nobody
 * else is making a workshop there. Throws what the disk throws.
 */
export async function removeLeftovers(files: FilePort, libraryFolder: string): Promise<void> {
  for (const { name, isFolder } of (await files.list(libraryFolder)) ?? []) {
    const hidden = join(libraryFolder, name);
    if (isFolder && name.startsWith(unfinishedPrefix) && !underway.has(hidden)) await removeUnfinished(files, hidden);
  }
}

/** A folder in which anything lies that is not ours stays as it is. */
async function removeUnfinished(files: FilePort, hidden: string): Promise<void> {
  const entries = (await files.list(hidden)) ?? [];
  if (entries.some(({ name, isFolder }) => isFolder || !isFileOfWorkshop(name))) return;
  for (const { name } of entries) await files.remove(join(hidden, name));
  await files.remove(hidden);
}
