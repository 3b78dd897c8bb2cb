// A choice out of many: typed letters narrow the list down. Only what is in the list can be chosen.
import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useAutosave, type Binding } from './autosave.ts';
import { Field, type FieldWords } from './field.tsx';
import type { Option } from './inputs.tsx';

interface ChoiceInputProps extends FieldWords {
  readonly value: string;
  readonly onChange: (next: string) => void;
  readonly options: readonly Option[];
  readonly isReadOnly?: boolean;
}

const mostShown = 60;

export function ChoiceInput({ value, onChange, options, isReadOnly = false, ...words }: ChoiceInputProps): ReactNode {
  return (
    <Field {...words}>
      {({ className, ...ties }) => (
        <Select
          {...ties}
          classNames={{ input: className ?? '' }}
          data={[...options]}
          value={value}
          onChange={(next) => next !== null && onChange(next)}
          searchable
          allowDeselect={false}
          limit={mostShown}
          readOnly={isReadOnly}
          // The list is made when it opens: it is long, and most pages are left without a look at it.
          comboboxProps={{ keepMounted: false }}
        />
      )}
    </Field>
  );
}

interface ChoiceFieldProps extends Omit<ChoiceInputProps, 'value' | 'onChange'>, Binding<string> {}

/** The choice is saved at once. */
export function ChoiceField({ value, onSave, target, error, ...rest }: ChoiceFieldProps): ReactNode {
  const { shown, refusal, change, flush } = useAutosave({ value, onSave, target });
  const choose = (next: string) => {
    change(next);
    flush();
  };
  return <ChoiceInput {...rest} value={shown} onChange={choose} error={refusal ?? error ?? null} />;
}
