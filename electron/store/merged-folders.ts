// Folders of workshops that were brought into another folder: kept as they are, out of sight, until somebody asks for the past to be deleted.
import { join } from 'node:path';
import type { FilePort } from './file-port.ts';
import { readWorkshop } from './read-workshop.ts';

/** Names that begin so are never listed. */
export const mergedPrefix = '.merged-';

/** Removes those that hold a document. @returns bytes that were deleted. Throws what the disk throws */
export async function removeMerged(files: FilePort, libraryFolder: string, documentId: string): Promise<number> {
  const entries = ((await files.list(libraryFolder)) ?? []).filter(({ name, isFolder }) => isFolder && name.startsWith(mergedPrefix));
  let bytes = 0;
  for (const { name } of entries) {
    const folder = join(libraryFolder, name);
    const read = await readWorkshop(files, folder);
    if (read.ok && read.value.document.envelope.documentId === documentId) bytes += await removeAll(files, folder);
  }
  if (bytes > 0) await files.fsyncFolder(libraryFolder);
  return bytes;
}

/** workshop.json goes last: as long as it is there, what a crash leaves of the folder is known again. */
async function removeAll(files: FilePort, folder: string): Promise<number> {
  const entries = (await files.list(folder)) ?? [];
  const isLast = (name: string) => (name === 'workshop.json' ? 1 : 0);
  let bytes = 0;
  for (const { name, isFolder } of entries.toSorted((a, b) => isLast(a.name) - isLast(b.name))) {
    const path = join(folder, name);
    bytes += isFolder ? await removeAll(files, path) : ((await files.readFile(path))?.length ?? 0);
    if (!isFolder) await files.remove(path);
  }
  await files.remove(folder);
  return bytes;
}
