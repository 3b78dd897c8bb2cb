// The past of a workshop, kept whole: for every generation its starting snapshot and its journal, compressed.
// Names say which revisions they hold: `<from>.json.gz` and `<from>-<to>.jsonl.gz`, in the folder `history`.
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { FilePort } from './file-port.ts';
import { replaceFile } from './json-file.ts';
import { readJournal } from './read-journal.ts';
import type { JournalLines } from './replay.ts';
import type { SetAside } from './set-aside.ts';
import { parseSnapshot, type Snapshot } from './snapshot.ts';

const compress = promisify(gzip);
const expand = promisify(gunzip);

export interface SegmentName {
  /** Revision of the starting snapshot. */
  readonly from: number;
  /** Last revision of the journal. */
  readonly to: number;
}

function journalName({ from, to }: SegmentName): string {
  return `${from}-${to}.jsonl.gz`;
}

export function historyPath(workshopFolder: string): string {
  return join(workshopFolder, 'history');
}

/**
 * Keeps one generation. Both files are durable when this returns. A segment that is kept already stays as it is: it was whole when it was
 * written, and the journal may have been damaged since.
 * @param snapshot bytes of workshop.json as the generation began, or null when they were unreadable
 * @param journal the journal's text, header included
 */
export async function keepSegment(
  files: FilePort,
  workshopFolder: string,
  segment: SegmentName & { readonly snapshot: Uint8Array | null; readonly journal: Uint8Array },
): Promise<void> {
  const isKept = (await listSegments(files, workshopFolder)).some(({ from, to }) => from === segment.from && to >= segment.to);
  if (isKept) return;
  const folder = historyPath(workshopFolder);
  await files.makeFolder(folder);
  await files.fsyncFolder(workshopFolder);
  if (segment.snapshot) await replaceFile(files, join(folder, `${segment.from}.json.gz`), [await compress(segment.snapshot)]);
  await replaceFile(files, join(folder, journalName(segment)), [await compress(segment.journal)]);
}

/** The segments that are there, newest first; of several that start at one revision only the longest. */
export async function listSegments(files: FilePort, workshopFolder: string): Promise<readonly SegmentName[]> {
  const entries = (await files.list(historyPath(workshopFolder))) ?? [];
  const longest = new Map<number, number>();
  for (const { name } of entries) {
    const match = /^(\d+)-(\d+)\.jsonl\.gz$/.exec(name);
    if (!match) continue;
    const from = Number(match[1]);
    longest.set(from, Math.max(Number(match[2]), longest.get(from) ?? 0));
  }
  return [...longest].map(([from, to]) => ({ from, to })).toSorted((a, b) => b.from - a.from || b.to - a.to);
}

/**
 * Takes everything out of the history that follows a revision, for a workshop that could only be restored up to there: what is committed
 * next has the same revisions.
 * @param keep makes the given files durable in another place before they are removed here
 */
export async function removeFuture(
  files: FilePort,
  workshopFolder: string,
  revision: number,
  keep: (kept: readonly SetAside[]) => Promise<unknown>,
): Promise<void> {
  const folder = historyPath(workshopFolder);
  const entries = (await files.list(folder)) ?? [];
  const later = entries.filter(({ name }) => {
    const [, from = '', rest] = /^(\d+)(-\d+\.jsonl|\.json)\.gz$/.exec(name) ?? [];
    return from !== '' && (Number(from) > revision || (Number(from) === revision && rest !== '.json'));
  });
  if (later.length === 0) return;
  const found = await Promise.all(later.map(async ({ name }) => ({ name, bytes: await files.readFile(join(folder, name)) })));
  await keep(found.flatMap(({ name, bytes }) => (bytes ? [{ name, bytes }] : [])));
  for (const { name } of later) await files.remove(join(folder, name));
  await files.fsyncFolder(folder);
}

async function expanded(files: FilePort, path: string): Promise<Uint8Array | null> {
  const bytes = await files.readFile(path);
  if (bytes === null) return null;
  try {
    return await expand(bytes);
  } catch {
    return null;
  }
}

/** The journal's text of a segment, header included; null when it cannot be read. */
export function segmentBytes(files: FilePort, workshopFolder: string, segment: SegmentName): Promise<Uint8Array | null> {
  return expanded(files, join(historyPath(workshopFolder), journalName(segment)));
}

/** The lines of a segment that are whole; none when the file cannot be read or belongs to another document. */
export async function segmentLines(
  files: FilePort,
  workshopFolder: string,
  segment: SegmentName,
  documentId: string,
): Promise<JournalLines> {
  const bytes = await segmentBytes(files, workshopFolder, segment);
  const read = bytes === null ? null : readJournal(bytes, documentId);
  if (!read || (read.header && read.header.documentId !== documentId)) return { baseRevision: null, lines: [] };
  return { baseRevision: read.header?.baseRevision ?? null, lines: read.lines.map(({ line }) => line) };
}

/** The snapshot that a segment starts from. */
export async function segmentStart(files: FilePort, workshopFolder: string, from: number): Promise<Snapshot> {
  const bytes = await expanded(files, join(historyPath(workshopFolder), `${from}.json.gz`));
  return bytes === null ? { kind: 'none' } : parseSnapshot(bytes);
}
