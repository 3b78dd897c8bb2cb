// A participant list as people bring it: from the file to the preview, through the worker and the host's door.
import { readFileSync } from 'node:fs';
import exceljs from 'exceljs';
import { expect, test } from 'vitest';
import type { ImportPreview, SourceOutline } from '../../shared/domain/people/import-model.ts';
import { calibrate, slownessOf } from './calibration.ts';
import { ordinaryHost, workshopId } from './ordinary-host.ts';
import { reportMeasurement } from './report.ts';
import { median } from './statistics.ts';

const host = ordinaryHost();

/** A workbook with a title above its header, as secretariats send it. */
async function listOf(people: number): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet('Participants');
  sheet.addRow(['List of participants']);
  sheet.addRow([]);
  sheet.addRow(['No', 'Family name', 'Given name', 'Organisation', 'Function', 'Country', 'E-mail', 'Telephone', 'Language']);
  for (let person = 1; person <= people; person += 1) {
    const country = `Country ${person % 15}`;
    sheet.addRow([
      person,
      `Mensah ${person}`,
      'Kofi',
      `Ministry of Health, ${country}`,
      'Director',
      country,
      `k.mensah.${person}@ministry.example`,
      233_200_000_000 + person,
      'English',
    ]);
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** @returns the preview of the guessed sheet, or null when the file was refused; and the milliseconds since the upload */
async function previewed(
  fileName: string,
  bytes: Uint8Array,
): Promise<{ readonly preview: ImportPreview | null; readonly milliseconds: number }> {
  host().upload({ fileName, bytes });
  const began = performance.now();
  const read = await host().tryTo('intake', 'readUpload', { handle: 'upload' });
  if (!read.ok) return { preview: null, milliseconds: performance.now() - began };
  const { sourceId, sheets, bestSheet } = read.value as SourceOutline;
  const { headerRow = null, mapping = [] } = sheets[bestSheet] ?? {};
  const preview = await host().ask<ImportPreview>('intake', 'preview', {
    workshopId,
    selection: { sourceId, sheet: bestSheet, headerRow, mapping },
  });
  return { preview, milliseconds: performance.now() - began };
}

test('a list of 300 people is shown at once', async () => {
  const bytes = await listOf(300);
  const calibrations = [calibrate()];
  const times: number[] = [];
  // The first one starts the worker, as it does for people.
  const first = await previewed('people.xlsx', bytes);
  expect(first.preview?.rows.length).toBe(300);
  while (times.length < 9) times.push((await previewed('people.xlsx', bytes)).milliseconds);
  calibrations.push(calibrate());
  const slowness = slownessOf(calibrations);
  const what = 'list of 300 people, from the file to the preview';
  expect.soft(reportMeasurement({ what, measured: median(times), limit: 300, unit: 'ms', slowness })).toBe(true);
});

test('a list of 10,000 rows is shown or refused soon', async () => {
  const bytes = new Uint8Array(readFileSync(new URL('../../data/fixtures/import/rows-10000.xlsx', import.meta.url)));
  const calibrations = [calibrate()];
  const times: number[] = [];
  while (times.length < 5) times.push((await previewed('rows-10000.xlsx', bytes)).milliseconds);
  calibrations.push(calibrate());
  const slowness = slownessOf(calibrations);
  const what = 'list of 10,000 rows, until it is refused or shown';
  expect.soft(reportMeasurement({ what, measured: median(times), limit: 2_000, unit: 'ms', slowness })).toBe(true);
});

test('the longest list that is taken is shown soon', async () => {
  const bytes = await listOf(4_990);
  const calibrations = [calibrate()];
  const times: number[] = [];
  while (times.length < 3) {
    const { preview, milliseconds } = await previewed('people.xlsx', bytes);
    expect(preview?.rows.length).toBe(4_990);
    times.push(milliseconds);
  }
  calibrations.push(calibrate());
  const slowness = slownessOf(calibrations);
  const what = 'list of 4,990 people, from the file to the preview';
  expect.soft(reportMeasurement({ what, measured: median(times), limit: 2_000, unit: 'ms', slowness })).toBe(true);
});
