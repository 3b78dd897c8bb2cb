// The clock of the room: session states, actual times and drift, all derived from clock events.
import { millisecondsOf } from '../../kernel/instant.ts';
import { millisecondsInZone } from '../../kernel/zoned-time.ts';
import { assertNever } from '../../kernel/assert-never.ts';
import type { Session } from '../agenda/model.ts';
import type { DaySchedule } from '../agenda/rules.ts';
import type { View } from '../collections.ts';
import type { ClockEvent } from './model.ts';

export type SessionState = 'waiting' | 'running' | 'paused' | 'finished' | 'skipped';

/** Times are milliseconds since 1970. */
export interface SessionClock {
  readonly state: SessionState;
  readonly startedAt: number | null;
  readonly endedAt: number | null;
  readonly pausedAt: number | null;
  /** Milliseconds spent in pauses that are over. */
  readonly pausedFor: number;
  /** Minutes added by "+1", "+5"; may be negative. */
  readonly extraMinutes: number;
  /** Index of the step that the room is at. */
  readonly stepIndex: number;
}

const waiting: SessionClock = {
  state: 'waiting',
  startedAt: null,
  endedAt: null,
  pausedAt: null,
  pausedFor: 0,
  extraMinutes: 0,
  stepIndex: 0,
};

/** Events of the whole workshop in the order in which they happened. */
export function clockEvents(view: View): readonly ClockEvent[] {
  return [...view.all('clockEvents')].toSorted((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1));
}

/** Folds the events of one session into its clock. */
export function sessionClock(events: readonly ClockEvent[], sessionId: string): SessionClock {
  return events.filter((event) => event.sessionId === sessionId).reduce(applyEvent, waiting);
}

function applyEvent(clock: SessionClock, event: ClockEvent): SessionClock {
  const at = millisecondsOf(event.at);
  switch (event.kind) {
    case 'started':
      return { ...waiting, state: 'running', startedAt: at };
    case 'extended':
      return { ...clock, extraMinutes: clock.extraMinutes + (event.minutes ?? 0) };
    case 'paused':
      return clock.state === 'running' ? { ...clock, state: 'paused', pausedAt: at } : clock;
    case 'resumed':
      return clock.state === 'paused' && clock.pausedAt !== null
        ? { ...clock, state: 'running', pausedAt: null, pausedFor: clock.pausedFor + pauseUntil(clock, at) }
        : clock;
    case 'finished':
    case 'skipped':
      return { ...clock, state: event.kind, endedAt: at, pausedAt: null, pausedFor: clock.pausedFor + pauseUntil(clock, at) };
    case 'reopened':
      // What still runs when the room goes back to an earlier session waits again; what was over takes its time up where it was.
      return clock.endedAt === null || clock.startedAt === null ? waiting : { ...clock, state: 'running', endedAt: null };
    case 'stepStarted':
      return { ...clock, stepIndex: event.minutes ?? 0 };
    default:
      return assertNever(event.kind);
  }
}

/** Milliseconds of the pause that goes on, if one does. */
function pauseUntil({ pausedAt }: SessionClock, at: number): number {
  return pausedAt === null ? 0 : Math.max(0, at - pausedAt);
}

/** Milliseconds left of a running or paused session at `now`; negative when it is over its time. */
export function remainingMilliseconds(session: Session, clock: SessionClock, now: number): number {
  const planned = (session.plannedMinutes + clock.extraMinutes) * 60_000;
  if (clock.startedAt === null) return planned;
  const until = clock.endedAt ?? clock.pausedAt ?? now;
  return planned - (until - clock.startedAt - clock.pausedFor);
}

/** Tone of the big clock: warning with a fifth of the time left, over below zero (look.md, Run). */
export function clockTone(session: Session, clock: SessionClock, remaining: number): 'calm' | 'warning' | 'over' {
  if (remaining < 0) return 'over';
  const whole = (session.plannedMinutes + clock.extraMinutes) * 60_000;
  return remaining <= whole * 0.2 ? 'warning' : 'calm';
}

export interface DayProgress {
  /** The session that runs or is paused, if any. */
  readonly current: Session | null;
  readonly next: Session | null;
  /** Expected end of the current session and of the day, in milliseconds since 1970; null while nothing has started. */
  readonly expectedSessionEnd: number | null;
  readonly expectedDayEnd: number | null;
  /** Whole minutes behind the plan; negative = early. */
  readonly minutesLate: number;
}

/**
 * Where the day stands against the plan.
 * @param timeZone of the room: plan times are read from its clock
 * @param now milliseconds since 1970
 */
export function dayProgress(
  schedule: DaySchedule,
  events: readonly ClockEvent[],
  at: { readonly timeZone: string; readonly now: number },
): DayProgress {
  const instantOf = (minutes: number): number => millisecondsInZone(schedule.day.date, minutes, at.timeZone);
  const clocks = schedule.sessions.map(({ session }) => sessionClock(events, session.id));
  const currentIndex = clocks.findIndex((clock) => clock.state === 'running' || clock.state === 'paused');
  const lastEnded = clocks.findLastIndex((clock) => clock.state === 'finished' || clock.state === 'skipped');
  const nextIndex = clocks.findIndex((clock, index) => clock.state === 'waiting' && index > Math.max(currentIndex, lastEnded));
  const current = schedule.sessions[currentIndex];
  const currentClock = clocks[currentIndex];
  const next = schedule.sessions[nextIndex]?.session ?? null;
  let cursor: number | null = null;
  let planned: number | null = null;
  if (current && currentClock) {
    cursor = Math.max(at.now, at.now + remainingMilliseconds(current.session, currentClock, at.now));
    planned = instantOf(current.end);
  } else if (lastEnded >= 0) {
    cursor = nextIndex >= 0 ? Math.max(at.now, clocks[lastEnded]?.endedAt ?? at.now) : (clocks[lastEnded]?.endedAt ?? at.now);
    planned = instantOf(schedule.sessions[lastEnded]?.end ?? 0);
  }
  if (cursor === null || planned === null) {
    return { current: null, next, expectedSessionEnd: null, expectedDayEnd: null, minutesLate: 0 };
  }
  const rest = schedule.sessions.filter((_, index) => index > Math.max(currentIndex, lastEnded) && clocks[index]?.state === 'waiting');
  const expectedDayEnd = rest.reduce((clock, { session, start }) => {
    const begin = session.anchor === null ? clock : Math.max(clock, instantOf(start));
    return begin + session.plannedMinutes * 60_000;
  }, cursor);
  return {
    current: current?.session ?? null,
    next,
    expectedSessionEnd: current ? cursor : null,
    expectedDayEnd,
    minutesLate: Math.round((cursor - planned) / 60_000),
  };
}
