// The cells of a row, each open to a correction: a click or Enter on a cell, Enter keeps what was typed, Esc leaves the cell as it was.
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { ImportCell, ImportRow } from '../../../../shared/domain/people/import-model.ts';
import { languageOf } from '../../../../shared/domain/people/import-words.ts';
import { longestCellText } from '../../../../shared/domain/people/values.ts';
import { useWords, type Words } from '../../../ui/language.ts';
import { languageName } from '../language-options.ts';
import classes from '../people.module.css';

/** @param text null for what the list says */
export type FixCell = (row: number, column: number, text: string | null) => void;

interface CellsProps {
  readonly row: ImportRow;
  readonly onFix: FixCell;
}

export function ImportCells({ row, onFix }: CellsProps): ReactNode {
  const { person, cells } = row;
  const names = cells.filter(({ target }) => isName(target));
  const written = new Set(cells.map(({ target }) => target));
  // What follows from other cells is shown beside them.
  const followed = [
    !written.has('team') && person.team !== person.country ? person.team : '',
    !written.has('country') ? person.country : '',
  ].filter((text) => text !== '');
  return (
    <span className={classes.cells}>
      <span>
        {names.map((cell) => (
          <FixableCell key={cell.column} row={row.row} cell={cell} onFix={onFix} />
        ))}
      </span>
      <span>
        {cells
          .filter(({ target }) => !isName(target))
          .map((cell) => (
            <FixableCell key={cell.column} row={row.row} cell={cell} onFix={onFix} />
          ))}
        {followed.map((text) => (
          <span key={text}>{text}</span>
        ))}
      </span>
    </span>
  );
}

function isName(target: ImportCell['target']): boolean {
  return target === 'fullName' || target === 'familyName' || target === 'givenName';
}

interface FixableCellProps {
  readonly row: number;
  readonly cell: ImportCell;
  readonly onFix: FixCell;
}

function FixableCell({ row, cell, onFix }: FixableCellProps): ReactNode {
  const t = useWords();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !isOpen && document.activeElement === document.body) button.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  const { column, target, isFixed } = cell;
  const value = cell.text.replace(/\s+/g, ' ').trim();
  const field = t(`import:target.${target}`);
  if (!isOpen) {
    return (
      <button
        ref={button}
        type="button"
        data-empty={value === '' || undefined}
        data-fixed={isFixed || undefined}
        aria-label={t(value === '' ? 'people:import.fix.empty' : 'people:import.fix.cell', { field, value })}
        onClick={() => setOpen(true)}
      >
        {value === '' ? t('people:import.fix.emptyWord', { field }) : shownValue(t, target, value)}
      </button>
    );
  }
  const close = (text: string | null) => {
    setOpen(false);
    if (text !== null && text !== value) onFix(row, column, text);
  };
  return <FixInput label={t('people:import.fix.input', { field, row })} value={value} onClose={close} />;
}

/** A letter that stands for a language says which. */
function shownValue(t: Words, target: ImportCell['target'], value: string): string {
  const language = target === 'language' ? languageOf(value) : null;
  const name = language === null ? value : languageName(t('languageCode'), language);
  return name.toLowerCase() === value.toLowerCase() ? value : `${value} → ${name}`;
}

interface FixInputProps {
  readonly label: string;
  readonly value: string;
  /** @param text typed; null when the cell stays as it was */
  readonly onClose: (text: string | null) => void;
}

function FixInput({ label, value, onClose }: FixInputProps): ReactNode {
  const [text, setText] = useState(value);
  const input = useRef<HTMLInputElement>(null);
  const isLeft = useRef(false);
  useEffect(() => input.current?.select(), []);
  const close = (typed: string | null) => {
    if (isLeft.current) return;
    isLeft.current = true;
    onClose(typed);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    event.preventDefault();
    event.stopPropagation();
    close(event.key === 'Enter' ? text.trim() : null);
  };
  return (
    <input
      ref={input}
      type="text"
      aria-label={label}
      maxLength={longestCellText}
      size={Math.max(12, Math.min(40, text.length + 2))}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => close(text.trim())}
    />
  );
}
