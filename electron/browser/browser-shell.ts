// Puts the browser shell together: a server on 127.0.0.1 before a host, and addresses that open pages.
import { randomBytes } from 'node:crypto';
import type { HostPublish, UiLanguage } from '../../shared/contract/contract.ts';
import { idSource } from '../../shared/kernel/ids.ts';
import type { Dispatch } from '../host/dispatch.ts';
import type { PageAssets } from '../host/page-assets.ts';
import type { HostPorts } from '../host/ports.ts';
import { createUploads } from '../host/uploads.ts';
import { addressWithCode } from './addresses.ts';
import { createOneTimeAddresses } from './one-time-addresses.ts';
import { createOpenPages } from './open-pages.ts';
import { browserPorts } from './ports.ts';
import { startServer, type ServerLimits } from './server.ts';
import { createSessions } from './sessions.ts';

/** The host as a shell sees it. */
export interface ShellHost {
  readonly dispatch: Dispatch;
}

export interface BrowserShellParts {
  readonly assets: PageAssets;
  /** Makes the host for this shell. */
  readonly openHost: (shell: { readonly ports: HostPorts; readonly publish: HostPublish }) => Promise<ShellHost>;
  /** Ports of 127.0.0.1 in the order in which they are tried; 0 = any. */
  readonly ports: readonly number[];
  /** Other limits than the usual ones: tests do not wait for half a minute. */
  readonly limits?: ServerLimits;
  /** Of the interface, for pages that have not reached their host yet. */
  readonly language: () => UiLanguage;
  readonly onPages: (pages: number) => void;
  /** Milliseconds, for the life of codes, of a clock that nobody sets. */
  readonly now: () => number;
}

export interface BrowserShell {
  readonly port: number;
  /** A new one-time address of a facilitator's page. */
  readonly newAddress: () => string;
  /**
   * Asks the pages for what they hold back, then ends all connections. The host is closed by whoever opened it.
   * @returns false when a page has not answered: what it could not hand over is still shown there
   */
  readonly close: () => Promise<boolean>;
}

/** How long the pages may take to hand over what was just typed before the connections end all the same. */
const handOverWithinMs = 2_000;

/** Throws when no port can be had. */
export async function openBrowserShell({
  assets,
  openHost,
  ports,
  limits,
  language,
  onPages,
  now,
}: BrowserShellParts): Promise<BrowserShell> {
  const newId = idSource((count) => randomBytes(count));
  const sessions = createSessions({ now });
  const uploads = createUploads({ newId, now });
  const oneTime = createOneTimeAddresses({ now });
  const pages = createOpenPages(onPages);
  let origin = '';
  const { dispatch } = await openHost({
    ports: browserPorts({ sessions, uploads, oneTime, origin: () => origin }),
    publish: pages.publish,
  });
  const server = await startServer({ assets, sessions, uploads, oneTime, pages, dispatch, language, ...(limits && { limits }) }, ports);
  origin = server.origin;
  return {
    port: server.port,
    newAddress: () => addressWithCode(origin, '/', sessions.newCode({ role: 'facilitator', workshopId: null })),
    close: async () => {
      const haveAllAnswered = await pages.handOver(handOverWithinMs);
      await server.close();
      return haveAllAnswered;
    },
  };
}
