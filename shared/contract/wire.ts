// How the contract travels: the messages between the browser shell and its pages, and the bridge that the desktop shell's preload offers.
import type { Result } from '../kernel/result.ts';
import type { Failure } from './failures.ts';

/** A request of the contract by name. The host parses `input`; nothing here is trusted. */
export interface WireRequest {
  readonly area: string;
  readonly name: string;
  readonly input: unknown;
}

export interface WireEvent {
  readonly area: string;
  readonly name: string;
  readonly payload: unknown;
}

/** The first message of a socket is `hello`, the only one that holds the token; without a good one the shell closes it with `socketRefused`. */
export type ClientMessage =
  { readonly kind: 'hello'; readonly token: string } | ({ readonly kind: 'request'; readonly id: number } & WireRequest);

export type ServerMessage =
  /** `lastPost`: the one-time address for what a closing page could not send any more. */
  | { readonly kind: 'welcome'; readonly lastPost: string }
  /** The next such address: the one before was used. */
  | { readonly kind: 'lastPost'; readonly address: string }
  | { readonly kind: 'answer'; readonly id: number; readonly result: Result<unknown, Failure> }
  | ({ readonly kind: 'event' } & WireEvent);

/** Close code of a socket whose token is unknown (an earlier start of the application gave it). */
export const socketRefused = 4401;

/** Answer to the one-time code of an opened address. */
export type SessionAnswer =
  { readonly ok: true; readonly token: string } | { readonly ok: false; readonly reason: 'code-used' | 'code-expired' };

/** Addresses of the browser shell. The last three are followed by a one-time code that a page gets over its connection: no request holds a token. */
export const wirePaths = { session: '/session', socket: '/socket', upload: '/upload', outbox: '/outbox', download: '/download' } as const;

/** What a file is brought for. */
export type FilePurpose = 'list' | 'workshop';

/** Largest file for each purpose, in megabytes: lists are read by a program of others that needs many times their size. */
export const fileLimits: Readonly<Record<FilePurpose, number>> = { list: 10, workshop: 50 };

/** Lists that are offered in dialogs, by how their names end: what can be read, and what gets an answer that says what to do. */
export const offeredLists = ['xlsx', 'ods', 'csv', 'tsv', 'txt', 'vcf', 'xls', 'xlsm'] as const;

/** A larger file is refused before it is sent, and again while it arrives, whatever it is for. */
export const uploadLimitMegabytes = fileLimits.workshop;
export const largestUploadBytes = uploadLimitMegabytes * 1024 * 1024;

/** The refusal of a file by its size, by those who do not know what it is for. */
export function fileTooLarge(fileName: string, bytes: number): Failure {
  return { code: 'file-too-large', fileName, megabytes: Math.ceil(bytes / (1024 * 1024)), limit: uploadLimitMegabytes };
}

/** @returns the refusal of a file by its size, naming the limit that holds for its purpose; null when the size is fine */
export function refusalFor(purpose: FilePurpose, fileName: string, bytes: number): Failure | null {
  const limit = fileLimits[purpose];
  if (bytes <= limit * 1024 * 1024) return null;
  const code = purpose === 'list' ? 'file-too-large' : 'workshop-file-too-large';
  return { code, fileName, megabytes: Math.ceil(bytes / (1024 * 1024)), limit };
}

/** The shells' own messages beside those of the contract: the application or the window is about to close, the page has sent everything. */
export const leavingEvent = { area: 'shell', name: 'leaving' } as const;
export const leftRequest = { area: 'shell', name: 'left' } as const;

/** What a page of the browser shell asks of the shell itself: where to send a file, and a one-time code for another tab of this browser. */
export const uploadRequest = { area: 'shell', name: 'upload' } as const;
export const secondTabRequest = { area: 'shell', name: 'secondTab' } as const;

/** The file that an upload address is asked for. */
export interface AnnouncedFile {
  readonly fileName: string;
  readonly bytes: number;
}

/** What the desktop shell's preload puts on `window.hrh`: named functions only. */
export interface DesktopBridge {
  readonly shell: 'desktop';
  readonly request: (area: string, name: string, input: unknown) => Promise<Result<unknown, Failure>>;
  /** @returns the function that ends the subscription */
  readonly subscribe: (listener: (event: WireEvent) => void) => () => void;
  /** Hands over a file that was dropped or chosen in the page; answers a handle. */
  readonly receiveFile: (fileName: string, bytes: ArrayBuffer) => Promise<Result<string, Failure>>;
}
