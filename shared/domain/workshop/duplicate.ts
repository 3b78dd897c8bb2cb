// A copy of a workshop for the next time: agenda and basics, without people, records and plans.
import { addDays, type CalendarDate } from '../../kernel/calendar-date.ts';
import type { NewId } from '../../kernel/ids.ts';
import { withoutTyped } from '../as-typed.ts';
import type { DocumentChange, View } from '../collections.ts';
import { created, notFound, type Decision } from '../command.ts';
import { sorted } from '../sorted.ts';
import { ok } from '../../kernel/result.ts';
import { workshopRecordId } from './values.ts';

/**
 * The first changes of the copy. Days follow each other from the new first day; what was edited in the agenda stays edited.
 * A copy of the sample is a real workshop: nothing of the invented people comes along.
 */
export function duplicateChanges(view: View, copy: { readonly title: string; readonly startDate: CalendarDate }, newId: NewId): Decision {
  const source = view.get('workshop', workshopRecordId);
  if (!source) return notFound('workshop', workshopRecordId);
  const days = sorted(view, 'days');
  const dayIds = new Map(days.map((day) => [day.id, newId() as typeof day.id]));
  const endDate = addDays(copy.startDate, Math.max(0, days.length - 1));
  const workshop = created('workshop', {
    ...source,
    ...withoutTyped('workshop', source),
    ...copy,
    endDate,
    status: 'draft',
    isSample: false,
  });
  const copiedDays = days.map((day, index) =>
    created('days', { ...day, id: dayIds.get(day.id) ?? day.id, date: addDays(copy.startDate, index) }),
  );
  const sessions = sorted(view, 'sessions').map((session): DocumentChange => {
    return created('sessions', { ...session, id: newId() as typeof session.id, dayId: dayIds.get(session.dayId) ?? session.dayId });
  });
  return ok([workshop, ...copiedDays, ...sessions]);
}
