// Participant lists of data/fixtures/import (made by openpyxl and LibreOffice) as bytes, and the workshop that they are imported into.
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { readSource } from '../../electron/intake/read-source.ts';
import { applyChanges } from '../../shared/document/change.ts';
import { emptyRecords, storeOf, viewOf, type RecordMaps } from '../../shared/document/records.ts';
import type { View } from '../../shared/domain/collections.ts';
import { commandSchema, decide, type Command } from '../../shared/domain/commands.ts';
import type { ImportChoices, ImportPreview, ImportSelection, IntakeFailure, SourceSheet } from '../../shared/domain/people/import-model.ts';
import { importCommand, outlineOf, previewImport } from '../../shared/domain/people/import-rules.ts';
import type { Instant } from '../../shared/kernel/instant.ts';

const folder = new URL('../../data/fixtures/import/', import.meta.url);

export function fixtureBytes(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(name, folder)));
}

/** The sheets of a fixture that must be readable. */
export async function fixtureSheets(name: string): Promise<readonly SourceSheet[]> {
  const read = await readSource({ bytes: fixtureBytes(name), fileName: name });
  expect(read).toMatchObject({ ok: true });
  return read.ok ? read.value : [];
}

/** The failure of a fixture that must not be readable. */
export async function fixtureFailure(name: string): Promise<IntakeFailure | null> {
  const read = await readSource({ bytes: fixtureBytes(name), fileName: name });
  return read.ok ? null : read.failure;
}

export interface ImportTarget {
  readonly view: View;
  readonly run: (command: Command) => void;
}

/** An empty workshop whose room speaks French first. */
export function emptyWorkshop(): ImportTarget & { readonly newId: () => string } {
  const records: RecordMaps = emptyRecords();
  records.workshop.set('workshop', { id: 'workshop', languages: ['fr', 'en'] });
  const view = viewOf(records);
  let count = 0;
  const newId = (): string => `id${(count += 1)}`;
  return {
    view,
    newId,
    run: (command) => {
      const decision = decide(view, commandSchema.parse(command), { now: '2026-03-16T08:00:00.000Z' as Instant, newId, actor: 'Test' });
      expect(decision).toMatchObject({ ok: true });
      if (decision.ok) applyChanges(storeOf(records), decision.value);
    },
  };
}

/** Best sheet and guessed mapping, as the page first shows them. */
export function guessedSelection(sheets: readonly SourceSheet[]): { readonly sheet: SourceSheet; readonly selection: ImportSelection } {
  const outline = outlineOf(sheets, { sourceId: 'source', fileName: 'list' });
  const best = outline.sheets[outline.bestSheet];
  const sheet = sheets[outline.bestSheet];
  if (!best || !sheet) throw new Error('No sheet to choose');
  return { sheet, selection: { sourceId: 'source', sheet: outline.bestSheet, headerRow: best.headerRow, mapping: [...best.mapping] } };
}

export function previewOf(view: View, sheets: readonly SourceSheet[]): ImportPreview {
  const { sheet, selection } = guessedSelection(sheets);
  const preview = previewImport(view, sheet, selection);
  if (!preview.ok) throw new Error(preview.failure.code);
  return preview.value;
}

export const everything: ImportChoices = { skippedRows: [], missing: [] };

/** Previews and imports a list, as the host does. */
export function importInto(
  workshop: ReturnType<typeof emptyWorkshop>,
  sheets: readonly SourceSheet[],
  choices = everything,
): ImportPreview {
  const preview = previewOf(workshop.view, sheets);
  workshop.run(importCommand(workshop.view, preview, choices, workshop.newId));
  return preview;
}

/** A sheet out of rows. */
export function sheetOf(...rows: readonly (readonly string[])[]): readonly SourceSheet[] {
  return [{ name: 'Sheet', rows }];
}
