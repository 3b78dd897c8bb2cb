// Laptops that hold copies of one workshop, for tests of merging: each with its own name in stamps, its own undo, and files it can hand on.
import { applyCommit, fromStored, isProblem, nextStamp, toStored, type WorkshopDocument } from '../../shared/document/envelope.ts';
import type { MergeDecision } from '../../shared/document/merge-choices.ts';
import { mergeCommit } from '../../shared/document/merge-commit.ts';
import { copyOf } from '../../shared/document/merge-state.ts';
import { storedRecord, storedTombstone } from '../../shared/document/slot-storing.ts';
import { slotOf } from '../../shared/document/slot.ts';
import { viewOf } from '../../shared/document/records.ts';
import { afterCommit, noSteps, redoing, undoing, type UndoStacks } from '../../shared/document/undo.ts';
import { collectionNames } from '../../shared/domain/collection-names.ts';
import type { DocumentChange } from '../../shared/domain/collections.ts';
import type { DecideContext } from '../../shared/domain/command.ts';
import { decide, type Command } from '../../shared/domain/commands.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import { knowledgeBeyond } from '../../shared/kernel/stamp.ts';
import { copied } from './random-commands.ts';

/** Whoever works on a laptop is called as its commits are. */
const begun = '2026-03-17T08:00:00.000Z' as Instant;

export interface Laptop {
  readonly document: WorkshopDocument;
  /** @returns false when the command was refused */
  readonly run: (command: Command) => boolean;
  readonly take: (kind: 'undo' | 'redo') => boolean;
  /** Brings a copy in, as one commit. Throws when a decision about it is refused. */
  readonly bring: (theirs: WorkshopDocument, decisions?: readonly MergeDecision[]) => void;
  /** The workshop as it is now, as another laptop reads it. */
  readonly hand: () => WorkshopDocument;
}

export function laptop(start: WorkshopDocument, replica: string, context: { readonly next: () => DecideContext }): Laptop {
  const document = copied(start);
  let stacks: UndoStacks = noSteps;
  let commits = 0;

  function commit(
    name: string,
    changes: readonly DocumentChange[],
    more: { readonly undoes?: readonly string[]; readonly redoes?: readonly string[] } = {},
  ) {
    const wrote = { by: replica, at: begun };
    applyCommit(document, { revision: document.envelope.revision + 1, stamp: nextStamp(document.envelope, replica), changes, wrote });
    remember(name, changes, more);
  }

  function remember(name: string, changes: readonly DocumentChange[], more: object): void {
    stacks = afterCommit(stacks, { id: `${replica}-${(commits += 1)}`, name, at: context.next().now, changes, ...more });
  }

  return {
    document,
    run: (command) => {
      const decision = decide(viewOf(document.records), command, context.next());
      if (decision.ok && decision.value.length > 0) commit(command.name, decision.value);
      return decision.ok;
    },
    take: (kind) => {
      const step = stacks[kind].at(-1);
      const decision = step && (kind === 'undo' ? undoing : redoing)(viewOf(document.records), step);
      if (decision?.ok) commit(kind, decision.value, kind === 'undo' ? { undoes: step?.ids } : { redoes: step?.ids });
      return decision?.ok ?? false;
    },
    bring: (theirs, decisions = []) => {
      const made = mergeCommit(document, theirs, decisions, replica);
      if (!made.ok) throw new Error(JSON.stringify(made.failure));
      if (made.value === null) return;
      const { changes, merged, stamp } = made.value;
      applyCommit(document, { revision: document.envelope.revision + 1, stamp, changes, merged });
      remember('merge', changes, {});
    },
    hand: () => reread(document),
  };
}

/** A document through its stored form. */
export function reread(document: WorkshopDocument): WorkshopDocument {
  const read = fromStored(JSON.parse(JSON.stringify(toStored(document))));
  if (isProblem(read)) throw new Error(JSON.stringify(read));
  return read;
}

/** Everything that counts in a document, in one form: what is shown, what is open, every stamp, and what is known. */
export function stateOf(document: WorkshopDocument): unknown {
  const { knows } = document.envelope;
  const copy = copyOf(document);
  const entries = collectionNames.flatMap((collection) => {
    const ids = collection === 'conflicts' ? document.records.conflicts.keys() : new Set(copy.ids(collection));
    return [...ids].map((id) => {
      const record = document.records[collection].get(id);
      if (collection === 'conflicts') return [`conflicts ${id}`, record] as const;
      const slot = slotOf(id, copy.kept(collection, id), knows);
      const stored = record ? storedRecord(collection, slot, record, knows).stamps : storedTombstone(slot, knows);
      return [`${collection} ${id}`, { record, stored }] as const;
    });
  });
  return {
    knows: knowledgeBeyond(knows, {}),
    unknown: document.unknownCollections,
    entries: Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1))),
  };
}
