// Reading collections in the order that people see.
import { compareOrder, orderKeyAfter, orderKeysBetween, type OrderKey } from '../kernel/order-key.ts';
import type { Collections, View } from './collections.ts';

type OrderedCollection = {
  [Name in keyof Collections]: Collections[Name] extends { readonly order: OrderKey } ? Name : never;
}[keyof Collections];

/** Records of a collection that pass `keep`, sorted by (order, id). */
export function sorted<Name extends OrderedCollection>(
  view: View,
  collection: Name,
  keep: (record: Collections[Name]) => boolean = () => true,
): readonly Collections[Name][] {
  return [...view.all(collection)].filter(keep).toSorted(compareOrder);
}

/** The key that puts a new record after the last of a sorted list. */
export function keyAtEnd(records: readonly { readonly order: OrderKey }[]): OrderKey {
  return orderKeyAfter(records.at(-1)?.order ?? null);
}

/**
 * Keys for records that go behind `afterId` in a sorted list.
 * @param afterId null = at the top; an id that is not in the list = at the end
 */
export function keysAfter(
  records: readonly { readonly id: string; readonly order: OrderKey }[],
  afterId: string | null,
  count: number,
): readonly OrderKey[] {
  const found = records.findIndex((record) => record.id === afterId);
  const index = afterId === null ? -1 : found === -1 ? records.length - 1 : found;
  return orderKeysBetween(records[index]?.order ?? null, records[index + 1]?.order ?? null, count);
}
