// Addresses that work once, each for one thing only: a download that the host offers, a file that a page brings, the last post of a page.
// A page gets them over its connection, so that no request has to say by a lasting secret who sends it.
import { randomBytes } from 'node:crypto';
import { wirePaths } from '../../shared/contract/wire.ts';
import type { OutgoingItem } from '../host/ports.ts';
import type { Session } from './sessions.ts';

/** What an address is for, and for whom. */
export type Purpose =
  | { readonly kind: 'download'; readonly item: OutgoingItem }
  | { readonly kind: 'upload'; readonly session: Session; readonly fileName: string; readonly bytes: number }
  | { readonly kind: 'outbox'; readonly session: Session; readonly whenUsed: () => void };

export type PurposeKind = Purpose['kind'];
type PurposeOf<Kind extends PurposeKind> = Extract<Purpose, { readonly kind: Kind }>;

export interface OneTimeAddresses {
  /** @returns the address, as a path of the shell's origin; it is good for two minutes */
  readonly offer: (purpose: Purpose) => string;
  /** An address that is good as long as the connection over which it was given, and a moment longer. */
  readonly offerWhileOpen: (purpose: Purpose) => { readonly address: string; readonly connectionEnded: () => void };
  /** @returns what the address is for, once and in time; null otherwise, and when it is for something else */
  readonly take: <Kind extends PurposeKind>(kind: Kind, code: string) => PurposeOf<Kind> | null;
}

const livesMs = 2 * 60_000;
/** A page's last post may arrive after its connection was cut, since both end with the page. */
const outlivesConnectionMs = 10_000;

/** @param now milliseconds */
export function createOneTimeAddresses({ now }: { readonly now: () => number }): OneTimeAddresses {
  /** `until` is null while the connection is open that the address hangs on. */
  const offered = new Map<string, { readonly purpose: Purpose; until: number | null }>();

  function put(purpose: Purpose, until: number | null): string {
    for (const [code, old] of offered) if (isLate(old)) offered.delete(code);
    const code = randomBytes(32).toString('base64url');
    offered.set(code, { purpose, until });
    return code;
  }

  function isLate({ until }: { readonly until: number | null }): boolean {
    return until !== null && now() > until;
  }

  return {
    offer: (purpose) => `${wirePaths[purpose.kind]}/${put(purpose, now() + livesMs)}`,
    offerWhileOpen: (purpose) => {
      const code = put(purpose, null);
      return {
        address: `${wirePaths[purpose.kind]}/${code}`,
        connectionEnded: () => {
          const still = offered.get(code);
          if (still) still.until = now() + outlivesConnectionMs;
        },
      };
    },
    take: <Kind extends PurposeKind>(kind: Kind, code: string) => {
      const found = offered.get(code);
      if (found?.purpose.kind !== kind) return null;
      offered.delete(code);
      return isLate(found) ? null : (found.purpose as PurposeOf<Kind>);
    },
  };
}
