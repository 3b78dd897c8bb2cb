// Commands on the clock. They are not in undo: "Go back" is their own way back (design §3).
import { z } from 'zod';
import { err, ok } from '../../kernel/result.ts';
import { idSchema } from '../../kernel/schema.ts';
import type { DocumentChange, View } from '../collections.ts';
import { command, created, notFound, updated, type DecideContext, type Decision } from '../command.ts';
import type { SessionId } from '../agenda/model.ts';
import type { ClockEvent, ClockEventKind } from './model.ts';
import { clockEvents, sessionClock, type SessionState } from './rules.ts';
import { workshopRecordId } from '../workshop/values.ts';

const sessionId = idSchema<'session'>();

function event(context: DecideContext, session: SessionId, kind: ClockEventKind, minutes: number | null = null): DocumentChange {
  return created('clockEvents', { id: context.newId() as ClockEvent['id'], at: context.now, sessionId: session, kind, minutes });
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
      return ok([...running.map((session) => event(context, session.id, 'finished')), event(context, id, 'started'), ...status]);
    }),
});

export const sessionFinish = command({
  name: 'sessionFinish',
  isUndoable: false,
  input: { id: sessionId },
  decide: (view, { id }, context) => inState(view, id, ['running', 'paused'], () => ok([event(context, id, 'finished')])),
});

export const sessionSkip = command({
  name: 'sessionSkip',
  isUndoable: false,
  input: { id: sessionId },
  decide: (view, { id }, context) => inState(view, id, ['waiting', 'running', 'paused'], () => ok([event(context, id, 'skipped')])),
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
      return ok([...running.map((session) => event(context, session.id, 'reopened')), event(context, id, 'reopened')]);
    }),
});

export const sessionExtend = command({
  name: 'sessionExtend',
  isUndoable: false,
  input: { id: sessionId, minutes: z.number().int().min(-120).max(120) },
  decide: (view, { id, minutes }, context) => inState(view, id, ['running', 'paused'], () => ok([event(context, id, 'extended', minutes)])),
});

export const sessionPause = command({
  name: 'sessionPause',
  isUndoable: false,
  input: { id: sessionId },
  decide: (view, { id }, context) => inState(view, id, ['running'], () => ok([event(context, id, 'paused')])),
});

export const sessionResume = command({
  name: 'sessionResume',
  isUndoable: false,
  input: { id: sessionId },
  decide: (view, { id }, context) => inState(view, id, ['paused'], () => ok([event(context, id, 'resumed')])),
});

export const sessionStepStart = command({
  name: 'sessionStepStart',
  isUndoable: false,
  input: { id: sessionId, step: z.number().int().min(0).max(200) },
  decide: (view, { id, step }, context) => inState(view, id, ['running', 'paused'], () => ok([event(context, id, 'stepStarted', step)])),
});

export const clockCommands = [
  sessionStart,
  sessionFinish,
  sessionSkip,
  sessionReopen,
  sessionExtend,
  sessionPause,
  sessionResume,
  sessionStepStart,
] as const;
