// The last commits of a workshop across restarts, for undo and for recognising resent commands.
import type { FilePort } from './file-port.ts';
import { listSegments, segmentLines } from './history.ts';
import type { JournalLine } from './journal-line.ts';
import { mergedLines } from './replay.ts';

/**
 * Reads backwards through the history until there are enough.
 * @param known the lines that are in memory already, oldest first
 * @param isEnough asked with all lines found so far, oldest first
 * @returns lines without a gap up to the newest one; fewer when the history ends or cannot be read
 */
export async function pastLines(
  files: FilePort,
  workshop: { readonly folder: string; readonly documentId: string },
  known: readonly JournalLine[],
  isEnough: (lines: readonly JournalLine[]) => boolean,
): Promise<readonly JournalLine[]> {
  let lines = known;
  for (const segment of await listSegments(files, workshop.folder)) {
    if (isEnough(lines)) break;
    const earlier = await segmentLines(files, workshop.folder, segment, workshop.documentId);
    const merged = mergedLines([earlier, { baseRevision: null, lines }]);
    lines = unbroken(merged);
  }
  return lines;
}

/** The last run of lines whose revisions follow each other. */
function unbroken(lines: readonly JournalLine[]): readonly JournalLine[] {
  const breakAt = lines.findLastIndex((line, index) => index > 0 && lines[index - 1]?.r !== line.r - 1);
  return breakAt === -1 ? lines : lines.slice(breakAt);
}
