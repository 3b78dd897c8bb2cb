// The changes by day, newest first; each a link to its detail.
import { useMemo, type ReactNode } from 'react';
import { Link } from 'react-router';
import { addDays, dateInZone, type CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { millisecondsOf } from '../../../shared/kernel/instant.ts';
import { useNow } from '../../state/host-context.tsx';
import { useFormats } from '../../ui/formats.ts';
import { useWords } from '../../ui/language.ts';
import { byDay } from './by-day.ts';
import type { HistoryLine } from './fold-entries.ts';
import classes from './history.module.css';

interface HistoryListProps {
  readonly lines: readonly HistoryLine[];
  readonly wordsOf: (line: HistoryLine) => string;
  readonly addressOfLine: (line: HistoryLine) => string;
  readonly selected: HistoryLine | null;
}

/** Moments are those of the clock on the wall beside this computer. */
const ownZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;

export function HistoryList({ lines, wordsOf, addressOfLine, selected }: HistoryListProps): ReactNode {
  const t = useWords();
  const formats = useFormats();
  const days = useMemo(() => byDay(lines, ownZone), [lines]);
  const dayWords = useDayWords();
  return (
    <nav aria-label={t('history:list')} className={classes.days}>
      {days.map(({ date, lines: ofDay }) => (
        <section key={ofDay[0]?.revision} aria-label={dayWords(date)}>
          <h2 className={classes.day}>{dayWords(date)}</h2>
          <ul className={classes.lines}>
            {ofDay.map((line) => (
              <li key={line.revision}>
                <Link className={classes.line} to={addressOfLine(line)} aria-current={line === selected ? 'page' : undefined}>
                  <span className={`${classes.time} number`}>{formats.time(millisecondsOf(line.at))}</span>
                  <span className={classes.lineWords}>
                    <span className={classes.what} data-words>
                      {wordsOf(line)}
                    </span>
                    {line.actor !== '' && <span className={classes.who}>{line.actor}</span>}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

function useDayWords(): (date: CalendarDate) => string {
  const t = useWords();
  const formats = useFormats();
  const today = dateInZone(useNow()(), ownZone);
  return (date) => {
    if (date === today) return t('history:today', { date: formats.dayMonth(date) });
    if (date === addDays(today, -1)) return t('history:yesterday', { date: formats.dayMonth(date) });
    return formats.date(date);
  };
}
