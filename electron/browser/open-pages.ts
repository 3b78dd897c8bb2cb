// The pages that are connected now: whom events go to, whether anybody is there at all, and what they still hold back.
import type { HostPublish } from '../../shared/contract/contract.ts';
import { leavingEvent, type ServerMessage } from '../../shared/contract/wire.ts';
import { mayHear } from '../host/dispatch.ts';
import type { Session } from './sessions.ts';

export interface OpenPage {
  readonly session: Session;
  readonly send: (text: string) => void;
}

export interface ConnectedPage {
  /** The page has sent everything that it held back. */
  readonly hasLeft: () => void;
  /** The page is gone. */
  readonly remove: () => void;
}

export interface OpenPages {
  readonly add: (page: OpenPage) => ConnectedPage;
  readonly publish: HostPublish;
  /**
   * Asks every page for what was typed and not sent yet, and answers when all have said that it has come, or are gone.
   * @param withinMs a page that sleeps, hangs or has a disk that takes nothing is not waited for any longer
   * @returns false when a page has not answered
   */
  readonly handOver: (withinMs: number) => Promise<boolean>;
}

/** @param onCount told how many pages are connected after each change */
export function createOpenPages(onCount: (pages: number) => void): OpenPages {
  const pages = new Set<OpenPage>();
  /** Pages that were asked and have not answered. */
  const asked = new Set<OpenPage>();
  let allHaveLeft = () => {};

  function hasLeft(page: OpenPage): void {
    if (asked.delete(page) && asked.size === 0) allHaveLeft();
  }

  return {
    add: (page) => {
      pages.add(page);
      onCount(pages.size);
      return {
        hasLeft: () => hasLeft(page),
        remove: () => {
          if (pages.delete(page)) onCount(pages.size);
          hasLeft(page);
        },
      };
    },
    publish: (area, name, payload, to) => {
      const listeners = [...pages].filter(({ session }) => mayHear(session, { area, name, payload }, to));
      if (listeners.length === 0) return;
      const text = JSON.stringify({ kind: 'event', area, name, payload } satisfies ServerMessage);
      for (const page of listeners) page.send(text);
    },
    handOver: (withinMs) =>
      new Promise((resolve) => {
        if (pages.size === 0) return resolve(true);
        const patience = setTimeout(() => resolve(false), withinMs);
        allHaveLeft = () => {
          clearTimeout(patience);
          resolve(true);
        };
        for (const page of pages) asked.add(page);
        const text = JSON.stringify({ kind: 'event', ...leavingEvent, payload: null } satisfies ServerMessage);
        for (const page of pages) page.send(text);
      }),
  };
}
