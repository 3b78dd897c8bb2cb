// Whether a file that somebody dropped or chose can be read at all: a folder comes as a file, and a file may be gone by the time it is sent.
import type { Failure } from '../../shared/contract/failures.ts';

/** @returns why not, or null when its bytes are there */
export async function refusalByReading(file: File): Promise<Failure | null> {
  try {
    await file.slice(0, 1).arrayBuffer();
    return null;
  } catch {
    return { code: 'file-not-readable', fileName: file.name };
  }
}
