// Fractional order keys: a record moves between two others by getting a key between theirs; nobody else changes.
import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';

/** A string whose plain comparison gives the order. Two laptops may make the same key: ties are broken by id. */
export type OrderKey = string;

interface Ordered {
  readonly id: string;
  readonly order: OrderKey;
}

/** Compares by (key, id), so that every laptop shows one order. */
export function compareOrder(a: Ordered, b: Ordered): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

/**
 * Keys for `count` records that go between two neighbours.
 * @param before key of the record above, or null at the top
 * @param after key of the record below, or null at the end
 * Neighbours with the same or a broken key (made apart on two laptops, or by hand) leave no room: the new keys then follow `before`.
 */
export function orderKeysBetween(before: OrderKey | null, after: OrderKey | null, count = 1): readonly OrderKey[] {
  try {
    if (before !== null && after !== null && before >= after) return generateNKeysBetween(before, null, count);
    return generateNKeysBetween(before, after, count);
  } catch {
    return Array.from({ length: count }, (_, index) => `${before ?? ''}~${String(index).padStart(4, '0')}`);
  }
}

/** One key after the last of a sorted list, or the first key of an empty one. */
export function orderKeyAfter(last: OrderKey | null): OrderKey {
  try {
    return generateKeyBetween(last, null);
  } catch {
    return `${last ?? ''}~`;
  }
}
