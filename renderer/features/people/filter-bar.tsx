// One of several views on a list, each with its count: a row of small buttons of which one is pressed.
import type { ReactNode } from 'react';
import { useFormats } from '../../ui/formats.ts';
import classes from './people.module.css';

interface FilterBarProps<Value extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly label: string; readonly count?: number }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

export function FilterBar<Value extends string>({ label, options, value, onChange }: FilterBarProps<Value>): ReactNode {
  const formats = useFormats();
  return (
    <fieldset className={classes.filters} aria-label={label}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          className={classes.filter}
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
        >
          {option.label}
          {option.count !== undefined && <span className="number">{formats.number(option.count)}</span>}
        </button>
      ))}
    </fieldset>
  );
}
