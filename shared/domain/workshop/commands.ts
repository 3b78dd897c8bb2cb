// Commands on the workshop itself: begin it from a template, edit its basics, move its dates, change its status.
import { z } from 'zod';
import { addDays, type CalendarDate } from '../../kernel/calendar-date.ts';
import type { NewId } from '../../kernel/ids.ts';
import { orderKeysBetween } from '../../kernel/order-key.ts';
import { err, ok } from '../../kernel/result.ts';
import { calendarDateSchema } from '../../kernel/schema.ts';
import type { Day, Session } from '../agenda/model.ts';
import { templateSchema, type WorkshopTemplate } from '../agenda/template.ts';
import type { DocumentChange } from '../collections.ts';
import { asTypedIn } from '../as-typed.ts';
import { command, created, notFound, setCommand, updated } from '../command.ts';
import { sorted } from '../sorted.ts';
import { workshopSchema, type Workshop } from './model.ts';
import { workshopRecordId, workshopStatuses } from './values.ts';

const shape = workshopSchema.unwrap().shape;

/** What the form "New workshop" asks for. */
export const workshopBasicsSchema = z.object({
  title: shape.title,
  place: shape.place,
  country: shape.country,
  hosts: shape.hosts,
  partners: shape.partners,
  funders: shape.funders,
  organisers: shape.organisers,
  objectives: shape.objectives,
  startDate: calendarDateSchema,
  languages: shape.languages,
  timezone: shape.timezone,
});
export type WorkshopBasics = z.infer<typeof workshopBasicsSchema>;

/** Days and sessions of a template on real dates. Text stays with the guide until somebody edits it. */
export function agendaFromTemplate(template: WorkshopTemplate, startDate: CalendarDate, newId: NewId): readonly DocumentChange[] {
  const dayKeys = orderKeysBetween(null, null, template.days.length);
  return template.days.flatMap((templateDay, dayIndex) => {
    const day: Day = {
      id: newId() as Day['id'],
      date: addDays(startDate, dayIndex),
      startTime: templateDay.startTime,
      label: null,
      templateDay: `${template.id}/${templateDay.id}`,
      order: dayKeys[dayIndex] as string,
    };
    const keys = orderKeysBetween(null, null, templateDay.sessions.length);
    const sessions = templateDay.sessions.map((session, index): DocumentChange => {
      const record: Session = {
        id: newId() as Session['id'],
        dayId: day.id,
        order: keys[index] as string,
        guideId: session.guideId,
        title: null,
        plannedMinutes: session.minutes,
        kind: session.kind,
        phaseId: session.phaseId,
        fieldIds: session.fieldIds,
        purpose: null,
        steps: null,
        materials: null,
        notes: null,
        recordKinds: session.recordKinds,
        anchor: session.anchor,
        cuttable: session.cuttable,
        minMinutes: session.minMinutes,
      };
      return created('sessions', record);
    });
    return [created('days', day), ...sessions];
  });
}

/** The first command of every document. */
export const workshopBegin = command({
  name: 'workshopBegin',
  isUndoable: false,
  input: { basics: workshopBasicsSchema, template: templateSchema, isSample: z.boolean() },
  decide: (view, { basics, template, isSample }, { newId }) => {
    if (view.get('workshop', workshopRecordId)) return err({ code: 'already-exists', collection: 'workshop', id: workshopRecordId });
    const workshop: Workshop = {
      ...basics,
      id: workshopRecordId as Workshop['id'],
      templateId: template.id,
      endDate: addDays(basics.startDate, template.days.length - 1),
      status: 'draft',
      isSample,
      weekendToMonday: true,
    };
    return ok([created('workshop', workshop), ...agendaFromTemplate(template, basics.startDate, newId)]);
  },
});

export const workshopSet = setCommand({
  name: 'workshopSet',
  collection: 'workshop',
  fields: [
    'title',
    'place',
    'country',
    'hosts',
    'partners',
    'funders',
    'organisers',
    'objectives',
    'languages',
    'timezone',
    'weekendToMonday',
    // The first day is moved with the whole workshop; words that are no day stay beside it.
    'startDateAsTyped',
  ],
});

/** Moves the whole workshop: days keep their order and follow each other from the new first day. Dates that people typed stay. */
export const workshopMove = command({
  name: 'workshopMove',
  input: { startDate: calendarDateSchema },
  decide: (view, { startDate }) => {
    const workshop = view.get('workshop', workshopRecordId);
    if (!workshop) return notFound('workshop', workshopRecordId);
    const days = sorted(view, 'days');
    const endDate = addDays(startDate, Math.max(0, days.length - 1));
    return ok([
      ...updated('workshop', workshop, {
        startDate,
        endDate,
        ...(asTypedIn(workshop, 'startDate') === '' ? {} : { startDateAsTyped: '' }),
      }),
      ...days.flatMap((day, index) => updated('days', day, { date: addDays(startDate, index) })),
    ]);
  },
});

export const workshopSetStatus = command({
  name: 'workshopSetStatus',
  isUndoable: false,
  input: { status: z.enum(workshopStatuses) },
  decide: (view, { status }) => {
    const workshop = view.get('workshop', workshopRecordId);
    return workshop ? ok(updated('workshop', workshop, { status })) : notFound('workshop', workshopRecordId);
  },
});

export const workshopCommands = [workshopBegin, workshopSet, workshopMove, workshopSetStatus] as const;
