// Copies of a workshop, each one self-contained compressed file in the folder `backups`: the same JSON as workshop.json, of one revision.
// A copy gets its final name only after it was read back, so that a list of names is a list of good copies.
import { join } from 'node:path';
import { currentSchemaVersion, type WorkshopDocument } from '../../shared/document/envelope.ts';
import { copyExtension, copyNamed, newestFirst, outlived, readCopyName, type CopyName } from './copy-name.ts';
import type { FilePort } from './file-port.ts';
import { piecesOf, renameDurably } from './json-file.ts';
import { unpack, writePacked } from './packed.ts';
import { parseSnapshot, snapshotParts, type Snapshot } from './snapshot.ts';

/** Added to the name of a copy that was not read back yet. */
const unverified = '.unverified';

export function backupsPath(workshopFolder: string): string {
  return join(workshopFolder, 'backups');
}

/** The copies in a folder, newest first; null when the folder is not there. */
export async function copiesIn(files: FilePort, folder: string): Promise<readonly CopyName[] | null> {
  const entries = await files.list(folder);
  if (!entries) return null;
  return entries
    .filter(({ isFolder }) => !isFolder)
    .map(({ name }) => readCopyName(name))
    .filter((name) => name !== null)
    .toSorted(newestFirst);
}

export interface NewCopy extends Pick<CopyName, 'at' | 'reason'> {
  /** References to the workshop at one revision (`captured`); commits go on meanwhile. */
  readonly document: WorkshopDocument;
  readonly appVersion: string;
  /** Asked between two pieces: true ends the work, such as when the application closes. */
  readonly isStopped: () => boolean;
}

/**
 * Writes a copy and reads it back. It is durable, and what it should be, when this returns.
 * Throws what the disk throws, and an error with the code `not-as-written` when something else is read than was written.
 */
export async function writeCopy(
  files: FilePort,
  workshopFolder: string,
  { document, at, reason, appVersion, isStopped }: NewCopy,
): Promise<CopyName> {
  const { envelope } = document;
  const whole: WorkshopDocument = { ...document, envelope: { ...envelope, schemaVersion: currentSchemaVersion, appVersion } };
  const copy = copyNamed({ at, revision: envelope.revision, reason });
  return keepCopy(files, workshopFolder, copy, untilStopped(piecesOf(snapshotParts(whole)), isStopped));
}

/** Keeps the bytes of a snapshot as they are, such as those of an older version before they are migrated. */
export function keepCopyOf(
  files: FilePort,
  workshopFolder: string,
  copy: Omit<CopyName, 'fileName'>,
  snapshot: Uint8Array,
): Promise<CopyName> {
  return keepCopy(files, workshopFolder, copyNamed(copy), piecesOf([snapshot]));
}

async function keepCopy(files: FilePort, workshopFolder: string, copy: CopyName, pieces: Iterable<Uint8Array>): Promise<CopyName> {
  const folder = backupsPath(workshopFolder);
  const path = join(folder, copy.fileName);
  await files.makeFolder(folder);
  await files.fsyncFolder(workshopFolder);
  await writePacked(files, path + unverified, pieces);
  await renameDurably(files, path + unverified, path);
  return copy;
}

/** Throws as soon as it is told to stop. */
export function* untilStopped(pieces: Iterable<Uint8Array>, isStopped: () => boolean): Iterable<Uint8Array> {
  for (const piece of pieces) {
    if (isStopped()) throw Object.assign(new Error('The copy was given up'), { code: 'stopped' });
    yield piece;
  }
}

/** Removes copies that have outlived their use from a folder, and beginnings of copies that were never finished. */
export async function removeOutlived(files: FilePort, folder: string): Promise<void> {
  const entries = (await files.list(folder)) ?? [];
  const unfinished = entries.map(({ name }) => name).filter((name) => name.endsWith(unverified) || name.endsWith(`${copyExtension}.tmp`));
  const old = outlived((await copiesIn(files, folder)) ?? []).map(({ fileName }) => fileName);
  for (const name of [...unfinished, ...old]) await files.remove(join(folder, name));
  if (unfinished.length + old.length > 0) await files.fsyncFolder(folder);
}

/** What a copy holds, with every doubt named; `none` when there is no such file. */
export async function readCopy(files: FilePort, folder: string, fileName: string): Promise<Snapshot> {
  const packed = await files.readFile(join(folder, fileName));
  if (packed === null) return { kind: 'none' };
  const bytes = await unpack(packed);
  return bytes === null ? { kind: 'bad', detail: 'cut', place: fileName } : parseSnapshot(bytes);
}
