// Brings a new workshop into the library: its folder appears whole, or not at all.
import { join } from 'node:path';
import { emptyDocument } from '../../shared/document/envelope.ts';
import { nextNumber } from '../../shared/kernel/stamp.ts';
import type { Draft } from './commit-queue.ts';
import type { FilePort } from './file-port.ts';
import { replaceFile } from './json-file.ts';
import { encodeLine, seedOf, type JournalLine } from './journal-line.ts';
import { beginJournal } from './journal-writer.ts';
import { applyLine } from './replay.ts';
import { snapshotParts } from './snapshot.ts';
import { snapshotPath } from './workshop-folder.ts';

export interface NewWorkshop {
  readonly files: FilePort;
  readonly libraryFolder: string;
  /** Name of the workshop's folder; nothing of that name may be there. */
  readonly folderName: string;
  readonly documentId: string;
  readonly appVersion: string;
  readonly replica: string;
  /** The first commit. */
  readonly begin: Draft;
}

/** Names that begin so are unfinished and never listed. */
export const unfinishedPrefix = '.new-';

/**
 * Writes journal and snapshot into a hidden folder and renames it when both are durable.
 * The journal begins at revision 0, so that the whole workshop can be rebuilt from it. Throws what the disk throws.
 */
export async function createWorkshop(input: NewWorkshop): Promise<void> {
  const { files, libraryFolder, documentId, begin } = input;
  const hidden = join(libraryFolder, `${unfinishedPrefix}${documentId}`);
  await files.makeFolder(hidden);
  const document = emptyDocument({ documentId, appVersion: input.appVersion, now: begin.at });
  const line: JournalLine = { ...begin, r: 1, l: nextNumber(document.envelope.knows), by: input.replica, batch: 1 };
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
  await files.rename(hidden, join(libraryFolder, input.folderName));
  await files.fsyncFolder(libraryFolder);
}
