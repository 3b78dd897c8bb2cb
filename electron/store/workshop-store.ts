// One open workshop: reads its files, mends what has to be mended, and hands over to the running store. The rules are those of design §4.
import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import type { RecoveryNote } from '../../shared/contract/contract.ts';
import type { StoreFailure } from '../../shared/contract/failures.ts';
import type { WorkshopDocument } from '../../shared/document/envelope.ts';
import type { View } from '../../shared/domain/collections.ts';
import { assertNever } from '../../shared/kernel/assert-never.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { keepCopyOf } from './backups.ts';
import { commitQueue, type CommitResult, type Draft } from './commit-queue.ts';
import { diskFailure } from './disk-failure.ts';
import type { FilePort } from './file-port.ts';
import { forgetPast } from './forget-past.ts';
import { removeFuture } from './history.ts';
import type { JournalLine, Restored } from './journal-line.ts';
import { resumeJournal, type JournalWriter } from './journal-writer.ts';
import { isTorn, readWorkshop, type FoundJournal, type ReadWorkshop } from './read-workshop.ts';
import { runningStore, type OldJournal, type Running, type StoreOptions } from './running-store.ts';
import { setAside, type SetAside } from './set-aside.ts';
import { journalPath, setAsidePath, snapshotPath } from './workshop-folder.ts';

export interface WorkshopStore {
  readonly folder: string;
  /** The durable state. Owned by the store: read only. */
  readonly document: WorkshopDocument;
  /** Name of this installation in the stamps of this folder. */
  readonly replica: string;
  /** What the next command is decided against. */
  readonly view: () => View;
  readonly commit: (draft: Draft) => Promise<CommitResult>;
  /** Acts in a moment when nothing is on its way: the document is then what the next commit is decided against. */
  readonly whenSettled: <T>(act: () => T | Promise<T>) => Promise<T>;
  /** The commits that were read at opening, oldest first; earlier ones are in the history. */
  readonly lines: readonly JournalLine[];
  readonly recovery: RecoveryNote | null;
  readonly isReadOnly: boolean;
  /** A newer version of the product wrote some of the files: nothing is changed. */
  readonly isFromNewerVersion: boolean;
  /** Folds the journal into a new snapshot now. */
  readonly compact: () => Promise<void>;
  /**
   * Deletes everything older than this moment that the workshop's folder holds: history, files set aside, journals, the content of removed
   * records. Copies are not the store's. @returns bytes that were deleted
   */
  readonly forgetPast: () => Promise<Result<number, StoreFailure>>;
  readonly close: Running['close'];
}

/** Fails as `readWorkshop` does, or with what the disk makes impossible. */
export async function openWorkshopStore(options: StoreOptions): Promise<Result<WorkshopStore, StoreFailure>> {
  const { files, folder } = options;
  try {
    const read = await readWorkshop(files, folder);
    if (!read.ok) return read;
    if (options.isReadOnly || read.value.newerVersion !== null) return ok(readOnlyStore(options, read.value));
    return ok(await writableStore(options, read.value));
  } catch (error) {
    return err(diskFailure(error, folder));
  }
}

function readOnlyStore({ folder }: StoreOptions, read: ReadWorkshop): WorkshopStore {
  const { document, lines, newerVersion } = read;
  const isNewer = newerVersion !== null;
  const refusal = err<StoreFailure>(
    isNewer ? { code: 'workshop-newer', folder, schemaVersion: newerVersion } : { code: 'workshop-read-only', folder },
  );
  const queue = commitQueue({
    document,
    replica: '',
    journal: null,
    onCommitted: () => undefined,
    onFailed: () => refusal.failure,
    onWaiting: () => undefined,
    onBatch: () => undefined,
  });
  return {
    folder,
    document,
    replica: '',
    view: queue.view,
    whenSettled: async (act) => act(),
    commit: () => Promise.resolve(refusal),
    lines,
    recovery: recoveryNote(read, '', restoredOf(read, ''), folder),
    isReadOnly: true,
    isFromNewerVersion: isNewer,
    compact: () => Promise.resolve(),
    forgetPast: () => Promise.resolve(refusal),
    close: () => Promise.resolve(),
  };
}

async function writableStore(options: StoreOptions, read: ReadWorkshop): Promise<WorkshopStore> {
  const { files, folder, clock } = options;
  const { document } = read;
  await flushFound(files, folder, read);
  const keep = (things: readonly SetAside[]) => setAside(files, folder, clock(), things);
  const keptAt = await keep(unusable(read));
  const restored = restoredOf(read, keptAt);
  if (read.trouble === 'lost') await removeFuture(files, folder, document.envelope.revision, keep);
  await keepBeforeMigration(options, read);
  const resumed = await resumedJournal(files, folder, read);
  const old = read.journals.filter(({ generation }) => generation !== resumed?.generation).map(oldJournal);
  const replica = (await options.stampedAs?.(document.envelope)) ?? options.replica;
  const early: JournalLine[] = [];
  let onCommitted = (line: JournalLine): void => void early.push(line);
  const store = runningStore(
    { ...options, replica, events: { ...options.events, onCommitted: (line) => onCommitted(line) } },
    {
      document,
      old,
      snapshotRevision: read.snapshot.revision,
      snapshotSize: read.snapshot.bytes?.length ?? 0,
      restored,
    },
  );
  if (resumed) store.resume(resumed);
  else await store.compact();
  if (read.trouble === 'edited') await takeOverEdits(store, read, clock());
  onCommitted = options.events.onCommitted;
  return {
    folder,
    document,
    replica,
    view: store.queue.view,
    whenSettled: async (act) => {
      while (!store.queue.isEmpty()) await store.queue.drained();
      return act();
    },
    commit: store.queue.commit,
    lines: [...read.lines, ...early],
    recovery: recoveryNote(read, keptAt, restored, folder),
    isReadOnly: false,
    isFromNewerVersion: false,
    compact: store.compact,
    forgetPast: () => forgetPast(options, document, store.compact),
    close: store.close,
  };
}

/** The snapshot as the older version wrote it, before the migrated one takes its place. A copy that cannot be made keeps nobody from working. */
async function keepBeforeMigration({ files, folder, clock, events }: StoreOptions, { snapshot, isOlder }: ReadWorkshop): Promise<void> {
  const { bytes, revision } = snapshot;
  if (!isOlder || !bytes || revision === null) return;
  await keepCopyOf(files, folder, { at: clock(), revision, reason: 'before-migration' }, bytes).catch(events.onError);
}

/** What somebody changed in workshop.json by hand becomes one commit: it is in the history, can be undone, and travels like any other change. */
async function takeOverEdits(store: Running, { snapshot, edits }: ReadWorkshop, at: Instant): Promise<void> {
  const id = `outside-${createHash('sha256')
    .update(snapshot.bytes ?? '')
    .digest('hex')
    .slice(0, 32)}`;
  const result = await store.queue.commit({ id, name: 'outsideEdit', at, actor: '', changes: edits });
  if (!result.ok) throw new Error(`The edit could not be taken over: ${result.failure.code}`);
}

/**
 * Makes durable what was read: a process that was killed, or a person who copied the folder, may have left it in the system's memory only,
 * where it can be read, and lost with the power.
 */
async function flushFound(files: FilePort, folder: string, { journals }: ReadWorkshop): Promise<void> {
  await Promise.all([
    ...journals.map(({ generation }) => flushFile(files, journalPath(folder, generation))),
    // A workshop.json that may only be read is good enough to start from: the next one replaces it.
    flushFile(files, snapshotPath(folder)).catch(() => undefined),
    files.fsyncFolder(folder),
    files.fsyncFolder(dirname(folder)),
  ]);
}

async function flushFile(files: FilePort, path: string): Promise<void> {
  const file = await files.open(path, 'change');
  try {
    await files.fsync(file);
  } finally {
    await files.close(file);
  }
}

/** Everything that could not be used, as it was: cut tails, journals with bad lines, a bad workshop.json. */
function unusable(read: ReadWorkshop): readonly SetAside[] {
  const { journals, snapshot, trouble } = read;
  const things: SetAside[] = [];
  if (snapshot.bytes && snapshot.revision === null) things.push({ name: 'workshop.json', bytes: snapshot.bytes });
  for (const journal of journals) {
    const name = `journal.${journal.generation}.jsonl`;
    if (trouble === 'lost') things.push({ name, bytes: journal.bytes });
    else if (isTorn(journal, read)) things.push({ name: `${name}.tail`, bytes: journal.bytes.subarray(journal.badAt ?? 0) });
    else if (journal.badAt !== null) things.push({ name, bytes: journal.bytes });
  }
  return things;
}

/** What this opening restores, or an earlier one that may have been cut short before anybody heard of it. An edit by hand came after that. */
function restoredOf({ trouble, isFromBackup, restored: before }: ReadWorkshop, keptAt: string): Restored | null {
  const earlier = trouble === 'edited' ? null : before;
  if (trouble !== 'lost' && !earlier) return null;
  // What is lost now comes before what was lost then.
  const now = isFromBackup ? 'backup-restored' : 'history-restored';
  const code = trouble === 'lost' ? now : (earlier?.code ?? now);
  return { code, hasKept: keptAt !== '' || (earlier?.hasKept ?? false) };
}

function recoveryNote(
  { trouble, document }: Pick<ReadWorkshop, 'trouble' | 'document'>,
  keptAt: string,
  restored: Restored | null,
  folder: string,
): RecoveryNote | null {
  if (restored) {
    return { code: restored.code, keptAt: restored.hasKept ? setAsidePath(folder) : '', restoredTo: document.envelope.savedAt };
  }
  switch (trouble) {
    case null:
    case 'lost':
      return null;
    case 'torn-tail':
      return { code: 'torn-tail-cut', keptAt, restoredTo: null };
    case 'mended':
      return { code: 'snapshot-rebuilt', keptAt, restoredTo: null };
    case 'edited':
      return { code: 'edited-outside', keptAt, restoredTo: null };
    default:
      return assertNever(trouble);
  }
}

/** The youngest journal, when commits may go on in it: of this version like all the rest, whole up to the document's revision, with nothing to mend anywhere but a tail of its own to cut. */
async function resumedJournal(files: FilePort, folder: string, read: ReadWorkshop): Promise<JournalWriter | null> {
  const youngest = read.journals.at(-1);
  if (!youngest?.header || read.isOlder || read.snapshot.revision === null || (read.trouble !== null && read.trouble !== 'torn-tail'))
    return null;
  if (read.journals.some((journal) => journal !== youngest && journal.badAt !== null)) return null;
  const good = youngest.lines.filter(({ line }) => line.r <= read.document.envelope.revision);
  const lastRevision = good.at(-1)?.line.r ?? youngest.header.baseRevision;
  if (lastRevision !== read.document.envelope.revision) return null;
  const { generation, header, bytes, badAt } = youngest;
  if (badAt !== null && !isTorn(youngest, read)) return null;
  return resumeJournal({
    files,
    folder,
    generation,
    baseRevision: header.baseRevision,
    size: badAt ?? bytes.length,
    cuts: badAt !== null,
  });
}

function oldJournal({ generation, header, lines }: FoundJournal): OldJournal {
  const first = lines[0]?.line.r;
  const from = header?.baseRevision ?? (first === undefined ? 0 : first - 1);
  return { generation, from, to: lines.at(-1)?.line.r ?? from };
}
