// The choices made on the way to an import: sheet, header row, what each column holds. Guessed first, correctable.
import { headingsOf, mappingOf } from '../../../../shared/domain/people/import-columns.ts';
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
  /** Cells corrected by hand. They stay with their cell, whatever its column is said to hold. */
  readonly fixes: readonly CellFix[];
  /** True when a country alone in a row is that of the people below it. */
  readonly countryLines: boolean;
}

export interface CellFix {
  readonly sheet: number;
  /** As the spreadsheet numbers it, from 1. */
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

type Sheet = SourceOutline['sheets'][number];

/** Cells of a column that are shown while it is mapped. */
const samplesShown = 3;

export function draftOf(outline: SourceOutline): ImportDraft {
  const empty = { outline, sheet: outline.bestSheet, headerRow: null, mapping: [], taken: [], fixes: [], countryLines: false };
  return withSheet(empty, outline.bestSheet);
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

/**
 * The same list read once more, in another encoding: what was decided stays, what was only guessed is guessed anew.
 * @param outline of the new reading
 */
export function withReading(draft: ImportDraft, outline: SourceOutline): ImportDraft {
  const guessed = sheetOf(draft);
  const isGuess = guessed !== undefined && draft.headerRow === guessed.headerRow && sameTargets(draft.mapping, guessed.mapping);
  const read = outline.sheets[draft.sheet];
  return isGuess && read ? { ...draft, outline, headerRow: read.headerRow, mapping: read.mapping } : { ...draft, outline };
}

function sameTargets(one: readonly ImportTarget[], other: readonly ImportTarget[]): boolean {
  return one.length === other.length && one.every((target, column) => target === other[column]);
}

/** @param headerRow index of the row with the headings, null when the list has none */
export function withHeaderRow(draft: ImportDraft, headerRow: number | null): ImportDraft {
  const sheet = sheetOf(draft);
  if (!sheet) return draft;
  const mapping = headerRow === sheet.headerRow ? sheet.mapping : mappingOf(sheet.top, headerRow, sheet.hiddenColumns);
  return { ...draft, headerRow, mapping };
}

export function withTarget(draft: ImportDraft, column: number, target: ImportTarget): ImportDraft {
  return { ...draft, mapping: draft.mapping.map((known, index) => (index === column ? target : known)) };
}

export function withTaken(draft: ImportDraft, row: number, isTaken: boolean): ImportDraft {
  const others = draft.taken.filter((one) => one !== row);
  return { ...draft, taken: isTaken ? [...others, row] : others };
}

/** @param text that a cell is to have; null for what the list says */
export function withFix(draft: ImportDraft, row: number, column: number, text: string | null): ImportDraft {
  const { sheet } = draft;
  const others = draft.fixes.filter((fix) => fix.sheet !== sheet || fix.row !== row || fix.column !== column);
  return { ...draft, fixes: text === null ? others : [...others, { sheet, row, column, text }] };
}

export function withCountryLines(draft: ImportDraft, countryLines: boolean): ImportDraft {
  return { ...draft, countryLines };
}

export interface MappedColumn {
  readonly index: number;
  /** The heading in the list; '' where there is none. */
  readonly heading: string;
  readonly samples: readonly string[];
  readonly target: ImportTarget;
  readonly isHidden: boolean;
}

/** The columns in the order of the sheet; those in which there is nothing to see are left out. */
export function columnsOf(draft: ImportDraft): readonly MappedColumn[] {
  const sheet = sheetOf(draft);
  if (!sheet) return [];
  const { headerRow } = draft;
  const isGuessed = headerRow === sheet.headerRow;
  const header =
    headerRow === null ? [] : headerRow < sheet.top.length ? headingsOf(sheet.top, headerRow, draft.mapping.length) : sheet.header;
  const rows = isGuessed ? sheet.sample : sheet.top.slice(headerRow === null ? 0 : headerRow + 1);
  return draft.mapping
    .map((target, index) => ({
      index,
      heading: header[index] ?? '',
      samples: [...new Set(rows.map((cells) => cells[index] ?? ''))].filter((cell) => cell !== '').slice(0, samplesShown),
      target,
      isHidden: sheet.hiddenColumns.includes(index),
    }))
    .filter(({ heading, samples, target }) => heading !== '' || samples.length > 0 || target !== 'ignore');
}

/** Without a name nobody can be imported. */
export function hasNameColumn({ mapping }: ImportDraft): boolean {
  return mapping.some((target) => target === 'fullName' || target === 'familyName' || target === 'givenName');
}

export function selectionOf({ outline, sheet, headerRow, mapping, taken, fixes, countryLines }: ImportDraft): ImportSelection {
  return {
    sourceId: outline.sourceId,
    sheet,
    headerRow,
    mapping: [...mapping],
    taken: [...taken],
    fixes: fixes.filter((fix) => fix.sheet === sheet).map(({ row, column, text }) => ({ row, column, text })),
    countryLines,
  };
}

/** The name of a column as a spreadsheet shows it: A, B … Z, AA. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}
