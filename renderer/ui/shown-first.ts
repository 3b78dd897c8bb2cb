// How much of a long list is shown before somebody asks for the rest.

/**
 * A single rest is shown at once: a button "Show 1 more" takes the line that the rest would need.
 * @param count entries in all
 * @param wanted entries to show at first
 * @returns how many to show
 * @example shownFirst(6, 5) === 6; shownFirst(7, 5) === 5
 */
export function shownFirst(count: number, wanted: number): number {
  return count <= wanted + 1 ? count : wanted;
}
