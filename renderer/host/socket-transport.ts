// The browser shell's transport: one WebSocket that comes back after a break and sends again what had no answer.
import type { Failure } from '../../shared/contract/failures.ts';
import {
  refusalFor,
  socketRefused,
  uploadRequest,
  wirePaths,
  type AnnouncedFile,
  type ClientMessage,
  type FilePurpose,
  type ServerMessage,
  type SessionAnswer,
  type WireEvent,
  type WireRequest,
} from '../../shared/contract/wire.ts';
import { err, type Result } from '../../shared/kernel/result.ts';
import { observable } from './observable.ts';
import { refusalByReading } from './readable-file.ts';
import { isRepeatable, type Connection, type Transport } from './transport.ts';

/** Where the tab keeps its token: sessionStorage, so that a reload is the same session and another tab is not. */
export interface TokenPlace {
  readonly read: () => string | null;
  readonly write: (token: string | null) => void;
}

export interface SocketTransportOptions {
  /** Origin of the shell, such as `http://127.0.0.1:4310`. */
  readonly origin: string;
  /** The one-time code of the opened address, or null when there is none. */
  readonly code: string | null;
  readonly tokenPlace: TokenPlace;
  readonly openSocket: (address: string) => WebSocket;
  readonly fetch: typeof fetch;
}

interface Waiting {
  readonly request: WireRequest;
  readonly answer: (result: Result<unknown, Failure>) => void;
}

const firstRetryMs = 250;
const longestRetryMs = 4_000;
/** Letters of requests that may follow a hello at once: the shell takes little of somebody whom it does not know yet. */
const longestAlongHello = 2_000;
/** So many attempts that failed, about four seconds, before the page says that the host is gone. */
const attemptsUntilGone = 4;

/** Connects at once. The first requests wait for the connection. */
export function createSocketTransport({ origin, code, tokenPlace, openSocket, fetch }: SocketTransportOptions): Transport {
  const connection = observable<Connection>('connecting');
  const listeners = new Set<(event: WireEvent) => void>();
  /** Requests without an answer, in the order in which they were asked. */
  const waiting = new Map<number, Waiting>();
  let unusedCode = code;
  let token = tokenPlace.read();
  let socket: WebSocket | null = null;
  /** Where the last post of this page may go, once. */
  let lastPost: string | null = null;
  let nextAttempt: ReturnType<typeof setTimeout> | undefined;
  let wasOpen = false;
  let failedAttempts = 0;
  let lastId = 0;

  void connect();

  return { request, subscribe, connection, uploadFile, sendLast, enter };

  function request(wanted: WireRequest): Promise<Result<unknown, Failure>> {
    return new Promise((answer) => {
      const isLost = connection.get() !== 'open' && connection.get() !== 'connecting';
      if (isLost && !isRepeatable(wanted)) return answer(err({ code: 'host-gone' }));
      lastId += 1;
      waiting.set(lastId, { request: wanted, answer });
      if (connection.get() === 'open') send({ kind: 'request', id: lastId, ...wanted });
    });
  }

  function subscribe(listener: (event: WireEvent) => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  async function uploadFile(file: File, purpose: FilePurpose): Promise<Result<string, Failure>> {
    const refusal = refusalFor(purpose, file.name, file.size) ?? (await refusalByReading(file));
    if (refusal) return err(refusal);
    const announced = { fileName: file.name, bytes: file.size } satisfies AnnouncedFile;
    const address = (await request({ ...uploadRequest, input: announced })) as Result<string, Failure>;
    if (!address.ok) return address;
    try {
      const headers = { 'content-type': 'application/octet-stream' };
      const response = await fetch(origin + address.value, { method: 'POST', headers, body: file });
      return (await response.json()) as Result<string, Failure>;
    } catch {
      return err({ code: 'host-gone' });
    }
  }

  function sendLast(requests: readonly WireRequest[]): void {
    if (lastPost === null || requests.length === 0) return;
    const address = origin + lastPost;
    // It works once. The shell gives the next one over the connection; without a connection there is none.
    lastPost = null;
    const headers = { 'content-type': 'application/json' };
    // `keepalive` lets the browser finish the request after the page is gone. Nobody is left to hear that it failed.
    fetch(address, { method: 'POST', headers, body: JSON.stringify(requests), keepalive: true }).catch(() => {});
  }

  function enter(oneTimeCode: string): void {
    if (connection.get() === 'open') return;
    clearTimeout(nextAttempt);
    unusedCode = oneTimeCode;
    token = null;
    failedAttempts = 0;
    connection.set('connecting');
    void connect();
  }

  async function connect(): Promise<void> {
    if (unusedCode !== null) {
      const session = await exchange(unusedCode);
      if (session === null) return tryAgain();
      unusedCode = null;
      if (session.ok) keepToken(session.token);
      // Going back to an address that this very tab has used is no reason to send the person away.
      else if (token === null) return end(wasOpen ? 'ended' : session.reason);
    }
    if (token === null) return end(wasOpen ? 'ended' : 'no-code');
    openWith(token);
  }

  /** @returns null when the shell does not answer */
  async function exchange(oneTimeCode: string): Promise<SessionAnswer | null> {
    try {
      const response = await fetch(origin + wirePaths.session, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ code: oneTimeCode }),
      });
      return (await response.json()) as SessionAnswer;
    } catch {
      return null;
    }
  }

  function openWith(sessionToken: string): void {
    const opened = openSocket(`${origin.replace(/^http/, 'ws')}${wirePaths.socket}`);
    let lastAlong = 0;
    opened.addEventListener('open', () => {
      opened.send(JSON.stringify({ kind: 'hello', token: sessionToken } satisfies ClientMessage));
      lastAlong = sendAlong(opened);
    });
    opened.addEventListener('message', ({ data }: MessageEvent<string>) => {
      const message = JSON.parse(data) as ServerMessage;
      if (message.kind === 'lastPost') lastPost = message.address;
      else if (message.kind === 'welcome') welcome(opened, lastAlong, message.lastPost);
      else receive(message);
    });
    opened.addEventListener('close', ({ code: reason }) => {
      socket = null;
      if (reason === socketRefused) refused();
      else tryAgain();
    });
  }

  /**
   * What waits goes along with the hello, so that a page's first answers are on their way while it loads its code.
   * @returns the id of the last request that went
   */
  function sendAlong(opened: WebSocket): number {
    let lastAlong = 0;
    let length = 0;
    for (const [id, { request: wanted }] of waiting) {
      const text = JSON.stringify({ kind: 'request', id, ...wanted } satisfies ClientMessage);
      length += text.length;
      if (!isRepeatable(wanted) || length > longestAlongHello) break;
      opened.send(text);
      lastAlong = id;
    }
    return lastAlong;
  }

  /** @param lastAlong id up to which the requests have gone along with the hello */
  function welcome(opened: WebSocket, lastAlong: number, address: string): void {
    socket = opened;
    lastPost = address;
    wasOpen = true;
    failedAttempts = 0;
    for (const [id, { request: wanted }] of waiting) if (id > lastAlong) send({ kind: 'request', id, ...wanted });
    connection.set('open');
  }

  function receive(message: Extract<ServerMessage, { readonly kind: 'answer' | 'event' }>): void {
    if (message.kind === 'event') {
      for (const listener of listeners) listener(message);
      return;
    }
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    asked?.answer(message.result);
  }

  function send(message: ClientMessage): void {
    socket?.send(JSON.stringify(message));
  }

  function tryAgain(): void {
    failedAttempts += 1;
    // What may have been carried out already, and would be carried out twice, is not sent again.
    if (wasOpen && failedAttempts === 1) failUnrepeatable();
    if (failedAttempts > attemptsUntilGone) {
      failUnrepeatable();
      connection.set('gone');
    } else if (connection.get() === 'open') {
      connection.set('connecting');
    }
    nextAttempt = setTimeout(() => void connect(), Math.min(firstRetryMs * 2 ** (failedAttempts - 1), longestRetryMs));
  }

  /** The token is of an earlier start of the application. A page that was at work keeps what it could not save, for when it is let in again. */
  function refused(): void {
    keepToken(null);
    end(wasOpen ? 'ended' : 'no-code');
  }

  function end(reason: Connection): void {
    failUnrepeatable();
    connection.set(reason);
  }

  function failUnrepeatable(): void {
    for (const [id, { request: wanted, answer }] of waiting) {
      if (isRepeatable(wanted)) continue;
      waiting.delete(id);
      answer(err({ code: 'host-gone' }));
    }
  }

  function keepToken(next: string | null): void {
    token = next;
    tokenPlace.write(next);
  }
}
