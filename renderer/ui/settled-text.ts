// A text that is saved as a whole, when its field is left or Enter is pressed: for words that must not be saved half typed.
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { SaveAnswer } from './autosave.ts';
import { onFlush } from './flush.ts';

export interface SettledText {
  readonly shown: string;
  readonly isUnsent: boolean;
  readonly refusal: string | null;
  readonly change: (next: string) => void;
  readonly settle: () => void;
  /** Enter settles, Escape brings the stored text back. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

export function useSettledText(value: string, onSave: (next: string) => Promise<SaveAnswer<string>>): SettledText {
  const [typed, setTyped] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const isUnderWay = useRef(false);
  const change = (next: string) => {
    setTyped(next);
    setRefusal(null);
  };
  const settle = () => {
    if (typed === null || refusal !== null || isUnderWay.current) return;
    const next = typed.trim();
    if (next === value) return setTyped(null);
    isUnderWay.current = true;
    void onSave(next).then((answer) => {
      isUnderWay.current = false;
      if (answer.kind === 'refused') setRefusal(answer.message);
      else setTyped(null);
    });
  };
  const latest = useRef(settle);
  useLayoutEffect(() => {
    latest.current = settle;
  });
  useEffect(() => {
    const forget = onFlush(() => latest.current());
    return () => {
      forget();
      latest.current();
    };
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) settle();
    if (event.key === 'Escape' && typed !== null) {
      setTyped(null);
      setRefusal(null);
    }
  };
  return { shown: typed ?? value, isUnsent: typed !== null, refusal, change, settle, onKeyDown };
}
