// Calendar dates: arithmetic without time zones, weekends, year ends.
import { describe, expect, it } from 'vitest';
import {
  addDays,
  dateInZone,
  daysBetween,
  isCalendarDate,
  isWeekend,
  mondayIfWeekend,
  type CalendarDate,
} from '../../../shared/kernel/calendar-date.ts';

const date = (text: string) => text as CalendarDate;

describe('calendar dates', () => {
  it('cross a year end and a leap day', () => {
    expect(addDays(date('2026-12-30'), 5)).toBe('2027-01-04');
    expect(addDays(date('2028-02-28'), 1)).toBe('2028-02-29');
    expect(daysBetween(date('2026-12-30'), date('2027-01-04'))).toBe(5);
  });

  it.each(['2026-02-29', '2026-13-01', '26-01-01', '2026-1-1', '', '2026-01-01T00:00'])('refuse %j', (text) => {
    expect(isCalendarDate(text)).toBe(false);
  });

  it('move from a weekend to Monday', () => {
    expect(isWeekend(date('2026-03-21'))).toBe(true);
    expect(mondayIfWeekend(date('2026-03-21'))).toBe('2026-03-23');
    expect(mondayIfWeekend(date('2026-03-22'))).toBe('2026-03-23');
    expect(mondayIfWeekend(date('2026-03-20'))).toBe('2026-03-20');
  });

  it('fall on the day of the room, not of the laptop', () => {
    const late = Date.parse('2026-03-17T22:30:00Z');
    expect(dateInZone(late, 'Africa/Nairobi')).toBe('2026-03-18');
    expect(dateInZone(late, 'Africa/Accra')).toBe('2026-03-17');
    expect(dateInZone(late, 'Nowhere/Land')).toBe('2026-03-17');
  });
});
