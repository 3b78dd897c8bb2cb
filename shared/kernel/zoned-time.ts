// From a time on the room's clock to a moment: the one place that knows the offset of a time zone.
import { create, toZonedDateTime } from 'temporal-polyfill/fns/PlainDateTime';
import { addDays, type CalendarDate } from './calendar-date.ts';

const minutesOfDay = 24 * 60;

/**
 * The moment at which the clock of a zone shows a time of a day. It is asked for each time anew: on the days on which clocks change, a time of
 * the day is not as many minutes after midnight as it says.
 * @param minutes as the clock shows them: 510 is 08:30; from 1440 on, the next day
 * @param timeZone an IANA name such as `Africa/Accra`; an unknown name counts as UTC
 * @returns milliseconds since 1970; where clocks are set back, the first of the two moments; where they are set forward, the moment after the gap
 */
export function millisecondsInZone(date: CalendarDate, minutes: number, timeZone: string): number {
  const day = addDays(date, Math.floor(minutes / minutesOfDay));
  const time = ((minutes % minutesOfDay) + minutesOfDay) % minutesOfDay;
  const [year = 1970, month = 1, dayOfMonth = 1] = day.split('-').map(Number);
  const shown = create(year, month, dayOfMonth, Math.floor(time / 60), Math.floor(time % 60));
  try {
    return toZonedDateTime(shown, timeZone, { disambiguation: 'compatible' }).epochMilliseconds;
  } catch (error) {
    if (error instanceof RangeError) return toZonedDateTime(shown, 'UTC').epochMilliseconds;
    throw error;
  }
}
