// One page's socket: hello with a token first, then requests in, answers and events out. The shell's own requests are answered here.
import type { Socket } from 'node:net';
import type { RawData, WebSocket } from 'ws';
import type { Failure } from '../../shared/contract/failures.ts';
import {
  fileTooLarge,
  largestUploadBytes,
  leftRequest,
  secondTabRequest,
  socketRefused,
  uploadRequest,
  type AnnouncedFile,
  type ClientMessage,
  type ServerMessage,
} from '../../shared/contract/wire.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { Dispatch } from '../host/dispatch.ts';
import type { OneTimeAddresses } from './one-time-addresses.ts';
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
  readonly oneTime: OneTimeAddresses;
  readonly pages: OpenPages;
  readonly dispatch: Dispatch;
  readonly onWelcome: () => void;
}

export function talkWithPage(socket: WebSocket, { wire, sessions, oneTime, pages, dispatch, onWelcome }: TalkParts): void {
  const silence = setTimeout(() => socket.close(socketRefused), helloWithinMs);
  let session: Session | null = null;
  let connected: ConnectedPage | null = null;
  let lastPostEnds = () => {};
  let helloBytes = 0;

  wire.on('data', countHello);
  socket.on('error', () => socket.terminate());
  socket.on('close', () => {
    clearTimeout(silence);
    lastPostEnds();
  });
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
    send({ kind: 'welcome', lastPost: nextLastPost(found) });
    connected = pages.add({ session: found, send: (text) => socket.send(text) });
    socket.on('close', connected.remove);
  }

  /** One at a time; once it is used the page gets another, if it is still there. */
  function nextLastPost(of: Session): string {
    const whenUsed = () => {
      if (socket.readyState === socket.OPEN) send({ kind: 'lastPost', address: nextLastPost(of) });
    };
    const { address, connectionEnded } = oneTime.offerWhileOpen({ kind: 'outbox', session: of, whenUsed });
    lastPostEnds = connectionEnded;
    return address;
  }

  async function answer(
    asking: Session,
    { id, area, name, input }: ClientMessage & { readonly kind: 'request' },
    bytes: number,
  ): Promise<void> {
    const own = area === leftRequest.area ? ofShell(asking, name, input) : null;
    const result = own ?? (await dispatch(asking.caller, { area, name, input, bytes }));
    send({ kind: 'answer', id, result });
  }

  /** @returns null for what the shell does not have */
  function ofShell(asking: Session, name: string, input: unknown): Result<unknown, Failure> | null {
    switch (name) {
      case leftRequest.name:
        connected?.hasLeft();
        return ok(null);
      case uploadRequest.name:
        if (asking.role !== 'facilitator') return err({ code: 'not-allowed' });
        return addressFor(asking, input);
      case secondTabRequest.name:
        if (asking.role !== 'facilitator') return err({ code: 'not-allowed' });
        return ok(sessions.newCode({ role: 'facilitator', workshopId: null }));
      default:
        return null;
    }
  }

  function addressFor(asking: Session, input: unknown): Result<string, Failure> {
    if (!isAnnouncedFile(input)) return err({ code: 'bad-request', place: 'fileName' });
    if (input.bytes > largestUploadBytes) return err(fileTooLarge(input.fileName, input.bytes));
    return ok(oneTime.offer({ kind: 'upload', session: asking, fileName: input.fileName.slice(0, 255), bytes: input.bytes }));
  }

  /** A socket that has closed meanwhile takes nothing more, which is no error: the page asks again when it is back. */
  function send(message: ServerMessage): void {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message));
  }
}

function isAnnouncedFile(input: unknown): input is AnnouncedFile {
  if (typeof input !== 'object' || input === null) return false;
  const { fileName, bytes } = input as Partial<Record<keyof AnnouncedFile, unknown>>;
  return typeof fileName === 'string' && typeof bytes === 'number' && Number.isSafeInteger(bytes) && bytes >= 0;
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
