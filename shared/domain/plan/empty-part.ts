// Whether a row of a plan holds anything yet. Pages ask too: no schemas here.

/** Where a row belongs says nothing of what it holds. */
const places: ReadonlySet<string> = new Set(['id', 'planId', 'order']);

/** @returns true while nobody has typed or chosen anything in a step, an indicator or an introduction */
export function isEmptyPart(part: object): boolean {
  return Object.entries(part).every(([field, value]) => places.has(field) || isNothing(value));
}

/**
 * @param rows in their order
 * @returns the place, from 0, of the first row that is pasted into one of them: below it, or in its stead while it is empty
 */
export function placeOfPasted(rows: readonly { readonly id: string }[], rowId: string): number {
  const row = rows.findIndex(({ id }) => id === rowId);
  return row + (isEmptyPart(rows[row] ?? {}) ? 0 : 1);
}

function isNothing(value: unknown): boolean {
  // A step that nobody has touched has not been started.
  return value === '' || value === null || value === false || value === 'not-started' || (Array.isArray(value) && value.length === 0);
}
