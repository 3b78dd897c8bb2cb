// Cells of a grid that is typed in like a spreadsheet: text that wraps, and a due date. Escape brings back what stood there when the cell was entered.
import { IconAlertTriangle } from '@tabler/icons-react';
import { useId, useRef, type ClipboardEvent, type KeyboardEvent, type ReactNode } from 'react';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { useTypedAutosave, type Binding } from '../autosave.ts';
import { CellChoice, ConflictChoice } from '../conflict-choice.tsx';
import { dateMeaning, useDateText } from '../date-input.ts';
import { useFormats } from '../formats.ts';
import { useWords } from '../language.ts';
import { OpenValues, OpenValuesSign } from '../open-values.tsx';
import { textTies, type TypedInto } from '../text-ties.ts';
import { holdOpen } from './hold-open.ts';
import { readPasted, type Pasted } from './pasted.ts';
import classes from './grid.module.css';

export interface CellProps<T> extends Binding<T> {
  readonly label: string;
  readonly name: string;
  readonly isReadOnly: boolean;
  /** Id of the form that the cell belongs to. */
  readonly form?: string;
}

interface WrappingCellProps extends CellProps<string> {
  readonly placeholder?: string | undefined;
  /** Something was pasted. Return true when it was used; else it is pasted as text. */
  readonly onPaste?: (pasted: Pasted) => boolean;
}

export function WrappingCell({ value, onSave, target, isReadOnly, ...cell }: WrappingCellProps): ReactNode {
  const autosave = useTypedAutosave({ value, onSave }, { keptAs: target, isReadOnly });
  return (
    <>
      <WrappingText autosave={autosave} isReadOnly={isReadOnly} {...cell} />
      {autosave.refusal !== null && (
        <p className={classes.words} role="alert">
          {autosave.refusal}
        </p>
      )}
      <ConflictChoice autosave={autosave} />
      <OpenValues target={target} />
    </>
  );
}

interface WrappingTextProps extends Omit<WrappingCellProps, keyof Binding<string>> {
  readonly autosave: TypedInto;
}

/** The text of such a cell alone, for rows that are saved as a whole and say below their grid what is wrong. */
export function WrappingText({ autosave, label, name, isReadOnly, form, placeholder, onPaste }: WrappingTextProps): ReactNode {
  const takeBack = useTakeBack(autosave);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') autosave.flush();
    takeBack.onKeyDown(event);
  };
  const onPasteText = (event: ClipboardEvent) => {
    if (!isReadOnly && onPaste?.(readPasted(event.clipboardData))) event.preventDefault();
  };
  return (
    <textarea
      {...textTies({ autosave, label, name, isReadOnly, placeholder })}
      className={classes.text}
      form={form}
      rows={1}
      onFocus={({ currentTarget }) => {
        holdOpen(currentTarget);
        takeBack.onFocus();
      }}
      onKeyDown={onKeyDown}
      onPaste={onPasteText}
    />
  );
}

interface DueCellProps extends CellProps<CalendarDate | null> {
  /** The last day of the workshop: `30` counts from it. */
  readonly reference: CalendarDate;
}

export function DueCell({ value, onSave, target, typed, label, name, isReadOnly, form, reference }: DueCellProps): ReactNode {
  const t = useWords();
  const formats = useFormats();
  const id = useId();
  const text = useDateText({ value, onSave, target, typed, isReadOnly }, reference);
  const { meant } = text;
  const reason = text.unclear ?? text.autosave.refusal;
  // What is not saved says so itself, and offers a choice.
  const words = text.autosave.kept === null ? reason : null;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') text.finish();
    if (event.key !== 'Escape' || !text.isTyping) return;
    event.preventDefault();
    text.revert();
  };
  return (
    <>
      <input
        className={`${classes.due} number`}
        form={form}
        type="text"
        autoComplete="off"
        aria-label={label}
        aria-invalid={reason !== null || undefined}
        aria-describedby={meant !== null || words !== null ? id : undefined}
        title={text.isKept || words === null ? (reason ?? undefined) : undefined}
        data-cell={name}
        data-unsent={text.isTyping || undefined}
        data-kept={text.isKept || undefined}
        value={text.text}
        readOnly={isReadOnly}
        onChange={(event) => text.change(event.target.value)}
        onBlur={text.finish}
        onKeyDown={onKeyDown}
      />
      {text.isKept && <KeptMark />}
      {(meant !== null || words !== null) && (
        <p className={classes.words} id={id} data-quiet={text.isKept || undefined}>
          {meant === null ? words : dateMeaning(t, formats, meant)}
        </p>
      )}
      <CellChoice opens="left" autosave={text.autosave} words={text.words} />
      <OpenValuesSign target={target} isBelow />
    </>
  );
}

/** Beside words that were not understood; why is said by the cell itself, and below it while it has the cursor. */
export function KeptMark(): ReactNode {
  return <IconAlertTriangle className={classes.keptMark} size={16} stroke={1.75} aria-hidden />;
}

/** Escape: the text that stood in the cell when it was entered, whatever has been saved since. */
export function useTakeBack(autosave: TypedInto): {
  readonly onFocus: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
} {
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
