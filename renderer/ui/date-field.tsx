// A date in a form: typed in any usual way, or picked from a calendar that is loaded when it is opened.
import { Popover } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useWords } from './language.ts';
import type { Binding } from './autosave.ts';
import { IconButton } from './button.tsx';
import { ConflictChoice } from './conflict-choice.tsx';
import { dateMeaning, useDateText, type DateText } from './date-input.ts';
import { useFormats } from './formats.ts';
import { Field, type FieldWords } from './field.tsx';
import classes from './field.module.css';
import type { CalendarDate } from '../../shared/kernel/calendar-date.ts';

const Calendar = lazy(async () => ({ default: (await import('./calendar.tsx')).Calendar }));

interface DateBoxProps extends FieldWords {
  readonly typed: DateText;
  /** Where the calendar opens while there is no date. */
  readonly reference: CalendarDate;
  readonly isReadOnly?: boolean | undefined;
}

function DateBox({ typed, reference, isReadOnly = false, error, warning, ...words }: DateBoxProps): ReactNode {
  const t = useWords();
  const [isOpen, setOpen] = useState(false);
  const formats = useFormats();
  const { value } = typed.autosave.shown;
  const [kept, setKept] = useState(typed.meant);
  // The hint outlives the typing: were it to go with the focus, what stands below would move from under a click that ends it.
  const meant = typed.meant ?? (kept?.date === value ? kept : null);
  const finish = () => {
    if (typed.meant) setKept(typed.meant);
    typed.finish();
  };
  return (
    <Field
      {...words}
      error={typed.isKept ? (error ?? null) : (typed.unclear ?? error ?? null)}
      warning={typed.isKept ? typed.unclear : (warning ?? null)}
      below={
        <>
          {meant && <output className={classes.help}>{dateMeaning(t, formats, meant)}</output>}
          <ConflictChoice autosave={typed.autosave} words={typed.words} />
        </>
      }
    >
      {(ties) => (
        <div className={classes.withButton}>
          <input
            {...ties}
            type="text"
            inputMode="numeric"
            autoComplete="off"
            value={typed.text}
            readOnly={isReadOnly}
            data-unclear={typed.isUnclear || undefined}
            onChange={(event) => typed.change(event.target.value)}
            onBlur={finish}
            onKeyDown={(event) => {
              if (event.key === 'Enter') finish();
              if (event.key === 'Escape') typed.revert();
            }}
          />
          {!isReadOnly && (
            <Popover opened={isOpen} onChange={setOpen} position="bottom-end" trapFocus returnFocus>
              <Popover.Target>
                <IconButton label={t('date.pick')} icon={<IconCalendar size={18} stroke={1.75} />} onClick={() => setOpen(!isOpen)} />
              </Popover.Target>
              <Popover.Dropdown>
                <Suspense fallback={null}>
                  <Calendar
                    value={value}
                    start={value ?? reference}
                    onPick={(date) => {
                      setOpen(false);
                      typed.set(date);
                    }}
                  />
                </Suspense>
              </Popover.Dropdown>
            </Popover>
          )}
        </div>
      )}
    </Field>
  );
}

interface DateInputProps extends FieldWords {
  readonly value: CalendarDate | null;
  readonly onChange: (date: CalendarDate | null) => void;
  /** Day that a bare number of days counts from. */
  readonly reference: CalendarDate;
  readonly isReadOnly?: boolean;
}

/** For forms that are sent as a whole: what is no date stays in the field. */
export function DateInput({ value, onChange, reference, ...rest }: DateInputProps): ReactNode {
  const onSave = (date: CalendarDate | null) => {
    onChange(date);
    return Promise.resolve({ kind: 'saved' } as const);
  };
  return <DateBox {...rest} typed={useDateText({ value, onSave }, reference)} reference={reference} />;
}

interface DateFieldProps extends Omit<DateInputProps, 'value' | 'onChange'>, Binding<CalendarDate | null> {
  /** There is always a date here: emptying the field brings it back. */
  readonly isNeeded?: boolean;
}

/** A date that is saved as soon as it is one; what is none is kept as it was typed. */
export function DateField({ value, onSave, target, typed, isNeeded = false, error, ...rest }: DateFieldProps): ReactNode {
  const text = useDateText({ value, onSave, target, typed, isReadOnly: rest.isReadOnly }, rest.reference, !isNeeded);
  return <DateBox {...rest} target={target} typed={text} error={text.autosave.refusal ?? error ?? null} />;
}
