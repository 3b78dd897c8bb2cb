// A value that changes and says so: the shape that React's useSyncExternalStore takes.

export interface Observable<T> {
  readonly get: () => T;
  /** @returns the function that ends the subscription */
  readonly subscribe: (listener: () => void) => () => void;
}

export interface Source<T> extends Observable<T> {
  readonly set: (value: T) => void;
}

/** Makes an observable. Setting the value it already has tells nobody. */
export function observable<T>(first: T): Source<T> {
  let current = first;
  const listeners = new Set<() => void>();
  return {
    get: () => current,
    set: (value) => {
      if (Object.is(value, current)) return;
      current = value;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
