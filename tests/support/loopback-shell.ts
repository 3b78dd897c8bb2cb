// The browser shell with pages and handlers of a test, on a port of its own, gone when the test is over.

import { onTestFinished } from 'vitest';
import { WebSocket as NodeWebSocket } from 'ws';
import { openBrowserShell, type BrowserShell } from '../../electron/browser/browser-shell.ts';
import type { ServerLimits } from '../../electron/browser/server.ts';
import { createDispatch } from '../../electron/host/dispatch.ts';
import type { PageAssets } from '../../electron/host/page-assets.ts';
import type { HostPorts } from '../../electron/host/ports.ts';
import { createSocketTransport } from '../../renderer/host/socket-transport.ts';
import type { Transport } from '../../renderer/host/transport.ts';
import type { HostPublish } from '../../shared/contract/contract.ts';
import type { SessionAnswer } from '../../shared/contract/wire.ts';
import { stubHandlers, type StubHandlers } from './stub-handlers.ts';

export const testAssets: PageAssets = new Map([
  [
    '/index.html',
    asset(
      'text/html; charset=utf-8',
      '<html lang="__LANGUAGE__"><meta nonce="__NONCE__"><script nonce="__NONCE__" src="/assets/app.js"></script>',
    ),
  ],
  ['/projector.html', asset('text/html; charset=utf-8', '<p>projector</p>')],
  ['/assets/app.js', asset('text/javascript; charset=utf-8', 'run()')],
]);

export interface LoopbackShell {
  readonly shell: BrowserShell;
  readonly origin: string;
  readonly ports: HostPorts;
  readonly publish: HostPublish;
  readonly clock: { now: number };
  /** How many pages were connected after each change. */
  readonly pageCounts: readonly number[];
  /** A page's transport, opened with a new address or with the given code. */
  readonly openPage: (code?: string) => TestPage;
}

export interface TestPage extends Transport {
  readonly token: () => string | null;
  /** Cuts the socket as a sleeping laptop does. */
  readonly cut: () => void;
}

/** @param listenOn ports to try; any free one when left out */
export async function loopbackShell(
  stub: StubHandlers = stubHandlers(),
  listenOn: readonly number[] = [0],
  limits?: ServerLimits,
): Promise<LoopbackShell> {
  const clock = { now: 1_000_000 };
  const pageCounts: number[] = [];
  let host: { readonly ports: HostPorts; readonly publish: HostPublish } | undefined;
  const shell = await openBrowserShell({
    assets: testAssets,
    ports: listenOn,
    ...(limits && { limits }),
    now: () => clock.now,
    language: () => 'fr',
    onPages: (pages) => pageCounts.push(pages),
    openHost: async (given) => {
      host = given;
      return { dispatch: createDispatch({ handlers: stub.handlers, log: () => {}, newId: () => 'error-1' }) };
    },
  });
  onTestFinished(async () => void (await shell.close()));
  if (!host) throw new Error('The shell opened without a host');
  const origin = `http://127.0.0.1:${shell.port}`;
  return { shell, origin, ...host, clock, pageCounts, openPage: (code) => testPage(origin, code ?? codeOf(shell.newAddress())) };
}

export function codeOf(address: string): string {
  const code = /#code=([\w-]+)$/.exec(address)?.[1];
  if (code === undefined) throw new Error(`No code in ${address}`);
  return code;
}

/** Exchanges a code as a page does. */
export async function exchangeCode(origin: string, code: string): Promise<SessionAnswer> {
  const response = await fetch(`${origin}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ code }),
  });
  return (await response.json()) as SessionAnswer;
}

export async function signIn(address: string): Promise<string> {
  const answer = await exchangeCode(new URL(address).origin, codeOf(address));
  if (!answer.ok) throw new Error(answer.reason);
  return answer.token;
}

/** The page's own transport in Node: a browser sends Origin by itself, Node has to be told. */
export function testPage(origin: string, code: string | null, firstToken: string | null = null): TestPage {
  let token = firstToken;
  let socket: NodeWebSocket | undefined;
  const transport = createSocketTransport({
    origin,
    code,
    tokenPlace: { read: () => token, write: (next) => (token = next) },
    openSocket: (address) => {
      socket = new NodeWebSocket(address, { origin });
      // A refused connection is also told by 'close', which the transport listens to.
      socket.on('error', () => {});
      return socket as unknown as WebSocket;
    },
    fetch: (address, options = {}) => fetch(address, { ...options, headers: { ...(options.headers as object), origin } }),
  });
  onTestFinished(() => socket?.terminate());
  return { ...transport, token: () => token, cut: () => socket?.terminate() };
}

function asset(contentType: string, text: string) {
  return { contentType, bytes: Buffer.from(text), isImmutable: contentType.startsWith('text/javascript') };
}
