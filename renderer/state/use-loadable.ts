// Reads something that is fetched once.
import { use } from 'react';
import type { Loadable } from '../host/loadable.ts';

/** What was loaded. Suspends only while it is not there: what has been fetched before the first drawing is drawn at once. */
export function useLoadable<T>(source: Loadable<T>): T {
  return use(source.load());
}
