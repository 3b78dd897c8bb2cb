// The outbox: commands that the host has not acknowledged yet. What a person typed is in here or on disk, and the page can say which.
import { fieldKeyOf } from '../../shared/contract/field-key.ts';
import type { Executed, TakenStep } from '../../shared/contract/answers.ts';
import type { HostClient } from '../../shared/contract/contract.ts';
import type { Failure } from '../../shared/contract/failures.ts';
import type { WireRequest } from '../../shared/contract/wire.ts';
import type { Command } from '../../shared/domain/commands.ts';
import type { NewId } from '../../shared/kernel/ids.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { observable, type Observable } from './observable.ts';
import type { Transport } from './transport.ts';
import { typedTextsOf } from '../../shared/contract/typed-texts.ts';

export interface OutboxState {
  /** Commands without an answer. */
  readonly pending: number;
  /** When the oldest of them was given, in milliseconds of the page's clock; null when all are answered. */
  readonly since: number | null;
  /** When the host last said that something is on disk; null before the first time. */
  readonly savedAt: Instant | null;
  /** Why the disk takes nothing; what was given meanwhile waits in here. Null when all is well. */
  readonly trouble: Failure | null;
}

export interface Outbox {
  /** Gives a command to the host. Answered when it is on disk; waits while the host is gone or its disk takes nothing. */
  readonly execute: (workshopId: string, command: Command) => Promise<Result<Executed, Failure>>;
  /** @param stepId takes back this step and no other */
  readonly undo: (workshopId: string, stepId?: string) => Promise<Result<TakenStep, Failure>>;
  readonly redo: (workshopId: string) => Promise<Result<TakenStep, Failure>>;
  /** Gives the host what a form holds and is not sent yet, of each form the latest. Waits while the host is gone. */
  readonly keep: (held: HeldForm) => void;
  /** The form has become something, or is not wanted any more: nothing of it is given to the host from here on. */
  readonly letGo: (form: Pick<HeldForm, 'workshopId' | 'key'>) => void;
  readonly state: Observable<OutboxState>;
  /** The texts in commands without an answer, oldest first and of each field the latest, to be shown (and copied) while they cannot be saved. */
  readonly unsavedTexts: () => readonly string[];
  /**
   * Registers what must be given before the page goes away: fields with text that waits for its 400 ms.
   * @returns the function that takes it back
   */
  readonly beforeLeaving: (flush: () => void) => () => void;
  /** Carries out what was registered: the page stays, but the host may not. */
  readonly flush: () => void;
  /** As `flush`, and sends what has no answer in a way that outlives the page. */
  readonly leave: () => void;
  /** The page stays after all (it was restored from the browser's cache, or only hidden). */
  readonly stay: () => void;
  /** Answers when nothing waits for an answer any more. */
  readonly settled: () => Promise<void>;
}

export interface OutboxOptions {
  readonly client: Pick<HostClient, 'document' | 'drafts'>;
  readonly sendLast: Transport['sendLast'];
  readonly newId: NewId;
  readonly now: () => number;
}

/** What somebody is about to write, by the form that it stands in. */
export interface HeldForm {
  readonly workshopId: string | null;
  readonly key: string;
  readonly value: Readonly<Record<string, unknown>>;
}

type Input = { readonly workshopId: string; readonly commandId: string; readonly command?: Command; readonly stepId?: string | undefined };
type RequestName = 'execute' | 'undo' | 'redo';
type Answer = Result<TakenStep, Failure>;

interface Entry {
  readonly request: WireRequest & { readonly name: RequestName; readonly input: Input };
  readonly since: number;
  readonly settle: (answer: Answer) => void;
}

/** Nobody did anything wrong, and it may pass: space is freed, a stick comes back. */
const diskFailures: ReadonlySet<Failure['code']> = new Set(['disk-full', 'disk-trouble', 'library-missing', 'library-read-only']);
const tryDiskAgainMs = 2_000;

export function createOutbox({ client, sendLast, newId, now }: OutboxOptions): Outbox {
  const entries = new Map<string, Entry>();
  const held = new Map<string, HeldForm>();
  const flushes = new Set<() => void>();
  const state = observable<OutboxState>({ pending: 0, since: null, savedAt: null, trouble: null });
  let isLeaving = false;
  /** What the disk refused, or what came after it. */
  const refused = new Set<Entry>();
  /** Set from a refusal of the disk until everything is sent again. */
  let pause: ReturnType<typeof setTimeout> | undefined;

  return {
    execute: (workshopId, command) => give('execute', { workshopId, commandId: newId(), command }),
    undo: (workshopId, stepId) => give('undo', { workshopId, commandId: newId(), stepId }),
    redo: (workshopId) => give('redo', { workshopId, commandId: newId() }),
    keep,
    letGo: ({ workshopId, key }) => {
      held.delete(placeOf({ workshopId, key }));
      void client.drafts.letGo({ workshopId, key });
      if (isLeaving) sendLast([{ area: 'drafts', name: 'letGo', input: { workshopId, key } }]);
    },
    state,
    unsavedTexts: () => latestPerField([...entries.values()]).flatMap(typedTextsOf),
    beforeLeaving: (flushOne) => {
      flushes.add(flushOne);
      return () => flushes.delete(flushOne);
    },
    flush,
    leave: () => {
      flush();
      isLeaving = true;
      sendLast([...[...held.values()].map(keeping), ...[...entries.values()].map(({ request }) => request)]);
    },
    stay: () => {
      isLeaving = false;
    },
    settled: () => settled(),
  };

  function flush(): void {
    for (const flushOne of flushes) flushOne();
  }

  function give(name: RequestName, input: Input): Promise<Answer> {
    return new Promise((settle) => {
      const entry: Entry = { request: { area: 'document', name, input }, since: now(), settle };
      entries.set(input.commandId, entry);
      if (pause === undefined) send(entry);
      else refused.add(entry);
      // The socket may be cut with the page; the command id makes the second copy harmless.
      if (isLeaving) sendLast([entry.request]);
      report({});
    });
  }

  function keep(form: HeldForm): void {
    const place = placeOf(form);
    held.set(place, form);
    void client.drafts.keep({ ...form, value: form.value as Parameters<HostClient['drafts']['keep']>[0]['value'] }).then(() => {
      if (held.get(place) === form) held.delete(place);
    });
    if (isLeaving) sendLast([keeping(form)]);
  }

  function send(entry: Entry): void {
    void ask(entry.request).then((answer) => take(entry, answer));
  }

  /**
   * While the disk refuses, what comes later waits for what came before, on which it builds. A failure of what was under way by then may only
   * say that the earlier command is missing.
   */
  function take(entry: Entry, answer: Answer): void {
    const isOfDisk = !answer.ok && diskFailures.has(answer.failure.code);
    if (isOfDisk) report({ trouble: answer.failure });
    if (isOfDisk || (!answer.ok && pause !== undefined)) return hold(entry);
    entries.delete(entry.request.input.commandId);
    report(answer.ok ? { savedAt: answer.value.at, trouble: null } : {});
    entry.settle(answer);
  }

  function hold(entry: Entry): void {
    refused.add(entry);
    pause ??= setTimeout(sendHeld, tryDiskAgainMs);
  }

  function sendHeld(): void {
    pause = undefined;
    const due = [...entries.values()].filter((entry) => refused.has(entry));
    refused.clear();
    for (const entry of due) send(entry);
  }

  function ask({ name, input: { workshopId, commandId, command, stepId } }: Entry['request']): Promise<Answer> {
    if (name === 'execute' && command) return client.document.execute({ workshopId, commandId, command });
    return name === 'redo' ? client.document.redo({ workshopId, commandId }) : client.document.undo({ workshopId, commandId, stepId });
  }

  function report(news: Partial<Pick<OutboxState, 'savedAt' | 'trouble'>>): void {
    const oldest = entries.values().next();
    const { savedAt, trouble } = { ...state.get(), ...news };
    state.set({
      pending: entries.size,
      since: oldest.done ? null : oldest.value.since,
      savedAt,
      trouble: oldest.done ? null : trouble,
    });
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

function placeOf({ workshopId, key }: Pick<HeldForm, 'workshopId' | 'key'>): string {
  return `${workshopId} ${key}`;
}

function keeping(form: HeldForm): WireRequest {
  return { area: 'drafts', name: 'keep', input: form };
}

/** Commands in their order; of several that set one field only the last, which holds what the others held. */
function latestPerField(entries: readonly Entry[]): readonly Command[] {
  const latest = new Map<string, Command>();
  for (const { request } of entries) {
    const { command, commandId } = request.input;
    if (!command) continue;
    const field = fieldKeyOf(command) ?? commandId;
    latest.delete(field);
    latest.set(field, command);
  }
  return [...latest.values()];
}
