// A function that stays the same while what it does is always the latest: so that memoised rows of a table need not render again.
import { useCallback, useEffect, useRef } from 'react';

/** For event handlers only: while rendering, what it calls may be of the render before. */
export function useStable<Args extends readonly unknown[]>(run: (...args: Args) => void): (...args: Args) => void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  return useCallback((...args: Args) => latest.current(...args), []);
}
