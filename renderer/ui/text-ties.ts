// What ties an element that one types into to what it saves, whatever element it is and wherever it stands.
import type { ChangeEvent } from 'react';
import type { Autosave } from './autosave.ts';

/** What such an element needs of the saving behind it. */
export type TypedInto = Pick<Autosave<string>, 'shown' | 'isUnsent' | 'refusal' | 'change' | 'flush'>;

interface TextTies {
  readonly autosave: TypedInto;
  /** Spoken name. */
  readonly label: string;
  /** Where links and the cursor find it: `data-cell`. */
  readonly name?: string | undefined;
  readonly isReadOnly?: boolean | undefined;
  /** What is wrong beside a refusal, in words. */
  readonly error?: string | null | undefined;
  readonly placeholder?: string | undefined;
}

/** @returns attributes for an `<input>` or a `<textarea>` */
export function textTies({ autosave, label, name, isReadOnly, error = null, placeholder }: TextTies) {
  const { shown, isUnsent, refusal, change, flush } = autosave;
  return {
    'aria-label': label,
    'aria-invalid': (refusal ?? error) !== null || undefined,
    'data-cell': name,
    'data-unsent': isUnsent || undefined,
    placeholder,
    value: shown,
    readOnly: isReadOnly,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => change(event.target.value),
    onBlur: flush,
  };
}
