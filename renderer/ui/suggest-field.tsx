// One line of text with texts to choose from, each with a word on it where there is something to say. Any other text may be typed.
import { Autocomplete } from '@mantine/core';
import type { ReactNode } from 'react';
import { useAutosave, type Binding } from './autosave.ts';
import { ConflictChoice } from './conflict-choice.tsx';
import { Field, type FieldWords } from './field.tsx';
import classes from './suggest-field.module.css';

export interface Suggestion {
  readonly text: string;
  /** A quiet word behind the text: where it comes from. */
  readonly mark?: string | undefined;
}

interface SuggestFieldProps extends FieldWords, Binding<string> {
  readonly suggestions: readonly Suggestion[];
  readonly isReadOnly?: boolean;
}

export function SuggestField({ suggestions, value, onSave, target, isReadOnly = false, ...words }: SuggestFieldProps): ReactNode {
  const autosave = useAutosave({ value, onSave, target });
  const { shown, isUnsent, refusal, change, flush } = autosave;
  const marks = new Map(suggestions.map(({ text, mark }) => [text, mark]));
  const choose = (text: string) => {
    change(text);
    flush();
  };
  return (
    <Field {...words} wide error={refusal ?? words.error ?? null} below={<ConflictChoice autosave={autosave} />}>
      {({ className, ...ties }) => (
        <Autocomplete
          {...ties}
          classNames={{ input: className ?? '' }}
          data={[...marks.keys()]}
          value={shown}
          onChange={change}
          onOptionSubmit={choose}
          onBlur={flush}
          readOnly={isReadOnly}
          autoComplete="off"
          data-unsent={isUnsent || undefined}
          renderOption={({ option }) => (
            <span className={classes.suggestion}>
              {option.value}
              {marks.get(option.value) !== undefined && <span className={classes.mark}>{marks.get(option.value)}</span>}
            </span>
          )}
          // The list is made when it opens.
          comboboxProps={{ keepMounted: false }}
        />
      )}
    </Field>
  );
}
