// A choice out of many: typed letters narrow the list down. Only what is in the list can be chosen; what is typed and chooses nothing stays and is marked.
import { Select } from '@mantine/core';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Binding } from './autosave.ts';
import { onlyChoice } from './choice-text.ts';
import { ConflictChoice } from './conflict-choice.tsx';
import { unclearWords } from './date-input.ts';
import { Field, type FieldWords } from './field.tsx';
import type { Option } from './inputs.tsx';
import { useWords } from './language.ts';
import { typedWords, useTypedText } from './typed-text.ts';

interface ChoiceInputProps extends FieldWords {
  readonly value: string;
  readonly onChange: (next: string) => void;
  readonly options: readonly Option[];
  readonly isReadOnly?: boolean;
}

const mostShown = 60;

/** For forms that are sent as a whole: what chooses nothing stays in the field. */
export function ChoiceInput({ value, onChange, ...rest }: ChoiceInputProps): ReactNode {
  const onSave = (next: string) => {
    if (next !== value) onChange(next);
    return Promise.resolve({ kind: 'saved' } as const);
  };
  return <ChoiceBox {...rest} value={value} onSave={onSave} />;
}

interface ChoiceFieldProps extends Omit<ChoiceInputProps, 'value' | 'onChange'>, Binding<string> {}

/** The choice is saved at once; what chooses nothing is kept as it was typed. */
export function ChoiceField(props: ChoiceFieldProps): ReactNode {
  return <ChoiceBox {...props} />;
}

function ChoiceBox({ value, onSave, target, typed: kept, options, isReadOnly = false, error, ...words }: ChoiceFieldProps): ReactNode {
  const t = useWords();
  const [hasLeft, setLeft] = useState(false);
  const typed = useTypedText<string>(
    { value, onSave, target, typed: kept, isReadOnly },
    {
      read: (text) => {
        const chosen = onlyChoice(options, text);
        return chosen === null ? null : { value: chosen };
      },
      write: (stored) => options.find((option) => option.value === stored)?.label ?? stored,
    },
  );
  const { autosave } = typed;
  const settle = () => {
    setLeft(true);
    typed.finish();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') typed.revert();
    // A line that the arrows marked is taken by the list itself.
    if (event.key !== 'Enter' || !typed.isTyping || event.currentTarget.getAttribute('aria-activedescendant')) return;
    // What is typed is not chosen yet: the form must not be sent with what was chosen before.
    event.preventDefault();
    // While somebody is still in the field there is a list to choose from: nothing is given up for words yet.
    if (typed.isUnclear) setLeft(true);
    else settle();
  };
  const reason = t('choice.unclear', { typed: typed.text });
  return (
    <Field
      {...words}
      target={target}
      error={(typed.isUnclear && !typed.isKept && hasLeft ? reason : autosave.refusal) ?? error ?? null}
      warning={unclearWords(t, { isUnclear: typed.isKept, isKept: typed.isKept }, reason)}
      below={
        <ConflictChoice
          autosave={autosave}
          words={typedWords((stored) => options.find((option) => option.value === stored)?.label ?? stored)}
        />
      }
    >
      {({ className, ...ties }) => (
        <Select
          {...ties}
          // The kit says by itself whether a field is valid, and goes by this.
          error={ties['aria-invalid'] === true}
          classNames={{ input: className ?? '' }}
          data={[...options]}
          value={typed.autosave.shown.value}
          onChange={(next) => next !== null && typed.set(next)}
          searchable
          searchValue={typed.text}
          allowDeselect={false}
          limit={mostShown}
          readOnly={isReadOnly}
          data-unclear={typed.isUnclear || typed.isTyping || undefined}
          onInput={(event) => {
            typed.change(event.currentTarget.value);
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
