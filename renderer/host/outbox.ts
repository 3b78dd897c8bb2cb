// The outbox: commands that the host has not acknowledged yet. What a person typed is in here or on disk, and the page can say which.
import type { Executed, HostClient } from '../../shared/contract/contract.ts';
import type { Failure } from '../../shared/contract/failures.ts';
import type { WireRequest } from '../../shared/contract/wire.ts';
import type { Command } from '../../shared/domain/commands.ts';
import type { NewId } from '../../shared/kernel/ids.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { observable, type Observable } from './observable.ts';
import type { Transport } from './transport.ts';
import { unsavedTextsOf } from './unsaved-texts.ts';

export interface OutboxState {
  /** Commands without an answer. */
  readonly pending: number;
  /** When the oldest of them was given, in milliseconds of the page's clock; null when all are answered. */
  readonly since: number | null;
  /** When the host last said that something is on disk; null before the first time. */
  readonly savedAt: Instant | null;
}

export interface Outbox {
  /** Gives a command to the host. Answered when it is on disk; waits while the host is gone. */
  readonly execute: (workshopId: string, command: Command) => Promise<Result<Executed, Failure>>;
  readonly undo: (workshopId: string) => Promise<Result<Executed, Failure>>;
  readonly redo: (workshopId: string) => Promise<Result<Executed, Failure>>;
  readonly state: Observable<OutboxState>;
  /** The texts in commands without an answer, oldest first, to be shown (and copied) when the host is gone. */
  readonly unsavedTexts: () => readonly string[];
  /**
   * Registers what must be given before the page goes away: fields with text that waits for its 400 ms.
   * @returns the function that takes it back
   */
  readonly beforeLeaving: (flush: () => void) => () => void;
  /** Carries out what was registered, and sends what has no answer in a way that outlives the page. */
  readonly leave: () => void;
  /** The page stays after all (it was restored from the browser's cache, or only hidden). */
  readonly stay: () => void;
  /** Answers when nothing waits for an answer any more. */
  readonly settled: () => Promise<void>;
}

export interface OutboxOptions {
  readonly client: Pick<HostClient, 'document'>;
  readonly sendLast: Transport['sendLast'];
  readonly newId: NewId;
  readonly now: () => number;
}

type Input = { readonly workshopId: string; readonly commandId: string; readonly command?: Command };
type RequestName = 'execute' | 'undo' | 'redo';

interface Entry {
  readonly request: WireRequest & { readonly input: Input };
  readonly since: number;
}

export function createOutbox({ client, sendLast, newId, now }: OutboxOptions): Outbox {
  const entries = new Map<string, Entry>();
  const flushes = new Set<() => void>();
  const state = observable<OutboxState>({ pending: 0, since: null, savedAt: null });
  let isLeaving = false;

  return {
    execute: (workshopId, command) => give('execute', { workshopId, commandId: newId(), command }),
    undo: (workshopId) => give('undo', { workshopId, commandId: newId() }),
    redo: (workshopId) => give('redo', { workshopId, commandId: newId() }),
    state,
    unsavedTexts: () =>
      [...entries.values()].flatMap(({ request }) => (request.input.command ? unsavedTextsOf(request.input.command) : [])),
    beforeLeaving: (flush) => {
      flushes.add(flush);
      return () => flushes.delete(flush);
    },
    leave: () => {
      for (const flush of flushes) flush();
      isLeaving = true;
      sendLast([...entries.values()].map(({ request }) => request));
    },
    stay: () => {
      isLeaving = false;
    },
    settled: () => settled(),
  };

  async function give(name: RequestName, input: Input): Promise<Result<Executed, Failure>> {
    const entry: Entry = { request: { area: 'document', name, input }, since: now() };
    entries.set(input.commandId, entry);
    const answer = ask(name, input);
    // The socket may be cut with the page; the command id makes the second copy harmless.
    if (isLeaving) sendLast([entry.request]);
    report(state.get().savedAt);
    const result = await answer;
    entries.delete(input.commandId);
    report(result.ok ? result.value.at : state.get().savedAt);
    return result;
  }

  function ask(name: RequestName, { workshopId, commandId, command }: Input): Promise<Result<Executed, Failure>> {
    if (name === 'execute' && command) return client.document.execute({ workshopId, commandId, command });
    return name === 'redo' ? client.document.redo({ workshopId, commandId }) : client.document.undo({ workshopId, commandId });
  }

  function report(savedAt: Instant | null): void {
    const oldest = entries.values().next();
    state.set({ pending: entries.size, since: oldest.done ? null : oldest.value.since, savedAt });
  }

  function settled(): Promise<void> {
    return new Promise((resolve) => {
      if (entries.size === 0) return resolve();
      const stop = state.subscribe(() => {
        if (entries.size > 0) return;
        stop();
        resolve();
      });
    });
  }
}
