// A form that is sent as a whole: what it holds is given to the host while one types, so that a reload or a power cut takes nothing of it.
import { useEffect, useLayoutEffect, useRef } from 'react';
import { onFlush } from '../ui/flush.ts';
import { useHost } from './host-context.tsx';

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

/** @returns ends the keeping: the form has become something, or is not wanted any more */
export function useHeldForm<T extends object>({ workshopId, key, value, empty }: HeldFormOptions<T>): () => void {
  const { outbox, client } = useHost();
  const latest = useRef(value);
  /** What the host has, as far as this page knows. */
  const known = useRef(value);
  const isOver = useRef(false);
  const emptyText = JSON.stringify(empty);
  const keep = () => {
    if (isOver.current || latest.current === known.current) return;
    known.current = latest.current;
    if (JSON.stringify(latest.current) === emptyText) void client.drafts.letGo({ workshopId, key });
    else outbox.keep({ workshopId, key, value: { ...latest.current } as Readonly<Record<string, unknown>> });
  };
  const keepNow = useRef(keep);
  useLayoutEffect(() => {
    latest.current = value;
    keepNow.current = keep;
  });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => {
    if (value === known.current) return;
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      keepNow.current();
    }, afterFirstChangeMs);
  }, [value]);
  useEffect(() => {
    const forget = onFlush(() => keepNow.current());
    return () => {
      forget();
      clearTimeout(timer.current);
      keepNow.current();
    };
  }, []);
  return () => {
    isOver.current = true;
    void client.drafts.letGo({ workshopId, key });
  };
}
