// What the browser shell does for the host: one-time addresses where the desktop shell has dialogs and windows.
import { err, ok } from '../../shared/kernel/result.ts';
import type { HostPorts } from '../host/ports.ts';
import type { Uploads } from '../host/uploads.ts';
import { addressWithCode } from './addresses.ts';
import type { OneTimeAddresses } from './one-time-addresses.ts';
import type { Sessions } from './sessions.ts';

export interface BrowserPortParts {
  readonly sessions: Sessions;
  readonly uploads: Uploads;
  readonly oneTime: OneTimeAddresses;
  /** The shell's origin, known once the server listens. */
  readonly origin: () => string;
}

export function browserPorts({ sessions, uploads, oneTime, origin }: BrowserPortParts): HostPorts {
  return {
    takeUpload: uploads.take,
    dialogs: null,
    deliver: async (item) =>
      item.kind === 'file'
        ? ok({ kind: 'download', address: oneTime.offer({ kind: 'download', item }), fileName: item.fileName })
        : err({ code: 'not-allowed' }),
    reveal: async () => err({ code: 'not-allowed' }),
    openProjector: async (workshopId) => addressWithCode(origin(), '/projector.html', sessions.newCode({ role: 'projector', workshopId })),
    workshopShownTo: (caller) => sessions.sessionOfCaller(caller)?.workshopId ?? null,
    // A browser keeps the screen awake by itself when a page asks for it; a server cannot.
    clockRuns: () => {},
  };
}
