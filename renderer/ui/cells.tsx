// Cells of a table that is typed in like a spreadsheet: they look like text until hovered or focused and save as fields do.
// Enter and the arrow keys move within the column (data-table.tsx), Escape brings the stored value back.
import { memo, type KeyboardEvent, type ReactNode } from 'react';
import type { CalendarDate } from '../../shared/kernel/calendar-date.ts';
import { useAutosave, useTypedAutosave, type Binding } from './autosave.ts';
import { CellChoice, ConflictChoice } from './conflict-choice.tsx';
import { useDateText } from './date-input.ts';
import type { Option } from './inputs.tsx';
import classes from './cells.module.css';
import { OpenValuesSign } from './open-values.tsx';
import { textTies } from './text-ties.ts';

interface CellProps<T> extends Binding<T> {
  /** Spoken name: the column and the row it is in. */
  readonly label: string;
  readonly isReadOnly?: boolean;
  /** What is wrong with the value, in words; shown as a tooltip and spoken. */
  readonly error?: string | null;
}

interface TextCellProps extends CellProps<string> {
  /** For links from a list of problems, and for focusing a new row: `data-cell`. */
  readonly name?: string;
  /** Enter in the last row, or wherever Enter means more than "down". Return true when it was used. */
  readonly onEnter?: () => boolean;
  readonly placeholder?: string;
}

export const TextCell = memo(function TextCell(props: TextCellProps): ReactNode {
  const { value, onSave, target, label, isReadOnly, error, name, onEnter, placeholder } = props;
  const autosave = useTypedAutosave({ value, onSave, target }, { isReadOnly });
  const { shown, isUnsent, refusal, flush, revert } = autosave;
  const words = refusal ?? error ?? null;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && isUnsent) revert();
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    flush();
    if (onEnter?.()) event.preventDefault();
  };
  return (
    <>
      <input
        {...textTies({ autosave, label, name, isReadOnly, error, placeholder })}
        className={classes.cell}
        type="text"
        autoComplete="off"
        title={words ?? (shown.length > 40 ? shown : undefined)}
        onKeyDown={onKeyDown}
      />
      {refusal !== null && (
        <p className={classes.words} role="alert">
          {refusal}
        </p>
      )}
      <ConflictChoice autosave={autosave} />
      <OpenValuesSign target={target} />
    </>
  );
});

interface DateCellProps extends CellProps<CalendarDate | null> {
  /** Day that a bare number of days counts from. */
  readonly reference: CalendarDate;
  readonly name?: string;
  readonly onEnter?: () => boolean;
}

/** A date in any usual writing, or a number of days after `reference`. */
export const DateCell = memo(function DateCell(props: DateCellProps): ReactNode {
  const { value, onSave, target, typed, label, isReadOnly, error, reference, name, onEnter } = props;
  const text = useDateText({ value, onSave, target, typed, isReadOnly }, reference);
  const words = text.unclear ?? text.autosave.refusal ?? error ?? null;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') text.revert();
    if (event.key !== 'Enter') return;
    text.finish();
    if (onEnter?.()) event.preventDefault();
  };
  return (
    <>
      <input
        className={`${classes.cell} number`}
        type="text"
        autoComplete="off"
        aria-label={label}
        aria-invalid={words !== null || undefined}
        title={words ?? undefined}
        data-cell={name}
        data-unclear={text.isUnclear || undefined}
        value={text.text}
        readOnly={isReadOnly}
        onChange={(event) => text.change(event.target.value)}
        onBlur={text.finish}
        onKeyDown={onKeyDown}
      />
      <CellChoice opens="right" autosave={text.autosave} words={text.words} />
      <OpenValuesSign target={target} />
    </>
  );
});

interface SelectCellProps<Value extends string> extends CellProps<Value> {
  readonly options: readonly Option<Value>[];
  readonly name?: string;
}

export function SelectCell<Value extends string>({
  value,
  onSave,
  target,
  label,
  isReadOnly,
  error,
  options,
  name,
}: SelectCellProps<Value>): ReactNode {
  const { shown, refusal, change, flush } = useAutosave({ value, onSave, target });
  const words = refusal ?? error ?? null;
  return (
    <>
      <select
        className={classes.cell}
        aria-label={label}
        aria-invalid={words !== null || undefined}
        title={words ?? options.find((option) => option.value === shown)?.label}
        data-cell={name}
        value={shown}
        disabled={isReadOnly}
        onChange={(event) => {
          change(event.target.value as Value);
          flush();
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <OpenValuesSign target={target} />
    </>
  );
}
