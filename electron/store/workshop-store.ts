// One open workshop: reads its files, mends what has to be mended, and hands over to the running store. The rules are those of design §4.
import type { RecoveryNote } from '../../shared/contract/contract.ts';
import type { StoreFailure } from '../../shared/contract/failures.ts';
import type { WorkshopDocument } from '../../shared/document/envelope.ts';
import type { View } from '../../shared/domain/collections.ts';
import { assertNever } from '../../shared/kernel/assert-never.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { commitQueue, type CommitResult, type Draft } from './commit-queue.ts';
import { diskFailure } from './disk-failure.ts';
import type { FilePort } from './file-port.ts';
import type { JournalLine } from './journal-line.ts';
import { resumeJournal, type JournalWriter } from './journal-writer.ts';
import { isTorn, readWorkshop, type FoundJournal, type ReadWorkshop, type Trouble } from './read-workshop.ts';
import { runningStore, type OldJournal, type Running, type StoreOptions } from './running-store.ts';
import { setAside, type SetAside } from './set-aside.ts';

export interface WorkshopStore {
  readonly folder: string;
  /** The durable state. Owned by the store: read only. */
  readonly document: WorkshopDocument;
  /** What the next command is decided against. */
  readonly view: () => View;
  readonly commit: (draft: Draft) => Promise<CommitResult>;
  /** The commits that were read at opening, oldest first; earlier ones are in the history. */
  readonly lines: readonly JournalLine[];
  readonly recovery: RecoveryNote | null;
  readonly isReadOnly: boolean;
  /** Folds the journal into a new snapshot now. */
  readonly compact: () => Promise<void>;
  readonly close: Running['close'];
}

/** Fails as `readWorkshop` does, or with what the disk makes impossible. */
export async function openWorkshopStore(options: StoreOptions): Promise<Result<WorkshopStore, StoreFailure>> {
  const { files, folder } = options;
  try {
    const read = await readWorkshop(files, folder);
    if (!read.ok) return read;
    if (options.isReadOnly) return ok(readOnlyStore(options, read.value));
    return ok(await writableStore(options, read.value));
  } catch (error) {
    return err(diskFailure(error, folder));
  }
}

function readOnlyStore({ folder }: StoreOptions, { document, lines, trouble }: ReadWorkshop): WorkshopStore {
  const refusal = err({ code: 'workshop-read-only', folder } as const);
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
    view: queue.view,
    commit: () => Promise.resolve(refusal),
    lines,
    recovery: recoveryNote(trouble, '', document),
    isReadOnly: true,
    compact: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}

async function writableStore(options: StoreOptions, read: ReadWorkshop): Promise<WorkshopStore> {
  const { files, folder, clock } = options;
  const { document } = read;
  const keptAt = read.trouble ? await setAside(files, folder, clock(), unusable(read)) : '';
  const resumed = await resumedJournal(files, folder, read);
  const old = read.journals.filter(({ generation }) => generation !== resumed?.generation).map(oldJournal);
  const store = runningStore(options, {
    document,
    old,
    snapshotRevision: read.snapshot.revision,
    snapshotSize: read.snapshot.bytes?.length ?? 0,
  });
  if (resumed) store.resume(resumed);
  else await store.compact();
  return {
    folder,
    document,
    view: store.queue.view,
    commit: store.queue.commit,
    lines: read.lines,
    recovery: recoveryNote(read.trouble, keptAt, document),
    isReadOnly: false,
    compact: store.compact,
    close: store.close,
  };
}

/** Everything that could not be used, as it was: cut tails, journals with bad lines, a bad workshop.json. */
function unusable({ journals, snapshot, document, trouble }: ReadWorkshop): readonly SetAside[] {
  const things: SetAside[] = [];
  if (snapshot.bytes && snapshot.revision === null) things.push({ name: 'workshop.json', bytes: snapshot.bytes });
  for (const journal of journals) {
    const name = `journal.${journal.generation}.jsonl`;
    if (trouble === 'lost') things.push({ name, bytes: journal.bytes });
    else if (isTorn(journal, document)) things.push({ name: `${name}.tail`, bytes: journal.bytes.subarray(journal.badAt ?? 0) });
    else if (journal.badAt !== null) things.push({ name, bytes: journal.bytes });
  }
  return things;
}

function recoveryNote(trouble: Trouble | null, keptAt: string, document: WorkshopDocument): RecoveryNote | null {
  if (trouble === null) return null;
  switch (trouble) {
    case 'torn-tail':
      return { code: 'torn-tail-cut', keptAt, restoredTo: null };
    case 'mended':
      return { code: 'snapshot-rebuilt', keptAt, restoredTo: null };
    case 'lost':
      return { code: 'history-restored', keptAt, restoredTo: document.envelope.savedAt };
    default:
      return assertNever(trouble);
  }
}

/** The youngest journal, when commits may go on in it: whole up to the document's revision, with nothing to mend but a tail to cut. */
async function resumedJournal(files: FilePort, folder: string, read: ReadWorkshop): Promise<JournalWriter | null> {
  const youngest = read.journals.at(-1);
  if (!youngest?.header || read.snapshot.revision === null || (read.trouble !== null && read.trouble !== 'torn-tail')) return null;
  const good = youngest.lines.filter(({ line }) => line.r <= read.document.envelope.revision);
  const lastRevision = good.at(-1)?.line.r ?? youngest.header.baseRevision;
  if (lastRevision !== read.document.envelope.revision) return null;
  const { generation, header, bytes, badAt } = youngest;
  if (badAt !== null && !isTorn(youngest, read.document)) return null;
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
