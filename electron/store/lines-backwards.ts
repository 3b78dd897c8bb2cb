// The commits of a workshop from the newest to the oldest, out of the journals in its folder and its history. Only what is asked for is read.
import { migrateLine } from '../../shared/document/migrations.ts';
import type { FilePort } from './file-port.ts';
import { listSegments, segmentBytes } from './history.ts';
import { decodeLine, seedOf, type JournalLine } from './journal-line.ts';
import { readHeader } from './read-journal.ts';
import { journalPath, listGenerations } from './workshop-folder.ts';

const lineBreak = 0x0a;

/** The longest that reading may keep everything else waiting. */
const mostMilliseconds = 8;

/** @returns a function that lets everything else go on whenever this has taken long */
export function breathing(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < mostMilliseconds) return;
    await new Promise((resolve) => setImmediate(resolve));
    since = performance.now();
  };
}

export interface WorkshopPlace {
  readonly files: FilePort;
  readonly folder: string;
  readonly documentId: string;
}

/**
 * Every line up to a revision, newest first. Revisions decide, as at opening: what a younger generation repeats is void in the older one.
 * Where lines are missing or unreadable, those before them follow: who needs an unbroken run looks at the revisions.
 */
export async function* linesBackwards(place: WorkshopPlace, upTo: number): AsyncGenerator<JournalLine, void> {
  const seed = seedOf(place.documentId);
  const breathe = breathing();
  let next = upTo;
  for await (const bytes of stretches(place, upTo)) {
    for (const line of linesOf(bytes, seed)) {
      if (line.r <= next) {
        next = line.r - 1;
        yield line;
      }
      await breathe();
    }
  }
}

/**
 * The bytes of the journals, youngest first, without those that hold later revisions only. The journals in the folder are read before the
 * history is listed: one that is folded meanwhile is found in either.
 */
async function* stretches({ files, folder }: WorkshopPlace, upTo: number): AsyncGenerator<Uint8Array, void> {
  const generations = (await listGenerations(files, folder)) ?? [];
  const journals = await Promise.all(generations.map((generation) => files.readFile(journalPath(folder, generation))));
  for (const bytes of journals.toReversed()) {
    if (bytes && (readHeader(bytes)?.baseRevision ?? 0) < upTo) yield bytes;
  }
  for (const segment of await listSegments(files, folder)) {
    if (segment.from >= upTo) continue;
    const bytes = await segmentBytes(files, folder, segment);
    if (bytes) yield bytes;
  }
}

/** The whole lines of one journal, last first, in the form of today. */
function* linesOf(bytes: Uint8Array, seed: number): Iterable<JournalLine> {
  const version = readHeader(bytes)?.schemaVersion ?? null;
  let end = bytes.length;
  while (end > 0) {
    const start = end < 2 ? 0 : bytes.lastIndexOf(lineBreak, end - 2) + 1;
    const line = decodeLine(bytes.subarray(start, bytes[end - 1] === lineBreak ? end - 1 : end), seed);
    if (line) yield migrateLine(line, version);
    end = start;
  }
}
