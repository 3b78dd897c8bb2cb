// The windows that are open and who each of them is: main gives the role, a page cannot choose it.
import type { BrowserWindow } from 'electron';
import type { Caller, Role } from '../../shared/contract/combinators.ts';
import type { HostPublish } from '../../shared/contract/contract.ts';
import type { WireEvent } from '../../shared/contract/wire.ts';
import { mayHear } from '../host/dispatch.ts';
import { eventChannel } from './channels.ts';

export interface DesktopPage {
  readonly caller: Caller;
  readonly window: BrowserWindow;
  /** What a projector shows; null for a facilitator's window. */
  readonly workshopId: string | null;
}

export interface DesktopPages {
  readonly add: (window: BrowserWindow, page: { readonly role: Role; readonly workshopId: string | null }) => DesktopPage;
  /** The page behind the contents that sent a message, or null when it is none of ours. */
  readonly ofContents: (contentsId: number) => DesktopPage | null;
  readonly ofCaller: (caller: Caller) => DesktopPage | null;
  readonly all: () => readonly DesktopPage[];
  readonly publish: HostPublish;
}

export function createDesktopPages(): DesktopPages {
  const pages = new Map<number, DesktopPage>();
  const all = () => [...pages.values()];
  return {
    add: (window, { role, workshopId }) => {
      const contentsId = window.webContents.id;
      const page: DesktopPage = { window, workshopId, caller: { role, clientId: `window-${contentsId}` } };
      pages.set(contentsId, page);
      window.once('closed', () => pages.delete(contentsId));
      return page;
    },
    ofContents: (contentsId) => pages.get(contentsId) ?? null,
    ofCaller: ({ clientId }) => all().find(({ caller }) => caller.clientId === clientId) ?? null,
    all,
    publish: (area, name, payload, to) => {
      const event = { area, name, payload };
      for (const page of all()) if (mayHear(page, event, to)) tellPage(page.window, event);
    },
  };
}

/** A window may be gone while events are on their way to it. */
export function tellPage(window: BrowserWindow, event: WireEvent): void {
  if (!window.isDestroyed()) window.webContents.send(eventChannel, event);
}
