// Times on the room's clock as moments.
import { expect, test } from 'vitest';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { millisecondsInZone } from '../../../shared/kernel/zoned-time.ts';

test.each([
  ['2026-11-21', 8 * 60 + 32, 'Africa/Lusaka', '2026-11-21T06:32:00.000Z'],
  ['2026-07-01', 9 * 60, 'Africa/Accra', '2026-07-01T09:00:00.000Z'],
  ['2026-03-08', 8 * 60, 'America/New_York', '2026-03-08T12:00:00.000Z'],
  ['2026-03-17', 30, 'Pacific/Kiritimati', '2026-03-16T10:30:00.000Z'],
  ['2026-03-17', 23 * 60 + 59, 'Asia/Kathmandu', '2026-03-17T18:14:00.000Z'],
  ['2026-03-17', 0, 'No/Where', '2026-03-17T00:00:00.000Z'],
  // 02:30 comes twice on this night; the first one counts.
  ['2026-10-25', 150, 'Europe/Paris', '2026-10-25T00:30:00.000Z'],
  // 02:30 does not exist on this night.
  ['2026-03-29', 150, 'Europe/Paris', '2026-03-29T01:30:00.000Z'],
])('%s + %i minutes in %s is %s', (date, minutes, zone, expected) => {
  expect(new Date(millisecondsInZone(date as CalendarDate, minutes, zone)).toISOString()).toBe(expected);
});
