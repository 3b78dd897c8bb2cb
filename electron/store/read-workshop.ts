// Finds the newest good state of a workshop in the files of its folder. Reads only: what has to be mended is said, and mended elsewhere.
import { currentSchemaVersion, emptyDocument, type WorkshopDocument } from '../../shared/document/envelope.ts';
import type { StoreFailure } from '../../shared/contract/failures.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import type { FilePort } from './file-port.ts';
import { listSegments, segmentLines, segmentStart } from './history.ts';
import type { JournalLine } from './journal-line.ts';
import { readHeader, readJournal, type JournalRead } from './read-journal.ts';
import { hasLostAcknowledged, mergedLines, replay, type JournalLines } from './replay.ts';
import { parseSnapshot, type Snapshot } from './snapshot.ts';
import { journalPath, listGenerations, snapshotPath } from './workshop-folder.ts';

/** A journal as it lies in the folder. */
export interface FoundJournal extends JournalRead {
  readonly generation: number;
  readonly bytes: Uint8Array;
}

/** What is wrong with the files, worst last. */
export type Trouble =
  /** The last write did not end: what it held was never acknowledged. */
  | 'torn-tail'
  /** workshop.json or a line that is stored twice was unusable; journals and history gave everything back. */
  | 'mended'
  /** Something acknowledged cannot be read any more; the state is the newest that can. */
  | 'lost';

export interface ReadWorkshop {
  readonly document: WorkshopDocument;
  /** The lines that were applied on top of the snapshot, oldest first. */
  readonly lines: readonly JournalLine[];
  readonly journals: readonly FoundJournal[];
  /** workshop.json as found: its bytes, and its revision when it could be used. */
  readonly snapshot: { readonly bytes: Uint8Array | null; readonly revision: number | null };
  readonly trouble: Trouble | null;
}

/**
 * Reads a workshop: the snapshot at r, then r+1, r+2 … from every journal; from the history where these do not reach.
 * @returns the newest state that can be read. Fails when there is none, when a newer version of the product wrote it, or when files of
 *   different workshops lie in one folder. Throws what the disk throws.
 */
export async function readWorkshop(files: FilePort, folder: string): Promise<Result<ReadWorkshop, StoreFailure>> {
  const bytes = await files.readFile(snapshotPath(folder));
  const snapshot: Snapshot = bytes === null ? { kind: 'none' } : parseSnapshot(bytes);
  if (snapshot.kind === 'newer') return err({ code: 'workshop-newer', folder, schemaVersion: snapshot.schemaVersion });
  const found = await readJournals(files, folder, snapshot);
  if (!found.ok) return found;
  const { journals, documentId } = found.value;
  const revision = snapshot.kind === 'good' ? snapshot.document.envelope.revision : null;
  const newest = await newestState(files, { folder, documentId, snapshot, journals });
  if (!newest) return err(noState(folder, snapshot, journals.length > 0));
  const { document, lines, stranded } = newest;
  return ok({
    document,
    lines,
    journals,
    snapshot: { bytes, revision },
    trouble: troubleOf({ document, stranded, journals, isSnapshotGood: revision !== null }),
  });
}

interface Found {
  readonly journals: readonly FoundJournal[];
  readonly documentId: string | null;
}

async function readJournals(files: FilePort, folder: string, snapshot: Snapshot): Promise<Result<Found, StoreFailure>> {
  const generations = (await listGenerations(files, folder)) ?? [];
  const raw = await Promise.all(
    generations.map(async (generation) => ({ generation, bytes: await files.readFile(journalPath(folder, generation)) })),
  );
  const withHeaders = raw.flatMap(({ generation, bytes }) => (bytes ? [{ generation, bytes, header: readHeader(bytes) }] : []));
  const newer = withHeaders.find(({ header }) => header && header.schemaVersion > currentSchemaVersion);
  if (newer?.header) return err({ code: 'workshop-newer', folder, schemaVersion: newer.header.schemaVersion });
  const documentId =
    snapshot.kind === 'good'
      ? snapshot.document.envelope.documentId
      : (withHeaders.find(({ header }) => header)?.header?.documentId ?? null);
  const foreign = withHeaders.find(({ header }) => header && header.documentId !== documentId);
  if (foreign) return err({ code: 'workshop-damaged', folder, detail: 'foreign-journal', place: `journal.${foreign.generation}.jsonl` });
  const journals = withHeaders.map(({ generation, bytes }) => ({ generation, bytes, ...readJournal(bytes, documentId) }));
  return ok({ journals, documentId });
}

interface State {
  readonly document: WorkshopDocument;
  /** Lines since the snapshot of the folder (or since the beginning, when it was unusable). */
  readonly lines: readonly JournalLine[];
  readonly stranded: readonly JournalLine[];
}

interface Sources extends Found {
  readonly folder: string;
  readonly snapshot: Snapshot;
}

/** Tries the snapshot, then the starts of the history, newest first, then the very beginning; the state that reaches furthest wins. */
async function newestState(files: FilePort, sources: Sources): Promise<State | null> {
  const current = sources.journals.map(({ header, lines }) => ({
    baseRevision: header?.baseRevision ?? null,
    lines: lines.map(({ line }) => line),
  }));
  let best: State | null = null;
  const offer = (document: WorkshopDocument, lines: readonly JournalLine[]): boolean => {
    const { applied, stranded } = replay(document, lines);
    if (!best || document.envelope.revision > best.document.envelope.revision) best = { document, lines: applied, stranded };
    return !hasLostAcknowledged(document, stranded);
  };
  if (sources.snapshot.kind === 'good' && offer(sources.snapshot.document, mergedLines(current))) return best;
  const { folder, documentId } = sources;
  if (documentId === null) return best;
  const segments = await listSegments(files, folder);
  const past: JournalLines[] = [];
  for (const segment of segments) {
    past.unshift(await segmentLines(files, folder, segment, documentId));
    const start = await segmentStart(files, folder, segment.from);
    if (start.kind !== 'good' || start.document.envelope.documentId !== documentId) continue;
    if (offer(start.document, mergedLines([...past, ...current]))) return best;
  }
  const whole = mergedLines([...past, ...current]);
  if (whole[0]?.r === 1) offer(beginning(documentId, whole[0].at), whole);
  return best;
}

/** The document before its first commit. Who wrote it is not known any more. */
function beginning(documentId: string, at: Instant): WorkshopDocument {
  return emptyDocument({ documentId, appVersion: '', now: at });
}

function troubleOf(state: {
  readonly document: WorkshopDocument;
  readonly stranded: readonly JournalLine[];
  readonly journals: readonly FoundJournal[];
  readonly isSnapshotGood: boolean;
}): Trouble | null {
  const { document, journals, stranded } = state;
  if (hasLostAcknowledged(document, stranded) || hasLostEveryJournal(journals)) return 'lost';
  if (!state.isSnapshotGood) return 'mended';
  const bad = journals.filter((journal) => journal.badAt !== null && !neverServed(journal));
  if (bad.length === 0 && stranded.length === 0) return null;
  return bad.every((journal) => journal === journals.at(-1) && isTorn(journal, document)) ? 'torn-tail' : 'mended';
}

/** A journal's header is flushed before its first line is written: without one, and without lines, it never held anything. */
function neverServed(journal: FoundJournal): boolean {
  return journal.header === null && journal.lines.length === 0;
}

/** At every moment one journal with a whole header lies in the folder, unless somebody copied workshop.json alone. */
function hasLostEveryJournal(journals: readonly FoundJournal[]): boolean {
  return journals.length > 0 && journals.every(neverServed);
}

/** True when nothing behind the first bad byte is part of the state: it can be cut there. */
export function isTorn(journal: FoundJournal, document: WorkshopDocument): boolean {
  const { badAt } = journal;
  if (badAt === null || journal.header === null) return false;
  return journal.lines.every(({ line, end }) => end <= badAt || line.r > document.envelope.revision);
}

function noState(folder: string, snapshot: Snapshot, hasFiles: boolean): StoreFailure {
  if (snapshot.kind === 'bad') return { code: 'workshop-damaged', folder, detail: snapshot.detail, place: snapshot.place };
  return hasFiles ? { code: 'workshop-damaged', folder, detail: 'journal-gap', place: '' } : { code: 'library-missing', folder };
}
