// Finds the newest good state of a workshop in the files of its folder. Reads only: what has to be mended is said, and mended elsewhere.
import { currentSchemaVersion, emptyDocument, type WorkshopDocument } from '../../shared/document/envelope.ts';
import type { StoreFailure } from '../../shared/contract/failures.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { DocumentChange } from '../../shared/domain/collections.ts';
import { assertNever } from '../../shared/kernel/assert-never.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import { stateFromBackup } from './backup-start.ts';
import type { FilePort } from './file-port.ts';
import { listSegments, segmentLines, segmentStart } from './history.ts';
import type { JournalLine, Restored } from './journal-line.ts';
import { outsideEdit } from './outside-edit.ts';
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
  /** workshop.json was edited by hand: everything is here, and `edits` beside it. */
  | 'edited'
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
  /** What somebody changed in workshop.json by hand: not part of the document yet. */
  readonly edits: readonly DocumentChange[];
  /** The version of the product that wrote some of the files, when it is a newer one: they can be looked at, and must not be changed. */
  readonly newerVersion: number | null;
  /** True when an older version wrote some of the files. */
  readonly isOlder: boolean;
  /** True when the state begins with a copy from the folder `backups`. */
  readonly isFromBackup: boolean;
  /** What an earlier opening had to restore, when nobody has gone on since and it did not end in good order: perhaps nobody heard of it. */
  readonly restored: Restored | null;
}

/**
 * Reads a workshop: the snapshot at r, then r+1, r+2 … from every journal; from the history where these do not reach, and from the
 * newest good copy where even that is not all.
 * @returns the newest state that can be read. Fails when there is none, when a newer version of the product wrote what this one cannot read
 *   whole, or when files of different workshops lie in one folder. Throws what the disk throws.
 */
export async function readWorkshop(files: FilePort, folder: string): Promise<Result<ReadWorkshop, StoreFailure>> {
  const [bytes, raw] = await Promise.all([files.readFile(snapshotPath(folder)), rawJournals(files, folder)]);
  const whole = bytes === null ? ({ kind: 'none' } as const) : parseSnapshot(bytes);
  const { snapshot, edits } = await ownSnapshot(files, folder, whole, raw);
  if (snapshot.kind === 'newer') return err({ code: 'workshop-newer', folder, schemaVersion: snapshot.schemaVersion });
  const found = readJournals(folder, snapshot, raw);
  if (!found.ok) return found;
  const { journals, documentId } = found.value;
  const versions = versionsOf(snapshot, journals);
  const newerVersion = versions.find((version) => version > currentSchemaVersion) ?? null;
  const revision = snapshot.kind === 'good' ? snapshot.document.envelope.revision : null;
  const own = await newestState(files, { folder, documentId, snapshot, journals });
  const reached = own?.document.envelope.revision ?? -1;
  const backup = await stateFromBackup(files, { folder, documentId, reached, current: linesOf(journals) });
  const newest = backup ? { ...backup, lines: backup.applied } : own;
  const newer = newerVersion === null ? null : err({ code: 'workshop-newer', folder, schemaVersion: newerVersion } as const);
  if (!newest) return newer ?? err(noState(folder, snapshot, journals.length > 0));
  const { document, lines, stranded } = newest;
  const state = troubleOf({ document, stranded, journals, snapshotRevision: revision });
  if (newer && (state !== null || backup)) return newer;
  return ok({
    document,
    lines,
    journals,
    snapshot: { bytes, revision },
    newerVersion,
    isOlder: versions.some((version) => version < currentSchemaVersion),
    trouble: backup && !hasEveryLine(backup, journals) ? 'lost' : state === 'mended' && edits.length > 0 ? 'edited' : state,
    edits,
    isFromBackup: backup !== null,
    restored: restoredBefore(document, journals),
  });
}

/** The schema versions of the files as they were written. */
function versionsOf(snapshot: Snapshot, journals: readonly FoundJournal[]): readonly number[] {
  const own = snapshot.kind === 'good' ? [snapshot.schemaVersion] : [];
  return [...own, ...journals.flatMap(({ header }) => (header ? [header.schemaVersion] : []))];
}

interface Found {
  readonly journals: readonly FoundJournal[];
  readonly documentId: string | null;
}

type RawJournal = Pick<FoundJournal, 'generation' | 'bytes'>;

async function rawJournals(files: FilePort, folder: string): Promise<readonly RawJournal[]> {
  const generations = (await listGenerations(files, folder)) ?? [];
  const raw = await Promise.all(
    generations.map(async (generation) => ({ generation, bytes: await files.readFile(journalPath(folder, generation)) })),
  );
  return raw.flatMap(({ generation, bytes }) => (bytes ? [{ generation, bytes }] : []));
}

function readJournals(folder: string, snapshot: Snapshot, raw: readonly RawJournal[]): Result<Found, StoreFailure> {
  const withHeaders = raw.map((journal) => ({ ...journal, header: readHeader(journal.bytes) }));
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
  /** Newest revision to look for; the newest of all when left out. */
  readonly upTo?: number;
}

interface OwnSnapshot {
  readonly snapshot: Snapshot;
  readonly edits: readonly DocumentChange[];
}

/**
 * A workshop.json that something else has written is compared with what journals and history say, and not used where it differs from them.
 * Where they say nothing it is all there is, and taken as it stands.
 */
async function ownSnapshot(files: FilePort, folder: string, snapshot: Snapshot, raw: readonly RawJournal[]): Promise<OwnSnapshot> {
  if (snapshot.kind !== 'good' || !snapshot.isForeign) return { snapshot, edits: [] };
  const none: Snapshot = { kind: 'none' };
  const found = readJournals(folder, none, raw);
  if (!found.ok) return { snapshot, edits: [] };
  const sources: Sources = { ...found.value, folder, snapshot: none };
  const now = await newestState(files, sources);
  if (!now || !hasEveryLine(now, found.value.journals)) return { snapshot, edits: [] };
  const { revision } = snapshot.document.envelope;
  const before = await newestState(files, { ...sources, upTo: revision });
  const edit = outsideEdit(snapshot.document, (before ?? now).document, now.document);
  switch (edit.kind) {
    case 'same':
      return { snapshot, edits: [] };
    case 'edit':
      return { snapshot: none, edits: edit.changes };
    case 'damage':
      return { snapshot: none, edits: [] };
    default:
      return assertNever(edit);
  }
}

function linesOf(journals: readonly FoundJournal[]): readonly JournalLines[] {
  return journals.map(({ header, lines }) => ({ baseRevision: header?.baseRevision ?? null, lines: lines.map(({ line }) => line) }));
}

/** Tries the snapshot, then the starts of the history, newest first, then the very beginning; the state that reaches furthest wins. */
async function newestState(files: FilePort, sources: Sources): Promise<State | null> {
  const current = linesOf(sources.journals);
  const { upTo = Infinity } = sources;
  let best: State | null = null;
  const offer = (document: WorkshopDocument, all: readonly JournalLine[]): boolean => {
    const lines = all.filter(({ r }) => r <= upTo);
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
    if (start.kind !== 'good' || start.document.envelope.documentId !== documentId || segment.from > upTo) continue;
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
  readonly snapshotRevision: number | null;
}): Trouble | null {
  const { document, journals, stranded, snapshotRevision } = state;
  if (hasLostAcknowledged(document, stranded) || hasLostEveryJournal(journals) || isBehind(document, journals)) return 'lost';
  if (snapshotRevision === null) return 'mended';
  const isFolded = (journal: FoundJournal) => (beginOfNext(journal, journals) ?? Infinity) <= snapshotRevision;
  const bad = journals.filter((journal) => journal.badAt !== null && !neverServed(journal) && !isFolded(journal));
  if (bad.length === 0 && stranded.length === 0) return null;
  return bad.every((journal) => isTorn(journal, state)) ? 'torn-tail' : 'mended';
}

/** The youngest journal tells it, while it begins where the state ends. */
function restoredBefore({ envelope }: WorkshopDocument, journals: readonly FoundJournal[]): Restored | null {
  const header = journals.findLast((journal) => journal.header !== null)?.header;
  return header?.baseRevision === envelope.revision ? (header.restored ?? null) : null;
}

/** True when the newest journal ends where the state ends: nothing is missing behind the copy then, however little else was left. */
function hasEveryLine({ document, stranded }: Pick<State, 'document' | 'stranded'>, journals: readonly FoundJournal[]): boolean {
  const newest = journals.at(-1);
  const last = newest?.lines.at(-1)?.line.r ?? newest?.header?.baseRevision;
  return last === document.envelope.revision && stranded.length === 0;
}

/** A journal's header is flushed before its first line is written: without one, and without lines, it never held anything. */
function neverServed(journal: FoundJournal): boolean {
  return journal.header === null && journal.lines.length === 0;
}

/** At every moment one journal with a whole header lies in the folder, unless somebody copied workshop.json alone. */
function hasLostEveryJournal(journals: readonly FoundJournal[]): boolean {
  return journals.length > 0 && journals.every(neverServed);
}

/** A journal is begun at a revision that is durable: a state before that lacks something. */
function isBehind({ envelope }: WorkshopDocument, journals: readonly FoundJournal[]): boolean {
  return journals.some(({ header }) => header !== null && header.baseRevision > envelope.revision);
}

/** The revision at which the journal after this one was begun: everything up to there was acknowledged before. */
function beginOfNext({ generation }: FoundJournal, journals: readonly FoundJournal[]): number | undefined {
  return journals.find((other) => other.generation > generation && other.header !== null)?.header?.baseRevision;
}

/**
 * True when the journal is whole up to where the next one begins, and nothing behind its first bad byte is part of the state: what is there
 * was never acknowledged and can be cut off.
 */
export function isTorn(journal: FoundJournal, { document, journals }: Pick<ReadWorkshop, 'document' | 'journals'>): boolean {
  const { badAt, header, lines } = journal;
  if (badAt === null || header === null) return false;
  const next = beginOfNext(journal, journals);
  const reached = lines.findLast(({ end }) => end <= badAt)?.line.r ?? header.baseRevision;
  if (next !== undefined && reached < next) return false;
  const last = next ?? document.envelope.revision;
  return lines.every(({ line, end }) => end <= badAt || line.r > last);
}

function noState(folder: string, snapshot: Snapshot, hasFiles: boolean): StoreFailure {
  if (snapshot.kind === 'bad') return { code: 'workshop-damaged', folder, detail: snapshot.detail, place: snapshot.place };
  return hasFiles ? { code: 'workshop-damaged', folder, detail: 'journal-gap', place: '' } : { code: 'library-missing', folder };
}
