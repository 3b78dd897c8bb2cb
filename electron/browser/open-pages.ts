// The pages that are connected now: whom events go to, and whether anybody is there at all.
import type { HostPublish } from '../../shared/contract/contract.ts';
import type { ServerMessage } from '../../shared/contract/wire.ts';
import { mayHear } from '../host/dispatch.ts';
import type { Session } from './sessions.ts';

export interface OpenPage {
  readonly session: Session;
  readonly send: (text: string) => void;
}

export interface OpenPages {
  /** @returns the function to call when the page is gone */
  readonly add: (page: OpenPage) => () => void;
  readonly publish: HostPublish;
}

/** @param onCount told how many pages are connected after each change */
export function createOpenPages(onCount: (pages: number) => void): OpenPages {
  const pages = new Set<OpenPage>();
  return {
    add: (page) => {
      pages.add(page);
      onCount(pages.size);
      return () => {
        if (pages.delete(page)) onCount(pages.size);
      };
    },
    publish: (area, name, payload, to) => {
      const listeners = [...pages].filter(({ session }) => mayHear(session.caller, { area, name }, to));
      if (listeners.length === 0) return;
      const text = JSON.stringify({ kind: 'event', area, name, payload } satisfies ServerMessage);
      for (const page of listeners) page.send(text);
    },
  };
}
