// A text that is saved as a whole, when its field is left or Enter is pressed: for words that must not be saved half typed.
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { SaveAnswer } from './autosave.ts';
import { onFlush } from './flush.ts';
import { useWords } from './language.ts';

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
  const t = useWords();
  const [typed, setTyped] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  /** What was sent and has no answer; letters that come meanwhile are another text. */
  const sent = useRef<string | null>(null);
  const change = (next: string) => {
    setTyped(next);
    setRefusal(null);
  };
  const settle = () => {
    if (typed === null || refusal !== null) return;
    const next = typed.trim();
    if (next === sent.current) return;
    if (next === value && sent.current === null) return setTyped(null);
    sent.current = next;
    void onSave(next).then((answer) => {
      const isLatest = sent.current === next;
      if (isLatest) sent.current = null;
      if (answer.kind === 'saved') setTyped((now) => (now?.trim() === next ? null : now));
      else if (isLatest) setRefusal(answer.kind === 'refused' ? answer.message : t('conflict.settled'));
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
