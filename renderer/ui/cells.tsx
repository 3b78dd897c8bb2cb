// Cells of a table that is typed in like a spreadsheet: they look like text until hovered or focused and save as fields do.
// Enter and the arrow keys move within the column (data-table.tsx), Escape brings the stored value back.
import { memo, useState, type ClipboardEvent, type KeyboardEvent, type ReactNode } from 'react';
import { useWords } from './language.ts';
import type { CalendarDate } from '../../shared/kernel/calendar-date.ts';
import { useAutosave, useTypedAutosave, type Binding } from './autosave.ts';
import { ConflictChoice } from './conflict-choice.tsx';
import { useDateText } from './date-input.ts';
import type { Option } from './inputs.tsx';
import classes from './cells.module.css';
import { OpenValuesSign } from './open-values.tsx';

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
  /** Several pasted lines. Return true when they were used; else they are pasted as text. */
  readonly onPasteLines?: (lines: readonly string[]) => boolean;
  readonly placeholder?: string;
}

function pastedLines(event: ClipboardEvent): readonly string[] {
  return event.clipboardData
    .getData('text/plain')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

export const TextCell = memo(function TextCell(props: TextCellProps): ReactNode {
  const { value, onSave, target, label, isReadOnly, error, name, onEnter, onPasteLines, placeholder } = props;
  const autosave = useTypedAutosave({ value, onSave, target });
  const { shown, isUnsent, refusal, change, flush, revert } = autosave;
  const words = refusal ?? error ?? null;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && isUnsent) revert();
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    flush();
    if (onEnter?.()) event.preventDefault();
  };
  const onPaste = (event: ClipboardEvent) => {
    const lines = pastedLines(event);
    if (lines.length > 1 && onPasteLines?.(lines)) event.preventDefault();
  };
  return (
    <>
      <input
        className={classes.cell}
        type="text"
        autoComplete="off"
        aria-label={label}
        aria-invalid={words !== null || undefined}
        title={words ?? (shown.length > 40 ? shown : undefined)}
        data-cell={name}
        data-unsent={isUnsent || undefined}
        placeholder={placeholder}
        value={shown}
        readOnly={isReadOnly}
        onChange={(event) => change(event.target.value)}
        onBlur={flush}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
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

interface NumberCellProps extends CellProps<number> {
  readonly min: number;
  readonly max: number;
  readonly name?: string;
}

/** Whole numbers. What is not one between `min` and `max` is marked and not saved, and stays to be corrected; Escape brings the stored value back. */
export const NumberCell = memo(function NumberCell({
  value,
  onSave,
  target,
  label,
  isReadOnly,
  error,
  min,
  max,
  name,
}: NumberCellProps): ReactNode {
  const t = useWords();
  const [typed, setTyped] = useState<string | null>(null);
  const { shown, refusal, change, flush, revert } = useAutosave({ value, onSave, target });
  const number = typed === null ? shown : Number(typed);
  const isWrong = typed !== null && !(typed.trim() !== '' && Number.isInteger(number) && number >= min && number <= max);
  const words = isWrong ? t('number.between', { min, max }) : (refusal ?? error ?? null);
  const onChange = (text: string) => {
    setTyped(text);
    const next = Number(text);
    if (text.trim() !== '' && Number.isInteger(next) && next >= min && next <= max) change(next);
    else revert();
  };
  return (
    <>
      <input
        className={`${classes.cell} number`}
        data-align="right"
        type="text"
        inputMode="numeric"
        autoComplete="off"
        aria-label={label}
        aria-invalid={words !== null || undefined}
        title={words ?? undefined}
        data-cell={name}
        value={typed ?? String(shown)}
        readOnly={isReadOnly}
        onChange={(event) => onChange(event.target.value)}
        onFocus={(event) => event.target.select()}
        onBlur={() => {
          flush();
          if (!isWrong) setTyped(null);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || typed === null) return;
          revert();
          setTyped(null);
        }}
      />
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
  const { value, onSave, target, label, isReadOnly, error, reference, name, onEnter } = props;
  const t = useWords();
  const { shown, refusal, change, flush } = useAutosave({ value, onSave, target });
  const typed = useDateText(shown, reference, (date) => {
    change(date);
    flush();
  });
  const words = typed.isUnclear ? t('date.unclear') : (refusal ?? error ?? null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') typed.revert();
    if (event.key !== 'Enter') return;
    typed.finish();
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
        value={typed.text}
        readOnly={isReadOnly}
        onChange={(event) => typed.onChange(event.target.value)}
        onBlur={typed.finish}
        onKeyDown={onKeyDown}
      />
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
        title={words ?? undefined}
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
