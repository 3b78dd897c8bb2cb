// The month view behind date fields. Loaded when it is opened first: nobody needs it to start.
import { DatePicker, DatesProvider } from '@mantine/dates';
import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/fr';
import type { ReactNode } from 'react';
import { useLanguage } from './language.ts';
import type { CalendarDate } from '../../shared/kernel/calendar-date.ts';

interface CalendarProps {
  readonly value: CalendarDate | null;
  /** Day whose month is shown first. */
  readonly start: CalendarDate;
  readonly onPick: (date: CalendarDate) => void;
}

export function Calendar({ value, start, onPick }: CalendarProps): ReactNode {
  const language = useLanguage();
  return (
    <DatesProvider settings={{ locale: language, firstDayOfWeek: 1, weekendDays: [] }}>
      <DatePicker value={value} defaultDate={start} onChange={(date) => date !== null && onPick(date as CalendarDate)} />
    </DatesProvider>
  );
}
