// What the facilitator decides in the preview: rows that stay out, and what becomes of people whom the list no longer names.
import type { ImportChoices, ImportPreview, ImportRow, ImportRowState } from '../../../../shared/domain/people/import-model.ts';

export type MissingChoice = ImportChoices['missing'][number]['choice'];

export interface Decisions {
  readonly skipped: ReadonlySet<number>;
  readonly missing: ReadonlyMap<string, MissingChoice>;
}

export const noDecisions: Decisions = { skipped: new Set(), missing: new Map() };

export function withRow(decisions: Decisions, row: number, isImported: boolean): Decisions {
  const skipped = new Set(decisions.skipped);
  if (isImported) skipped.delete(row);
  else skipped.add(row);
  return { ...decisions, skipped };
}

export function withMissing(decisions: Decisions, participantIds: readonly string[], choice: MissingChoice): Decisions {
  return { ...decisions, missing: new Map([...decisions.missing, ...participantIds.map((id) => [id, choice] as const)]) };
}

/** What the contract takes. */
export function choicesOf({ skipped, missing }: Decisions): ImportChoices {
  return {
    skippedRows: [...skipped],
    missing: [...missing].map(([participantId, choice]) => ({
      participantId: participantId as ImportChoices['missing'][number]['participantId'],
      choice,
    })),
  };
}

export interface ImportSum {
  readonly added: number;
  readonly changed: number;
  readonly left: number;
  readonly removed: number;
}

/** What pressing the button would do. */
export function sumOf(preview: ImportPreview, { skipped, missing }: Decisions): ImportSum {
  const rows = (state: ImportRowState) => preview.rows.filter((row) => row.state === state && !skipped.has(row.row)).length;
  const people = (wanted: MissingChoice) => preview.missing.filter(({ participantId }) => missing.get(participantId) === wanted).length;
  return { added: rows('new'), changed: rows('changed'), left: people('mark-left'), removed: people('remove') };
}

export const rowFilters = ['all', 'new', 'changed', 'same', 'problem', 'remarks'] as const;
export type RowFilter = (typeof rowFilters)[number];

/** `remarks`: rows that are imported although something about them is worth a look. */
export function rowsFor(rows: readonly ImportRow[], filter: RowFilter): readonly ImportRow[] {
  if (filter === 'all') return rows;
  if (filter === 'remarks') return rows.filter(({ state, remarks }) => state !== 'problem' && remarks.length > 0);
  return rows.filter(({ state }) => state === filter);
}
