// The lines of the history under the days on which they were written.
import { dateInZone, type CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { millisecondsOf, type Instant } from '../../../shared/kernel/instant.ts';

interface OfDay<Line> {
  readonly date: CalendarDate;
  readonly lines: readonly Line[];
}

/**
 * Lines in their order, under headings. A day stands twice where the clock was set back over midnight in between: the order is that in which
 * things happened, and no clock changes it.
 */
export function byDay<Line extends { readonly at: Instant }>(lines: readonly Line[], timeZone: string): readonly OfDay<Line>[] {
  const days: { readonly date: CalendarDate; readonly lines: Line[] }[] = [];
  for (const line of lines) {
    const date = dateInZone(millisecondsOf(line.at), timeZone);
    const last = days.at(-1);
    if (last?.date === date) last.lines.push(line);
    else days.push({ date, lines: [line] });
  }
  return days;
}
