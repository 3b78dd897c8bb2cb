// The room as the page sees it now: schedules, clock events and today's date put together.
import { useMemo } from 'react';
import { scheduleOf } from '../../../shared/domain/agenda/rules.ts';
import { clockEvents } from '../../../shared/domain/clock/rules.ts';
import { dateInZone } from '../../../shared/kernel/calendar-date.ts';
import { useNow } from '../../state/host-context.tsx';
import { useView, useWorkshop } from '../../state/workshop-context.tsx';
import { roomOf, type Room } from './room.ts';

/** @returns undefined for a workshop without days */
export function useRoom(): Room | undefined {
  const view = useView('days', 'sessions', 'clockEvents');
  const { timezone } = useWorkshop();
  const now = useNow();
  const today = dateInZone(now(), timezone);
  return useMemo(() => roomOf(scheduleOf(view), clockEvents(view), today), [today, view]);
}
