// The path of a commit: queued → one write per batch → flushed → applied → acknowledged. Nothing is acknowledged that is not on the disk.
import type { DocumentChange, View } from '../../shared/domain/collections.ts';
import type { WorkshopDocument } from '../../shared/document/envelope.ts';
import type { MergedStamps } from '../../shared/document/merged-stamps.ts';
import { overlayOf, viewOf } from '../../shared/document/records.ts';
import type { StoreFailure } from '../../shared/contract/failures.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { joinKnowledge, nextNumber } from '../../shared/kernel/stamp.ts';
import { encodeLine, seedOf, type JournalLine } from './journal-line.ts';
import type { AppendFailure, JournalWriter } from './journal-writer.ts';
import { applyLine } from './replay.ts';

/** A decided command on its way to the disk. */
export interface Draft {
  readonly id: string;
  readonly name: string;
  readonly at: Instant;
  readonly actor: string;
  readonly changes: readonly DocumentChange[];
  /** Of a merge, which is decided while nothing else is on its way: the stamps it leaves. */
  readonly merged?: MergedStamps | undefined;
  readonly undoes?: readonly string[] | undefined;
  readonly redoes?: readonly string[] | undefined;
}

export interface Acknowledged {
  readonly revision: number;
  readonly at: Instant;
}

export type CommitResult = Result<Acknowledged, StoreFailure>;

export interface CommitQueue {
  /** The document as it will be when everything queued is durable: what the next command is decided against. */
  readonly view: () => View;
  /** Answers when the draft is durable, or when it can not become so. A draft that brings nothing is answered when everything before it is durable. */
  readonly commit: (draft: Draft) => Promise<CommitResult>;
  /** Answers when no batch is being written. The next one is held back until `resume`. */
  readonly pause: () => Promise<void>;
  readonly resume: (journal: JournalWriter) => void;
  /** Rejects everything that waits. */
  readonly reject: (failure: StoreFailure) => void;
  readonly isEmpty: () => boolean;
  /** Answers when everything that was given to `commit` is durable or rejected. */
  readonly drained: () => Promise<void>;
}

export interface CommitQueueOptions {
  readonly document: WorkshopDocument;
  readonly replica: string;
  readonly journal: JournalWriter | null;
  /** Called with every line that has become durable and is applied, in order, before its sender hears of it. */
  readonly onCommitted: (line: JournalLine) => void;
  /** Called after a batch could not be written; the queue is paused until `resume` or `reject`. Everything in it is already taken back. */
  readonly onFailed: (failure: AppendFailure) => StoreFailure;
  /** Called when a draft arrives while the queue is paused. */
  readonly onWaiting: () => void;
  readonly onBatch: (phase: 'begun' | 'written' | 'failed') => void;
}

interface Entry {
  readonly line: Omit<JournalLine, 'batch'>;
  readonly resolve: (result: CommitResult) => void;
}

export function commitQueue(options: CommitQueueOptions): CommitQueue {
  const { document, replica } = options;
  const seed = seedOf(document.envelope.documentId);
  const durable = viewOf(document.records);
  let journal = options.journal;
  let waiting: Entry[] = [];
  let inFlight: readonly Entry[] = [];
  let pending = overlayOf(durable);
  let listeners: { readonly isReached: () => boolean; readonly tell: () => void }[] = [];
  let last: Promise<CommitResult> = Promise.resolve(ok({ revision: document.envelope.revision, at: document.envelope.savedAt }));

  const isEmpty = () => waiting.length === 0 && inFlight.length === 0;

  function flush(): void {
    if (!journal || inFlight.length > 0 || waiting.length === 0) return;
    inFlight = waiting;
    waiting = [];
    const batch = document.envelope.revision + 1;
    const text = inFlight.map(({ line }) => encodeLine({ ...line, batch }, seed)).join('');
    options.onBatch('begun');
    journal.append(Buffer.from(text), (failure) => (failure ? failed(failure) : settled(batch)));
  }

  function settled(batch: number): void {
    const done = inFlight;
    const lines = done.map(({ line }): JournalLine => ({ ...line, batch }));
    for (const line of lines) applyLine(document, line);
    inFlight = [];
    pending = overlayOf(durable);
    for (const { line } of waiting) pending.add(line.changes);
    options.onBatch('written');
    flush();
    for (const [index, line] of lines.entries()) {
      options.onCommitted(line);
      done[index]?.resolve(ok({ revision: line.r, at: line.at }));
    }
    tellListeners();
  }

  function failed(failure: AppendFailure): void {
    journal = null;
    const lost = [...inFlight, ...waiting];
    takeBack();
    options.onBatch('failed');
    const reason = options.onFailed(failure);
    for (const { resolve } of lost) resolve(err(reason));
    tellListeners();
  }

  function takeBack(): void {
    inFlight = [];
    waiting = [];
    pending = overlayOf(durable);
    last = Promise.resolve(ok({ revision: document.envelope.revision, at: document.envelope.savedAt }));
  }

  function tellListeners(): void {
    if (listeners.length === 0) return;
    const reached = listeners.filter(({ isReached }) => isReached());
    listeners = listeners.filter((listener) => !reached.includes(listener));
    for (const { tell } of reached) tell();
  }

  async function until(isReached: () => boolean): Promise<void> {
    if (!isReached()) await new Promise<void>((resolve) => listeners.push({ isReached, tell: resolve }));
  }

  return {
    view: () => (isEmpty() ? durable : pending.view),
    isEmpty,
    commit: (draft) => {
      if (draft.changes.length === 0 && !draft.merged) {
        return isEmpty() ? Promise.resolve(ok({ revision: document.envelope.revision, at: document.envelope.savedAt })) : last;
      }
      const knows = draft.merged ? joinKnowledge(document.envelope.knows, draft.merged.knows) : document.envelope.knows;
      const previous = waiting.at(-1) ?? inFlight.at(-1);
      const line = {
        r: document.envelope.revision + inFlight.length + waiting.length + 1,
        // A merge on its way may bring higher numbers than the document knows yet.
        l: Math.max(nextNumber(knows), (previous?.line.l ?? 0) + 1),
        by: replica,
        at: draft.at,
        actor: draft.actor,
        id: draft.id,
        name: draft.name,
        changes: draft.changes,
        merged: draft.merged,
        undoes: draft.undoes,
        redoes: draft.redoes,
      };
      last = new Promise((resolve) => {
        waiting.push({ line, resolve });
      });
      const result = last;
      pending.add(draft.changes);
      if (journal) flush();
      else options.onWaiting();
      return result;
    },
    pause: () => {
      journal = null;
      return until(() => inFlight.length === 0);
    },
    drained: () => until(isEmpty),
    resume: (next) => {
      journal = next;
      flush();
    },
    reject: (failure) => {
      const lost = waiting;
      takeBack();
      for (const { resolve } of lost) resolve(err(failure));
      tellListeners();
    },
  };
}
