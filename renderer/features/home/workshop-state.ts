// Where a workshop stands today, in words: runs today, starts soon, next check, over.
import type { WorkshopSummary } from '../../../shared/contract/contract.ts';
import { dateInZone, daysBetween } from '../../../shared/kernel/calendar-date.ts';
import type { Formats } from '../../ui/formats.ts';
import type { Words } from '../../ui/language.ts';

/** Day of the workshop that is today, from 1, or null when it does not run today. */
export function dayToday(workshop: WorkshopSummary, now: number): number | null {
  const { startDate, endDate, timezone } = workshop;
  if (startDate === null || endDate === null || workshop.problem !== null) return null;
  const today = dateInZone(now, timezone);
  return today >= startDate && today <= endDate ? daysBetween(startDate, today) + 1 : null;
}

interface StateInWordsOptions {
  readonly t: Words;
  readonly formats: Formats;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export function stateInWords(workshop: WorkshopSummary, { t, formats, now }: StateInWordsOptions): string {
  const { startDate, endDate, timezone, nextCheckpoint, status } = workshop;
  if (workshop.problem !== null) return t('home:state.problem');
  if (startDate === null || endDate === null) return t('home:state.noDates');
  const day = dayToday(workshop, now);
  if (day !== null) return t('home:state.today', { day });
  const until = daysBetween(dateInZone(now, timezone), startDate);
  if (until > 0) return t('home:state.startsIn', { count: until });
  if (nextCheckpoint) return t('home:state.checkpoint', { kind: nextCheckpoint.kind, date: formats.dayMonth(nextCheckpoint.dueDate) });
  return status === 'closed' ? t('home:state.closed') : t('home:state.ended', { date: formats.date(endDate) });
}
