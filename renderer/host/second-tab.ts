// How a tab that was opened without a code gets in: it asks the tabs of the same browser, and a person allows it in one that is connected.
import { secondTabRequest, type WireRequest } from '../../shared/contract/wire.ts';
import type { NewId } from '../../shared/kernel/ids.ts';
import type { Failure } from '../../shared/contract/failures.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { observable, type Observable } from './observable.ts';
import type { Connection } from './transport.ts';

/** What tabs say to each other. Any page of this origin can say it, so only a person's click makes anything of it. */
type TabMessage =
  | ({ readonly kind: 'asked' } & AskingTab)
  | { readonly kind: 'heard' | 'refused' | 'takenBack'; readonly id: string }
  | { readonly kind: 'given'; readonly id: string; readonly code: string };

/** What all tabs of this origin hear, but the one that speaks. */
export interface TabChannel {
  readonly say: (message: unknown) => void;
  readonly listen: (listener: (message: unknown) => void) => void;
}

export interface AskingTab {
  readonly id: string;
  /** Stands in both tabs, so that a person sees which one asks. */
  readonly number: number;
}

/** `silent`: no tab has answered; `heard`: one has, and a person is asked there. */
export type Asking = { readonly kind: 'none' | 'asked' | 'silent' | 'refused' } | { readonly kind: 'heard'; readonly number: number };

/** The tab that asks. */
export interface AskOtherTabs {
  readonly state: Observable<Asking>;
  /** Asks, or asks again. */
  readonly ask: () => void;
  /** This tab goes away. */
  readonly takeBack: () => void;
}

export interface AskOptions {
  readonly channel: TabChannel;
  readonly newId: NewId;
  /** Two digits. */
  readonly newNumber: () => number;
  readonly enter: (code: string) => void;
}

/** A tab that is asleep needs a moment. */
const answerWithinMs = 3_000;

export function askOtherTabs({ channel, newId, newNumber, enter }: AskOptions): AskOtherTabs {
  const state = observable<Asking>({ kind: 'none' });
  let own: AskingTab | null = null;
  let patience: ReturnType<typeof setTimeout> | undefined;

  function ask(): void {
    takeBack();
    own = { id: newId(), number: newNumber() };
    state.set({ kind: 'asked' });
    patience = setTimeout(() => state.set({ kind: 'silent' }), answerWithinMs);
    post({ kind: 'asked', ...own });
  }

  function takeBack(): void {
    if (own === null) return;
    clearTimeout(patience);
    post({ kind: 'takenBack', id: own.id });
    own = null;
  }

  channel.listen((said) => {
    const message = messageIn(said);
    if (own === null || message?.id !== own.id) return;
    if (message.kind === 'heard') state.set({ kind: 'heard', number: own.number });
    else if (message.kind === 'refused') state.set({ kind: 'refused' });
    else if (message.kind === 'given') {
      own = null;
      state.set({ kind: 'none' });
      enter(message.code);
    } else return;
    clearTimeout(patience);
  });

  function post(message: TabMessage): void {
    channel.say(message);
  }

  return { state, ask, takeBack };
}

/** The tab that is connected. */
export interface AnswerOtherTabs {
  /** Who asks now; the latest of several. */
  readonly asking: Observable<AskingTab | null>;
  /** Gets a one-time code for it from the host and hands it over. */
  readonly allow: () => Promise<void>;
  readonly refuse: () => void;
}

export interface AnswerOptions {
  readonly channel: TabChannel;
  readonly connection: Observable<Connection>;
  readonly request: (request: WireRequest) => Promise<Result<unknown, Failure>>;
}

/** Answers nothing while the host is not connected: only the host can let somebody in. */
export function answerOtherTabs({ channel, connection, request }: AnswerOptions): AnswerOtherTabs {
  const asking = observable<AskingTab | null>(null);

  channel.listen((said) => {
    const message = messageIn(said);
    if (message?.kind === 'asked' && connection.get() === 'open') {
      asking.set({ id: message.id, number: message.number });
      post({ kind: 'heard', id: message.id });
    }
    // The tab is gone, or was answered in another one.
    if (message !== null && message.kind !== 'asked' && message.kind !== 'heard' && message.id === asking.get()?.id) asking.set(null);
  });
  connection.subscribe(() => {
    if (connection.get() !== 'open') asking.set(null);
  });

  async function allow(): Promise<void> {
    const allowed = asking.get();
    asking.set(null);
    if (allowed === null || connection.get() !== 'open') return;
    const code = await request({ ...secondTabRequest, input: {} });
    post(code.ok ? { kind: 'given', id: allowed.id, code: String(code.value) } : { kind: 'refused', id: allowed.id });
  }

  function refuse(): void {
    const refused = asking.get();
    asking.set(null);
    if (refused !== null) post({ kind: 'refused', id: refused.id });
  }

  function post(message: TabMessage): void {
    channel.say(message);
  }

  return { asking, allow, refuse };
}

const kinds: ReadonlySet<unknown> = new Set<TabMessage['kind']>(['asked', 'heard', 'refused', 'takenBack', 'given']);

/** @returns null for what is no message of a tab of ours */
function messageIn(value: unknown): TabMessage | null {
  if (typeof value !== 'object' || value === null) return null;
  const { kind, id, number, code } = value as Readonly<Record<string, unknown>>;
  if (!kinds.has(kind) || typeof id !== 'string' || id.length > 64) return null;
  if (kind === 'asked' && !(Number.isInteger(number) && Number(number) >= 10 && Number(number) <= 99)) return null;
  if (kind === 'given' && typeof code !== 'string') return null;
  return value as TabMessage;
}
