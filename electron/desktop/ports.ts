// What the desktop shell does for the host: dialogs, windows, and a laptop that stays awake.
import type { NewId } from '../../shared/kernel/ids.ts';
import type { HostPorts } from '../host/ports.ts';
import type { Uploads } from '../host/uploads.ts';
import { createDialogs } from './dialogs.ts';
import { keepAwake } from './keep-awake.ts';
import { openProjectorWindow, type WindowParts } from './windows.ts';

export interface DesktopPortParts extends WindowParts {
  readonly uploads: Uploads;
  readonly newId: NewId;
}

export function desktopPorts({ uploads, newId, ...windows }: DesktopPortParts): HostPorts {
  const { pages, texts } = windows;
  return {
    ...createDialogs({ windowOf: (caller) => pages.ofCaller(caller)?.window ?? null, texts, newId }),
    takeUpload: uploads.take,
    openProjector: async (workshopId) => {
      await openProjectorWindow(windows, workshopId);
      return null;
    },
    workshopShownTo: (caller) => pages.ofCaller(caller)?.workshopId ?? null,
    clockRuns: keepAwake(),
  };
}
