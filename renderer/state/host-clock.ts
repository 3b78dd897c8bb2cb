// The host's clocks as a page knows them: read now and then, and counted on in between by a clock that nobody sets.
import type { StartInfo } from '../../shared/contract/contract.ts';
import type { Reading } from '../../shared/domain/clock/reading.ts';

export type HostReading = Omit<Reading, 'replica'>;

export interface HostClock {
  /** The host's clocks now. */
  readonly read: () => HostReading;
  /** Asks the host anew: after a sleep, a break of the connection, or a clock that was set. */
  readonly renew: () => void;
}

interface PageClocks {
  /** Counts on steadily; it may stand still while the computer sleeps. */
  readonly steady: () => number;
  /** Goes on in sleep, and is set by people. */
  readonly wall: () => number;
}

/** The page's two clocks may part by so much, in milliseconds, before the host is asked. */
const tolerance = 1_000;

/**
 * @param start what the host said when the page began
 * @param ask fetches the same again; null when the host does not answer
 */
export function createHostClock(
  start: Pick<StartInfo, 'now' | 'boot' | 'uptime'>,
  ask: () => Promise<Pick<StartInfo, 'now' | 'boot' | 'uptime'> | null>,
  { steady, wall }: PageClocks = { steady: () => performance.now(), wall: () => Date.now() },
): HostClock {
  const taken = ({ now, boot, uptime }: typeof start) => ({ at: Date.parse(now), boot, uptime, steady: steady(), wall: wall() });
  let last = taken(start);
  let isAsking = false;
  const renew = () => {
    if (isAsking) return;
    isAsking = true;
    void ask()
      .then((answer) => {
        if (answer) last = taken(answer);
        // Without an answer the page counts on from here, and does not ask at every tick.
        else last = { ...last, wall: wall() - (steady() - last.steady) };
      })
      .finally(() => (isAsking = false));
  };
  return {
    renew,
    read: () => {
      const passed = Math.max(0, steady() - last.steady);
      if (Math.abs(wall() - last.wall - passed) > tolerance) renew();
      return { at: last.at + passed, boot: last.boot, uptime: last.uptime === null ? null : last.uptime + passed };
    },
  };
}
