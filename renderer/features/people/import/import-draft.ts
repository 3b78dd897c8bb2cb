// The choices made on the way to an import: sheet, header row, what each column holds. Guessed first, correctable.
import { mappingOf } from '../../../../shared/domain/people/import-columns.ts';
import type { ImportSelection, ImportTarget, SourceOutline } from '../../../../shared/domain/people/import-model.ts';

export const importSteps = ['sheet', 'columns', 'check'] as const;
export type ImportStep = (typeof importSteps)[number];

export interface ImportDraft {
  readonly outline: SourceOutline;
  readonly sheet: number;
  readonly headerRow: number | null;
  readonly mapping: readonly ImportTarget[];
  /** Rows that would be set aside and are taken all the same. */
  readonly taken: readonly number[];
}

type Sheet = SourceOutline['sheets'][number];

/** Cells of a column that are shown while it is mapped. */
const samplesShown = 3;

export function draftOf(outline: SourceOutline): ImportDraft {
  return withSheet({ outline, sheet: outline.bestSheet, headerRow: null, mapping: [], taken: [] }, outline.bestSheet);
}

/** @returns the step to begin with: the sheet is asked about only where there is a choice or a doubt */
export function firstStep({ outline, headerRow }: ImportDraft): ImportStep {
  return outline.sheets.length > 1 || headerRow === null ? 'sheet' : 'columns';
}

export function sheetOf({ outline, sheet }: ImportDraft): Sheet | undefined {
  return outline.sheets[sheet];
}

/** Another sheet brings its own guesses. */
export function withSheet(draft: ImportDraft, sheet: number): ImportDraft {
  const chosen = draft.outline.sheets[sheet];
  return { ...draft, sheet, headerRow: chosen?.headerRow ?? null, mapping: chosen?.mapping ?? [], taken: [] };
}

/** @param headerRow index of the row with the headings, null when the list has none */
export function withHeaderRow(draft: ImportDraft, headerRow: number | null): ImportDraft {
  const sheet = sheetOf(draft);
  if (!sheet) return draft;
  const mapping = headerRow === sheet.headerRow ? sheet.mapping : mappingOf(sheet.top, headerRow);
  return { ...draft, headerRow, mapping };
}

export function withTarget(draft: ImportDraft, column: number, target: ImportTarget): ImportDraft {
  return { ...draft, mapping: draft.mapping.map((known, index) => (index === column ? target : known)) };
}

export function withTaken(draft: ImportDraft, row: number, isTaken: boolean): ImportDraft {
  const others = draft.taken.filter((one) => one !== row);
  return { ...draft, taken: isTaken ? [...others, row] : others };
}

export interface MappedColumn {
  readonly index: number;
  /** The heading in the list; '' where there is none. */
  readonly heading: string;
  readonly samples: readonly string[];
  readonly target: ImportTarget;
}

/** The columns in the order of the sheet; those in which there is nothing to see are left out. */
export function columnsOf(draft: ImportDraft): readonly MappedColumn[] {
  const sheet = sheetOf(draft);
  if (!sheet) return [];
  const { headerRow } = draft;
  const isGuessed = headerRow === sheet.headerRow;
  const header = headerRow === null ? [] : (sheet.top[headerRow] ?? sheet.header);
  const rows = isGuessed ? sheet.sample : sheet.top.slice(headerRow === null ? 0 : headerRow + 1);
  return draft.mapping
    .map((target, index) => ({
      index,
      heading: header[index] ?? '',
      samples: [...new Set(rows.map((cells) => cells[index] ?? ''))].filter((cell) => cell !== '').slice(0, samplesShown),
      target,
    }))
    .filter(({ heading, samples, target }) => heading !== '' || samples.length > 0 || target !== 'ignore');
}

/** Without a name nobody can be imported. */
export function hasNameColumn({ mapping }: ImportDraft): boolean {
  return mapping.some((target) => target === 'fullName' || target === 'familyName' || target === 'givenName');
}

export function selectionOf({ outline, sheet, headerRow, mapping, taken }: ImportDraft): ImportSelection {
  return { sourceId: outline.sourceId, sheet, headerRow, mapping: [...mapping], taken: [...taken] };
}

/** The name of a column as a spreadsheet shows it: A, B … Z, AA. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}
