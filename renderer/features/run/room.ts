// Where the room is: which day, which session runs, which comes next, and which one "Go back" leads to. Derived from clock events.
import type { Session } from '../../../shared/domain/agenda/model.ts';
import type { DaySchedule, ScheduledSession } from '../../../shared/domain/agenda/rules.ts';
import type { ClockEvent } from '../../../shared/domain/clock/model.ts';
import { sessionClock, type SessionClock, type SessionState } from '../../../shared/domain/clock/rules.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';

/** A session with its place in the day and its own clock. */
export interface RoomSession extends ScheduledSession {
  readonly clock: SessionClock;
}

export interface RoomDay {
  readonly schedule: DaySchedule;
  /** From 1. */
  readonly number: number;
  readonly sessions: readonly RoomSession[];
}

export interface Room {
  readonly days: readonly RoomDay[];
  /** The day of the running session, else today, else the first day with something left to do. */
  readonly day: RoomDay;
  /** Runs or is paused. */
  readonly current: RoomSession | null;
  /** The first one still waiting behind the current or last one of the day. */
  readonly next: RoomSession | null;
  /** The one before, that the room can go back into. */
  readonly previous: RoomSession | null;
  /** True until the first session of all was started. */
  readonly isBeforeStart: boolean;
}

export function isOn(state: SessionState): boolean {
  return state === 'running' || state === 'paused';
}

export function isOver(state: SessionState): boolean {
  return state === 'finished' || state === 'skipped';
}

/** @returns undefined for a workshop without days */
export function roomOf(schedules: readonly DaySchedule[], events: readonly ClockEvent[], today: CalendarDate): Room | undefined {
  const bySession = eventsBySession(events);
  const days = schedules.map((schedule, index): RoomDay => {
    const sessions = schedule.sessions.map((scheduled) => {
      const { id } = scheduled.session;
      return { ...scheduled, clock: sessionClock(bySession.get(id) ?? [], id) };
    });
    return { schedule, number: index + 1, sessions };
  });
  const has = (isWanted: (session: RoomSession) => boolean) => days.find((day) => day.sessions.some(isWanted));
  const day =
    has(({ clock }) => isOn(clock.state)) ??
    days.find(({ schedule }) => schedule.day.date === today) ??
    has(({ clock }) => clock.state === 'waiting') ??
    days.at(-1);
  if (!day) return undefined;
  const { sessions } = day;
  const currentIndex = sessions.findIndex(({ clock }) => isOn(clock.state));
  const lastOver = sessions.findLastIndex(({ clock }) => isOver(clock.state));
  const reached = currentIndex === -1 ? lastOver : currentIndex;
  return {
    days,
    day,
    current: sessions[currentIndex] ?? null,
    next: sessions.find(({ clock }, index) => index > reached && clock.state === 'waiting') ?? null,
    previous: sessions.findLast(({ clock }, index) => isOver(clock.state) && (currentIndex === -1 || index < currentIndex)) ?? null,
    isBeforeStart: events.length === 0,
  };
}

/** One pass over the events of a whole workshop; each list keeps the order. */
function eventsBySession(events: readonly ClockEvent[]): ReadonlyMap<string, readonly ClockEvent[]> {
  const bySession = new Map<string, ClockEvent[]>();
  for (const event of events) {
    const own = bySession.get(event.sessionId);
    if (own) own.push(event);
    else bySession.set(event.sessionId, [event]);
  }
  return bySession;
}

/** The session that the page is about: the chosen one, else what runs, else what comes next, else the last of the day. */
export function sessionInFocus(room: Room, chosenId: string | null): RoomSession | null {
  const chosen =
    chosenId === null ? undefined : room.days.flatMap(({ sessions }) => sessions).find(({ session }) => session.id === chosenId);
  return chosen ?? room.current ?? room.next ?? room.day.sessions.at(-1) ?? null;
}

/** The day that holds a session. */
export function dayOfSession(room: Room, session: Session | undefined): RoomDay {
  return room.days.find(({ schedule }) => schedule.day.id === session?.dayId) ?? room.day;
}
