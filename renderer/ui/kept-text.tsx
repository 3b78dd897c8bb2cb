// What was typed into a field and is not saved, kept by the host from an earlier time: it stands in its field until it is taken or let go.
import { createContext, useContext, useSyncExternalStore, type ReactNode } from 'react';
import type { Typed } from './autosave-state.ts';

/** As the command would have saved it. */
export interface KeptValue {
  readonly value: unknown;
  /** Words beside the value that were not understood. */
  readonly asTyped?: string | undefined;
}

export interface KeptTexts {
  /** What was typed into the field of this target; undefined when all of it is saved. The same object until it changes. */
  readonly get: (target: string) => KeptValue | undefined;
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
 * @param read what the field shows of it; null for what it cannot show: an older version may have kept another kind of value, that one is only listed
 */
export function useKeptText<T>(target: string | undefined, stored: T, read: (kept: KeptValue, stored: T) => T | null): KeptText<T> | null {
  const { get, subscribe, letGo } = useContext(KeptTextsContext);
  const kept = useSyncExternalStore(subscribe, () => (target === undefined ? undefined : get(target)));
  const value = kept === undefined ? null : read(kept, stored);
  if (target === undefined || value === null || isSame(value, stored)) return null;
  return { value, letGo: () => letGo(target) };
}

/** The value alone, for fields that take any text. */
export function keptValue<T>({ value }: KeptValue, stored: T): T | null {
  return isLike(value, stored) ? value : null;
}

/** The value with its words, for fields that are read from what is typed. */
export function keptTyped<T>({ value, asTyped = '' }: KeptValue, stored: Typed<T>): Typed<T> | null {
  // A field that may be empty holds null then.
  const isFitting = value === null || stored.value === null || isLike(value, stored.value);
  return isFitting ? { value: value as T, asTyped } : null;
}

function isLike<T>(value: unknown, stored: T): value is T {
  return typeof value === typeof stored && Array.isArray(value) === Array.isArray(stored);
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
