// A workshop as one compressed file, in pieces: neither packing nor unpacking of 20 MB may keep anything else waiting.
import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { FilePort } from './file-port.ts';
import { pieceSize, writeFlushed } from './json-file.ts';

/** Packs nearly as small as the usual 6, with half the work. */
const level = 4;

/** A workshop is a few megabytes; what unpacks to more than this is none. */
const mostUnpackedBytes = 300_000_000;

/** So long a file rests after each of its pieces. */
const restMilliseconds = 2;

/** What was packed, to be compared with what is read back. */
export interface Fingerprint {
  readonly sha256: string;
  readonly bytes: number;
}

/**
 * Compresses pieces and hands the result over in pieces of the same size.
 * @returns the fingerprint of what went in. Throws what `write` throws
 */
export async function pack(
  pieces: AsyncIterable<Uint8Array>,
  write: (packed: AsyncIterable<Uint8Array>) => Promise<void>,
): Promise<Fingerprint> {
  const hash = createHash('sha256');
  let bytes = 0;
  async function* counted(): AsyncIterable<Uint8Array> {
    for await (const piece of pieces) {
      hash.update(piece);
      bytes += piece.length;
      yield piece;
    }
  }
  await pipeline(counted, createGzip({ level, chunkSize: pieceSize / 4 }), (packed: AsyncIterable<Uint8Array>) => write(gathered(packed)));
  return { sha256: hash.digest('hex'), bytes };
}

/**
 * Writes a compressed file and reads it back: it is durable, and what it should be, when this returns. Such a file has time: what people do
 * meanwhile comes first. Throws what the disk throws, and an error with the code `not-as-written` when something else is read than was written.
 */
export async function writePacked(files: FilePort, path: string, pieces: Iterable<Uint8Array>): Promise<void> {
  const written = await pack(unhurried(files, pieces), (packed) => writeFlushed(files, path, packed));
  const bytes = await files.readFile(path);
  const read = bytes && (await fingerprintOf(bytes, () => pause(files)));
  if (read?.sha256 === written.sha256 && read.bytes === written.bytes) return;
  await files.remove(path);
  throw Object.assign(new Error('A file that was read back is not what was written'), { code: 'not-as-written' });
}

function pause(files: FilePort): Promise<void> {
  return files.wait(restMilliseconds);
}

async function* unhurried(files: FilePort, pieces: Iterable<Uint8Array>): AsyncIterable<Uint8Array> {
  for (const piece of pieces) {
    yield piece;
    await pause(files);
  }
}

async function* gathered(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let waiting: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    waiting.push(chunk);
    size += chunk.length;
    if (size < pieceSize) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(waiting);
}

/**
 * @param rest waited for after each piece, by those who have time
 * @returns the fingerprint of what a compressed file holds; null when it is not whole
 */
export async function fingerprintOf(packed: Uint8Array, rest: () => Promise<void> = () => Promise.resolve()): Promise<Fingerprint | null> {
  const hash = createHash('sha256');
  let bytes = 0;
  const isWhole = await unpackTo(packed, (piece) => {
    hash.update(piece);
    bytes += piece.length;
    return rest();
  });
  return isWhole ? { sha256: hash.digest('hex'), bytes } : null;
}

/** @returns what a compressed file holds; null when it is not whole */
export async function unpack(packed: Uint8Array): Promise<Uint8Array | null> {
  const pieces: Uint8Array[] = [];
  return (await unpackTo(packed, async (piece) => void pieces.push(piece))) ? Buffer.concat(pieces) : null;
}

/** @returns false for what is not compressed, is cut, fails its checksum, or unpacks to more than a workshop ever holds */
async function unpackTo(packed: Uint8Array, take: (piece: Uint8Array) => Promise<void>): Promise<boolean> {
  let left = mostUnpackedBytes;
  try {
    await pipeline([packed], createGunzip({ chunkSize: pieceSize / 2 }), async (pieces: AsyncIterable<Uint8Array>) => {
      for await (const piece of pieces) {
        left -= piece.length;
        if (left < 0) throw new Error('More than a workshop');
        await take(piece);
      }
    });
    return true;
  } catch {
    return false;
  }
}
