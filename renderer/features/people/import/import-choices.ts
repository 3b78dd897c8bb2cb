// What the facilitator decides in the preview: rows that stay out, and what becomes of people whom the list no longer names.
import type {
  ImportChoices,
  ImportField,
  ImportPreview,
  ImportRow,
  ImportRowState,
} from '../../../../shared/domain/people/import-model.ts';

export type MissingChoice = ImportChoices['missing'][number]['choice'];

export interface Decisions {
  readonly skipped: ReadonlySet<number>;
  readonly missing: ReadonlyMap<string, MissingChoice>;
  /** By row: who it is, whose place a new person takes, which fields keep what is known. */
  readonly answers: ReadonlyMap<number, RowAnswer>;
  /** By team that the list makes and whose language it does not tell. */
  readonly teamLanguages: ReadonlyMap<string, string>;
}

export type RowAnswer = Omit<NonNullable<ImportChoices['answers']>[number], 'row'>;

export const noDecisions: Decisions = { skipped: new Set(), missing: new Map(), answers: new Map(), teamLanguages: new Map() };

/** @param answer what is said about the row in addition to what was said before */
export function withAnswer(decisions: Decisions, row: number, answer: RowAnswer): Decisions {
  return { ...decisions, answers: new Map([...decisions.answers, [row, { ...decisions.answers.get(row), ...answer }]]) };
}

export function withTeamLanguage(decisions: Decisions, team: string, language: string): Decisions {
  return { ...decisions, teamLanguages: new Map([...decisions.teamLanguages, [team, language]]) };
}

/** @returns the fields of a row that keep what is known, with one field more or less among them */
export function oursWith({ ours = [] }: RowAnswer, field: ImportField, isOurs: boolean): ImportField[] {
  const others = ours.filter((one) => one !== field);
  return isOurs ? [...others, field] : others;
}

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
export function choicesOf({ skipped, missing, answers, teamLanguages }: Decisions): ImportChoices {
  return {
    skippedRows: [...skipped],
    missing: [...missing].map(([participantId, choice]) => ({
      participantId: participantId as ImportChoices['missing'][number]['participantId'],
      choice,
    })),
    answers: [...answers].map(([row, answer]) => ({ row, ...answer })),
    teamLanguages: [...teamLanguages].map(([team, language]) => ({ team, language })),
  };
}

export interface ImportSum {
  readonly added: number;
  readonly changed: number;
  readonly left: number;
  readonly removed: number;
}

/** What pressing the button would do. */
export function sumOf(preview: ImportPreview, { skipped, missing, answers }: Decisions): ImportSum {
  const outcomeOf = ({ row, state, changes }: ImportRow): ImportRowState => {
    const { identity, ours = [] } = answers.get(row) ?? {};
    const settled = state !== 'question' || identity === undefined ? state : identity === 'renamed' ? 'changed' : 'new';
    return settled === 'changed' && changes.every(({ field }) => ours.includes(field)) ? 'same' : settled;
  };
  const rows = (state: ImportRowState) => preview.rows.filter((row) => outcomeOf(row) === state && !skipped.has(row.row)).length;
  const people = (wanted: MissingChoice) => preview.missing.filter(({ participantId }) => missing.get(participantId) === wanted).length;
  return { added: rows('new'), changed: rows('changed'), left: people('mark-left'), removed: people('remove') };
}

export const rowFilters = ['all', 'question', 'new', 'changed', 'same', 'problem', 'remarks'] as const;
export type RowFilter = (typeof rowFilters)[number];

/** `remarks`: rows that are imported although something about them is worth a look. */
export function rowsFor(rows: readonly ImportRow[], filter: RowFilter): readonly ImportRow[] {
  if (filter === 'all') return rows;
  if (filter === 'remarks') return rows.filter(({ state, remarks }) => state !== 'problem' && remarks.length > 0);
  return rows.filter(({ state }) => state === filter);
}
