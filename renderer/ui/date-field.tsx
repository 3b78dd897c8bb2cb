// A date in a form: typed in any usual way, or picked from a calendar that is loaded when it is opened.
import { Popover } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useWords } from './language.ts';
import { useAutosave, type Binding } from './autosave.ts';
import { IconButton } from './button.tsx';
import { dateMeaning, useDateText } from './date-input.ts';
import { useFormats } from './formats.ts';
import { Field, type FieldWords } from './field.tsx';
import classes from './field.module.css';
import type { CalendarDate } from '../../shared/kernel/calendar-date.ts';

const Calendar = lazy(async () => ({ default: (await import('./calendar.tsx')).Calendar }));

interface DateInputProps extends FieldWords {
  readonly value: CalendarDate | null;
  readonly onChange: (date: CalendarDate | null) => void;
  /** Day that a bare number of days counts from. */
  readonly reference: CalendarDate;
  readonly isReadOnly?: boolean;
}

export function DateInput({ value, onChange, reference, isReadOnly = false, error, ...words }: DateInputProps): ReactNode {
  const t = useWords();
  const [isOpen, setOpen] = useState(false);
  const formats = useFormats();
  const typed = useDateText(value, reference, onChange);
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
      error={typed.isUnclear ? t('date.unclear') : (error ?? null)}
      below={meant && <output className={classes.help}>{dateMeaning(t, formats, meant)}</output>}
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
            onChange={(event) => typed.onChange(event.target.value)}
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
                      typed.revert();
                      onChange(date);
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

interface DateFieldProps extends Omit<DateInputProps, 'value' | 'onChange'>, Binding<CalendarDate | null> {}

/** A date that is saved as soon as it is one. */
export function DateField({ value, onSave, target, error, ...rest }: DateFieldProps): ReactNode {
  const { shown, refusal, change, flush } = useAutosave({ value, onSave, target });
  const choose = (date: CalendarDate | null) => {
    change(date);
    flush();
  };
  return <DateInput {...rest} target={target} value={shown} onChange={choose} error={refusal ?? error ?? null} />;
}
