// What was typed into a field and is not saved, kept by the host from an earlier time: it stands in its field until it is taken or let go.
import { createContext, useContext, useSyncExternalStore, type ReactNode } from 'react';

export interface KeptTexts {
  /** What was typed into the field of this target; undefined when all of it is saved. The same value until it changes. */
  readonly get: (target: string) => unknown;
  /** @returns the function that ends the subscription */
  readonly subscribe: (listener: () => void) => () => void;
  readonly letGo: (target: string) => void;
}

const nothingKept: KeptTexts = { get: () => undefined, subscribe: () => () => undefined, letGo: () => undefined };

const KeptTextsContext = createContext<KeptTexts>(nothingKept);

export function KeptTextsProvider({ kept, children }: { readonly kept: KeptTexts; readonly children: ReactNode }): ReactNode {
  return <KeptTextsContext value={kept}>{children}</KeptTextsContext>;
}

export interface KeptText<T> {
  readonly value: T;
  readonly letGo: () => void;
}

/**
 * @param target of the field's binding
 * @param stored what is saved; a text that equals it is not unsaved
 */
export function useKeptText<T>(target: string | undefined, stored: T): KeptText<T> | null {
  const { get, subscribe, letGo } = useContext(KeptTextsContext);
  const value = useSyncExternalStore(subscribe, () => (target === undefined ? undefined : get(target)));
  if (target === undefined || value === undefined || !isLike(value, stored) || isSame(value, stored)) return null;
  return { value, letGo: () => letGo(target) };
}

/** An older version may have kept another kind of value; that one is only listed. */
function isLike<T>(value: unknown, stored: T): value is T {
  return typeof value === typeof stored && Array.isArray(value) === Array.isArray(stored);
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
