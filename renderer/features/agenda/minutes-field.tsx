// The minutes of a session in a form.
import type { ReactNode } from 'react';
import type { Binding } from '../../ui/autosave.ts';
import { ConflictChoice } from '../../ui/conflict-choice.tsx';
import { Field, type FieldWords } from '../../ui/field.tsx';
import { typedWords } from '../../ui/typed-text.ts';
import { useMinutesText } from './use-minutes-text.ts';

interface MinutesFieldProps extends FieldWords, Binding<number> {
  readonly isReadOnly: boolean;
}

export function MinutesField({ value, onSave, target, typed, isReadOnly, ...words }: MinutesFieldProps): ReactNode {
  const minutes = useMinutesText({ value, onSave, target, typed, isReadOnly });
  const { autosave, unclear, isKept } = minutes;
  return (
    <Field
      {...words}
      target={target}
      error={isKept ? autosave.refusal : (unclear ?? autosave.refusal)}
      warning={isKept ? unclear : null}
      below={<ConflictChoice autosave={autosave} words={typedWords(String)} />}
    >
      {(ties) => (
        <input
          {...ties}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          value={minutes.text}
          readOnly={isReadOnly}
          data-unclear={minutes.isUnclear || undefined}
          onChange={(event) => minutes.change(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && minutes.isTyping) minutes.revert();
          }}
          onBlur={minutes.finish}
        />
      )}
    </Field>
  );
}
