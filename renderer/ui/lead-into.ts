// The cursor goes into the field that a link leads to.

/**
 * Puts the cursor into a field, unless somebody has gone on meanwhile into what floats above the page: a page that arrives late takes no letter from there.
 */
export function leadInto(field: HTMLElement): void {
  const floating = document.activeElement?.closest('[role="dialog"]') ?? null;
  if (floating === null || floating.contains(field)) field.focus();
}
