// A disk on which the first version of the stored format wrote the workshop: what it wrote otherwise is turned back, everything else stays.
import { gunzipSync, gzipSync } from 'node:zlib';
import { encodeHeader } from '../../electron/store/journal-line.ts';
import { readHeader } from '../../electron/store/read-journal.ts';
import type { DiskImage } from './power-disk.ts';

const lineBreak = 0x0a;

/** @param image no record was ever removed in its workshop: tombstones are what the two versions write differently */
export function asVersion1Wrote(image: DiskImage): DiskImage {
  return { ...image, files: new Map([...image.files].map(([path, bytes]) => [path, olderFile(path, bytes)])) };
}

function olderFile(path: string, bytes: Uint8Array): Uint8Array {
  if (path.endsWith('.gz')) return gzipSync(olderFile(path.slice(0, -'.gz'.length), gunzipSync(bytes)));
  if (path.endsWith('.jsonl')) return olderJournal(bytes);
  if (path.endsWith('.json')) return olderSnapshot(bytes);
  throw new Error(`Version 1 would not have written ${path}`);
}

/** The first version wrote no checksum. */
function olderSnapshot(bytes: Uint8Array): Uint8Array {
  const { check: _check, ...stored } = JSON.parse(Buffer.from(bytes).toString()) as Record<string, unknown>;
  return Buffer.from(JSON.stringify({ ...stored, schemaVersion: 1 }));
}

function olderJournal(bytes: Uint8Array): Uint8Array {
  const header = readHeader(bytes);
  if (!header) throw new Error('A journal without its header cannot be made older');
  return Buffer.concat([Buffer.from(encodeHeader({ ...header, schemaVersion: 1 })), bytes.subarray(bytes.indexOf(lineBreak) + 1)]);
}
