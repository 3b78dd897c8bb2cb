// The clock of the host.
import { instantFromMilliseconds, millisecondsOf, type Instant } from '../../shared/kernel/instant.ts';

/**
 * @param start the moment at which the clock begins, or null for the real one; it runs on from there
 * @param realNow milliseconds
 */
export function createClock(start: Instant | null, realNow: () => number = Date.now): () => Instant {
  const offset = start === null ? 0 : millisecondsOf(start) - realNow();
  return () => instantFromMilliseconds(realNow() + offset);
}
