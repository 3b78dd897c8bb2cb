// The clock of the room: session states, actual times and drift, all derived from clock events.
import { dateInZone } from '../../kernel/calendar-date.ts';
import { millisecondsInZone } from '../../kernel/zoned-time.ts';
import { assertNever } from '../../kernel/assert-never.ts';
import type { Session } from '../agenda/model.ts';
import { isPause, type DaySchedule } from '../agenda/rules.ts';
import type { ClockEvent } from './model.ts';
import { between, driftBetween, isBackInTime, readingOf, unmeasured, type Reading } from './reading.ts';

export { clockEvents } from './order.ts';

export type SessionState = 'waiting' | 'running' | 'paused' | 'finished' | 'skipped';

/** Times are milliseconds since 1970, as the wall clock showed them: they are told, never subtracted. */
export interface SessionClock {
  readonly state: SessionState;
  readonly startedAt: number | null;
  readonly endedAt: number | null;
  /** Since when it runs on from `used`; null while it stands still. */
  readonly since: Reading | null;
  /** Milliseconds used before `since`, without pauses. */
  readonly used: number;
  /** Milliseconds by which the wall clock left the measured time while it ran, before `since`. */
  readonly drift: number;
  /** True when the wall clock was set back while nothing was measured. */
  readonly isDoubtful: boolean;
  /** Where it ended: its time goes on from there when the room goes back into it. */
  readonly ended: Reading | null;
  /** Place of the end among the events; -1 when it has not ended. */
  readonly endedPlace: number;
  /** Minutes added by "+1", "+5"; may be negative. */
  readonly extraMinutes: number;
  /** Index of the step that the room is at. */
  readonly stepIndex: number;
}

const waiting: SessionClock = {
  state: 'waiting',
  startedAt: null,
  endedAt: null,
  since: null,
  used: 0,
  drift: 0,
  isDoubtful: false,
  ended: null,
  endedPlace: -1,
  extraMinutes: 0,
  stepIndex: 0,
};

const folded = new WeakMap<readonly ClockEvent[], ReadonlyMap<string, SessionClock>>();

/** The clock of one session. The room is in one session at a time: what starts ends what runs, also where two laptops did not know of each other. */
export function sessionClock(events: readonly ClockEvent[], sessionId: string): SessionClock {
  const clocks = folded.get(events) ?? foldAll(events);
  folded.set(events, clocks);
  return clocks.get(sessionId) ?? waiting;
}

function foldAll(events: readonly ClockEvent[]): ReadonlyMap<string, SessionClock> {
  const clocks = new Map<string, SessionClock>();
  for (const [place, event] of events.entries()) {
    const now = readingOf(event);
    for (const [id, clock] of clocks) if (clock.since?.replica === now.replica) clocks.set(id, advanced(clock, now));
    const next = applyEvent(clocks.get(event.sessionId) ?? waiting, event, place);
    if (next.state === 'running') {
      for (const [id, clock] of clocks) if (id !== event.sessionId && isOn(clock)) clocks.set(id, ending(clock, 'finished', now, place));
    }
    clocks.set(event.sessionId, next);
  }
  return clocks;
}

function isOn({ state }: SessionClock): boolean {
  return state === 'running' || state === 'paused';
}

/** Takes what has passed into account, so that nothing of it can get lost afterwards. */
function advanced(clock: SessionClock, now: Reading): SessionClock {
  if (clock.since === null) return clock;
  return {
    ...clock,
    since: now,
    used: clock.used + between(clock.since, now),
    drift: clock.drift + driftBetween(clock.since, now),
    isDoubtful: clock.isDoubtful || isBackInTime(clock.since, now),
  };
}

function ending(clock: SessionClock, state: 'finished' | 'skipped', now: Reading, place: number): SessionClock {
  return { ...advanced(clock, now), state, since: null, endedAt: now.at, ended: now, endedPlace: place };
}

function applyEvent(clock: SessionClock, event: ClockEvent, place: number): SessionClock {
  const now = readingOf(event);
  switch (event.kind) {
    case 'started':
      return { ...waiting, state: 'running', startedAt: now.at, since: now };
    case 'extended':
      return { ...clock, extraMinutes: clock.extraMinutes + (event.minutes ?? 0) };
    case 'paused':
      return clock.state === 'running' ? { ...advanced(clock, now), state: 'paused', since: null } : clock;
    case 'resumed':
      return clock.state === 'paused' ? { ...clock, state: 'running', since: now } : clock;
    case 'finished':
      return isOn(clock) ? ending(clock, 'finished', now, place) : clock;
    case 'skipped':
      return clock.state === 'finished' ? clock : ending(clock, 'skipped', now, place);
    case 'reopened':
      // What still runs when the room goes back to an earlier session waits again; what was over takes its time up where it was.
      return clock.ended === null || clock.startedAt === null
        ? waiting
        : { ...clock, state: 'running', since: goesOnFrom(clock.ended, now), endedAt: null, ended: null, endedPlace: -1 };
    case 'stepStarted':
      return { ...clock, stepIndex: event.minutes ?? 0 };
    case 'elapsedSet':
      return isOn(clock)
        ? { ...clock, used: (event.minutes ?? 0) * 60_000, since: clock.since && now, drift: 0, isDoubtful: false }
        : clock;
    case 'takenBack':
      return clock;
    default:
      return assertNever(event.kind);
  }
}

/** So long after its end nobody says that a session had not ended: the room comes back to it. */
const longestSlip = 60 * 60_000;

/** From when the time of a session counts again. One that was finished by mistake never stopped; hours later, or the next day, it goes on where it was. */
function goesOnFrom(ended: Reading, now: Reading): Reading {
  return between(ended, now) <= longestSlip ? ended : now;
}

/** A reading, or a time alone where nothing is measured. */
function readingAt(now: Reading | number): Reading {
  return typeof now === 'number' ? { ...unmeasured, at: now } : now;
}

/** Milliseconds that a session has used, pauses left out. Grows only, whatever the wall clock is set to. */
export function usedMilliseconds(clock: SessionClock, now: Reading | number): number {
  return clock.used + (clock.since === null ? 0 : between(clock.since, readingAt(now)));
}

/** Milliseconds left of a session at `now`; negative when it is over its time. */
export function remainingMilliseconds(session: Session, clock: SessionClock, now: Reading | number): number {
  return (session.plannedMinutes + clock.extraMinutes) * 60_000 - usedMilliseconds(clock, now);
}

/** A clock may be corrected by so much without a word. */
const quietDrift = 2 * 60_000;

export interface ClockJump {
  /** What the computer's clock shows, and what it would show had nobody set it; milliseconds since 1970. */
  readonly shown: number;
  readonly measured: number;
}

/** The jump of the wall clock since a running session was started or its time was set; null when there was none. */
export function clockJump(clock: SessionClock, now: Reading): ClockJump | null {
  if (clock.since === null) return null;
  const drift = clock.drift + driftBetween(clock.since, now);
  const isDoubtful = clock.isDoubtful || isBackInTime(clock.since, now);
  return isDoubtful || Math.abs(drift) > quietDrift ? { shown: now.at, measured: now.at - drift } : null;
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
  /** What is sensible to start next: what was passed over comes first, but a break that was passed over does not. */
  readonly next: Session | null;
  /** Sessions that still wait although a later one of the day was started, in their order. */
  readonly passedOver: readonly Session[];
  /** Expected end of the current session and of the day, in milliseconds since 1970; null while nothing has started, and when the day is past. */
  readonly expectedSessionEnd: number | null;
  readonly expectedDayEnd: number | null;
  /** Expected start of each session that still comes, by id; empty while nothing has started. */
  readonly expectedStarts: ReadonlyMap<string, number>;
  /** Whole minutes behind the plan; negative = early. */
  readonly minutesLate: number;
  /** True when each session of the day was finished or skipped. */
  readonly isDone: boolean;
}

/** What of a day still comes, in the order in which it is to be expected. */
export function comingSessions(sessions: readonly { readonly session: Session; readonly clock: SessionClock }[]): {
  readonly coming: readonly Session[];
  readonly passedOver: readonly Session[];
} {
  const reached = sessions.findLastIndex(
    ({ clock }) => clock.state !== 'waiting' && (clock.state !== 'skipped' || clock.startedAt !== null),
  );
  const waits = (isWanted: (index: number) => boolean) =>
    sessions.filter(({ clock }, index) => clock.state === 'waiting' && isWanted(index)).map(({ session }) => session);
  const passedOver = waits((index) => index < reached);
  return { passedOver, coming: [...passedOver.filter(({ kind }) => !isPause(kind)), ...waits((index) => index > reached)] };
}

/**
 * Where the day stands against the plan. The drift is that of the session that runs, or ran last, against its own plan.
 * @param timeZone of the room: plan times are read from its clock
 * @param now a reading, or milliseconds since 1970 where nothing is measured
 */
export function dayProgress(
  schedule: DaySchedule,
  events: readonly ClockEvent[],
  at: { readonly timeZone: string; readonly now: Reading | number },
): DayProgress {
  const instantOf = (minutes: number): number => millisecondsInZone(schedule.day.date, minutes, at.timeZone);
  const now = readingAt(at.now).at;
  const sessions = schedule.sessions.map((scheduled) => ({ ...scheduled, clock: sessionClock(events, scheduled.session.id) }));
  const current = sessions.find(({ clock }) => isOn(clock));
  const last = sessions.filter(({ clock }) => clock.endedAt !== null).toSorted((a, b) => b.clock.endedPlace - a.clock.endedPlace)[0];
  const { coming, passedOver } = comingSessions(sessions);
  const about = {
    current: current?.session ?? null,
    next: coming[0] ?? null,
    passedOver,
    isDone: sessions.length > 0 && sessions.every(({ clock }) => clock.state === 'finished' || clock.state === 'skipped'),
  };
  const told = current ?? last;
  // A day that is past is neither late nor early any more, and nothing of it is to be expected.
  const isPast = !current && dateInZone(now, at.timeZone) > schedule.day.date;
  if (!told || isPast) return { ...about, expectedSessionEnd: null, expectedDayEnd: null, expectedStarts: new Map(), minutesLate: 0 };
  const endedAt = told.clock.endedAt ?? now;
  const cursor = current
    ? now + Math.max(0, remainingMilliseconds(current.session, current.clock, at.now))
    : coming.length > 0
      ? Math.max(now, endedAt)
      : endedAt;
  // Where the order of the plan was left, its times say nothing of this session: only the minutes that it was given do.
  const isOutOfOrder = passedOver.length > 0 && told.clock.startedAt !== null;
  const planned = isOutOfOrder
    ? cursor -
      (current
        ? overtime(current.session, current.clock, at.now)
        : usedMilliseconds(told.clock, at.now) - told.session.plannedMinutes * 60_000)
    : instantOf(told.end);
  const expectedStarts = new Map<string, number>();
  let clock = cursor;
  const byId = new Map(schedule.sessions.map((scheduled) => [scheduled.session.id, scheduled]));
  for (const session of coming) {
    const begin = session.anchor === null ? clock : Math.max(clock, instantOf(byId.get(session.id)?.start ?? 0));
    expectedStarts.set(session.id, begin);
    clock = begin + session.plannedMinutes * 60_000;
  }
  return {
    ...about,
    expectedSessionEnd: current ? cursor : null,
    expectedDayEnd: clock,
    expectedStarts,
    minutesLate: Math.round((cursor - planned) / 60_000),
  };
}

/** Milliseconds by which a session will have taken longer than planned, if it ends when its time is up or ends now. */
function overtime(session: Session, clock: SessionClock, now: Reading | number): number {
  return Math.max(usedMilliseconds(clock, now), (session.plannedMinutes + clock.extraMinutes) * 60_000) - session.plannedMinutes * 60_000;
}
