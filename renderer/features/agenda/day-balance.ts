// Whether a day fills the time that was meant for it: longer or shorter than planned, in minutes.
import type { Day } from '../../../shared/domain/agenda/model.ts';
import { minutesOfTime, type DaySchedule } from '../../../shared/domain/agenda/rules.ts';
import type { WorkshopTemplate } from '../../../shared/domain/agenda/template.ts';
import { templateDayOf } from './template-day.ts';

/** End of a day that no template speaks of, in minutes since midnight: 17:00, as the first days of every template. */
const usualEnd = 17 * 60;

/** The end that was meant for a day: that of the template's day it came from, else 17:00. @returns minutes since midnight */
export function plannedEnd(day: Day, templates: readonly WorkshopTemplate[]): number {
  const origin = templateDayOf(day, templates);
  if (!origin) return usualEnd;
  return minutesOfTime(origin.startTime) + origin.sessions.reduce((sum, session) => sum + session.minutes, 0);
}

export interface DayBalance {
  readonly plannedEnd: number;
  /** Minutes over the planned end; negative = free time before it. */
  readonly over: number;
}

export function dayBalance(schedule: DaySchedule, templates: readonly WorkshopTemplate[]): DayBalance {
  const end = plannedEnd(schedule.day, templates);
  return { plannedEnd: end, over: schedule.end - end };
}
