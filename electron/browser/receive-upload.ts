// Reads an uploaded file into memory, and stops reading when it gets too large.
import type { Readable } from 'node:stream';
import type { Failure } from '../../shared/contract/failures.ts';
import { fileTooLarge, type AnnouncedFile } from '../../shared/contract/wire.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { BroughtFile } from '../host/ports.ts';

/**
 * @param announced the file that the address was given for
 * @param declaredBytes the length in the request's headers, or null
 * @returns the file, or `file-too-large` as soon as it is known to be larger than announced; the rest is not read then
 */
export async function receiveUpload(
  body: Readable,
  { fileName, bytes }: AnnouncedFile,
  declaredBytes: number | null,
): Promise<Result<BroughtFile, Failure>> {
  if (declaredBytes !== null && declaredBytes > bytes) return err(fileTooLarge(fileName, declaredBytes));
  const pieces: Buffer[] = [];
  let received = 0;
  for await (const piece of body) {
    received += (piece as Buffer).length;
    if (received > bytes) return err(fileTooLarge(fileName, received));
    pieces.push(piece as Buffer);
  }
  return ok({ fileName, bytes: Buffer.concat(pieces) });
}
