// The minutes of a session in a form.
import { useState, type ReactNode } from 'react';
import { useAutosave, type Binding } from '../../ui/autosave.ts';
import { Field, type FieldWords } from '../../ui/field.tsx';
import { useWords } from '../../ui/language.ts';
import { isSessionLength, longestSession, parseMinutes, shortestSession } from './minutes-text.ts';

interface MinutesFieldProps extends FieldWords, Binding<number> {
  readonly isReadOnly: boolean;
}

export function MinutesField({ value, onSave, isReadOnly, ...words }: MinutesFieldProps): ReactNode {
  const t = useWords();
  const { shown, refusal, change, flush, revert } = useAutosave({ value, onSave });
  const [typed, setTyped] = useState<string | null>(null);
  const isWrong = typed !== null && !isSessionLength(parseMinutes(typed));
  const onChange = (text: string) => {
    setTyped(text);
    const minutes = parseMinutes(text);
    if (isSessionLength(minutes)) change(minutes);
    else revert();
  };
  return (
    <Field {...words} error={isWrong ? t('agenda:minutes.help', { min: shortestSession, max: longestSession }) : refusal}>
      {(ties) => (
        <input
          {...ties}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          value={typed ?? String(shown)}
          readOnly={isReadOnly}
          data-unclear={isWrong || undefined}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || typed === null) return;
            revert();
            setTyped(null);
          }}
          onBlur={() => {
            flush();
            // What is no number of minutes stays to be corrected; Escape brings the stored one back.
            if (!isWrong) setTyped(null);
          }}
        />
      )}
    </Field>
  );
}
