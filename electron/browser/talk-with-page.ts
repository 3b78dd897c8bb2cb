// One page's socket: hello with a token first, then requests in, answers and events out.
import type { Socket } from 'node:net';
import type { RawData, WebSocket } from 'ws';
import { leftRequest, socketRefused, type ClientMessage, type ServerMessage } from '../../shared/contract/wire.ts';
import { ok } from '../../shared/kernel/result.ts';
import type { Dispatch } from '../host/dispatch.ts';
import type { ConnectedPage, OpenPages } from './open-pages.ts';
import type { Session, Sessions } from './sessions.ts';

/** Larger frames end the socket. Far above the largest request, so that a page that sends too much is told so by the host instead. */
export const largestFrameBytes = 32_000_000;

/** Nobody gets that much memory for a hello. */
const largestHelloBytes = 10_000;
/** How long a socket may stay silent before it has said who it is. */
const helloWithinMs = 5_000;
const malformedMessage = 1008;

export interface TalkParts {
  /** What the socket runs over. */
  readonly wire: Socket;
  readonly sessions: Sessions;
  readonly pages: OpenPages;
  readonly dispatch: Dispatch;
  readonly onWelcome: () => void;
}

export function talkWithPage(socket: WebSocket, { wire, sessions, pages, dispatch, onWelcome }: TalkParts): void {
  const silence = setTimeout(() => socket.close(socketRefused), helloWithinMs);
  let session: Session | null = null;
  let connected: ConnectedPage | null = null;
  let helloBytes = 0;

  wire.on('data', countHello);
  socket.on('error', () => socket.terminate());
  socket.on('close', () => clearTimeout(silence));
  socket.on('message', (data) => {
    const text = textOf(data);
    const message = messageIn(text);
    if (session === null) welcome(message);
    else if (message?.kind === 'request') void answer(session, message, Buffer.byteLength(text));
    else socket.close(malformedMessage);
  });

  function countHello(piece: Buffer): void {
    helloBytes += piece.length;
    if (helloBytes > largestHelloBytes) socket.terminate();
  }

  function welcome(message: ClientMessage | null): void {
    const found = message?.kind === 'hello' ? sessions.sessionOf(message.token) : null;
    if (!found) return socket.close(socketRefused);
    clearTimeout(silence);
    wire.off('data', countHello);
    onWelcome();
    session = found;
    send({ kind: 'welcome' });
    connected = pages.add({ session: found, send: (text) => socket.send(text) });
    socket.on('close', connected.remove);
  }

  async function answer(
    { caller }: Session,
    { id, area, name, input }: ClientMessage & { readonly kind: 'request' },
    bytes: number,
  ): Promise<void> {
    if (area === leftRequest.area && name === leftRequest.name) {
      connected?.hasLeft();
      return send({ kind: 'answer', id, result: ok(null) });
    }
    const result = await dispatch(caller, { area, name, input, bytes });
    send({ kind: 'answer', id, result });
  }

  /** A socket that has closed meanwhile takes nothing more, which is no error: the page asks again when it is back. */
  function send(message: ServerMessage): void {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message));
  }
}

function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString('utf8');
  return Buffer.from(data as ArrayBuffer).toString('utf8');
}

/** @returns the message, or null when it is none that a page of ours sends */
function messageIn(text: string): ClientMessage | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const { kind, token, id, area, name } = value as Readonly<Record<string, unknown>>;
  const isHello = kind === 'hello' && typeof token === 'string';
  const isRequest = kind === 'request' && typeof id === 'number' && typeof area === 'string' && typeof name === 'string';
  return isHello || isRequest ? (value as ClientMessage) : null;
}
