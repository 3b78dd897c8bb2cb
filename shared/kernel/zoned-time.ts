// From a time on the room's clock to a moment: the one place that knows the offset of a time zone.
import type { CalendarDate } from './calendar-date.ts';

/** What the clock of a zone shows at a moment, as if it were UTC. An unknown zone counts as UTC. */
function shownAt(milliseconds: number, timeZone: string): number {
  const options = {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  } as const;
  const format = (zone: string) => new Intl.DateTimeFormat('en-CA', { ...options, timeZone: zone }).formatToParts(milliseconds);
  let parts: Intl.DateTimeFormatPart[];
  try {
    parts = format(timeZone);
  } catch {
    parts = format('UTC');
  }
  const value = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(value('year'), value('month') - 1, value('day'), value('hour'), value('minute'), value('second'));
}

/**
 * The moment at which the clock of a zone shows a time of a day.
 * @param minutes since midnight
 * @param timeZone an IANA name such as `Africa/Accra`
 * @returns milliseconds since 1970; where clocks are set back, the first of the two moments; where they are set forward, the moment after the gap
 */
export function millisecondsInZone(date: CalendarDate, minutes: number, timeZone: string): number {
  const wanted = Date.parse(`${date}T00:00:00Z`) + minutes * 60_000;
  const offsetAt = (milliseconds: number) => shownAt(milliseconds, timeZone) - milliseconds;
  const day = 86_400_000;
  const [before, after] = [wanted - offsetAt(wanted - day), wanted - offsetAt(wanted + day)] as const;
  const first = Math.min(before, after);
  return shownAt(first, timeZone) === wanted ? first : Math.max(before, after);
}
