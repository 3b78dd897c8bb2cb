// Leads to a field of the open plan: from "Before sign-off", and from an address with `field`.
import type { PlanPlace } from '../../../shared/domain/plan/rules.ts';
import { leadInto } from '../../ui/lead-into.ts';

/** The name that a field carries as `name` or `data-cell`. Fields of the plan itself go by their own name. */
export function placeName({ collection, id, field }: PlanPlace): string {
  return collection === 'plans' ? field : `${id}.${field}`;
}

/** Unfolds the section around a field and puts the cursor into it. @returns false when there is no such field */
export function focusPlace(name: string): boolean {
  const escaped = CSS.escape(name);
  const field =
    document.querySelector<HTMLElement>(`[data-cell="${escaped}"], [name="${escaped}"]`) ??
    // What stands in the drawer of a row is reached through the row.
    document.querySelector<HTMLElement>(`[data-row="${CSS.escape(name.split('.')[0] ?? '')}"] [data-cell]`);
  if (!field) return false;
  for (let fold = field.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null) fold.open = true;
  leadInto(field);
  showWhileSettling(field);
  return true;
}

/** Steps take their true height only when they come near, which moves what is below: for some frames the field is brought back, unless somebody has gone on. */
function showWhileSettling(field: HTMLElement, frames = 5): void {
  field.scrollIntoView({ block: 'center' });
  if (frames > 0) requestAnimationFrame(() => document.activeElement === field && showWhileSettling(field, frames - 1));
}
