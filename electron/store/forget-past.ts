// Forgetting: what a workshop was before is deleted for good, because somebody asked for it. The present is safe in every moment of it.
import { join } from 'node:path';
import type { StoreFailure } from '../../shared/contract/failures.ts';
import { collectionNames } from '../../shared/domain/collection-names.ts';
import type { WorkshopDocument } from '../../shared/document/envelope.ts';
import { withoutBodies } from '../../shared/document/stamps.ts';
import { forgottenWriters } from '../../shared/document/writers.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { diskFailure } from './disk-failure.ts';
import type { FilePort } from './file-port.ts';
import { historyPath } from './history.ts';
import { setAsidePath } from './workshop-folder.ts';

/**
 * First a fresh snapshot and an empty journal, durable and without the content of removed records and without who wrote what; then history and files set aside go, oldest
 * first. A crash in between leaves a workshop that opens, with a part of its past.
 * @param compact folds every journal into a new snapshot of this moment
 * @returns bytes that were deleted
 */
export async function forgetPast(
  { files, folder }: { readonly files: FilePort; readonly folder: string },
  document: WorkshopDocument,
  compact: () => Promise<void>,
): Promise<Result<number, StoreFailure>> {
  try {
    // A compaction that is under way already has its references: only the next one writes what follows here.
    await compact();
    blankRemoved(document);
    await compact();
    const inHistory = await emptied(files, historyPath(folder));
    const setAside = await emptied(files, setAsidePath(folder));
    await removeRemains(files, folder);
    return ok(inHistory + setAside);
  } catch (error) {
    return err(diskFailure(error, folder));
  }
}

/** @returns bytes of the files that were removed */
async function emptied(files: FilePort, folder: string): Promise<number> {
  const entries = ((await files.list(folder)) ?? []).filter(({ isFolder }) => !isFolder);
  let bytes = 0;
  for (const name of entries.map((entry) => entry.name).toSorted(oldestFirst)) {
    const path = join(folder, name);
    bytes += (await files.readFile(path))?.length ?? 0;
    await files.remove(path);
  }
  if (entries.length > 0) await files.fsyncFolder(folder);
  return bytes;
}

/** Names begin with a revision or a moment. */
function oldestFirst(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}

/** What a write that was broken off left behind; also makes the removal of the old journals durable. */
async function removeRemains(files: FilePort, folder: string): Promise<void> {
  const names = ((await files.list(folder)) ?? []).map(({ name }) => name);
  for (const name of names.filter((each) => each.endsWith('.tmp'))) await files.remove(join(folder, name));
  await files.fsyncFolder(folder);
}

/** Removed records leave their stamps, without what they held; and nobody knows any more who wrote what stands. */
function blankRemoved(document: WorkshopDocument): void {
  const { stamps, envelope } = document;
  document.envelope = { ...envelope, writers: forgottenWriters(envelope.knows, envelope.savedAt) };
  const { tombstones } = withoutBodies(stamps);
  for (const name of collectionNames) {
    stamps.tombstones[name].clear();
    for (const [id, blank] of tombstones[name]) stamps.tombstones[name].set(id, blank);
  }
}
