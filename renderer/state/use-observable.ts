// Reads an observable of the page in a component.
import { useSyncExternalStore } from 'react';
import type { Observable } from '../host/observable.ts';

/** The value now; the component renders again when it changes. */
export function useObservable<T>(source: Observable<T>): T {
  return useSyncExternalStore(source.subscribe, source.get);
}
