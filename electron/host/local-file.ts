// Reads a file of this machine whose place a person has named to the system: in a dialog, by a double click, or opened before. Never a path of a page.
import { open } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { Failure } from '../../shared/contract/failures.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { errorCode } from '../store/file-port.ts';
import { largestWorkshopFile, mebibyte } from '../intake/limits.ts';
import type { BroughtFile } from './ports.ts';

/** Fails with `workshop-file-not-read`, or `workshop-file-too-large` before anything is read. */
export async function readLocalFile(path: string): Promise<Result<BroughtFile, Failure>> {
  const fileName = basename(path);
  const notRead = (reason: string) => err({ code: 'workshop-file-not-read', fileName, folder: dirname(path), reason } as const);
  try {
    const file = await open(path);
    try {
      const stats = await file.stat();
      // A pipe or a device would never end.
      if (!stats.isFile()) return notRead('no-file');
      if (stats.size > largestWorkshopFile) {
        const megabytes = Math.ceil(stats.size / mebibyte);
        return err({ code: 'workshop-file-too-large', fileName, megabytes, limit: largestWorkshopFile / mebibyte });
      }
      return ok({ fileName, bytes: await file.readFile() });
    } finally {
      await file.close();
    }
  } catch (error) {
    return notRead(errorCode(error) || 'unknown');
  }
}
