// Where and when a plan is looked at again.
import { addDays, mondayIfWeekend, type CalendarDate } from '../../kernel/calendar-date.ts';
import type { View } from '../collections.ts';
import { workshopRecordId } from '../workshop/values.ts';
import type { Checkpoint, CheckpointKind } from './model.ts';

/** Natural key: one checkpoint per plan and kind. */
export function checkpointId(planId: string, kind: CheckpointKind): Checkpoint['id'] {
  return `${planId}.${kind}` as Checkpoint['id'];
}

/** The day of a checkpoint: counted from the workshop's last day, moved to Monday from a weekend unless the setting is off (domain §9.2). */
export function checkpointDate(view: View, kind: CheckpointKind): CalendarDate | undefined {
  const workshop = view.get('workshop', workshopRecordId);
  if (!workshop) return undefined;
  const date = addDays(workshop.endDate, Number(kind));
  return workshop.weekendToMonday ? mondayIfWeekend(date) : date;
}
