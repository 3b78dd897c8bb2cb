// Fields that save while one types: text, long text, choice, tick. `value` and `onSave` come from a binding of the page's state.
import { memo, type ReactNode } from 'react';
import { useAutosave, useTypedAutosave, type Binding } from './autosave.ts';
import { ConflictChoice } from './conflict-choice.tsx';
import { Field, type FieldWords } from './field.tsx';
import { CheckInput, LineInput, SelectInput, type Option } from './inputs.tsx';
import { OpenValues } from './open-values.tsx';
import type { Proposals } from './proposals.tsx';

interface SavedField<T> extends FieldWords, Binding<T> {
  readonly wide?: boolean;
  readonly isReadOnly?: boolean;
}

interface TextFieldProps extends SavedField<string> {
  readonly isLong?: boolean;
  /** Texts to choose from while typing; any other text is allowed. */
  readonly list?: Proposals;
}

/** One line, or several with `isLong`. */
export const TextField = memo(function TextField({
  value,
  onSave,
  target,
  wide,
  isReadOnly,
  isLong = false,
  list,
  ...words
}: TextFieldProps): ReactNode {
  const autosave = useTypedAutosave({ value, onSave, target }, { isReadOnly });
  const { shown, isUnsent, refusal, change, flush } = autosave;
  return (
    <Field
      {...words}
      target={target}
      wide={wide ?? isLong}
      error={refusal ?? words.error ?? null}
      below={<ConflictChoice autosave={autosave} />}
    >
      {(ties) => {
        const common = { ...ties, value: shown, readOnly: isReadOnly, onBlur: flush, 'data-unsent': isUnsent || undefined };
        if (isLong) return <textarea {...common} onChange={(event) => change(event.target.value)} />;
        return <LineInput {...common} type="text" proposals={list} onChange={(event) => change(event.target.value)} />;
      }}
    </Field>
  );
});

/** Long text: TextField over several lines. */
export function TextArea(props: Omit<TextFieldProps, 'isLong' | 'list'>): ReactNode {
  return <TextField {...props} isLong />;
}

interface SelectFieldProps<Value extends string> extends SavedField<Value> {
  readonly options: readonly Option<Value>[];
}

/** A choice is saved at once. */
export function SelectField<Value extends string>({ value, onSave, target, error, ...rest }: SelectFieldProps<Value>): ReactNode {
  const { shown, refusal, change, flush } = useAutosave({ value, onSave, target });
  const choose = (next: Value) => {
    change(next);
    flush();
  };
  return <SelectInput {...rest} target={target} value={shown} onChange={choose} error={refusal ?? error ?? null} />;
}

interface CheckFieldProps extends Binding<boolean> {
  readonly label: ReactNode;
  readonly isMixed?: boolean;
  readonly isReadOnly?: boolean;
  readonly name?: string;
}

/** A tick is saved at once. */
export function CheckField({ value, onSave, target, ...rest }: CheckFieldProps): ReactNode {
  const { shown, change, flush } = useAutosave({ value, onSave, target });
  const choose = (next: boolean) => {
    change(next);
    flush();
  };
  return (
    <>
      <CheckInput {...rest} value={shown} onChange={choose} />
      <OpenValues target={target} />
    </>
  );
}
