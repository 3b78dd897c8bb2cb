// A choice of one among few, side by side: 1 to 10, 1 to 5, low to high. Number keys choose; the chosen one again, or Delete, takes it back.
import { useId, type KeyboardEvent, type ReactNode } from 'react';
import { useAutosave, type Binding } from '../../ui/autosave.ts';
import { keyMeant } from '../../ui/keys.ts';
import { OpenValues } from '../../ui/open-values.tsx';
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
  target,
  isReadOnly,
  fit = 'tight',
}: ScaleProps<Value>): ReactNode {
  const { shown, refusal, change, flush } = useAutosave<Value | null>({ value, onSave });
  const name = useId();
  const choose = (next: Value | null) => {
    change(next);
    flush();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLFieldSetElement>) => {
    if (isReadOnly || event.ctrlKey || event.metaKey || event.altKey) return;
    const index = indexOfKey(keyMeant(event.nativeEvent), options.length);
    if (index === undefined) return;
    event.preventDefault();
    choose(index === null ? null : (options[index]?.value ?? null));
    if (index !== null) event.currentTarget.querySelectorAll('input')[index]?.focus();
  };
  return (
    <>
      {/* Keys of the radio buttons inside. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <fieldset className={classes.scale} aria-label={label} data-fit={fit} onKeyDown={onKeyDown}>
        {options.map((option) => (
          <label key={option.value} className={fit === 'tight' ? `${classes.option} number` : classes.option}>
            <input
              className={classes.radio}
              type="radio"
              name={name}
              checked={option.value === shown}
              disabled={isReadOnly}
              onChange={() => choose(option.value)}
              onClick={() => option.value === shown && choose(null)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </fieldset>
      {refusal !== null && <p role="alert">{refusal}</p>}
      <OpenValues target={target} />
    </>
  );
}

/** @returns the option that a key means, null for "none", undefined for a key that means nothing here */
function indexOfKey(key: string, count: number): number | null | undefined {
  if (key === 'delete' || key === 'backspace') return null;
  if (!/^\d$/.test(key)) return undefined;
  const number = key === '0' ? 10 : Number(key);
  return number >= 1 && number <= count ? number - 1 : undefined;
}

/** The whole numbers from 1 to `highest`. */
export function numberOptions(highest: number): readonly { readonly value: number; readonly label: string }[] {
  return Array.from({ length: highest }, (_, index) => ({ value: index + 1, label: String(index + 1) }));
}
