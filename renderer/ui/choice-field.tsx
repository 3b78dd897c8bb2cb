// A choice out of many: typed letters narrow the list down. Only what is in the list can be chosen; what is typed and chooses nothing stays and is marked.
import { Select } from '@mantine/core';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { useAutosave, type Binding } from './autosave.ts';
import { onlyChoice } from './choice-text.ts';
import { Field, type FieldWords } from './field.tsx';
import type { Option } from './inputs.tsx';
import { useWords } from './language.ts';

interface ChoiceInputProps extends FieldWords {
  readonly value: string;
  readonly onChange: (next: string) => void;
  readonly options: readonly Option[];
  readonly isReadOnly?: boolean;
}

const mostShown = 60;

export function ChoiceInput({ value, onChange, options, isReadOnly = false, error, ...words }: ChoiceInputProps): ReactNode {
  const t = useWords();
  const [typed, setTyped] = useState<string | null>(null);
  const [hasLeft, setLeft] = useState(false);
  const choose = (next: string) => {
    setTyped(null);
    setLeft(false);
    if (next !== value) onChange(next);
  };
  const settle = () => {
    if (typed === null) return;
    const meant = typed.trim() === '' ? value : onlyChoice(options, typed);
    setLeft(true);
    if (meant !== null) choose(meant);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') setTyped(null);
    // A line that the arrows marked is taken by the list itself.
    if (event.key !== 'Enter' || typed === null || event.currentTarget.getAttribute('aria-activedescendant')) return;
    // What is typed is not chosen yet: the form must not be sent with what was chosen before.
    event.preventDefault();
    settle();
  };
  const isUnclear = typed !== null && hasLeft && onlyChoice(options, typed) === null;
  const stored = options.find((option) => option.value === value)?.label ?? value;
  return (
    <Field {...words} error={isUnclear ? t('choice.unclear', { typed }) : (error ?? null)}>
      {({ className, ...ties }) => (
        <Select
          {...ties}
          classNames={{ input: className ?? '' }}
          data={[...options]}
          value={value}
          onChange={(next) => next !== null && choose(next)}
          searchable
          searchValue={typed ?? stored}
          allowDeselect={false}
          limit={mostShown}
          readOnly={isReadOnly}
          data-unclear={typed === null ? undefined : true}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            setLeft(false);
          }}
          // Typing replaces what was chosen, it does not go on behind it.
          onFocus={(event) => event.currentTarget.select()}
          onBlur={settle}
          onKeyDown={onKeyDown}
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
  return <ChoiceInput {...rest} target={target} value={shown} onChange={choose} error={refusal ?? error ?? null} />;
}
