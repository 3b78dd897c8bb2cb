// One open workshop as the host works with it: commands are decided, committed once, published, and can be taken back by who gave them.
import type { DocumentChanged, DocumentSnapshot, Executed, UndoState } from '../../shared/contract/contract.ts';
import type { Failure } from '../../shared/contract/failures.ts';
import type { Role } from '../../shared/contract/combinators.ts';
import { visibleChanges, visibleRecord } from '../../shared/contract/role-filter.ts';
import { clockEvents, sessionClock } from '../../shared/domain/clock/rules.ts';
import { collectionNames, type DocumentChange, type View } from '../../shared/domain/collections.ts';
import type { Decision } from '../../shared/domain/command.ts';
import { decide, isUndoable, type Command, type CommandName } from '../../shared/domain/commands.ts';
import { viewOf } from '../../shared/document/records.ts';
import { afterCommit, noSteps, redoing, undoDepth, undoing, type UndoStacks, type UndoStep } from '../../shared/document/undo.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { NewId } from '../../shared/kernel/ids.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import type { FilePort } from '../store/file-port.ts';
import type { JournalLine } from '../store/journal-line.ts';
import { pastLines } from '../store/past-lines.ts';
import type { Health } from '../store/running-store.ts';
import { openWorkshopStore, type WorkshopStore } from '../store/workshop-store.ts';

/** So many answered commands are recognised when they are sent again. */
const rememberedCommands = 2_000;

/** The history is read back no further than this for undo. */
const mostPastLines = 1_000;

export type ExecuteResult = Result<Executed, Failure>;

export interface OpenDocument {
  readonly documentId: string;
  /** The durable state. */
  readonly view: () => View;
  readonly snapshot: (role: Role) => DocumentSnapshot;
  /** Carries a command out once, however often it is sent under one id. */
  readonly execute: (commandId: string, command: Command) => Promise<ExecuteResult>;
  /** As `execute`, for a command that is made out of the state it is decided against. */
  readonly executeWith: (commandId: string, make: (view: View) => Result<Command, Failure>) => Promise<ExecuteResult>;
  readonly undo: (commandId: string) => Promise<ExecuteResult>;
  readonly redo: (commandId: string) => Promise<ExecuteResult>;
  readonly revision: () => number;
  readonly close: WorkshopStore['close'];
}

export interface OpenDocumentOptions {
  readonly workshopId: string;
  readonly folder: string;
  readonly files: FilePort;
  readonly replica: string;
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
}

/** Opens a workshop with the undo steps and the answered commands of earlier runs. Fails as the store does. */
export async function openDocument(options: OpenDocumentOptions): Promise<Result<OpenDocument, Failure>> {
  const { workshopId, replica, clock } = options;
  const { onHealth, onError } = options;
  const opened = await openWorkshopStore({ ...options, events: { onCommitted, onHealth, onError } });
  if (!opened.ok) return opened;
  const store = opened.value;
  const { document } = store;
  const durable = viewOf(document.records);
  const past = await pastLines(options.files, { folder: options.folder, documentId: document.envelope.documentId }, store.lines, isEnough);
  const answered = new Map<string, Executed>(past.slice(-rememberedCommands).map(({ id, r, at }) => [id, { revision: r, at }]));
  const underway = new Map<string, Promise<ExecuteResult>>();
  /** Steps of what is durable, and of what will be when everything queued is. */
  let durableSteps = past.filter(isOwn).reduce(afterCommit, noSteps);
  let pendingSteps = durableSteps;

  function isOwn(line: JournalLine): boolean {
    return line.by === replica;
  }

  function isEnough(lines: readonly JournalLine[]): boolean {
    return lines.length >= mostPastLines || lines.filter((line) => isOwn(line) && isUndoable(line.name)).length >= undoDepth;
  }

  function onCommitted(line: JournalLine): void {
    if (isOwn(line)) durableSteps = afterCommit(durableSteps, line);
    remember(line.id, { revision: line.r, at: line.at });
    const changed = { workshopId, revision: line.r, at: line.at, commandId: line.id };
    options.onChanged('facilitator', { ...changed, changes: line.changes, undo: undoState(durableSteps) });
    options.onChanged('projector', { ...changed, changes: visibleChanges('projector', line.changes), undo: undoState(noSteps) });
    if (line.changes.some(({ collection }) => collection === 'clockEvents')) options.onClock(isClockRunning(durable));
  }

  function remember(commandId: string, executed: Executed): void {
    answered.set(commandId, executed);
    if (answered.size <= rememberedCommands) return;
    const [oldest] = answered.keys();
    if (oldest !== undefined) answered.delete(oldest);
  }

  interface Decided {
    readonly name: string;
    readonly changes: readonly DocumentChange[];
    readonly undoes?: readonly string[];
    readonly redoes?: readonly string[];
  }

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
    const committed = store.commit(draft).then((result): ExecuteResult => {
      underway.delete(commandId);
      if (!result.ok) pendingSteps = durableSteps;
      else if (draft.changes.length === 0) remember(commandId, result.value);
      return result;
    });
    underway.set(commandId, committed);
    if (draft.changes.length > 0) pendingSteps = afterCommit(pendingSteps, draft);
    return committed;
  }

  function executeWith(commandId: string, make: (view: View) => Result<Command, Failure>): Promise<ExecuteResult> {
    return once(commandId, (now, actor) => {
      const view = store.view();
      const made = make(view);
      if (!made.ok) return made;
      const decision = decide(view, made.value, { now, newId: options.newId, actor });
      return decision.ok ? ok({ name: made.value.name, changes: decision.value }) : decision;
    });
  }

  function step(commandId: string, kind: 'undo' | 'redo', changesOf: (view: View, step: UndoStep) => Decision): Promise<ExecuteResult> {
    return once(commandId, () => {
      const found = pendingSteps[kind].at(-1);
      if (!found) return err({ code: 'undo-nothing' });
      const decision = changesOf(store.view(), found);
      if (!decision.ok) return decision;
      return ok({ name: kind, changes: decision.value, ...(kind === 'undo' ? { undoes: found.ids } : { redoes: found.ids }) });
    });
  }

  options.onClock(isClockRunning(durable));
  return ok({
    documentId: document.envelope.documentId,
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
      undo: undoState(role === 'facilitator' ? durableSteps : noSteps),
      isReadOnly: store.isReadOnly,
      recovery: role === 'facilitator' ? store.recovery : null,
    }),
    execute: (commandId, command) => executeWith(commandId, () => ok(command)),
    executeWith,
    undo: (commandId) => step(commandId, 'undo', undoing),
    redo: (commandId) => step(commandId, 'redo', redoing),
    revision: () => document.envelope.revision,
    close: store.close,
  });
}

function isClockRunning(view: View): boolean {
  const events = clockEvents(view);
  const sessions = new Set(events.map(({ sessionId }) => sessionId));
  return [...sessions].some((sessionId) => sessionClock(events, sessionId).state === 'running');
}

function undoState({ undo, redo }: UndoStacks): UndoState {
  const shown = (step: UndoStep | undefined) => (step ? { name: step.name as CommandName, changes: step.changes.length } : null);
  return { undo: shown(undo.at(-1)), redo: shown(redo.at(-1)) };
}
