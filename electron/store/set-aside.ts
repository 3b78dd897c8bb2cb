// Keeps copies of what could not be used, so that nothing damaged is ever deleted.
import { join } from 'node:path';
import type { Instant } from '../../shared/kernel/instant.ts';
import type { FilePort } from './file-port.ts';
import { replaceFile } from './json-file.ts';
import { setAsidePath } from './workshop-folder.ts';

export interface SetAside {
  /** Name of the file as it was. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Copies bytes into the folder `set-aside`, under the moment and the name they had. Durable when this returns.
 * @returns the folder, for the message; '' when there was nothing to keep
 */
export async function setAside(files: FilePort, workshopFolder: string, at: Instant, things: readonly SetAside[]): Promise<string> {
  const kept = things.filter(({ bytes }) => bytes.length > 0);
  if (kept.length === 0) return '';
  const folder = setAsidePath(workshopFolder);
  await files.makeFolder(folder);
  await files.fsyncFolder(workshopFolder);
  const moment = at.replaceAll(/[:.]/g, '-');
  // A clock that was set back may come to the same moment twice: what lies there stays.
  const taken = new Set(((await files.list(folder)) ?? []).map((entry) => entry.name));
  for (const { name, bytes } of kept) {
    let free = `${moment} ${name}`;
    for (let number = 2; taken.has(free); number += 1) free = `${moment} ${number} ${name}`;
    taken.add(free);
    await replaceFile(files, join(folder, free), [bytes]);
  }
  return folder;
}
