// The second place for copies, such as a stick: a folder for each workshop. It comes and goes; nothing here ever makes the place itself again,
// because under the mount point of a stick that was pulled lies the machine's own disk.
import { basename, dirname, join } from 'node:path';
import { copiesIn, removeOutlived, untilStopped } from './backups.ts';
import type { CopyName } from './copy-name.ts';
import type { FilePort } from './file-port.ts';
import { piecesOf, replaceFile } from './json-file.ts';

/** Shown to people, the same in every language: it begins with the product's name. */
const placeName = 'HRH Action Workshops copies';

/** Where second copies lie when a person names a folder or a drive: never in the folder of a library, where they would lie among workshops. */
export function secondPlaceIn(chosen: string, libraryName: string): string {
  if (basename(chosen) === placeName) return chosen;
  return join(basename(chosen) === libraryName ? dirname(chosen) : chosen, placeName);
}

/** Makes the place, once, when it is chosen. Throws what the disk throws, also when it cannot be written to. */
export async function makeSecondPlace(files: FilePort, place: string): Promise<void> {
  await files.makeFolders(place);
  await files.fsyncFolder(dirname(place));
}

export async function isSecondPlaceThere(files: FilePort, place: string): Promise<boolean> {
  return (await files.list(place).catch(() => null)) !== null;
}

export interface BroughtCopy {
  readonly place: string;
  readonly workshopFolder: string;
  readonly copy: CopyName;
  readonly bytes: Uint8Array;
  /** Asked between two pieces: nobody waits for a slow stick to go home. */
  readonly isStopped: () => boolean;
}

/** Brings a copy to the place, durably, and removes there what has outlived its use. Throws what the disk throws. */
export async function bringToSecondPlace(files: FilePort, { place, workshopFolder, copy, bytes, isStopped }: BroughtCopy): Promise<void> {
  const folder = secondFolder(place, workshopFolder);
  const there = await files.list(place);
  if (!there) throw Object.assign(new Error('The second place is away'), { code: 'ENOENT' });
  if (!there.some(({ name, isFolder }) => isFolder && name === basename(folder))) {
    await files.makeFolder(folder);
    await files.fsyncFolder(place);
  }
  await replaceFile(files, join(folder, copy.fileName), untilStopped(piecesOf([bytes]), isStopped));
  await removeOutlived(files, folder);
}

/** The copies of one workshop in the place, newest first; null when the place is not there. */
export async function copiesInSecondPlace(files: FilePort, place: string, workshopFolder: string): Promise<readonly CopyName[] | null> {
  if (!(await isSecondPlaceThere(files, place))) return null;
  return (await copiesIn(files, secondFolder(place, workshopFolder))) ?? [];
}

/** Deletes every copy of one workshop in the place. Throws what the disk throws. @returns false when the place is not there */
export async function deleteSecondCopies(files: FilePort, place: string, workshopFolder: string): Promise<boolean> {
  const copies = await copiesInSecondPlace(files, place, workshopFolder);
  if (!copies) return false;
  const folder = secondFolder(place, workshopFolder);
  for (const { fileName } of copies) await files.remove(join(folder, fileName));
  if (copies.length > 0) await files.fsyncFolder(folder);
  await removeOutlived(files, folder);
  return true;
}

function secondFolder(place: string, workshopFolder: string): string {
  return join(place, basename(workshopFolder));
}
