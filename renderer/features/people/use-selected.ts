// What is opened beside the page, kept in the address: `?person=…`, `?team=…`, `?group=…`.
import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

type Key = 'person' | 'team' | 'group' | 'view';

/** @returns the value in the address, and a function that sets or (null) clears it without a new step back */
export function useSelected(key: Key): readonly [string | null, (value: string | null) => void] {
  const [query, setQuery] = useSearchParams();
  const set = useCallback(
    (value: string | null) =>
      setQuery(
        (before) => {
          const next = new URLSearchParams(before);
          if (value === null) next.delete(key);
          else next.set(key, value);
          return next;
        },
        { replace: true },
      ),
    [key, setQuery],
  );
  return [query.get(key), set];
}
