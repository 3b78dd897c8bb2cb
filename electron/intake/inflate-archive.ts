// Opens a ZIP archive under suspicion: names are checked and bytes are counted while they inflate, before any library sees them.
// (`resourceLimits` of a worker does not stop buffers, so the count is the only guard against a ZIP bomb.)
import { Unzip, UnzipInflate } from 'fflate';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { listsLinks } from './archive-directory.ts';
import { freeInflatedBytes, highestRatio, mostEntries, mostInflatedBytes } from './limits.ts';

/** A piece of 16 KB inflates to at most 16 MB, so that the count is never late by more than that. */
const pieceSize = 16 * 1024;

export interface Archive {
  /** Every entry's name, wanted or not. */
  readonly names: ReadonlySet<string>;
  /** The wanted entries, inflated. */
  readonly parts: ReadonlyMap<string, Uint8Array>;
}

export type ArchiveFailure = 'damaged-workbook' | 'inflates-too-far';

/**
 * @param bytes the whole archive
 * @param isWanted says by name which entries are inflated; the others are only listed
 * @returns `damaged-workbook` for a cut or broken archive, for unsafe or repeated names, symbolic links and too many entries;
 *   `inflates-too-far` as soon as the counted bytes pass a limit
 */
export function inflateArchive(bytes: Uint8Array, isWanted: (name: string) => boolean): Result<Archive, ArchiveFailure> {
  const names = new Set<string>();
  const parts = new Map<string, Uint8Array>();
  const limit = Math.min(mostInflatedBytes, Math.max(freeInflatedBytes, bytes.length * highestRatio));
  let inflated = 0;
  let unfinished = 0;
  let failure: ArchiveFailure | null = listsLinks(bytes) ? 'damaged-workbook' : null;

  const unzip = new Unzip((entry) => {
    const name = entry.name.replaceAll('\\', '/');
    if (isUnsafe(name) || names.has(name) || names.size >= mostEntries) {
      failure = 'damaged-workbook';
      return;
    }
    names.add(name);
    if (!isWanted(name)) return;
    const chunks: Uint8Array[] = [];
    unfinished += 1;
    entry.ondata = (error, chunk, isLast) => {
      if (failure) return;
      if (error) {
        failure = 'damaged-workbook';
        return;
      }
      inflated += chunk.length;
      if (inflated > limit) {
        failure = 'inflates-too-far';
        return;
      }
      chunks.push(chunk);
      if (!isLast) return;
      unfinished -= 1;
      parts.set(name, joined(chunks));
    };
    entry.start();
  });
  unzip.register(UnzipInflate);

  try {
    for (let start = 0; start < bytes.length && !failure; start += pieceSize) {
      unzip.push(bytes.subarray(start, start + pieceSize), start + pieceSize >= bytes.length);
    }
  } catch {
    // The library throws on a broken header or an unknown method; what was counted before stands.
    failure ??= 'damaged-workbook';
  }
  if (failure) return err(failure);
  return unfinished > 0 ? err('damaged-workbook') : ok({ names, parts });
}

/** Names that would leave a folder if somebody unpacked them: no honest workbook has one. */
function isUnsafe(name: string): boolean {
  return name === '' || name.startsWith('/') || /^[a-z]:/i.test(name) || name.includes('\0') || name.split('/').includes('..');
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const [only] = chunks;
  if (only && chunks.length === 1) return only;
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}
