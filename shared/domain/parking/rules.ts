// The order of the parking lot: as the points were raised.
import { compareOrder, orderKeyAfter, type OrderKey } from '../../kernel/order-key.ts';
import type { View } from '../collections.ts';
import type { ParkingItem } from './model.ts';

/**
 * Compares two points by the order in which they were raised; every laptop shows the same. Their moments count only for points that an earlier
 * version wrote: a clock that is set back would put a new point before old ones.
 */
export function compareRaised(a: ParkingItem, b: ParkingItem): number {
  if (a.order !== undefined && b.order !== undefined) return compareOrder({ id: a.id, order: a.order }, { id: b.id, order: b.order });
  if (a.order !== b.order) return a.order === undefined ? -1 : 1;
  if (a.raisedAt !== b.raisedAt) return a.raisedAt < b.raisedAt ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

/** The key of the next point that is raised. */
export function nextParkingOrder(view: View): OrderKey {
  let last: OrderKey | null = null;
  for (const { order } of view.all('parkingItems')) if (order !== undefined && (last === null || order > last)) last = order;
  return orderKeyAfter(last);
}
