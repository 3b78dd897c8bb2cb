// The names of the files of one workshop.
import { join } from 'node:path';
import type { FilePort } from './file-port.ts';

export function snapshotPath(folder: string): string {
  return join(folder, 'workshop.json');
}

export function journalPath(folder: string, generation: number): string {
  return join(folder, `journal.${generation}.jsonl`);
}

/** True for the names of the snapshot and the journals, and of a snapshot that is still being written. */
export function isFileOfWorkshop(name: string): boolean {
  return /^(workshop\.json(\.tmp)?|journal\.\d+\.jsonl)$/.test(name);
}

/** Where files lie that could not be used: nothing damaged is ever deleted. */
export function setAsidePath(folder: string): string {
  return join(folder, 'set-aside');
}

/** Generations of the journals that lie in a folder, oldest first; null when the folder is not there. */
export async function listGenerations(files: FilePort, folder: string): Promise<readonly number[] | null> {
  const entries = await files.list(folder);
  if (!entries) return null;
  return entries
    .map(({ name }) => /^journal\.(\d+)\.jsonl$/.exec(name)?.[1])
    .filter((digits) => digits !== undefined)
    .map(Number)
    .toSorted((a, b) => a - b);
}
