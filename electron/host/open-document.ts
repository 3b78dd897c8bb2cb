// One open workshop as the host works with it: commands are decided, committed once, published, and can be taken back by who gave them.
import type { Executed, PassedStep, TakenStep } from '../../shared/contract/answers.ts';
import type { DocumentChanged, DocumentSnapshot, NextStep, UndoState } from '../../shared/contract/contract.ts';
import type { CopyList, Forgotten } from '../../shared/contract/copies.ts';
import type { Failure } from '../../shared/contract/failures.ts';
import type { Role } from '../../shared/contract/combinators.ts';
import { visibleChanges, visibleRecord } from '../../shared/contract/role-filter.ts';
import { lastAction } from '../../shared/domain/clock/order.ts';
import { clockEvents, sessionClock } from '../../shared/domain/clock/rules.ts';
import { unmeasured } from '../../shared/domain/clock/reading.ts';
import { collectionNames } from '../../shared/domain/collection-names.ts';
import type { DocumentChange, View } from '../../shared/domain/collections.ts';
import type { Decision } from '../../shared/domain/command.ts';
import { decide, type Command } from '../../shared/domain/commands.ts';
import { isKept } from '../../shared/domain/conflicts/rules.ts';
import { conflictWriters, type ConflictWriters } from '../../shared/document/conflict-writers.ts';
import { ownName } from '../../shared/document/record-name.ts';
import { viewOf } from '../../shared/document/records.ts';
import type { Envelope, WorkshopDocument } from '../../shared/document/envelope.ts';
import type { MergeDecision } from '../../shared/document/merge-choices.ts';
import { bringsNothing, mergeDocuments } from '../../shared/document/merge.ts';
import { mergeCommit, type MergeCommit } from '../../shared/document/merge-commit.ts';
import { describeDifferences, differencesOf, type DescribedDifferences } from '../../shared/document/merge-differences.ts';
import { isStep, type DifferenceStep } from '../../shared/document/steps.ts';
import {
  afterCommit,
  noSteps,
  looksPossible,
  redoing,
  undoDepth,
  undoing,
  type UndoStacks,
  type UndoStep,
} from '../../shared/document/undo.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { NewId } from '../../shared/kernel/ids.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import { diskFailure } from '../store/disk-failure.ts';
import type { Draft } from '../store/commit-queue.ts';
import type { FilePort } from '../store/file-port.ts';
import { historyReader, type HistoryReader } from '../store/history-reader.ts';
import type { JournalLine } from '../store/journal-line.ts';
import { pastLines } from '../store/past-lines.ts';
import type { Health } from '../store/running-store.ts';
import { workshopCopies, type SecondMemory, type Timers, type WorkshopCopies } from '../store/workshop-copies.ts';
import { captured } from '../store/snapshot.ts';
import { openWorkshopStore, type WorkshopStore } from '../store/workshop-store.ts';
import type { ReadUptime } from './clock.ts';
import { isOwnName, type StampName } from './stamp-names.ts';

/** So many answered commands are recognised when they are sent again. */
const rememberedCommands = 2_000;

/** The history is read back no further than this for undo. */
const mostPastLines = 1_000;

export type ExecuteResult = Result<Executed, Failure>;

export type TakenResult = Result<TakenStep, Failure>;

export type MergeResult = Result<Executed & Pick<MergeCommit, 'taken' | 'conflicts'>, Failure>;

/** Without what lies in the folder and is not of this document. */
export type ForgottenHere = Omit<Forgotten, 'conflictCopies'>;

export interface OpenDocument {
  readonly documentId: string;
  readonly folder: string;
  /** The durable state. */
  readonly view: () => View;
  readonly snapshot: (role: Role) => Omit<DocumentSnapshot, 'drafts'>;
  readonly isReadOnly: boolean;
  /** Carries a command out once, however often it is sent under one id. */
  readonly execute: (commandId: string, command: Command) => Promise<ExecuteResult>;
  /** As `execute`, for a command that is made out of the state it is decided against. */
  readonly executeWith: (commandId: string, make: (view: View) => Result<Command, Failure>) => Promise<ExecuteResult>;
  /** One commit out of a difference, decided against the pending state: something of the past brought back, a copy restored. One undo step. */
  readonly commitDifference: (
    commandId: string,
    name: DifferenceStep,
    changesOf: (view: View) => Result<readonly DocumentChange[], Failure>,
  ) => Promise<ExecuteResult>;
  /** What bringing another copy of the workshop in would mean; `isKnown` when it brings nothing. */
  readonly compareWith: (theirs: WorkshopDocument) => Promise<DescribedDifferences & { readonly isKnown: boolean }>;
  /**
   * Brings another copy of the workshop in, with the decisions about its differences, as one undo step. What was new in it is known from then
   * on, also when this is taken back. Fails as `mergeCommit` does.
   */
  readonly commitMerge: (commandId: string, theirs: WorkshopDocument, decisions: readonly MergeDecision[]) => Promise<MergeResult>;
  /** Takes the newest step back that can be taken back. Fails with the reason of the newest when none can. */
  /** @param stepId takes back this step and no other */
  readonly undo: (commandId: string, stepId?: string) => Promise<TakenResult>;
  readonly redo: (commandId: string) => Promise<TakenResult>;
  readonly revision: () => number;
  readonly conflictWriters: () => Readonly<Record<string, ConflictWriters>>;
  /** References to the durable state of this moment, which stand still while commits go on. */
  readonly captured: () => WorkshopDocument;
  readonly history: HistoryReader;
  readonly copies: WorkshopCopies;
  /** Deletes what the workshop was before this moment, copies and undo included. Fails as the store does, and then some of it may be left. */
  readonly forgetPast: () => Promise<Result<ForgottenHere, Failure>>;
  readonly close: WorkshopStore['close'];
}

export interface OpenDocumentOptions {
  readonly workshopId: string;
  readonly folder: string;
  readonly files: FilePort;
  /** This installation, in stamps and in the journal. */
  readonly replica: string;
  /** The name for stamps in this folder; `replica` when left out. */
  readonly stampName?: (envelope: Envelope) => Promise<StampName>;
  readonly appVersion: string;
  readonly clock: () => Instant;
  readonly newId: NewId;
  /** Name of the facilitator, as history and sign-offs show it. */
  readonly actor: () => string;
  readonly isReadOnly: boolean;
  readonly onChanged: (role: Role, changed: DocumentChanged) => void;
  /** Told at opening, and with every change of the clock, whether a session runs. */
  readonly onClock: (isRunning: boolean) => void;
  readonly onHealth: (health: Health) => void;
  readonly onError: (error: unknown) => void;
  /** Milliseconds of a clock that nobody sets; that of the process where it is left out. */
  readonly steady?: (() => number) | undefined;
  /** Measures the room's time; nothing is measured where it is left out. */
  readonly readUptime?: ReadUptime | undefined;
  readonly timers: Timers;
  readonly second: SecondMemory;
  readonly onCopies: (list: CopyList) => void;
}

/** Opens a workshop with the undo steps and the answered commands of earlier runs. Fails as the store does. */
export async function openDocument(options: OpenDocumentOptions): Promise<Result<OpenDocument, Failure>> {
  const { workshopId, replica, clock } = options;
  let stampName: StampName | undefined;
  const stampedAs = async (envelope: Envelope): Promise<string> => {
    stampName = await options.stampName?.(envelope);
    return stampName?.name ?? replica;
  };
  const { onHealth, onError } = options;
  const opened = await openWorkshopStore({ ...options, stampedAs, events: { onCommitted, onHealth, onError } });
  if (!opened.ok) return opened;
  const store = opened.value;
  const { document } = store;
  const durable = viewOf(document.records);
  const past = await pastLines(options.files, { folder: options.folder, documentId: document.envelope.documentId }, store.lines, isEnough);
  const answered = new Map<string, Executed>(past.slice(-rememberedCommands).map(({ id, r, at }) => [id, { revision: r, at }]));
  const underway = new Map<string, Promise<ExecuteResult>>();
  /** When commands that are under way were decided, by the clock that nobody sets. */
  const decidedAt = new Map<string, number>();
  const steady = options.steady ?? (() => performance.now());
  /** Steps of what is durable, and of what will be when everything queued is. */
  let durableSteps = past.filter(isOwn).reduce(afterCommit, noSteps);
  let pendingSteps = durableSteps;
  /** Revisions at which commands and events of the clock were written last, for the question which came later. */
  const revisions = new Map<string, number>();
  for (const line of past) noteRevisions(line);

  function noteRevisions({ r, id, redoes = [], changes }: JournalLine): void {
    for (const each of [id, ...redoes]) revisions.set(each, r);
    for (const change of changes) {
      if (change.kind !== 'created' || change.collection !== 'clockEvents') continue;
      revisions.set(change.id, r);
      const { eventId } = change.record;
      const again = typeof eventId === 'string' ? durable.get('clockEvents', eventId) : undefined;
      // What is taken back no more counts as done now.
      if (again?.kind === 'takenBack' && again.eventId) revisions.set(again.eventId, r);
    }
  }

  function undoOf(steps: UndoStacks): UndoState {
    return undoState(durable, steps, revisions);
  }

  function isOwn(line: JournalLine): boolean {
    return isOwnName(line.by, replica);
  }

  function isEnough(lines: readonly JournalLine[]): boolean {
    return lines.length >= mostPastLines || lines.filter((line) => isOwn(line) && isStep(line.name)).length >= undoDepth;
  }

  const history = historyReader({ files: options.files, folder: options.folder, document });
  const copies = workshopCopies({ ...options, document, isReadOnly: store.isReadOnly, onChanged: options.onCopies });

  function onCommitted(line: JournalLine): void {
    noteRevisions(line);
    if (isOwn(line)) durableSteps = afterCommit(durableSteps, { ...line, steady: decidedAt.get(line.id) });
    remember(line.id, { revision: line.r, at: line.at });
    const changed = { workshopId, revision: line.r, at: line.at, commandId: line.id };
    options.onChanged('facilitator', { ...changed, changes: line.changes, undo: undoOf(durableSteps) });
    options.onChanged('projector', { ...changed, changes: visibleChanges('projector', line.changes), undo: undoOf(noSteps) });
    if (line.changes.some(({ collection }) => collection === 'clockEvents')) options.onClock(isClockRunning(durable));
  }

  function remember(commandId: string, executed: Executed): void {
    answered.set(commandId, executed);
    if (answered.size <= rememberedCommands) return;
    const [oldest] = answered.keys();
    if (oldest !== undefined) answered.delete(oldest);
  }

  type Decided = Pick<Draft, 'name' | 'changes' | 'merged' | 'undoes' | 'redoes'>;

  /** One commit per id: a resend joins the first attempt, or gets its answer again. */
  function once(commandId: string, decideNow: (at: Instant, actor: string) => Result<Decided, Failure>): Promise<ExecuteResult> {
    const before = answered.get(commandId);
    if (before) return Promise.resolve(ok(before));
    const running = underway.get(commandId);
    if (running) return running;
    const at = clock();
    const actor = options.actor();
    const decided = decideNow(at, actor);
    if (!decided.ok) return Promise.resolve(decided);
    const draft = { id: commandId, at, actor, ...decided.value };
    const now = steady();
    decidedAt.set(commandId, now);
    const committed = store.commit(draft).then((result): ExecuteResult => {
      underway.delete(commandId);
      decidedAt.delete(commandId);
      if (!result.ok) pendingSteps = durableSteps;
      else if (draft.changes.length === 0) remember(commandId, result.value);
      return result;
    });
    underway.set(commandId, committed);
    if (draft.changes.length > 0) pendingSteps = afterCommit(pendingSteps, { ...draft, steady: now });
    return committed;
  }

  function executeWith(commandId: string, make: (view: View) => Result<Command, Failure>): Promise<ExecuteResult> {
    return once(commandId, (now, actor) => {
      const view = store.view();
      const made = make(view);
      if (!made.ok) return made;
      const steadyReading = { ...(options.readUptime?.() ?? unmeasured), replica: store.replica };
      const decision = decide(view, made.value, { now, newId: options.newId, actor, steady: steadyReading });
      return decision.ok ? ok({ name: made.value.name, changes: decision.value }) : decision;
    });
  }

  /** Decided in one go when nothing is on its way: a merge sees the whole document, and numbers its stamps by it. */
  async function commitMerge(commandId: string, theirs: WorkshopDocument, decisions: readonly MergeDecision[]): Promise<MergeResult> {
    let counts: Pick<MergeCommit, 'taken' | 'conflicts'> = { taken: 0, conflicts: 0 };
    const decideNow = (): Result<Decided, Failure> => {
      const made = mergeCommit(document, theirs, decisions, store.replica);
      if (!made.ok) return made;
      if (made.value === null) return ok({ name: 'merge', changes: [] });
      const { changes, merged, taken, conflicts } = made.value;
      counts = { taken, conflicts };
      return ok({ name: 'merge', changes, merged });
    };
    const result = await store.whenSettled(() => once(commandId, decideNow));
    return result.ok ? ok({ ...result.value, ...counts }) : result;
  }

  async function step(
    commandId: string,
    kind: 'undo' | 'redo',
    changesOf: (view: View, step: UndoStep) => Decision,
    stepId?: string,
  ): Promise<TakenResult> {
    let taken: NextStep | null = null;
    const passed: PassedStep[] = [];
    const result = await once(commandId, () => {
      const steps = stepId === undefined ? pendingSteps[kind] : pendingSteps[kind].filter(({ ids }) => ids[0] === stepId);
      for (const found of steps.toReversed()) {
        const decision = changesOf(store.view(), found);
        if (decision.ok) {
          taken = described(found);
          return ok({ name: kind, changes: decision.value, ...(kind === 'undo' ? { undoes: found.ids } : { redoes: found.ids }) });
        }
        passed.push({ step: described(found), failure: decision.failure });
      }
      return err(passed[0]?.failure ?? { code: 'undo-nothing' });
    });
    return result.ok && taken !== null ? ok({ ...result.value, taken, passed }) : result;
  }

  /** Pages keep the revision that they have and learn that nothing can be taken back any more. */
  function forgetSteps(): void {
    durableSteps = noSteps;
    pendingSteps = noSteps;
    const { revision, savedAt: at } = document.envelope;
    options.onChanged('facilitator', { workshopId, revision, at, commandId: '', changes: [], undo: undoOf(noSteps) });
  }

  async function forgetPast(): Promise<Result<ForgottenHere, Failure>> {
    const deleted = await store.forgetPast();
    if (!deleted.ok) return deleted;
    history.clear();
    forgetSteps();
    try {
      const { bytes, ...gone } = await copies.deleteAll();
      // Without history the present would rest on one file alone.
      await copies.make('asked');
      return ok({ ...gone, bytes: bytes + deleted.value });
    } catch (error) {
      return err(diskFailure(error, options.folder));
    }
  }

  options.onClock(isClockRunning(durable));
  return ok({
    documentId: document.envelope.documentId,
    folder: options.folder,
    isReadOnly: store.isReadOnly,
    view: () => durable,
    snapshot: (role) => ({
      workshopId,
      revision: document.envelope.revision,
      savedAt: document.envelope.savedAt,
      collections: Object.fromEntries(
        collectionNames.map((name) => [
          name,
          [...document.records[name].values()].map((record) => visibleRecord(role, name, record)).filter((record) => record !== null),
        ]),
      ),
      undo: undoOf(role === 'facilitator' ? durableSteps : noSteps),
      replica: store.replica,
      isReadOnly: store.isReadOnly,
      isFromNewerVersion: store.isFromNewerVersion,
      recovery: role === 'facilitator' ? store.recovery : null,
    }),
    execute: (commandId, command) => executeWith(commandId, () => ok(command)),
    executeWith,
    commitDifference: (commandId, stepName, changesOf) =>
      once(commandId, () => {
        const changes = changesOf(store.view());
        return changes.ok ? ok({ name: stepName, changes: changes.value }) : changes;
      }),
    compareWith: (theirs) =>
      store.whenSettled(() => {
        const merged = mergeDocuments(document, theirs);
        const sides = { mine: document, theirs, merged: merged.document };
        return { ...describeDifferences(sides, differencesOf(sides)), isKnown: bringsNothing(merged) };
      }),
    commitMerge,
    undo: (commandId, stepId) => step(commandId, 'undo', undoing, stepId),
    redo: (commandId) => step(commandId, 'redo', redoing),
    revision: () => document.envelope.revision,
    conflictWriters: () => conflictWriters(document),
    captured: () => captured(document),
    history,
    copies,
    forgetPast,
    close: async (how) => {
      await copies.close();
      await store.close(how);
      await stampName?.release(document.envelope.knows);
    },
  });
}

function isClockRunning(view: View): boolean {
  const events = clockEvents(view);
  const sessions = new Set(events.map(({ sessionId }) => sessionId));
  return [...sessions].some((sessionId) => sessionClock(events, sessionId).state === 'running');
}

/**
 * What is offered is what can be done; where nothing can, the newest, so that asking for it tells the reason.
 * @param revisions at which commands and events of the clock were written
 */
function undoState(view: View, { undo, redo }: UndoStacks, revisions: ReadonlyMap<string, number>): UndoState {
  const offered = (steps: readonly UndoStep[], kind: 'undo' | 'redo') =>
    steps.findLast((step) => looksPossible(view, step, kind)) ?? steps.at(-1);
  const next = offered(undo, 'undo');
  const action = lastAction(view).at(-1);
  // What is not known any more was written before everything that is.
  const revisionOf = (id: string | undefined) => revisions.get(id ?? '') ?? 0;
  const isClockNewer = action !== undefined && (!next || revisionOf(action.id) > revisionOf(next.ids.at(-1)));
  return { undo: nextStep(next), redo: nextStep(offered(redo, 'redo')), isClockNewer };
}

function nextStep(step: UndoStep | undefined): NextStep | null {
  return step ? described(step) : null;
}

function described(step: UndoStep): NextStep {
  const { name } = step;
  // A record of two values goes along with the decision about them.
  const told = step.changes.filter((change) => !isKept(change));
  const others = told.filter(({ collection }) => collection !== 'conflicts');
  const changes = others.length === 0 ? told : others;
  const [only] = changes.length === 1 ? changes : [];
  return { stepId: step.ids[0] ?? '', name: name as NextStep['name'], changes: changes.length, record: only ? changedRecord(only) : null };
}

function changedRecord(change: DocumentChange): NextStep['record'] {
  const { collection, id } = change;
  if (change.kind !== 'updated') return { collection, id, name: ownName(change.record, collection), field: null };
  const [field, ...others] = Object.keys(change.fields);
  return { collection, id, name: '', field: others.length === 0 ? (field ?? null) : null };
}
