// Saving while typing, as a hook: the page is not drawn again while somebody types; only the field is.
import { useEffect, useLayoutEffect, useReducer, useState } from 'react';
import { createAutosave, type Autosave, type PlainBinding } from './autosave-state.ts';
import { onFlush } from './flush.ts';
import { keptValue, useKeptText, type KeptValue } from './kept-text.tsx';

export type { Autosave, Binding, PlainBinding, Save, SaveAnswer, Typed } from './autosave-state.ts';

/** What was typed at another time and is not saved. */
export interface Kept<T> {
  readonly stored: T;
  readonly take: () => void;
  readonly letGo: () => void;
}

export interface TypedAutosave<T> extends Autosave<T> {
  /** Set while the field shows such a text instead of the stored one. */
  readonly kept: Kept<T> | null;
}

interface KeptWhere<T> {
  readonly keptAs?: string | undefined;
  readonly isReadOnly?: boolean | undefined;
  /** How the field holds what was kept; its value alone, where this is left out. */
  readonly read?: (kept: KeptValue, stored: T) => T | null;
}

/**
 * As `useAutosave`, for fields that one types into: they show what was typed at another time until it is taken, let go, or typed over.
 * @param where it was typed, for a field whose binding names no target; a field that is only read shows what is stored
 */
export function useTypedAutosave<T>(binding: PlainBinding<T>, where: KeptWhere<T> = {}): TypedAutosave<T> {
  const keptAs = where.isReadOnly ? undefined : (where.keptAs ?? binding.target);
  const autosave = useAutosave(binding);
  const text = useKeptText(keptAs, binding.value, where.read ?? keptValue);
  if (text === null) return { ...autosave, kept: null };
  if (autosave.isOwn) return { ...autosave, kept: null, ...lettingGo(autosave, text.letGo) };
  const { value, letGo } = text;
  const take = () => {
    autosave.change(value);
    autosave.flush();
  };
  return { ...autosave, shown: value, kept: { stored: binding.value, take, letGo } };
}

/** The local value of one field and its saving (autosave-state.ts). What is unsent is sent when the field goes away. */
export function useAutosave<T>(binding: PlainBinding<T>): Autosave<T> {
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

/** Who gives up what the field shows gives up what the host has kept of it. */
function lettingGo<T>({ revert, settle }: Autosave<T>, letGo: () => void): Pick<Autosave<T>, 'revert' | 'settle'> {
  return {
    revert: () => {
      revert();
      letGo();
    },
    settle: (choice) => {
      settle(choice);
      if (choice === 'theirs') letGo();
    },
  };
}
