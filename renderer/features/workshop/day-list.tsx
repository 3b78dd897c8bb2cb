// The days of a workshop on their dates; weekends and past days are said.
import type { ReactNode } from 'react';
import { isWeekend, type CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { useFormats } from '../../ui/formats.ts';
import { useWords } from '../../ui/language.ts';
import classes from './workshop.module.css';

interface DayListProps {
  readonly days: readonly { readonly date: CalendarDate; readonly label: string }[];
}

export function DayList({ days }: DayListProps): ReactNode {
  const t = useWords();
  const formats = useFormats();
  const weekend = days.filter((day) => isWeekend(day.date));
  return (
    <div>
      <ol className={classes.days}>
        {days.map((day) => (
          <li key={day.date} className={classes.day}>
            <span className={classes.date}>{formats.weekday(day.date)}</span>
            <span>{day.label}</span>
          </li>
        ))}
      </ol>
      {weekend.length > 0 && (
        <p className={classes.remark}>
          {t('workshop:new.weekend', { date: formats.list(weekend.map((day) => formats.weekday(day.date))) })}
        </p>
      )}
    </div>
  );
}
