// A cell with texts to choose from, each with a word on it where there is something to say. Any other text may be typed: nothing is taken unmarked.
// The list opens by typing, by a click and in an empty cell; while it is open the arrows walk through it, Enter or Tab takes what they marked.
import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTypedAutosave } from '../autosave.ts';
import { ConflictChoice } from '../conflict-choice.tsx';
import { OpenValuesSign } from '../open-values.tsx';
import { textTies } from '../text-ties.ts';
import { useTakeBack, WrappingCell, type CellProps } from './grid-cells.tsx';
import { readPasted, type Pasted } from './pasted.ts';
import choices from '../choices.module.css';
import grid from './grid.module.css';
import classes from './suggest-cell.module.css';

export interface Suggestion {
  readonly text: string;
  /** A quiet word behind the text: where it comes from. */
  readonly mark?: string | undefined;
}

interface SuggestCellProps extends CellProps<string> {
  readonly suggestions: readonly Suggestion[];
  /** Something was pasted. Return true when it was used; else it is pasted as text. */
  readonly onPaste?: (pasted: Pasted) => boolean;
}

/** What is only read is shown whole. */
export function SuggestCell({ suggestions, ...cell }: SuggestCellProps): ReactNode {
  return cell.isReadOnly ? <WrappingCell {...cell} /> : <OpenSuggestCell suggestions={suggestions} {...cell} />;
}

function OpenSuggestCell({ suggestions, value, onSave, target, label, name, onPaste }: SuggestCellProps): ReactNode {
  const id = useId();
  const autosave = useTypedAutosave({ value, onSave, target });
  const { shown, refusal, change, flush } = autosave;
  const takeBack = useTakeBack(autosave);
  const [isWanted, setWanted] = useState(false);
  const [marked, setMarked] = useState<number | null>(null);
  const offered = isWanted ? suggestions.filter(({ text }) => text !== shown && folded(text).includes(folded(shown))) : [];
  const isOpen = offered.length > 0;
  const markedText = marked === null ? undefined : offered[marked]?.text;
  const show = (isShown: boolean) => {
    setWanted(isShown);
    setMarked(null);
  };
  const take = (text: string) => {
    change(text);
    flush();
    show(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    const use = (action: () => void) => {
      event.preventDefault();
      action();
    };
    if (isOpen && isPlain && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      const step = event.key === 'ArrowDown' ? 1 : -1;
      const from = marked ?? (step === 1 ? -1 : 0);
      return use(() => setMarked((from + step + offered.length) % offered.length));
    }
    if (isOpen && event.key === 'Escape') return use(() => show(false));
    if (isPlain && markedText !== undefined && event.key === 'Enter') return use(() => take(markedText));
    if (isPlain && markedText !== undefined && event.key === 'Tab') take(markedText);
    if (event.key === 'Enter') {
      flush();
      show(false);
    }
    takeBack.onKeyDown(event);
  };
  return (
    <div className={classes.cell}>
      <input
        {...textTies({ autosave, label, name })}
        className={grid.due}
        type="text"
        role="combobox"
        autoComplete="off"
        aria-expanded={isOpen}
        aria-controls={isOpen ? `${id}-list` : undefined}
        aria-activedescendant={isOpen && marked !== null ? `${id}-${marked}` : undefined}
        aria-autocomplete="list"
        title={shown === '' ? undefined : shown}
        onChange={(event) => {
          change(event.target.value);
          show(true);
        }}
        onClick={() => show(true)}
        onFocus={() => {
          takeBack.onFocus();
          show(shown === '');
        }}
        onBlur={() => {
          flush();
          show(false);
        }}
        onKeyDown={onKeyDown}
        onPaste={(event) => {
          if (onPaste?.(readPasted(event.clipboardData))) event.preventDefault();
        }}
      />
      {isOpen && (
        // A native list cannot show the mark of a text, nor follow letters typed in another element.
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        <div className={`${choices.list} ${classes.list}`} id={`${id}-list`} role="listbox" aria-label={label}>
          {offered.map(({ text, mark }, place) => (
            // Keys are handled in the cell, which keeps the focus.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <div
              key={text}
              id={`${id}-${place}`}
              className={`${choices.option} ${classes.option}`}
              // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
              role="option"
              tabIndex={-1}
              aria-selected={place === marked}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(text)}
            >
              <span>{text}</span>
              {mark !== undefined && <span className={classes.mark}>{mark}</span>}
            </div>
          ))}
        </div>
      )}
      {refusal !== null && (
        <p className={grid.words} role="alert">
          {refusal}
        </p>
      )}
      <ConflictChoice autosave={autosave} />
      <OpenValuesSign target={target} />
    </div>
  );
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase();
}
