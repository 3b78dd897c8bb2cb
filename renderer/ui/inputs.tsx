// Plain inputs for forms that are sent as a whole. Fields that save while one types are in fields.tsx.
import type { HTMLInputTypeAttribute, InputHTMLAttributes, ReactNode } from 'react';
import { Field, type FieldWords } from './field.tsx';
import classes from './field.module.css';
import { useProposals, type Proposals } from './proposals.tsx';

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
  readonly list?: Proposals;
  readonly autoFocus?: boolean;
  readonly required?: boolean;
}

interface LineInputProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'list' | 'onFocus' | 'autoComplete'> {
  readonly id: string;
  readonly proposals: Proposals | undefined;
}

/** One line of text inside a field's frame. */
export function LineInput({ proposals, ...rest }: LineInputProps): ReactNode {
  const { ties, options } = useProposals(rest.id, proposals);
  return (
    <>
      <input {...rest} {...ties} autoComplete="off" />
      {options}
    </>
  );
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
        <LineInput
          {...ties}
          type={type}
          proposals={list}
          value={value}
          readOnly={isReadOnly}
          required={required}
          // A form that opens on request starts in its first field; the attribute says it to dialogs, which take the focus themselves.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus={autoFocus}
          data-autofocus={autoFocus}
          onChange={(event) => onChange(event.target.value)}
          onBlur={onBlur}
        />
      )}
    </Field>
  );
}

interface TextAreaInputProps extends Controlled<string> {
  /** In a dialog: where it starts. */
  readonly isFirst?: boolean;
}

export function TextAreaInput({ value, onChange, isReadOnly, wide, isFirst, ...words }: TextAreaInputProps): ReactNode {
  return (
    <Field {...words} wide={wide ?? false}>
      {(ties) => (
        <textarea
          {...ties}
          value={value}
          readOnly={isReadOnly}
          data-autofocus={isFirst}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

interface SelectInputProps<Value extends string> extends Controlled<Value> {
  readonly options: readonly Option<Value>[];
  /** The cursor begins here when a dialog opens. */
  readonly isFirst?: boolean;
}

export function SelectInput<Value extends string>({
  value,
  onChange,
  options,
  isReadOnly,
  wide,
  isFirst,
  ...words
}: SelectInputProps<Value>): ReactNode {
  return (
    <Field {...words} wide={wide ?? false}>
      {(ties) => (
        <select
          {...ties}
          value={value}
          disabled={isReadOnly}
          data-autofocus={isFirst}
          onChange={(event) => onChange(event.target.value as Value)}
        >
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
  /** True for some of several, and not for others: neither ticked nor empty. */
  readonly isMixed?: boolean;
  readonly onChange: (next: boolean) => void;
  readonly isReadOnly?: boolean;
  readonly name?: string;
}

export function CheckInput({ label, value, isMixed = false, onChange, isReadOnly, name }: CheckInputProps): ReactNode {
  return (
    <label className={classes.check}>
      <input
        ref={(input) => {
          if (input) input.indeterminate = isMixed;
        }}
        type="checkbox"
        name={name}
        checked={value}
        disabled={isReadOnly}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{label}</span>
    </label>
  );
}
