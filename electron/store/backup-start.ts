// A copy as one more start, when neither snapshot, journals nor history give the newest state that there is proof of.
import { currentSchemaVersion, type WorkshopDocument } from '../../shared/document/envelope.ts';
import { backupsPath, copiesIn, readCopy } from './backups.ts';
import type { FilePort } from './file-port.ts';
import { listSegments, segmentLines } from './history.ts';
import { mergedLines, replay, type JournalLines, type Replayed } from './replay.ts';

export interface BackupStart {
  readonly folder: string;
  /** Whose copies count; null: nothing else in the folder can tell. */
  readonly documentId: string | null;
  /** The revision that was reached without copies, or -1. A copy of a later one proves that something is missing. */
  readonly reached: number;
  /** The lines of the journals in the folder, oldest generation first. */
  readonly current: readonly JournalLines[];
}

export interface BackupState extends Replayed {
  readonly document: WorkshopDocument;
}

/** @returns the newest good copy beyond what was reached, brought forward by every line that follows it; null when there is none */
export async function stateFromBackup(files: FilePort, start: BackupStart): Promise<BackupState | null> {
  const { folder, documentId, reached, current } = start;
  const copies = (await copiesIn(files, backupsPath(folder))) ?? [];
  for (const { fileName } of copies.filter(({ revision }) => revision > reached)) {
    const copy = await readCopy(files, backupsPath(folder), fileName);
    if (copy.kind !== 'good' || copy.isForeign || copy.schemaVersion > currentSchemaVersion) continue;
    const { document } = copy;
    const { envelope } = document;
    // The name says which copies are worth reading; what counts is inside.
    if (envelope.revision <= reached || envelope.documentId !== (documentId ?? envelope.documentId)) continue;
    const past = await linesSince(files, folder, envelope.documentId, envelope.revision);
    return { document, ...replay(document, mergedLines([...past, ...current])) };
  }
  return null;
}

async function linesSince(files: FilePort, folder: string, documentId: string, revision: number): Promise<readonly JournalLines[]> {
  const segments = (await listSegments(files, folder)).filter(({ to }) => to > revision).toReversed();
  return Promise.all(segments.map((segment) => segmentLines(files, folder, segment, documentId)));
}
