// A short list of texts, one per line: hosts, partners, objectives. Pasting several lines makes several entries.
import { useState, type ReactNode } from 'react';
import { useTypedAutosave, type Binding } from './autosave.ts';
import { ConflictChoice } from './conflict-choice.tsx';
import { Field, type FieldWords } from './field.tsx';
import { TextAreaInput } from './inputs.tsx';

/** Lines as typed become entries: trimmed, empty ones left out. */
export function entriesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

interface ListInputProps extends FieldWords {
  readonly value: readonly string[];
  readonly onChange: (next: readonly string[]) => void;
  readonly wide?: boolean;
}

/** For forms that are sent as a whole. */
export function ListInput({ value, onChange, ...rest }: ListInputProps): ReactNode {
  const [text, setText] = useState(value.join('\n'));
  const change = (next: string) => {
    setText(next);
    onChange(entriesOf(next));
  };
  return <TextAreaInput {...rest} value={text} onChange={change} />;
}

interface ListFieldProps extends FieldWords, Binding<readonly string[]> {
  readonly wide?: boolean;
  readonly isReadOnly?: boolean;
}

/** Saves while one types, as TextField does. */
export function ListField({ value, onSave, target, wide = false, isReadOnly, error, ...words }: ListFieldProps): ReactNode {
  const [typed, setTyped] = useState<string | null>(null);
  const autosave = useTypedAutosave({ value, onSave, target }, { isReadOnly });
  const finish = () => {
    autosave.flush();
    setTyped(null);
  };
  return (
    <Field
      {...words}
      target={target}
      wide={wide}
      error={autosave.refusal ?? error ?? null}
      below={<ConflictChoice autosave={autosave} words={(entries) => entries.join('\n')} />}
    >
      {(ties) => (
        <textarea
          {...ties}
          value={typed ?? autosave.shown.join('\n')}
          readOnly={isReadOnly}
          data-unsent={autosave.isUnsent || undefined}
          onChange={(event) => {
            setTyped(event.target.value);
            autosave.change(entriesOf(event.target.value));
          }}
          onBlur={finish}
        />
      )}
    </Field>
  );
}
