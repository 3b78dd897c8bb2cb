// Plain inputs for forms that are sent as a whole. Fields that save while one types are in fields.tsx.
import type { HTMLInputTypeAttribute, ReactNode } from 'react';
import { Field, type FieldWords } from './field.tsx';
import classes from './field.module.css';

interface Controlled<T> extends FieldWords {
  readonly value: T;
  readonly onChange: (next: T) => void;
  readonly wide?: boolean;
  readonly isReadOnly?: boolean;
}

export interface Option<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
}

interface TextInputProps extends Controlled<string> {
  readonly type?: HTMLInputTypeAttribute;
  readonly onBlur?: () => void;
  readonly list?: readonly string[];
  readonly autoFocus?: boolean;
  readonly required?: boolean;
}

/** @param list texts to choose from while typing; any other text is allowed */
export function TextInput({
  value,
  onChange,
  onBlur,
  list,
  type = 'text',
  autoFocus,
  required,
  isReadOnly,
  wide,
  ...words
}: TextInputProps): ReactNode {
  return (
    <Field {...words} wide={wide ?? false}>
      {(ties) => (
        <>
          <input
            {...ties}
            type={type}
            value={value}
            readOnly={isReadOnly}
            required={required}
            // A form that opens on request starts in its first field.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus={autoFocus}
            list={list ? `${ties.id}-list` : undefined}
            autoComplete="off"
            onChange={(event) => onChange(event.target.value)}
            onBlur={onBlur}
          />
          {list && (
            <datalist id={`${ties.id}-list`}>
              {list.map((text) => (
                <option key={text} value={text}>
                  {text}
                </option>
              ))}
            </datalist>
          )}
        </>
      )}
    </Field>
  );
}

export function TextAreaInput({ value, onChange, isReadOnly, wide, ...words }: Controlled<string>): ReactNode {
  return (
    <Field {...words} wide={wide ?? false}>
      {(ties) => <textarea {...ties} value={value} readOnly={isReadOnly} onChange={(event) => onChange(event.target.value)} />}
    </Field>
  );
}

interface SelectInputProps<Value extends string> extends Controlled<Value> {
  readonly options: readonly Option<Value>[];
}

export function SelectInput<Value extends string>({
  value,
  onChange,
  options,
  isReadOnly,
  wide,
  ...words
}: SelectInputProps<Value>): ReactNode {
  return (
    <Field {...words} wide={wide ?? false}>
      {(ties) => (
        <select {...ties} value={value} disabled={isReadOnly} onChange={(event) => onChange(event.target.value as Value)}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface CheckInputProps {
  readonly label: ReactNode;
  readonly value: boolean;
  readonly onChange: (next: boolean) => void;
  readonly isReadOnly?: boolean;
  readonly name?: string;
}

export function CheckInput({ label, value, onChange, isReadOnly, name }: CheckInputProps): ReactNode {
  return (
    <label className={classes.check}>
      <input type="checkbox" name={name} checked={value} disabled={isReadOnly} onChange={(event) => onChange(event.target.checked)} />
      <span>{label}</span>
    </label>
  );
}
