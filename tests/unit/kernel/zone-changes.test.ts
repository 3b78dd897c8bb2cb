// Every zone at every change of its clocks, against what the platform's own calendar shows.
import { expect, test } from 'vitest';
import { addDays, type CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { millisecondsInZone } from '../../../shared/kernel/zoned-time.ts';

const minute = 60_000;
const hour = 60 * minute;
const week = 7 * 24 * hour;
const [from, to] = [Date.UTC(2024, 0, 1), Date.UTC(2036, 0, 1)];

/** What the clock of a zone shows at a moment, as if it were UTC: by the platform, not by our library. */
function shownIn(timeZone: string): (milliseconds: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  return (milliseconds) => {
    const [month = 0, day = 0, year = 0, hours = 0, minutes = 0] = format.format(milliseconds).match(/\d+/g)?.map(Number) ?? [];
    return Date.UTC(year, month - 1, day, hours, minutes);
  };
}

/** The first moments with a new offset: looked for week by week, then by halves. A zone that changes twice within a week would show none; none does. */
function changesOf(shownAt: (milliseconds: number) => number): readonly number[] {
  const offsetAt = (milliseconds: number) => shownAt(milliseconds) - milliseconds;
  const found: number[] = [];
  for (let start = from, before = offsetAt(from); start < to; start += week) {
    const after = offsetAt(start + week);
    if (after === before) continue;
    let [low, high] = [start, start + week];
    while (high - low > minute) {
      const middle = low + Math.floor((high - low) / 2 / minute) * minute;
      if (offsetAt(middle) === before) low = middle;
      else high = middle;
    }
    found.push(high);
    before = after;
  }
  return found;
}

const dateOf = (shown: number) => new Date(shown).toISOString().slice(0, 10) as CalendarDate;
const minutesOf = (shown: number) => Math.floor(shown / minute) % (24 * 60);

/** What the zone answers wrongly about the hours before and after a change, in words that name it. */
function faultsAround(change: number, zone: string, shownAt: (milliseconds: number) => number): readonly string[] {
  const faults: string[] = [];
  const gap = shownAt(change) - shownAt(change - minute) - minute;
  for (let moment = change - 3 * hour; moment <= change + 3 * hour; moment += 30 * minute) {
    const shown = shownAt(moment);
    const answer = millisecondsInZone(dateOf(shown), minutesOf(shown), zone);
    // A time that comes twice is the first of the two.
    const wanted = gap < 0 && moment >= change && moment < change - gap ? moment + gap : moment;
    if (answer !== wanted) faults.push(`${zone} ${new Date(moment).toISOString()}: ${new Date(answer).toISOString()}`);
  }
  if (gap > 0 && gap < 24 * hour) {
    // A time that does not exist is as long after the change as it would have been before.
    const missing = shownAt(change - minute) + minute + gap / 2;
    const answer = millisecondsInZone(dateOf(missing), minutesOf(missing), zone);
    if (answer !== change + gap / 2) faults.push(`${zone} gap at ${new Date(change).toISOString()}: ${new Date(answer).toISOString()}`);
  }
  return faults;
}

test('at each change of each zone from 2024 to 2035, a time of the day is the moment at which the clock shows it', () => {
  const zones = Intl.supportedValuesOf('timeZone');
  let changes = 0;
  const faults = zones.flatMap((zone) => {
    const shownAt = shownIn(zone);
    const own = changesOf(shownAt);
    changes += own.length;
    return own.flatMap((change) => faultsAround(change, zone, shownAt));
  });
  expect(faults).toEqual([]);
  expect(zones.length).toBeGreaterThan(300);
  expect(changes).toBeGreaterThan(2_000);
});

test('the minutes of a day may lead into the next one, also over a change', () => {
  const cairo = '2027-04-29' as CalendarDate;
  expect(millisecondsInZone(cairo, 24 * 60 + 9 * 60, 'Africa/Cairo')).toBe(millisecondsInZone(addDays(cairo, 1), 9 * 60, 'Africa/Cairo'));
});
