// Keeps what is typed between asking for "Find or do…" and its field having the focus: fast fingers do not wait for a dialog to load.
import { useCallback, useLayoutEffect, useRef } from 'react';

export interface Typed {
  readonly letters: string;
  /** Enter was pressed behind the letters: the first line found is meant. */
  readonly isEntered: boolean;
}

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

const nothing: Typed = { letters: '', isEntered: false };

/** What has been typed after one more key; null for keys that are no typing. */
export function afterKey(typed: Typed, { key, ctrlKey, metaKey, altKey }: Key): Typed | null {
  // AltGr makes letters too, and comes as both.
  if ((ctrlKey || metaKey || altKey) && !(ctrlKey && altKey)) return null;
  if (typed.isEntered) return typed;
  if (key === 'Enter') return { ...typed, isEntered: typed.letters.trim() !== '' };
  if (key === 'Backspace') return { ...typed, letters: [...typed.letters].slice(0, -1).join('') };
  return [...key].length === 1 ? { ...typed, letters: typed.letters + key } : null;
}

/**
 * While `isWaiting`, letters belong to the field that is about to come and to nothing else; Escape gives up.
 * @returns takes what was typed and lets the keyboard go; called by the field when it gets the focus
 */
export function useTypedAhead(isWaiting: boolean, onEscape: () => void): () => Typed {
  const typed = useRef<Typed | null>(null);
  const escape = useRef(onEscape);
  useLayoutEffect(() => {
    escape.current = onEscape;
  });
  useLayoutEffect(() => {
    if (!isWaiting) return undefined;
    typed.current = nothing;
    const onKeyDown = (event: KeyboardEvent) => {
      if (typed.current === null || event.isComposing) return;
      const next = afterKey(typed.current, event);
      if (next !== null) typed.current = next;
      else if (event.key === 'Escape') escape.current();
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [isWaiting]);
  return useCallback(() => {
    const taken = typed.current ?? nothing;
    typed.current = null;
    return taken;
  }, []);
}
