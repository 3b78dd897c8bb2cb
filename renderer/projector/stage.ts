// What the room sees: derived from the agenda and the clock events alone. Nothing here knows people, plans or notes.
import type { Session } from '../../shared/domain/agenda/model.ts';
import { isPause } from '../../shared/domain/agenda/rules.ts';
import { clockTone, dayProgress, remainingMilliseconds } from '../../shared/domain/clock/rules.ts';
import type { Reading } from '../../shared/domain/clock/reading.ts';
import type { ClockEvent } from '../../shared/domain/clock/model.ts';
import { millisecondsInZone } from '../../shared/kernel/zoned-time.ts';
import type { Room } from '../features/run/room.ts';
import { remainingMinutes, remainingText } from '../features/run/clock-text.ts';

export interface NextSession {
  readonly session: Session;
  /** Milliseconds since 1970. */
  readonly planned: number;
  readonly expected: number;
}

export type Stage =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'over' }
  /** Nothing runs: the next session and when it was planned to begin. */
  | { readonly kind: 'before'; readonly next: NextSession }
  | {
      readonly kind: 'session';
      readonly session: Session;
      readonly tone: 'calm' | 'warning' | 'over';
      readonly isPaused: boolean;
      readonly time: string;
      readonly minutesLeft: number;
      /** When a break or lunch ends, in milliseconds since 1970; null for work. */
      readonly backAt: number | null;
      readonly next: NextSession | null;
    };

interface Moment {
  /** Of the room. */
  readonly timeZone: string;
  /** A reading, or milliseconds since 1970. */
  readonly now: Reading | number;
}

export function stageOf(room: Room | undefined, events: readonly ClockEvent[], { timeZone, now }: Moment): Stage {
  if (!room || room.day.sessions.length === 0) return { kind: 'nothing' };
  const { current, next, day } = room;
  const { expectedSessionEnd, expectedStarts } = dayProgress(day.schedule, events, { timeZone, now });
  const upcoming = next ? nextSession(next.session, millisecondsInZone(day.schedule.day.date, next.start, timeZone)) : null;
  if (!current) return upcoming ? { kind: 'before', next: upcoming } : { kind: 'over' };
  const { session, clock } = current;
  const left = remainingMilliseconds(session, clock, now);
  return {
    kind: 'session',
    session,
    tone: clockTone(session, clock, left),
    isPaused: clock.state === 'paused',
    time: remainingText(left, 100),
    minutesLeft: remainingMinutes(left),
    backAt: isPause(session.kind) ? expectedSessionEnd : null,
    next: upcoming,
  };

  function nextSession(coming: Session, planned: number): NextSession {
    return { session: coming, planned, expected: current ? (expectedStarts.get(coming.id) ?? planned) : planned };
  }
}
