// Schedule arithmetic of a day: every start is derived from the day's start, the minutes and the anchors (domain §9.2).
import { assertNever } from '../../kernel/assert-never.ts';
import type { View } from '../collections.ts';
import { sorted } from '../sorted.ts';
import type { Day, Session } from './model.ts';
import type { SessionKind } from './template.ts';

/** Longest time without a break, shortest lunch (domain §9.2). */
export const longestWithoutBreak = 120;
export const shortestLunch = 45;

/** A session with its derived place in the day, in minutes since midnight. */
export interface ScheduledSession {
  readonly session: Session;
  readonly start: number;
  readonly end: number;
  /** Minutes of waiting before an anchored start (gap), or by which the session before runs into it (negative = overlap). */
  readonly gapBefore: number;
}

export interface DaySchedule {
  readonly day: Day;
  readonly sessions: readonly ScheduledSession[];
  /** Sum of the sessions' minutes, breaks included. */
  readonly totalMinutes: number;
  readonly start: number;
  readonly end: number;
}

export type ScheduleWarning =
  | { readonly code: 'long-without-break'; readonly sessionId: string; readonly minutes: number }
  | { readonly code: 'lunch-too-short'; readonly sessionId: string; readonly minutes: number }
  | { readonly code: 'anchor-overlap'; readonly sessionId: string; readonly minutes: number }
  | { readonly code: 'anchor-gap'; readonly sessionId: string; readonly minutes: number };

/** @param time `08:30` @returns minutes since midnight */
export function minutesOfTime(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** @param minutes since midnight; past midnight it starts again at 00:00 @returns `08:30` */
export function timeOfMinutes(minutes: number): string {
  const inDay = ((minutes % 1440) + 1440) % 1440;
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`;
}

/** Minutes that a new session of a kind starts with. */
export function defaultMinutes(kind: SessionKind): number {
  switch (kind) {
    case 'break':
    case 'desk':
      return 20;
    case 'lunch':
      return 60;
    case 'energiser':
      return 10;
    case 'plenary':
    case 'country-team':
    case 'topic-group':
      return 45;
    default:
      return assertNever(kind);
  }
}

export function isPause(kind: SessionKind): boolean {
  return kind === 'break' || kind === 'lunch';
}

/**
 * Lays the sessions of one day on the clock.
 * An anchored session starts at its anchor; the ones after it follow. It never moves because of what comes before: that is a gap or an overlap.
 * @param sessions in their order
 */
export function scheduleDay(day: Day, sessions: readonly Session[]): DaySchedule {
  const start = minutesOfTime(day.startTime);
  let clock = start;
  const scheduled = sessions.map((session): ScheduledSession => {
    const begin = session.anchor === null ? clock : minutesOfTime(session.anchor);
    const gapBefore = begin - clock;
    clock = begin + session.plannedMinutes;
    return { session, start: begin, end: clock, gapBefore };
  });
  const totalMinutes = sessions.reduce((sum, session) => sum + session.plannedMinutes, 0);
  return { day, sessions: scheduled, totalMinutes, start, end: clock };
}

/** Every day of the workshop, in order, laid on the clock. */
export function scheduleOf(view: View): readonly DaySchedule[] {
  const sessions = sorted(view, 'sessions');
  return sorted(view, 'days').map((day) =>
    scheduleDay(
      day,
      sessions.filter((session) => session.dayId === day.id),
    ),
  );
}

/** What is unwise in a day: over 120 minutes without a break, lunch under 45, anchors with overlap or gap. */
export function scheduleWarnings(schedule: DaySchedule): readonly ScheduleWarning[] {
  const warnings: ScheduleWarning[] = [];
  let sinceBreak = 0;
  let isWarned = false;
  for (const { session, gapBefore } of schedule.sessions) {
    if (gapBefore > 0) warnings.push({ code: 'anchor-gap', sessionId: session.id, minutes: gapBefore });
    if (gapBefore < 0) warnings.push({ code: 'anchor-overlap', sessionId: session.id, minutes: -gapBefore });
    if (session.kind === 'lunch' && session.plannedMinutes < shortestLunch) {
      warnings.push({ code: 'lunch-too-short', sessionId: session.id, minutes: session.plannedMinutes });
    }
    if (isPause(session.kind)) {
      sinceBreak = 0;
      isWarned = false;
      continue;
    }
    sinceBreak += session.plannedMinutes;
    if (sinceBreak > longestWithoutBreak && !isWarned) {
      warnings.push({ code: 'long-without-break', sessionId: session.id, minutes: sinceBreak });
      isWarned = true;
    }
  }
  return warnings;
}
