// The workshop of the address that the page was opened at: its opening begins before there is anything to draw.
import type { Failure } from '../../shared/contract/failures.ts';
import type { Result } from '../../shared/kernel/result.ts';
import type { Host } from '../host/connect-host.ts';
import { openWorkshopSession, type WorkshopSession } from './workshop-session.ts';

type Opened = Result<WorkshopSession, Failure>;

export interface FirstWorkshop {
  readonly opening: Promise<Opened>;
  /** What came of it, when that is known, this is the workshop, and nobody has taken it yet. */
  readonly peek: (workshopId: string) => Opened | null;
  /** Hands it over to who will close it. Null for another workshop, and from the second time on. */
  readonly take: (workshopId: string) => Promise<Opened> | null;
}

export function openFirstWorkshop(host: Host, firstId: string): FirstWorkshop {
  let opened: Opened | null = null;
  let isTaken = false;
  const isThere = (workshopId: string) => workshopId === firstId && !isTaken;
  const opening = openWorkshopSession(host, firstId).then((result) => (opened = result));
  return {
    opening,
    peek: (workshopId) => (isThere(workshopId) ? opened : null),
    take: (workshopId) => {
      if (!isThere(workshopId)) return null;
      isTaken = true;
      return opening;
    },
  };
}
