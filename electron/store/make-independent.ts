// Makes a workshop of its own out of a folder that holds the same document as another one: a new document id, and a past that begins now.
import { join } from 'node:path';
import type { StoreFailure } from '../../shared/contract/failures.ts';
import type { Envelope } from '../../shared/document/envelope.ts';
import type { NewId } from '../../shared/kernel/ids.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { backupsPath } from './backups.ts';
import { diskFailure } from './disk-failure.ts';
import type { FilePort } from './file-port.ts';
import { historyPath } from './history.ts';
import { encodeHeader, journalFormat } from './journal-line.ts';
import { renameDurably, replaceFile, writeFlushed } from './json-file.ts';
import { setAside } from './set-aside.ts';
import { parseSnapshot, snapshotParts } from './snapshot.ts';
import { journalPath, listGenerations, snapshotPath } from './workshop-folder.ts';
import { openWorkshopStore } from './workshop-store.ts';

export interface Independence {
  readonly files: FilePort;
  /** Of a workshop that is not open. */
  readonly folder: string;
  readonly replica: string;
  readonly appVersion: string;
  readonly clock: () => Instant;
  readonly newId: NewId;
  readonly onError: (error: unknown) => void;
}

/**
 * Everything goes into workshop.json first. What is written under the old id then leaves: history and copies are set aside, the journal, which
 * holds nothing that workshop.json does not, is removed. The new workshop.json is the one moment at which the id changes; a crash before it
 * leaves the workshop as it was, without its past.
 * @returns the new document id
 */
export async function makeIndependent(input: Independence): Promise<Result<string, StoreFailure>> {
  const { files, folder } = input;
  try {
    const folded = await foldEverything(input);
    if (!folded.ok) return folded;
    const bytes = await files.readFile(snapshotPath(folder));
    const snapshot = bytes && parseSnapshot(bytes);
    if (snapshot?.kind !== 'good' || snapshot.document.envelope.revision !== folded.value) {
      throw new Error('The workshop could not be written as one file');
    }
    await setPastAside(input);
    const generations = (await listGenerations(files, folder)) ?? [];
    for (const generation of generations) await files.remove(journalPath(folder, generation));
    await files.fsyncFolder(folder);
    const { document } = snapshot;
    const envelope = { ...document.envelope, documentId: input.newId() };
    await replaceFile(files, snapshotPath(folder), snapshotParts({ ...document, envelope }));
    await placeJournal(input, (generations.at(-1) ?? 0) + 1, envelope);
    return ok(envelope.documentId);
  } catch (error) {
    return err(diskFailure(error, folder));
  }
}

/**
 * The journal appears whole: where one is found without its header, opening takes it for damage. Its beginnings have the name of an unfinished
 * snapshot, which the next one overwrites.
 */
async function placeJournal(
  { files, folder }: Independence,
  generation: number,
  { documentId, schemaVersion, revision }: Envelope,
): Promise<void> {
  const unfinished = `${snapshotPath(folder)}.tmp`;
  const header = encodeHeader({ format: journalFormat, documentId, schemaVersion, baseRevision: revision });
  await writeFlushed(files, unfinished, [Buffer.from(header)]);
  await renameDurably(files, unfinished, journalPath(folder, generation));
}

/** @returns the revision that workshop.json holds afterwards */
async function foldEverything({ files, folder, replica, appVersion, clock, onError }: Independence): Promise<Result<number, StoreFailure>> {
  const events = { onCommitted: () => undefined, onHealth: () => undefined, onError };
  const opened = await openWorkshopStore({ files, folder, replica, appVersion, clock, events, isReadOnly: false });
  if (!opened.ok) return opened;
  const store = opened.value;
  const { revision } = store.document.envelope;
  try {
    if (store.isReadOnly) return err({ code: 'workshop-read-only', folder });
    await store.compact();
  } finally {
    await store.close({ quick: true });
  }
  return ok(revision);
}

/** Nothing is lost by it; and what is set aside goes when somebody asks for the past to be deleted. */
async function setPastAside({ files, folder, clock }: Independence): Promise<void> {
  const at = clock();
  for (const past of [historyPath(folder), backupsPath(folder)]) {
    const names = ((await files.list(past)) ?? []).filter(({ isFolder }) => !isFolder).map(({ name }) => name);
    for (const name of names) {
      const bytes = await files.readFile(join(past, name));
      if (bytes) await setAside(files, folder, at, [{ name, bytes }]);
      await files.remove(join(past, name));
    }
    if (names.length > 0) await files.fsyncFolder(past);
  }
}
