// lowdb's adapter for files that must survive a power cut: written beside the old file, flushed, renamed over it, and the name flushed too.
// lowdb's own adapter never flushes; in a power-cut model its file was missing, empty or long out of date (design §4).
import { dirname } from 'node:path';
import type { Adapter } from 'lowdb';
import { datasync, errorCode, writeAt, type FilePort, type OpenOptions } from './file-port.ts';

/** Pieces of this size are flushed one by one, so that commits in between wait for little (design §4: p99 1.7 ms instead of 12 ms). */
export const pieceSize = 256 * 1024;

/** Making a part costs time too, however small it is: a piece of nothing but stamps kept everything else waiting for 8 ms. */
const mostParts = 300;

/** Programs that hold a file for a moment: virus scanners, indexers, synchronisation. */
const busyCodes = new Set(['EPERM', 'EBUSY', 'EACCES']);
const longestBusyWait = 5_000;

export interface JsonFileParts<T> {
  readonly files: FilePort;
  readonly path: string;
  /** The text of the file in order, in parts of any size. */
  readonly serialise: (data: T) => Iterable<string>;
  /** Reads the file's bytes; decides itself what unreadable bytes mean. */
  readonly parse: (bytes: Uint8Array) => T;
}

/** @returns an adapter for lowdb's `Low`; reading answers null when there is no file, writing throws what the disk throws */
export function jsonFile<T>({ files, path, serialise, parse }: JsonFileParts<T>): Adapter<T> {
  return {
    read: async () => {
      const bytes = await files.readFile(path);
      return bytes === null ? null : parse(bytes);
    },
    write: (data) => replaceFile(files, path, serialise(data)),
  };
}

/** Writes a whole file so that at every moment either the old or the new content is there. */
export async function replaceFile(
  files: FilePort,
  path: string,
  parts: Iterable<string | Uint8Array>,
  options?: OpenOptions,
): Promise<void> {
  const temporary = `${path}.tmp`;
  await writeFlushed(files, temporary, piecesOf(parts), options);
  await renameDurably(files, temporary, path);
}

/** Writes a file of its own, flushed piece by piece. One that could not be written to its end is removed again. */
export async function writeFlushed(
  files: FilePort,
  path: string,
  pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  options?: OpenOptions,
): Promise<void> {
  const file = await files.open(path, 'replace', options);
  try {
    let position = 0;
    for await (const piece of pieces) {
      await writeAt(files, file, piece, position);
      await datasync(files, file);
      position += piece.length;
    }
    await files.fsync(file);
  } catch (error) {
    await files.close(file);
    await files.remove(path).catch(() => undefined);
    throw error;
  }
  await files.close(file);
}

/** Gives a file its final name, in the same folder, and makes the name durable. */
export async function renameDurably(files: FilePort, from: string, to: string): Promise<void> {
  await renameWhenFree(files, from, to);
  await files.fsyncFolder(dirname(to));
}

/** Gathers small parts into pieces of about `pieceSize`, or less when they are very small; large bytes are cut into such pieces. */
export function* piecesOf(parts: Iterable<string | Uint8Array>): Iterable<Uint8Array> {
  let text = '';
  let count = 0;
  for (const part of parts) {
    if (typeof part === 'string') {
      text += part;
      count += 1;
      if (text.length < pieceSize && count < mostParts) continue;
    }
    if (text !== '') yield* slicesOf(Buffer.from(text));
    text = '';
    count = 0;
    if (typeof part !== 'string') yield* slicesOf(part);
  }
  if (text !== '') yield* slicesOf(Buffer.from(text));
}

function* slicesOf(bytes: Uint8Array): Iterable<Uint8Array> {
  for (let start = 0; start < bytes.length; start += pieceSize) yield bytes.subarray(start, start + pieceSize);
}

/** Renames, and tries again for some seconds while another program holds the file. */
async function renameWhenFree(files: FilePort, from: string, to: string): Promise<void> {
  let waited = 0;
  for (let pause = 10; ; pause = Math.min(pause * 2, 500)) {
    try {
      await files.rename(from, to);
      return;
    } catch (error) {
      if (!busyCodes.has(errorCode(error)) || waited >= longestBusyWait) throw error;
      await files.wait(pause);
      waited += pause;
    }
  }
}
