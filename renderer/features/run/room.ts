// Where the room is: which day, which session runs, which comes next, and which one "Go back" leads to. Derived from clock events.
import type { Session } from '../../../shared/domain/agenda/model.ts';
import type { DaySchedule, ScheduledSession } from '../../../shared/domain/agenda/rules.ts';
import type { ClockEvent } from '../../../shared/domain/clock/model.ts';
import { comingSessions, sessionClock, type SessionClock, type SessionState } from '../../../shared/domain/clock/rules.ts';
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
  /** The first sensible one that still waits: what was passed over comes first. */
  readonly next: RoomSession | null;
  /** Sessions of the day that still wait although a later one was started. */
  readonly passedOver: readonly RoomSession[];
  /** The one that the room was in last, that it can go back into. */
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
  const days = schedules.map((schedule, index): RoomDay => {
    const sessions = schedule.sessions.map((scheduled) => {
      return { ...scheduled, clock: sessionClock(events, scheduled.session.id) };
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
  const { coming, passedOver } = comingSessions(sessions);
  const roomSession = (wanted: Session | undefined) => sessions.find(({ session }) => session.id === wanted?.id) ?? null;
  const over = sessions.filter(({ clock }) => isOver(clock.state)).toSorted((a, b) => a.clock.endedPlace - b.clock.endedPlace);
  return {
    days,
    day,
    current: sessions.find(({ clock }) => isOn(clock.state)) ?? null,
    next: roomSession(coming[0]),
    passedOver: passedOver.flatMap((session) => roomSession(session) ?? []),
    previous: over.findLast(({ clock }) => clock.startedAt !== null) ?? over.at(-1) ?? null,
    isBeforeStart: events.length === 0,
  };
}

/**
 * The session that the page is about: the chosen one, else the one whose record somebody is writing in, else what runs, else what comes next, else the
 * last of the day. Whatever another window starts, nobody's letters lose their field: they would fall on the keys of the clock.
 */
export function sessionInFocus(room: Room, chosenId: string | null, writtenId: string | null = null): RoomSession | null {
  const sessions = room.days.flatMap((day) => day.sessions);
  const withId = (id: string | null) => sessions.find(({ session }) => session.id === id);
  return withId(chosenId) ?? withId(writtenId) ?? room.current ?? room.next ?? room.day.sessions.at(-1) ?? null;
}

/**
 * True for a session that the room is about: of the day that is shown, or of any day while something runs. What was done elsewhere, such as the end
 * of yesterday, is not what somebody means who looks at this one and says "Take back".
 */
export function isOfRoom(room: Room, focus: RoomSession | null, sessionId: string): boolean {
  const holder = room.days.find(({ sessions }) => sessions.some(({ session }) => session.id === sessionId));
  return holder !== undefined && (room.current !== null || holder === dayOfSession(room, focus?.session));
}

/** The day that holds a session. */
export function dayOfSession(room: Room, session: Session | undefined): RoomDay {
  return room.days.find(({ schedule }) => schedule.day.id === session?.dayId) ?? room.day;
}
