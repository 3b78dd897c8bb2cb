// Commands on the clock. They are not in the general undo: they have a taking back of their own, and "Go back" (design §3).
import { z } from 'zod';
import { err, ok } from '../../kernel/result.ts';
import { idSchema } from '../../kernel/schema.ts';
import type { DocumentChange, View } from '../collections.ts';
import { command, created, notFound, updated, type DecideContext, type Decision } from '../command.ts';
import type { SessionId } from '../agenda/model.ts';
import type { ClockEvent, ClockEventKind } from './model.ts';
import { lastAction, lastTakenBack, nextClockNumber } from './order.ts';
import { unmeasured } from './reading.ts';
import { clockEvents, sessionClock, type SessionState } from './rules.ts';
import { workshopRecordId } from '../workshop/values.ts';

const sessionId = idSchema<'session'>();

interface Happened {
  readonly sessionId: SessionId;
  readonly kind: ClockEventKind;
  readonly minutes?: number;
  readonly eventId?: ClockEvent['id'];
}

/** What happened in one commit, in its order. */
function recorded(
  view: View,
  { newId, now, steady = unmeasured }: DecideContext,
  happened: readonly Happened[],
): readonly DocumentChange[] {
  const number = nextClockNumber(view);
  const { replica, boot, uptime } = steady;
  return happened.map(({ sessionId: session, kind, minutes = null, eventId = null }, place) =>
    created('clockEvents', {
      id: newId() as ClockEvent['id'],
      at: now,
      sessionId: session,
      kind,
      minutes,
      order: { number, replica, place },
      boot,
      uptime,
      eventId,
    }),
  );
}

function inState(view: View, id: SessionId, allowed: readonly SessionState[], decide: () => Decision): Decision {
  if (!view.get('sessions', id)) return notFound('sessions', id);
  const { state } = sessionClock(clockEvents(view), id);
  return allowed.includes(state) ? decide() : err({ code: 'not-in-this-state', state });
}

/** Starts a session. Whatever still runs is finished first: the room is in one session at a time. */
export const sessionStart = command({
  name: 'sessionStart',
  isUndoable: false,
  input: { id: sessionId },
  decide: (view, { id }, context) =>
    inState(view, id, ['waiting', 'finished', 'skipped'], () => {
      const events = clockEvents(view);
      const running = [...view.all('sessions')].filter((session) => {
        const { state } = sessionClock(events, session.id);
        return state === 'running' || state === 'paused';
      });
      const workshop = view.get('workshop', workshopRecordId);
      const status = workshop && workshop.status !== 'running' ? updated('workshop', workshop, { status: 'running' }) : [];
      return ok([
        ...recorded(view, context, [
          ...running.map((session) => ({ sessionId: session.id, kind: 'finished' as const })),
          { sessionId: id, kind: 'started' },
        ]),
        ...status,
      ]);
    }),
});

export const sessionFinish = command({
  name: 'sessionFinish',
  isUndoable: false,
  input: { id: sessionId },
  decide: (view, { id }, context) =>
    inState(view, id, ['running', 'paused'], () => ok(recorded(view, context, [{ sessionId: id, kind: 'finished' }]))),
});

export const sessionSkip = command({
  name: 'sessionSkip',
  isUndoable: false,
  input: { id: sessionId },
  decide: (view, { id }, context) =>
    inState(view, id, ['waiting', 'running', 'paused'], () => ok(recorded(view, context, [{ sessionId: id, kind: 'skipped' }]))),
});

/** Goes back into a session that was finished or skipped; what runs now waits again. */
export const sessionReopen = command({
  name: 'sessionReopen',
  isUndoable: false,
  input: { id: sessionId },
  decide: (view, { id }, context) =>
    inState(view, id, ['finished', 'skipped'], () => {
      const events = clockEvents(view);
      const running = [...view.all('sessions')].filter(
        (session) => session.id !== id && ['running', 'paused'].includes(sessionClock(events, session.id).state),
      );
      return ok(
        recorded(view, context, [
          ...running.map(({ id: session }) => ({ sessionId: session, kind: 'reopened' as const })),
          { sessionId: id, kind: 'reopened' },
        ]),
      );
    }),
});

export const sessionExtend = command({
  name: 'sessionExtend',
  isUndoable: false,
  input: { id: sessionId, minutes: z.number().int().min(-120).max(120) },
  decide: (view, { id, minutes }, context) =>
    inState(view, id, ['running', 'paused'], () => ok(recorded(view, context, [{ sessionId: id, kind: 'extended', minutes: minutes }]))),
});

export const sessionPause = command({
  name: 'sessionPause',
  isUndoable: false,
  input: { id: sessionId },
  decide: (view, { id }, context) => inState(view, id, ['running'], () => ok(recorded(view, context, [{ sessionId: id, kind: 'paused' }]))),
});

export const sessionResume = command({
  name: 'sessionResume',
  isUndoable: false,
  input: { id: sessionId },
  decide: (view, { id }, context) => inState(view, id, ['paused'], () => ok(recorded(view, context, [{ sessionId: id, kind: 'resumed' }]))),
});

export const sessionStepStart = command({
  name: 'sessionStepStart',
  isUndoable: false,
  input: { id: sessionId, step: z.number().int().min(0).max(200) },
  decide: (view, { id, step }, context) =>
    inState(view, id, ['running', 'paused'], () => ok(recorded(view, context, [{ sessionId: id, kind: 'stepStarted', minutes: step }]))),
});

/** Says how many minutes of a running session are used, after the computer's clock was set and nobody can measure it. */
export const sessionSetElapsed = command({
  name: 'sessionSetElapsed',
  isUndoable: false,
  input: { id: sessionId, minutes: z.number().int().min(0).max(1440) },
  decide: (view, { id, minutes }, context) =>
    inState(view, id, ['running', 'paused'], () => ok(recorded(view, context, [{ sessionId: id, kind: 'elapsedSet', minutes }]))),
});

/**
 * Takes the last action on the clock back, with everything that it did; or a taking back, while it is the last of all, which brings the action
 * again. Fails with `undo-nothing` when the named event is not the last any more: then something else happened meanwhile.
 */
export const clockTakeBack = command({
  name: 'clockTakeBack',
  isUndoable: false,
  input: { id: idSchema<'clockEvent'>() },
  decide: (view, { id }, context) => {
    const action = [lastAction(view), lastTakenBack(view)].find((events) => events.some((event) => event.id === id));
    if (!action) return err({ code: 'undo-nothing' });
    const taken = action.map((event) => ({ sessionId: event.sessionId, kind: 'takenBack' as const, eventId: event.id }));
    return ok(recorded(view, context, taken.toReversed()));
  },
});

export const clockCommands = [
  sessionSetElapsed,
  clockTakeBack,
  sessionStart,
  sessionFinish,
  sessionSkip,
  sessionReopen,
  sessionExtend,
  sessionPause,
  sessionResume,
  sessionStepStart,
] as const;
