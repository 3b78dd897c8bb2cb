// Connects a page to its host, whichever shell it was opened by.
import type { HostClient } from '../../shared/contract/contract.ts';
import type { Failure } from '../../shared/contract/failures.ts';
import type { DesktopBridge, FilePurpose } from '../../shared/contract/wire.ts';
import { idSource, type NewId } from '../../shared/kernel/ids.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { createClient } from './client.ts';
import { createIpcTransport } from './ipc-transport.ts';
import { leaveWithPage } from './leave-page.ts';
import type { Observable } from './observable.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import { answerOtherTabs, askOtherTabs, type AnswerOtherTabs, type AskOtherTabs, type TabChannel } from './second-tab.ts';
import { createSocketTransport, type TokenPlace } from './socket-transport.ts';
import type { Connection, Transport } from './transport.ts';

/** Everything that a page knows of its host. */
export interface Host {
  readonly client: HostClient;
  readonly outbox: Outbox;
  readonly connection: Observable<Connection>;
  readonly uploadFile: (file: File, purpose: FilePurpose) => Promise<Result<string, Failure>>;
  /**
   * Tells when the connection is open again after a break: events were missed, so projections have to be fetched anew.
   * @returns the function that ends the subscription
   */
  readonly onReturn: (listener: () => void) => () => void;
  readonly newId: NewId;
  /** Other tabs of the same browser; null where there are none, in the desktop shell. */
  readonly otherTabs: OtherTabs | null;
}

export interface OtherTabs {
  readonly ask: AskOtherTabs;
  readonly answer: AnswerOtherTabs;
}

/**
 * Connects the page. Takes the one-time code out of the address first, so call it before a router reads the fragment.
 * @param page the window, with `hrh` when the desktop shell's preload ran
 */
export function connectHost(page: Window & { readonly hrh?: DesktopBridge }): Host {
  if (page.hrh) return hostOver(createIpcTransport(page.hrh), page);
  const transport = browserTransport(page);
  return { ...hostOver(transport, page), otherTabs: otherTabs(page, transport) };
}

/** Tabs of one browser hear each other by the origin that they have in common. */
function otherTabs(page: Window, { connection, request, enter }: Transport): OtherTabs {
  const broadcast = new BroadcastChannel('hrh-tabs');
  const channel: TabChannel = {
    // Only windows have a target; a channel has the origin that it was opened in.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    say: (message) => broadcast.postMessage(message),
    listen: (listener) => broadcast.addEventListener('message', ({ data }) => listener(data)),
  };
  const random = (count: number) => page.crypto.getRandomValues(new Uint8Array(count));
  const ask = askOtherTabs({ channel, enter, newId: idSource(random), newNumber: () => 10 + ((random(1)[0] ?? 0) % 90) });
  page.addEventListener('pagehide', ask.takeBack);
  return { ask, answer: answerOtherTabs({ channel, connection, request }) };
}

/** The host behind a transport. Tests bring their own transport. */
export function hostOver(transport: Transport, page: Window): Host {
  const client = createClient(transport);
  const newId = idSource((count) => page.crypto.getRandomValues(new Uint8Array(count)));
  const outbox = createOutbox({ client, sendLast: transport.sendLast, newId, now: () => Date.now() });
  leaveWithPage(page, outbox, transport);
  return {
    client,
    outbox,
    connection: transport.connection,
    uploadFile: transport.uploadFile,
    onReturn: returnsOf(transport.connection),
    newId,
    otherTabs: null,
  };
}

function returnsOf(connection: Observable<Connection>): Host['onReturn'] {
  return (listener) => {
    let wasOpen = connection.get() === 'open';
    let isBroken = false;
    return connection.subscribe(() => {
      const isOpen = connection.get() === 'open';
      if (isOpen && isBroken) listener();
      isBroken = wasOpen && !isOpen;
      wasOpen ||= isOpen;
    });
  };
}

function browserTransport(page: Window): Transport {
  const code = codeIn(page);
  // The code goes out of the address bar at once: it must not end in a bookmark or over a shoulder.
  if (code !== null) page.history.replaceState(null, '', page.location.pathname);
  // A new address that is opened in this very tab differs in its fragment only, for which a browser loads nothing by itself.
  page.addEventListener('hashchange', () => {
    if (codeIn(page) !== null) page.location.reload();
  });
  return createSocketTransport({
    origin: page.location.origin,
    code,
    tokenPlace: tokenPlace(page.sessionStorage),
    openSocket: (address) => new WebSocket(address),
    fetch: (address, options) => page.fetch(address, options),
  });
}

function codeIn(page: Window): string | null {
  return /^#code=([\w-]+)$/.exec(page.location.hash)?.[1] ?? null;
}

/** Holds the token for this tab only and through a reload; it is worth nothing after the application has ended. */
function tokenPlace(storage: Storage): TokenPlace {
  const key = 'hrh-token';
  return {
    read: () => storage.getItem(key),
    write: (token) => (token === null ? storage.removeItem(key) : storage.setItem(key, token)),
  };
}
