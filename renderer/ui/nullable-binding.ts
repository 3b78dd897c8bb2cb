// A choice in a list cannot be "nothing", a stored field can: this turns one into the other.
import type { Binding } from './autosave.ts';

/** The binding of a field that may be null, for a list in which '' is the line for nothing. */
export function orEmpty<Value extends string>({ value, onSave, target }: Binding<Value | null>): Binding<Value | ''> {
  const stored = (shown: Value | '') => (shown === '' ? null : shown);
  return {
    value: value ?? '',
    target,
    onSave: async (next, was) => {
      const answer = await onSave(stored(next), stored(was));
      return answer.kind === 'changed' ? { kind: 'changed', current: answer.current ?? '' } : answer;
    },
  };
}
