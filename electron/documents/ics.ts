// Follow-up dates as an iCalendar file: whole days without a time zone, stable ids, sequence numbers.
import ical, { ICalCalendarMethod } from 'ical-generator';
import { addDays, type CalendarDate } from '../../shared/kernel/calendar-date.ts';
import type { PackCalendar } from '../../shared/pack/calendar-entries.ts';

/** @param createdAt moment of the file, written as the stamp of every entry */
export function renderIcs(calendar: PackCalendar, createdAt: Date): string {
  const file = ical({
    name: oneLine(calendar.name),
    prodId: { company: 'HRH Action Workshop', product: 'Follow-up', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const { uid, date, summary, who, plan } of calendar.entries) {
    file.createEvent({
      id: uid,
      sequence: calendar.sequence,
      stamp: createdAt,
      // A whole day: without a time zone the library writes the day that this moment has in UTC, wherever the machine is.
      start: dayInUtc(date),
      end: dayInUtc(addDays(date, 1)),
      allDay: true,
      summary: oneLine(who === '' ? summary : `${summary} (${who})`),
      description: oneLine(plan),
    });
  }
  return file.toString();
}

/** The library writes the name of a calendar as it is: a line end in it would begin lines of its own. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function dayInUtc(date: CalendarDate): Date {
  return new Date(`${date}T00:00:00Z`);
}
