// Where a session lands when it is dropped or moved by one place.

interface Ordered {
  readonly id: string;
}

/** A place in a day: behind this session, or null for the top. */
export type PlaceAfter = string | null;

/**
 * @param direction -1 = one place up
 * @returns the place, or undefined when it is already at that end
 */
export function placeBeside(rows: readonly Ordered[], id: string, direction: 1 | -1): PlaceAfter | undefined {
  const index = rows.findIndex((row) => row.id === id);
  const target = index + direction;
  if (index === -1 || target < 0 || target >= rows.length) return undefined;
  if (direction === 1) return rows[target]?.id;
  return rows[target - 1]?.id ?? null;
}

/** Dropped on another row: above it when it comes from below, behind it when it comes from above. */
export function placeOfDrop(rows: readonly Ordered[], id: string, overId: string): PlaceAfter | undefined {
  if (id === overId) return undefined;
  const from = rows.findIndex((row) => row.id === id);
  const to = rows.findIndex((row) => row.id === overId);
  if (to === -1) return undefined;
  if (from !== -1 && from < to) return overId;
  return rows[to - 1]?.id ?? null;
}
