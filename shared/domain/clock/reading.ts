// Readings of a computer's clocks, and the time that passed between two of them: never less than nothing, and sleep counts.
import { millisecondsOf } from '../../kernel/instant.ts';
import type { ClockEvent } from './model.ts';
import { orderOf } from './order.ts';

/** What a host measures with: a clock that nobody sets, and the replica that it writes as. */
export interface SteadyReading {
  readonly replica: string;
  /** Which run of the computer, or of the process where the system does not name its own; '' where nothing was measured. */
  readonly boot: string;
  /** Milliseconds since the computer began, sleep included; null where nothing was measured. */
  readonly uptime: number | null;
}

export interface Reading extends SteadyReading {
  /** Of the wall clock, in milliseconds since 1970. */
  readonly at: number;
}

export const unmeasured: SteadyReading = { replica: '', boot: '', uptime: null };

export function readingOf(event: ClockEvent): Reading {
  return { at: millisecondsOf(event.at), replica: orderOf(event).replica, boot: event.boot ?? '', uptime: event.uptime ?? null };
}

function isSameRun(from: Reading, to: Reading): boolean {
  return from.boot !== '' && from.boot === to.boot && from.uptime !== null && to.uptime !== null;
}

/**
 * Milliseconds from one reading to a later one. Within a run of the computer they are measured; else the wall clock tells, but nothing is ever
 * negative, and on one computer never less than what its steady clock proves.
 */
export function between(from: Reading, to: Reading): number {
  if (isSameRun(from, to)) return Math.max(0, (to.uptime ?? 0) - (from.uptime ?? 0));
  return Math.max(0, to.at - from.at, proven(from, to));
}

/** Whether the computer began anew in between or not, so much has passed at least. */
function proven(from: Reading, to: Reading): number {
  if (from.replica === '' || from.replica !== to.replica || from.uptime === null || to.uptime === null) return 0;
  return to.uptime >= from.uptime ? to.uptime - from.uptime : to.uptime;
}

/** Milliseconds by which the wall clock went further than what was measured; negative when it was set back. */
export function driftBetween(from: Reading, to: Reading): number {
  return to.at - from.at - between(from, to);
}

/** True when another run of the computer shows a time before the last reading: a clock was set back, nobody knows by how much. */
export function isBackInTime(from: Reading, to: Reading): boolean {
  return !isSameRun(from, to) && to.at < from.at;
}
