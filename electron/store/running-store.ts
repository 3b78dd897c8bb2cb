// A workshop that takes commits: the queue before its journal, what happens when the disk refuses, and compaction behind it (design §4).
import { Low } from 'lowdb';
import type { Failure, StoreFailure } from '../../shared/contract/failures.ts';
import { currentSchemaVersion, type Envelope, type WorkshopDocument } from '../../shared/document/envelope.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import { commitQueue, type CommitQueue } from './commit-queue.ts';
import { diskFailure } from './disk-failure.ts';
import type { FilePort } from './file-port.ts';
import { keepSegment } from './history.ts';
import type { JournalLine, Restored } from './journal-line.ts';
import { beginJournal, type AppendFailure, type JournalWriter } from './journal-writer.ts';
import { jsonFile } from './json-file.ts';
import { captured, parseSnapshot, snapshotParts, type Snapshot } from './snapshot.ts';
import { journalPath, listGenerations, snapshotPath } from './workshop-folder.ts';

/** A journal that outgrew the snapshot and this size is folded into a new snapshot. */
const compactionSize = 1_000_000;

/** Compaction begins when nobody has committed for this long, or when the journal is four times over its size. */
const idleMilliseconds = 1_000;

/** A commit that takes longer than this is said to be slow. */
const slowMilliseconds = 300;

export interface Health {
  readonly state: 'fine' | 'slow' | 'trouble';
  readonly failure: Failure | null;
}

export interface StoreEvents {
  readonly onCommitted: (line: JournalLine) => void;
  readonly onHealth: (health: Health) => void;
  /** Something went wrong in the background and will be tried again. */
  readonly onError: (error: unknown) => void;
}

export interface StoreOptions {
  readonly files: FilePort;
  readonly folder: string;
  /** Name of this installation in stamps. */
  readonly replica: string;
  /** Asked once before the first commit: the name for stamps in this folder. Without it, `replica`. */
  readonly stampedAs?: (envelope: Envelope) => Promise<string>;
  readonly appVersion: string;
  readonly clock: () => Instant;
  /** Opens without changing a byte, for a library that cannot be written. */
  readonly isReadOnly: boolean;
  readonly events: StoreEvents;
}

/** An older journal that still lies in the folder. */
export interface OldJournal {
  readonly generation: number;
  readonly from: number;
  readonly to: number;
}

export interface RunningParts {
  readonly document: WorkshopDocument;
  readonly old: readonly OldJournal[];
  /** Revision of workshop.json, or null when it is unusable. */
  readonly snapshotRevision: number | null;
  readonly snapshotSize: number;
  /** What this opening, or one before it, had to restore and has to tell. */
  readonly restored: Restored | null;
}

export interface Running {
  readonly queue: CommitQueue;
  readonly resume: (journal: JournalWriter) => void;
  readonly compact: () => Promise<void>;
  /** Waits for everything that was given to `commit`, compacts unless `quick`, and lets the files go. */
  readonly close: (how?: { readonly quick?: boolean }) => Promise<void>;
}

/** The store after its files were read and mended. It takes no commits before `resume` or `compact` gave it a journal. */
export function runningStore(options: StoreOptions, parts: RunningParts): Running {
  const { files, folder, events } = options;
  const { document } = parts;
  const { documentId, revision: openedAt } = document.envelope;
  const snapshotFile = new Low(
    jsonFile<Snapshot>({
      files,
      path: snapshotPath(folder),
      parse: parseSnapshot,
      serialise: measured,
    }),
    { kind: 'none' },
  );
  let journal: JournalWriter | null = null;
  let old = [...parts.old];
  let { snapshotRevision, snapshotSize } = parts;
  let compaction: Promise<void> | null = null;
  let mending: Promise<void> | null = null;
  let idleTimer: NodeJS.Timeout | undefined;
  let slowTimer: NodeJS.Timeout | undefined;
  let health: Health['state'] = 'fine';
  let isClosed = false;
  let toTell = parts.restored ?? undefined;

  const queue = commitQueue({
    document,
    replica: options.replica,
    journal: null,
    onCommitted: events.onCommitted,
    onFailed,
    onWaiting: () => {
      if (isClosed) queue.reject({ code: 'disk-trouble', folder, reason: 'closed' });
      else if (!compaction && !mending) mend(null);
    },
    onBatch: (phase) => {
      clearTimeout(slowTimer);
      if (phase === 'begun') slowTimer = setTimeout(() => tell('slow', null), slowMilliseconds);
      if (phase === 'written') afterBatch();
    },
  });

  function* measured(snapshot: Snapshot): Iterable<string> {
    if (snapshot.kind !== 'good') return;
    for (const part of snapshotParts(snapshot.document)) {
      snapshotSize += part.length;
      yield part;
    }
  }

  function tell(state: Health['state'], failure: StoreFailure | null): void {
    if (state === health && state !== 'trouble') return;
    health = state;
    events.onHealth({ state, failure });
  }

  function afterBatch(): void {
    tell('fine', null);
    foldWhenLarge();
  }

  function foldWhenLarge(): void {
    if (!journal || compaction || idleTimer || journal.size() < Math.max(compactionSize, snapshotSize)) return;
    idleTimer = setTimeout(() => {
      idleTimer = undefined;
      if (isClosed || !journal) return;
      if (queue.isEmpty() || journal.size() > 4 * Math.max(compactionSize, snapshotSize)) compactInBackground();
      else foldWhenLarge();
    }, idleMilliseconds);
  }

  function compactInBackground(): void {
    compact().catch(events.onError);
  }

  /** A batch could not be written. Everything of it is taken back already; what comes next waits until the file can be trusted again. */
  function onFailed(failure: AppendFailure): StoreFailure {
    const reason = diskFailure(failure.error, folder);
    tell('trouble', reason);
    mend(failure);
    return reason;
  }

  function mend(failure: AppendFailure | null): void {
    if (mending) return;
    mending = trustworthy(failure).then(
      (next) => {
        mending = null;
        useJournal(next);
      },
      (error: unknown) => {
        mending = null;
        const reason = diskFailure(error, folder);
        tell('trouble', reason);
        queue.reject(reason);
      },
    );
  }

  /** A journal that can be written to. A failed write can be cut off; after a failed flush the next generation begins with a fresh snapshot. */
  async function trustworthy(failure: AppendFailure | null): Promise<JournalWriter> {
    await compaction?.catch(() => undefined);
    if (failure?.during === 'write' && journal && (await isCutBack(journal))) return journal;
    await retireJournal();
    const next = await beginNext();
    try {
      await foldOldJournals();
    } catch (error) {
      await abandon(next);
      throw error;
    }
    return next;
  }

  function isCutBack(failed: JournalWriter): Promise<boolean> {
    return failed.cutBack().then(
      () => true,
      () => false,
    );
  }

  function useJournal(next: JournalWriter): void {
    journal = next;
    queue.resume(next);
  }

  /** A journal that never took a commit. */
  async function abandon(unused: JournalWriter): Promise<void> {
    await unused.close().catch(events.onError);
    await files.remove(journalPath(folder, unused.generation)).catch(events.onError);
  }

  async function retireJournal(): Promise<void> {
    if (!journal) return;
    const retired = journal;
    journal = null;
    old.push({ generation: retired.generation, from: retired.baseRevision, to: document.envelope.revision });
    await retired.close().catch(events.onError);
  }

  async function beginNext(): Promise<JournalWriter> {
    const generations = (await listGenerations(files, folder)) ?? [];
    const generation = Math.max(0, ...generations, ...old.map((earlier) => earlier.generation)) + 1;
    const baseRevision = document.envelope.revision;
    const restored = baseRevision === openedAt ? toTell : undefined;
    return beginJournal({ files, folder, documentId, generation, baseRevision, restored });
  }

  /** Writes the snapshot of this moment, with the past kept before it is replaced, and removes the journals that it makes needless. */
  async function foldOldJournals(): Promise<void> {
    const frozen = captured(document);
    frozen.envelope = { ...frozen.envelope, schemaVersion: currentSchemaVersion, appVersion: options.appVersion };
    const folded = [...old];
    await keepHistory(folded);
    snapshotFile.data = { kind: 'good', document: frozen, isForeign: false, schemaVersion: currentSchemaVersion };
    snapshotSize = 0;
    await snapshotFile.write();
    snapshotFile.data = { kind: 'none' };
    snapshotRevision = frozen.envelope.revision;
    for (const { generation } of folded) await files.remove(journalPath(folder, generation));
    old = old.filter((earlier) => !folded.includes(earlier));
  }

  async function keepHistory(journals: readonly OldJournal[]): Promise<void> {
    for (const { generation, from, to } of journals) {
      const bytes = to > from ? await files.readFile(journalPath(folder, generation)) : null;
      if (!bytes) continue;
      const snapshot = snapshotRevision === from ? await files.readFile(snapshotPath(folder)) : null;
      await keepSegment(files, folder, { from, to, snapshot, journal: bytes });
    }
  }

  /** Switches to the next generation between two batches, then folds the journals before it while commits go on. */
  async function compacted(): Promise<void> {
    // Mending ends by resuming the queue. If that happened after the pause, commits would go to the old journal behind the revision at which
    // the next one is begun, and would be void at the next opening.
    if (mending) await mending;
    await queue.pause();
    if (mending) return;
    const before = journal;
    let next: JournalWriter;
    try {
      next = await beginNext();
    } catch (error) {
      if (before) queue.resume(before);
      else queue.reject(diskFailure(error, folder));
      throw error;
    }
    await retireJournal();
    const folded = foldOldJournals();
    useJournal(next);
    await folded;
  }

  function compact(): Promise<void> {
    compaction ??= compacted().finally(() => {
      compaction = null;
    });
    return compaction;
  }

  async function close({ quick = false }: { readonly quick?: boolean } = {}): Promise<void> {
    clearTimeout(idleTimer);
    await queue.drained();
    await compaction?.catch(events.onError);
    await mending;
    const { revision } = document.envelope;
    // Whoever closes in good order has read what was restored: the next journal tells it no more.
    const isToldNow = toTell !== undefined && revision === openedAt;
    toTell = undefined;
    if (!quick && journal && (isToldNow || revision > journal.baseRevision)) await compact().catch(events.onError);
    isClosed = true;
    await queue.pause();
    clearTimeout(slowTimer);
    await journal?.close();
    journal = null;
  }

  return { queue, resume: useJournal, compact, close };
}
