// A form that is sent as a whole: what it holds is given to the host while one types, so that a reload or a power cut takes nothing of it.
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { onFlush } from '../ui/flush.ts';
import { useHost } from './host-context.tsx';
import { useSession } from './workshop-context.tsx';

interface HeldFormOptions<T extends object> {
  /** Null: the form belongs to no workshop yet. */
  readonly workshopId: string | null;
  readonly key: string;
  readonly value: T;
  /** What an empty form holds: this is not kept. */
  readonly empty: T;
}

/** Not every letter is written; so much may be lost when the power fails. */
const afterFirstChangeMs = 600;

/** @returns ends the keeping of what the form holds now: it has become something, or is not wanted any more. What is typed afterwards is kept again. */
export function useHeldForm<T extends object>({ workshopId, key, value, empty }: HeldFormOptions<T>): () => void {
  const { outbox } = useHost();
  const latest = useRef(value);
  /** What the host has, as far as this page knows. */
  const known = useRef<string>(undefined);
  known.current ??= JSON.stringify(value);
  const ended = useRef<T>(undefined);
  const emptyText = JSON.stringify(empty);
  const keep = () => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const text = JSON.stringify(latest.current);
    if (latest.current === ended.current || text === known.current) return;
    known.current = text;
    if (text === emptyText) outbox.letGo({ workshopId, key });
    else outbox.keep({ workshopId, key, value: { ...latest.current } as Readonly<Record<string, unknown>> });
  };
  const keepNow = useRef(keep);
  useLayoutEffect(() => {
    latest.current = value;
    keepNow.current = keep;
  });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => {
    if (value !== ended.current) timer.current ??= setTimeout(() => keepNow.current(), afterFirstChangeMs);
  }, [value]);
  useEffect(() => {
    const forget = onFlush(() => keepNow.current());
    return () => {
      forget();
      keepNow.current();
    };
  }, []);
  return () => {
    ended.current = latest.current;
    known.current = emptyText;
    outbox.letGo({ workshopId, key });
  };
}

export interface SmallForm<T> {
  readonly value: T;
  readonly set: (part: Partial<T>) => void;
  /** Empties the form: it was sent, or is not wanted any more. */
  readonly clear: () => void;
}

/**
 * The few texts of a form in the open workshop that are sent by a button or Enter. It begins with what was typed there before and not sent.
 * @param key names the form for the host; another key is another form
 * @param empty texts of an empty form; the same object for the life of the form
 */
export function useSmallForm<T extends Readonly<Record<string, string>>>(key: string, empty: T): SmallForm<T> {
  const { workshopId, drafts } = useSession();
  const [value, setValue] = useState<T>(() => {
    const draft = drafts.all.get().find((each) => each.key === key);
    const kept = draft?.kind === 'typed' ? draft.value : {};
    // What another version kept may lack a text, or hold something else in its place.
    const texts = Object.keys(empty).flatMap((name) => (typeof kept[name] === 'string' ? [[name, kept[name]]] : []));
    return { ...empty, ...(Object.fromEntries(texts) as Partial<T>) };
  });
  const letGo = useHeldForm({ workshopId, key, value, empty });
  return {
    value,
    set: useCallback((part: Partial<T>) => setValue((before) => ({ ...before, ...part })), []),
    clear: () => {
      letGo();
      setValue(empty);
    },
  };
}
