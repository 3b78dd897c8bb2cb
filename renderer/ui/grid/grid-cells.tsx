// Cells of a grid that is typed in like a spreadsheet: text that wraps, and a due date. Escape brings back what stood there when the cell was entered.
import { useId, useRef, type ClipboardEvent, type KeyboardEvent, type ReactNode } from 'react';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { useAutosave, useTypedAutosave, type Autosave, type Binding } from '../autosave.ts';
import { ConflictChoice } from '../conflict-choice.tsx';
import { dateMeaning, useDateText } from '../date-input.ts';
import { useFormats } from '../formats.ts';
import { useWords } from '../language.ts';
import { OpenValues, OpenValuesSign } from '../open-values.tsx';
import { readDate } from '../parse-date.ts';
import classes from './grid.module.css';

interface CellProps<T> extends Binding<T> {
  readonly label: string;
  readonly name: string;
  readonly isReadOnly: boolean;
  /** Id of the form that the cell belongs to. */
  readonly form?: string;
}

interface WrappingCellProps extends CellProps<string> {
  readonly placeholder?: string | undefined;
  /** Several lines were pasted. Return true when they were used. */
  readonly onPaste?: (text: string) => boolean;
}

export function WrappingCell(props: WrappingCellProps): ReactNode {
  const { value, onSave, target, label, name, isReadOnly, form, placeholder, onPaste } = props;
  const autosave = useTypedAutosave({ value, onSave }, target);
  const { shown, isUnsent, refusal, change, flush } = autosave;
  const takeBack = useTakeBack(autosave);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') flush();
    takeBack.onKeyDown(event);
  };
  const onPasteText = (event: ClipboardEvent) => {
    if (!isReadOnly && onPaste?.(event.clipboardData.getData('text/plain'))) event.preventDefault();
  };
  return (
    <>
      <textarea
        className={classes.text}
        form={form}
        rows={1}
        aria-label={label}
        aria-invalid={refusal !== null || undefined}
        data-cell={name}
        data-unsent={isUnsent || undefined}
        placeholder={placeholder}
        value={shown}
        readOnly={isReadOnly}
        onChange={(event) => change(event.target.value)}
        onFocus={takeBack.onFocus}
        onBlur={flush}
        onKeyDown={onKeyDown}
        onPaste={onPasteText}
      />
      {refusal !== null && (
        <p className={classes.words} role="alert">
          {refusal}
        </p>
      )}
      <ConflictChoice autosave={autosave} />
      <OpenValues target={target} />
    </>
  );
}

interface DueCellProps extends CellProps<CalendarDate | null> {
  /** The last day of the workshop: `30` counts from it. */
  readonly reference: CalendarDate;
}

export function DueCell({ value, onSave, target, label, name, isReadOnly, form, reference }: DueCellProps): ReactNode {
  const t = useWords();
  const formats = useFormats();
  const id = useId();
  const autosave = useAutosave({ value, onSave });
  const { shown, refusal, change, flush } = autosave;
  const typed = useDateText(shown, reference, (date) => {
    change(date);
    flush();
  });
  const stored = shown === null ? '' : formats.shortDate(shown);
  const meant = typed.text === stored ? null : readDate(typed.text, reference);
  const words = typed.isUnclear ? t('date.unclear') : refusal;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') typed.finish();
    if (event.key !== 'Escape' || typed.text === stored) return;
    event.preventDefault();
    typed.revert();
  };
  return (
    <>
      <input
        className={`${classes.due} number`}
        form={form}
        type="text"
        autoComplete="off"
        aria-label={label}
        aria-invalid={words !== null || undefined}
        aria-describedby={meant !== null || words !== null ? id : undefined}
        data-cell={name}
        data-unsent={typed.text === stored ? undefined : true}
        value={typed.text}
        readOnly={isReadOnly}
        onChange={(event) => typed.onChange(event.target.value)}
        onBlur={typed.finish}
        onKeyDown={onKeyDown}
      />
      {(meant !== null || words !== null) && (
        <p className={classes.words} id={id}>
          {meant === null ? words : dateMeaning(t, formats, meant)}
        </p>
      )}
      <ConflictChoice autosave={autosave} words={(date) => (date === null ? '' : formats.date(date))} />
      <OpenValuesSign target={target} />
    </>
  );
}

/** Escape: the text that stood in the cell when it was entered, whatever has been saved since. */
function useTakeBack(autosave: Autosave<string>): { readonly onFocus: () => void; readonly onKeyDown: (event: KeyboardEvent) => void } {
  const entered = useRef(autosave.shown);
  return {
    onFocus: () => {
      entered.current = autosave.shown;
    },
    onKeyDown: (event) => {
      // Moving on, or moving the whole row, accepts what was typed.
      if (event.altKey || event.key === 'Enter') entered.current = autosave.shown;
      if (event.key !== 'Escape' || autosave.shown === entered.current) return;
      event.preventDefault();
      autosave.change(entered.current);
      autosave.flush();
    },
  };
}
