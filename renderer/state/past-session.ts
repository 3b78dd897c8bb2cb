// The workshop as it was: a session that screens read like any other, and that nothing can change.
import type { Executed } from '../../shared/contract/answers.ts';
import type { HostClient } from '../../shared/contract/contract.ts';
import type { Failure } from '../../shared/contract/failures.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { observable } from '../host/observable.ts';
import { createDocumentStore } from './document-store.ts';
import { noDrafts } from './drafts.ts';
import type { Health, SessionState, WorkshopSession } from './workshop-session.ts';

/** Fails as `history.at` does. */
export async function openPastSession(client: HostClient, workshopId: string, revision: number): Promise<Result<WorkshopSession, Failure>> {
  const past = await client.history.at({ workshopId, revision });
  if (!past.ok) return past;
  const store = createDocumentStore();
  store.load(past.value);
  const refuse = () => Promise.resolve<Result<Executed, Failure>>(err({ code: 'not-allowed' }));
  const nothing = () => undefined;
  return ok({
    workshopId,
    store,
    state: observable<SessionState>({
      undo: { undo: null, redo: null, isClockNewer: false },
      replica: '',
      isReadOnly: true,
      isFromNewerVersion: false,
      recovery: null,
      savedAt: past.value.at,
    }),
    health: observable<Health>({ state: 'fine', failure: null }),
    drafts: noDrafts,
    execute: refuse,
    undo: refuse,
    redo: refuse,
    dismissRecovery: nothing,
    close: nothing,
  });
}
