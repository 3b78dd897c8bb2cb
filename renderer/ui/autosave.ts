// Saving while typing, as a hook: the page is not drawn again while somebody types; only the field is.
import { useEffect, useLayoutEffect, useReducer, useState } from 'react';
import { createAutosave, type Autosave, type Binding } from './autosave-state.ts';
import { onFlush } from './flush.ts';

export type { Autosave, Binding, Save, SaveAnswer } from './autosave-state.ts';

/** The local value of one field and its saving (autosave-state.ts). What is unsent is sent when the field goes away. */
export function useAutosave<T>(binding: Binding<T>): Autosave<T> {
  const [, draw] = useReducer((count: number) => count + 1, 0);
  const [state] = useState(() => createAutosave(binding, draw));
  useLayoutEffect(() => state.bind(binding));
  useEffect(() => {
    const forget = onFlush(state.flush);
    return () => {
      forget();
      state.flush();
    };
  }, [state]);
  return state.read(binding);
}
