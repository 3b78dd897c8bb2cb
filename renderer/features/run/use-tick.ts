// A clock for one small component: it renders once a second, and nothing around it does.
import { useEffect, useState } from 'react';
import type { Reading } from '../../../shared/domain/clock/reading.ts';
import { useHostClock, useNow } from '../../state/host-context.tsx';
import { useSessionState } from '../../state/workshop-context.tsx';

/** @returns the host's time now, in milliseconds since 1970, anew every second */
export function useTick(): number {
  const now = useNow();
  const [at, setAt] = useState(now);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      const moment = now();
      setAt(moment);
      // Timers run late, never early: each aims anew at the next whole second.
      timer = setTimeout(tick, 1000 - (moment % 1000));
    };
    tick();
    return () => clearTimeout(timer);
  }, [now]);
  return at;
}

/** @returns the host's clocks now, anew every second: the room's time is measured from them */
export function useReading(): Reading {
  useTick();
  const { replica } = useSessionState();
  return { ...useHostClock().read(), replica };
}
