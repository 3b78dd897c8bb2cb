// Unpacks a workshop file under suspicion: bytes are counted while they inflate, and a cut or lengthened file is told apart from a whole one.
import { createGunzip } from 'node:zlib';
import { pipeline } from 'node:stream/promises';
import { err, ok, type Result } from '../../shared/kernel/result.ts';

export type InflateFailure = 'cut' | 'inflates-too-far';

/** Bytes that come out of the decompressor at a time: the count is never late by more. */
const chunkSize = 256 * 1024;

/** @param limit most bytes that the file may become */
export async function inflateWorkshop(packed: Uint8Array, limit: number): Promise<Result<Uint8Array, InflateFailure>> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  let isTooFar = false;
  try {
    await pipeline([packed], createGunzip({ chunkSize }), async (chunks: AsyncIterable<Uint8Array>) => {
      for await (const chunk of chunks) {
        size += chunk.length;
        if (size > limit) {
          isTooFar = true;
          throw new Error('Too far');
        }
        pieces.push(chunk);
      }
    });
    return ok(Buffer.concat(pieces));
  } catch {
    return err(isTooFar ? 'inflates-too-far' : 'cut');
  }
}
