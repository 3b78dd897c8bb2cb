// An import that was begun and neither done nor left: another tab, the back button, an answer looked up elsewhere must not cost the corrections.
// In the memory of the page only: the list itself waits in the host, and both are gone with the application.
import type { SourceOutline } from '../../../../shared/domain/people/import-model.ts';
import type { Decisions } from './import-choices.ts';
import type { ImportDraft, ImportStep } from './import-draft.ts';

export interface ImportInProgress {
  /** As the list was brought; the draft has the newest reading of it. */
  readonly outline: SourceOutline;
  readonly draft: ImportDraft;
  readonly step: ImportStep;
  /** By sheet: the rows of one say nothing about those of another. */
  readonly decisions: ReadonlyMap<number, Decisions>;
}

const begun = new Map<string, ImportInProgress>();

/** @returns the import that was begun in a workshop, or null */
export function begunImport(workshopId: string): ImportInProgress | null {
  return begun.get(workshopId) ?? null;
}

/** @param progress null when it is done or left */
export function keepImport(workshopId: string, progress: ImportInProgress | null): void {
  if (progress) begun.set(workshopId, progress);
  else begun.delete(workshopId);
}
