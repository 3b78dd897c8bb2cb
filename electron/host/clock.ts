// The clocks of the host.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { uptime } from 'node:os';
import type { SteadyReading } from '../../shared/domain/clock/reading.ts';
import { instantFromMilliseconds, millisecondsOf, type Instant } from '../../shared/kernel/instant.ts';

/**
 * @param start the moment at which the clock begins, or null for the real one; it runs on from there
 * @param realNow milliseconds
 */
export function createClock(start: Instant | null, realNow: () => number = Date.now): () => Instant {
  const offset = start === null ? 0 : millisecondsOf(start) - realNow();
  return () => instantFromMilliseconds(realNow() + offset);
}

/** What a host measures with, and in which run of the computer: see `SteadyReading`. */
export type ReadUptime = () => Pick<SteadyReading, 'boot' | 'uptime'>;

/**
 * The clock of the computer that nobody sets. `os.uptime()` counts sleep: CLOCK_BOOTTIME on Linux, GetTickCount64 on Windows, the time since
 * `kern.boottime` on macOS, which the system moves along when the clock is set.
 * Only Linux names its runs. Elsewhere, and where the wall clock of the host is a made one, each process is a run of its own: what passes
 * between two of them is told by the wall clock, and by the uptime at least.
 */
export function createUptime(isMade: boolean): ReadUptime {
  const boot = isMade ? randomUUID() : (bootId() ?? randomUUID());
  return () => ({ boot, uptime: Math.round(uptime() * 1000) });
}

function bootId(): string | null {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return null;
  }
}
