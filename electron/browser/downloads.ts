// One-time addresses under which a page fetches what the host made for it.
import { randomBytes } from 'node:crypto';
import { wirePaths } from '../../shared/contract/wire.ts';
import type { OutgoingItem } from '../host/ports.ts';

export interface Downloads {
  /** @returns the address, as a path of the shell's origin */
  readonly offer: (item: OutgoingItem) => string;
  /** @returns the item, once and within two minutes; null otherwise */
  readonly take: (code: string) => OutgoingItem | null;
}

const livesMs = 2 * 60_000;

/** @param now milliseconds */
export function createDownloads({ now }: { readonly now: () => number }): Downloads {
  const offered = new Map<string, { readonly item: OutgoingItem; readonly since: number }>();
  return {
    offer: (item) => {
      for (const [code, { since }] of offered) if (now() - since > livesMs) offered.delete(code);
      const code = randomBytes(32).toString('base64url');
      offered.set(code, { item, since: now() });
      return `${wirePaths.download}/${code}`;
    },
    take: (code) => {
      const found = offered.get(code);
      offered.delete(code);
      return found && now() - found.since <= livesMs ? found.item : null;
    },
  };
}
