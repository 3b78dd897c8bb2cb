// A choice of one among few, side by side: 1 to 10, 1 to 5, low to high. Number keys choose, the chosen one again takes it back.
import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useAutosave, type Binding } from '../../ui/autosave.ts';
import classes from './scale.module.css';

interface ScaleProps<Value extends string | number> extends Binding<Value | null> {
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly isReadOnly: boolean;
  /** Space between the labels: `tight` for numbers. */
  readonly fit?: 'tight' | 'words';
}

export function Scale<Value extends string | number>({
  label,
  options,
  value,
  onSave,
  isReadOnly,
  fit = 'tight',
}: ScaleProps<Value>): ReactNode {
  const { shown, refusal, change, flush } = useAutosave<Value | null>({ value, onSave });
  const group = useRef<HTMLDivElement>(null);
  const chosen = options.findIndex((option) => option.value === shown);
  const choose = (next: Value | null) => {
    if (isReadOnly) return;
    change(next);
    flush();
  };
  const focusOption = (index: number) => group.current?.querySelectorAll<HTMLElement>('[role="radio"]')[index]?.focus();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const index = indexOfKey(event.key, { chosen, count: options.length });
    if (index === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    choose(index === null ? null : (options[index]?.value ?? null));
    if (index !== null) focusOption(index);
  };
  return (
    <>
      <div
        ref={group}
        className={classes.scale}
        role="radiogroup"
        aria-label={label}
        aria-readonly={isReadOnly || undefined}
        data-fit={fit}
        onKeyDown={onKeyDown}
      >
        {options.map((option, index) => (
          <button
            key={option.value}
            type="button"
            role="radio"
            className={`${classes.option} number`}
            aria-checked={index === chosen}
            tabIndex={index === Math.max(chosen, 0) ? 0 : -1}
            onClick={() => choose(index === chosen ? null : option.value)}
          >
            {option.label}
          </button>
        ))}
      </div>
      {refusal !== null && <p role="alert">{refusal}</p>}
    </>
  );
}

/** @returns the option that a key means, null for "none", undefined for a key that means nothing here */
function indexOfKey(key: string, { chosen, count }: { readonly chosen: number; readonly count: number }): number | null | undefined {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return Math.min(chosen + 1, count - 1);
    case 'ArrowLeft':
    case 'ArrowDown':
      return Math.max(chosen - 1, 0);
    case 'Delete':
    case 'Backspace':
      return null;
    default: {
      if (!/^\d$/.test(key)) return undefined;
      const number = key === '0' ? 10 : Number(key);
      return number >= 1 && number <= count ? number - 1 : undefined;
    }
  }
}

/** The whole numbers from 1 to `highest`. */
export function numberOptions(highest: number): readonly { readonly value: number; readonly label: string }[] {
  return Array.from({ length: highest }, (_, index) => ({ value: index + 1, label: String(index + 1) }));
}
