// A binding whose values read otherwise than the field shows them: nothing as the empty line of a list, one person as a list of one.
import type { Binding, PlainBinding } from './autosave.ts';

/** The same field with other values: `into` what is shown, `back` to what is stored. Words that were not understood go along. */
export function mappedBinding<Stored, Shown>(
  { typed, ...plain }: Binding<Stored>,
  into: (stored: Stored) => Shown,
  back: (shown: Shown) => Stored,
): Binding<Shown> {
  return {
    ...mapped(plain, into, back),
    ...(typed && {
      typed: mapped(
        typed,
        ({ value, asTyped }) => ({ value: into(value), asTyped }),
        ({ value, asTyped }) => ({ value: back(value), asTyped }),
      ),
    }),
  };
}

function mapped<Stored, Shown>(
  { value, onSave, target }: PlainBinding<Stored>,
  into: (stored: Stored) => Shown,
  back: (shown: Shown) => Stored,
): PlainBinding<Shown> {
  return {
    value: into(value),
    onSave: async (next, was) => {
      const answer = await onSave(back(next), back(was));
      return answer.kind === 'changed' ? { kind: 'changed', current: into(answer.current) } : answer;
    },
    target,
  };
}

/** The binding of a field that may be null, for a list in which '' is the line for nothing. */
export function orEmpty<Value extends string>(binding: Binding<Value | null>): Binding<Value | ''> {
  return mappedBinding<Value | null, Value | ''>(
    binding,
    (stored) => stored ?? '',
    (shown) => (shown === '' ? null : shown),
  );
}
