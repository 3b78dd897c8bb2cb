// Which rows of a table are ticked.
import { useCallback, useMemo, useState } from 'react';

export interface Selection {
  readonly ids: ReadonlySet<string>;
  readonly tick: (id: string, isTicked: boolean) => void;
  readonly set: (ids: readonly string[]) => void;
}

/** @param isThere false forgets an id: what was removed is no longer selected */
export function useSelection(isThere: (id: string) => boolean): Selection {
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const tick = useCallback(
    (id: string, isTicked: boolean) => setTicked((ids) => (isTicked ? [...ids, id] : ids.filter((other) => other !== id))),
    [],
  );
  const ids = useMemo(() => new Set(ticked.filter(isThere)), [ticked, isThere]);
  return { ids, tick, set: setTicked };
}
