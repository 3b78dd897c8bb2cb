// Dates as people type them in English and French.
import { describe, expect, it } from 'vitest';
import { parseDate } from '../../../renderer/ui/parse-date.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';

const reference = '2026-03-20' as CalendarDate;

describe('parseDate', () => {
  it.each([
    ['2026-06-01', '2026-06-01'],
    ['1/6/2026', '2026-06-01'],
    ['01.06.26', '2026-06-01'],
    ['1 6', '2026-06-01'],
    ['1 June', '2026-06-01'],
    ['1st June 2027', '2027-06-01'],
    ['Mon 1 June 2026', '2026-06-01'],
    ['1er juin', '2026-06-01'],
    ['15 août 2026', '2026-08-15'],
    ['15 AOUT', '2026-08-15'],
    ['3 déc.', '2026-12-03'],
    ['14 juil', '2026-07-14'],
    ['30', '2026-04-19'],
    ['+30', '2026-04-19'],
    ['0', '2026-03-20'],
  ])('reads %s', (text, date) => {
    expect(parseDate(text, reference)).toBe(date);
  });

  it('takes a day without a year as the next one from the reference on', () => {
    expect(parseDate('20 March', reference)).toBe('2026-03-20');
    expect(parseDate('19 March', reference)).toBe('2027-03-19');
  });

  it.each(['', 'soon', '31/2/2026', '32 June', '12/13/2026', '1 j', '99999', '-5'])('does not guess at %j', (text) => {
    expect(parseDate(text, reference)).toBeNull();
  });
});
