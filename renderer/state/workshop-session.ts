// One open workshop of this page: its projection, the way to change it, undo, and the condition of its store.
import type { Executed, TakenStep } from '../../shared/contract/answers.ts';
import type { DocumentChanged, DocumentSnapshot, RecoveryNote, UndoState } from '../../shared/contract/contract.ts';
import type { Failure } from '../../shared/contract/failures.ts';
import type { Command } from '../../shared/domain/commands.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import { ok, type Result } from '../../shared/kernel/result.ts';
import type { Host } from '../host/connect-host.ts';
import { observable, type Observable } from '../host/observable.ts';
import { flushFields } from '../ui/flush.ts';
import { createDocumentStore, type DocumentStore } from './document-store.ts';
import { createDrafts, type Drafts } from './drafts.ts';

export interface SessionState {
  readonly undo: UndoState;
  /** The name that the host writes under in this workshop. */
  readonly replica: string;
  readonly isReadOnly: boolean;
  readonly isFromNewerVersion: boolean;
  readonly recovery: RecoveryNote | null;
  /** Moment of the newest commit, whoever made it. */
  readonly savedAt: Instant;
}

export interface Health {
  readonly state: 'fine' | 'slow' | 'trouble';
  readonly failure: Failure | null;
}

export interface WorkshopSession {
  readonly workshopId: string;
  readonly store: DocumentStore;
  readonly state: Observable<SessionState>;
  readonly health: Observable<Health>;
  readonly drafts: Drafts;
  /** Sends a command; settles when it is durable and its effect can be seen in the projection. */
  readonly execute: (command: Command) => Promise<Result<Executed, Failure>>;
  /** @param stepId takes back this step and no other */
  readonly undo: (stepId?: string) => Promise<Result<TakenStep, Failure>>;
  readonly redo: () => Promise<Result<TakenStep, Failure>>;
  readonly dismissRecovery: () => void;
  readonly close: () => void;
}

function stateOf(snapshot: DocumentSnapshot): SessionState {
  const { undo, replica, isReadOnly, isFromNewerVersion, recovery, savedAt } = snapshot;
  return { undo, replica, isReadOnly, isFromNewerVersion, recovery, savedAt };
}

/** Opens a workshop and keeps its projection up to date until it is closed. Fails as `document.open` does. */
export async function openWorkshopSession(host: Host, workshopId: string): Promise<Result<WorkshopSession, Failure>> {
  const { client, outbox } = host;
  const store = createDocumentStore();
  const drafts = createDrafts(client, workshopId);
  const health = observable<Health>({ state: 'fine', failure: null });
  // Changes that arrive while a snapshot is on its way are laid over it afterwards.
  let early: DocumentChanged[] | null = [];

  const take = (changed: DocumentChanged) => {
    const outcome = store.apply(changed);
    if (outcome === 'gap') void reload();
    // The revision that is shown already: only what can be taken back has changed.
    if (outcome === 'applied' || changed.revision === store.revision())
      state.set({ ...state.get(), undo: changed.undo, savedAt: changed.at });
  };
  const stopChanges = client.document.onChanged((changed) => {
    if (changed.workshopId !== workshopId) return;
    if (early) early.push(changed);
    else take(changed);
  });
  const stopHealth = client.document.onHealth((news) => {
    if (news.workshopId === workshopId) health.set({ state: news.state, failure: news.failure });
  });
  const catchUp = () => {
    const kept = early ?? [];
    early = null;
    for (const changed of kept) take(changed);
  };

  const opened = await client.document.open({ workshopId });
  if (!opened.ok) {
    stopChanges();
    stopHealth();
    drafts.close();
    return opened;
  }
  const state = observable(stateOf(opened.value));
  store.load(opened.value);
  drafts.load(opened.value.drafts);
  catchUp();

  async function reload(): Promise<void> {
    if (early) return;
    early = [];
    const again = await client.document.open({ workshopId });
    if (again.ok && again.value.revision >= store.revision()) {
      store.load(again.value);
      state.set({ ...stateOf(again.value), recovery: state.get().recovery });
      drafts.load(again.value.drafts);
    }
    catchUp();
  }
  const stopReturn = host.onReturn(() => void reload());

  const whenSeen = async <Answer extends Executed>(asked: Promise<Result<Answer, Failure>>): Promise<Result<Answer, Failure>> => {
    const answer = await asked;
    if (answer.ok) await store.reached(answer.value.revision);
    return answer;
  };
  return ok({
    workshopId,
    store,
    state,
    health,
    drafts,
    execute: (command) => whenSeen(outbox.execute(workshopId, command)),
    undo: (stepId) => {
      flushFields();
      return whenSeen(outbox.undo(workshopId, stepId));
    },
    redo: () => {
      flushFields();
      return whenSeen(outbox.redo(workshopId));
    },
    dismissRecovery: () => state.set({ ...state.get(), recovery: null }),
    close: () => {
      flushFields();
      stopChanges();
      stopHealth();
      stopReturn();
      drafts.close();
    },
  });
}
