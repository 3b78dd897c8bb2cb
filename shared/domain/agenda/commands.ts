// Commands on the agenda: sessions are edited, added, removed, reordered; days keep their start.
import { err, ok } from '../../kernel/result.ts';
import { idSchema, localTextSchema } from '../../kernel/schema.ts';
import { command, created, notFound, removal, setCommand, updated } from '../command.ts';
import { keyAtEnd, keysAfter, sorted } from '../sorted.ts';
import { addDays } from '../../kernel/calendar-date.ts';
import { sessionSchema, type Session } from './model.ts';
import { defaultMinutes } from './rules.ts';
import { workshopRecordId } from '../workshop/values.ts';

const sessionShape = sessionSchema.unwrap().shape;

export const sessionAdd = command({
  name: 'sessionAdd',
  input: {
    id: idSchema<'session'>(),
    dayId: idSchema<'day'>(),
    afterId: idSchema<'session'>().nullable(),
    title: localTextSchema,
    kind: sessionShape.kind,
  },
  decide: (view, { id, dayId, afterId, title, kind }) => {
    if (view.get('sessions', id)) return err({ code: 'already-exists', collection: 'sessions', id });
    if (!view.get('days', dayId)) return notFound('days', dayId);
    const sessions = sorted(view, 'sessions', (session) => session.dayId === dayId);
    const minutes = defaultMinutes(kind);
    const session: Session = {
      id,
      dayId,
      order: keysAfter(sessions, afterId, 1)[0] as string,
      guideId: null,
      title,
      plannedMinutes: minutes,
      kind,
      phaseId: null,
      fieldIds: [],
      purpose: null,
      steps: null,
      materials: null,
      notes: null,
      recordKinds: ['notes'],
      anchor: null,
      cuttable: false,
      minMinutes: Math.min(minutes, 10),
    };
    return ok([created('sessions', session)]);
  },
});

export const sessionSet = setCommand({
  name: 'sessionSet',
  collection: 'sessions',
  fields: [
    'title',
    'plannedMinutes',
    'kind',
    'phaseId',
    'fieldIds',
    'purpose',
    'steps',
    'materials',
    'notes',
    'recordKinds',
    'anchor',
    'cuttable',
    'minMinutes',
  ],
});

/** Moves a session behind another one, also to another day. Its minutes never change. */
export const sessionMove = command({
  name: 'sessionMove',
  input: { id: idSchema<'session'>(), dayId: idSchema<'day'>(), afterId: idSchema<'session'>().nullable() },
  decide: (view, { id, dayId, afterId }) => {
    const session = view.get('sessions', id);
    if (!session) return notFound('sessions', id);
    if (!view.get('days', dayId)) return notFound('days', dayId);
    const others = sorted(view, 'sessions', (other) => other.dayId === dayId && other.id !== id);
    return ok(updated('sessions', session, { dayId, order: keysAfter(others, afterId, 1)[0] }));
  },
});

export const sessionRemove = command({
  name: 'sessionRemove',
  input: { id: idSchema<'session'>() },
  decide: (view, { id }) => removal(view, 'sessions', id),
});

/** Adds a day after the last one; the workshop ends a day later. */
export const dayAdd = command({
  name: 'dayAdd',
  input: { id: idSchema<'day'>() },
  decide: (view, { id }) => {
    if (view.get('days', id)) return err({ code: 'already-exists', collection: 'days', id });
    const days = sorted(view, 'days');
    const workshop = view.get('workshop', workshopRecordId);
    if (!workshop) return notFound('workshop', workshopRecordId);
    const last = days.at(-1);
    const date = last ? addDays(last.date, 1) : workshop.startDate;
    const day = { id, date, startTime: last?.startTime ?? '08:30', label: null, templateDay: null, order: keyAtEnd(days) };
    return ok([created('days', day), ...(date > workshop.endDate ? updated('workshop', workshop, { endDate: date }) : [])]);
  },
});

export const daySet = setCommand({ name: 'daySet', collection: 'days', fields: ['startTime', 'label'] });

/** Removes a day with its sessions; the later days move up so that the dates stay without a gap. */
export const dayRemove = command({
  name: 'dayRemove',
  input: { id: idSchema<'day'>() },
  decide: (view, { id }) => {
    const removed = removal(view, 'days', id);
    const workshop = view.get('workshop', workshopRecordId);
    if (!removed.ok || !workshop) return removed;
    const rest = sorted(view, 'days', (day) => day.id !== id);
    const moved = rest.flatMap((day, index) => updated('days', day, { date: addDays(workshop.startDate, index) }));
    const endDate = addDays(workshop.startDate, Math.max(0, rest.length - 1));
    return ok([...removed.value, ...moved, ...updated('workshop', workshop, { endDate })]);
  },
});

export const agendaCommands = [sessionAdd, sessionSet, sessionMove, sessionRemove, dayAdd, daySet, dayRemove] as const;
