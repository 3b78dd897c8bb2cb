// Commands on checkpoints, and the entry in the pack log.
import { z } from 'zod';
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { ok } from '../../kernel/result.ts';
import { calendarDateSchema, idSchema, textSchema } from '../../kernel/schema.ts';
import { withoutTyped } from '../as-typed.ts';
import { allOf, command, created, notFound, setCommand, updated, type Decision } from '../command.ts';
import { packExportSchema } from './model.ts';
import { workshopRecordId } from '../workshop/values.ts';
import { checkpointKinds } from './values.ts';
import { checkpointId, checkpointDate } from './rules.ts';

/** Puts the usual checkpoints on plans; those that are there already keep their date. */
export const checkpointsAdd = command({
  name: 'checkpointsAdd',
  input: { planIds: z.array(idSchema<'plan'>()).min(1).max(2000), kinds: z.array(z.enum(checkpointKinds)).min(1) },
  decide: (view, { planIds, kinds }) =>
    allOf(
      planIds.map((planId): Decision => {
        if (!view.get('plans', planId)) return notFound('plans', planId);
        const missing = kinds.filter((kind) => !view.get('checkpoints', checkpointId(planId, kind)));
        const changes = missing.map((kind) => {
          const dueDate = checkpointDate(view, kind) as CalendarDate;
          return created('checkpoints', { id: checkpointId(planId, kind), planId, kind, dueDate, doneAt: null, result: '' });
        });
        return view.get('workshop', workshopRecordId) ? ok(changes) : notFound('workshop', workshopRecordId);
      }),
    ),
});

/**
 * Moves one checkpoint of several plans to another day: the room usually agrees on one. Without a day it keeps those it has: words that were not
 * understood (`asTyped`) stand beside them.
 */
export const checkpointsMove = command({
  name: 'checkpointsMove',
  input: {
    ids: z.array(idSchema<'checkpoint'>()).min(1).max(2000),
    dueDate: calendarDateSchema.nullable(),
    asTyped: textSchema.optional(),
  },
  decide: (view, { ids, dueDate, asTyped = '' }) =>
    allOf(
      ids.map((id): Decision => {
        const checkpoint = view.get('checkpoints', id);
        if (!checkpoint) return notFound('checkpoints', id);
        const words = asTyped.trim() === '' ? withoutTyped('checkpoints', checkpoint) : { dueDateAsTyped: asTyped.normalize('NFC').trim() };
        return ok(updated('checkpoints', checkpoint, { dueDate: dueDate ?? checkpoint.dueDate, ...words }));
      }),
    ),
});

export const checkpointSet = setCommand({ name: 'checkpointSet', collection: 'checkpoints', fields: ['dueDate', 'result'] });

/** Remembers what was handed out. Carried out by the host after a build; not in undo: what was handed out was handed out. */
export const packLog = command({
  name: 'packLog',
  isUndoable: false,
  input: { entry: packExportSchema },
  decide: (_view, { entry }) => ok([created('packExports', entry)]),
});

export const followUpCommands = [checkpointsAdd, checkpointsMove, checkpointSet, packLog] as const;
