// How a bench hands in its result: one line per measurement, which `npm run bench` prints as a table.

import { appendFileSync } from 'node:fs';

export interface Measurement {
  readonly what: string;
  readonly measured: number;
  readonly limit: number;
  readonly unit: string;
  /** For an absolute limit: how many times slower than the reference this machine is just now (calibration.ts). */
  readonly slowness?: number;
}

/** Writes a measurement into the table. It is met when it does not exceed its limit. @returns whether it was met */
export function reportMeasurement({ what, measured, limit, unit, slowness = 1 }: Measurement): boolean {
  const scaled = limit * slowness;
  const met = measured <= scaled;
  const asked = `≤ ${inUnit(scaled, unit)}`;
  write({ what, measured: inUnit(measured, unit), limit: slowness === 1 ? asked : `${asked} (${limit} × ${slowness.toFixed(2)})`, met });
  return met;
}

/** Writes a figure into the table that stands there to be compared with others, and has no limit of its own. */
export function reportFigure({ what, measured, unit }: Pick<Measurement, 'what' | 'measured' | 'unit'>): void {
  write({ what, measured: inUnit(measured, unit), limit: '–', met: true });
}

interface Row {
  readonly what: string;
  readonly measured: string;
  readonly limit: string;
  readonly met: boolean;
}

function write(row: Row): void {
  const file = process.env.HRH_BENCH_FILE;
  if (file === undefined) console.log(row);
  else appendFileSync(file, `${JSON.stringify(row)}\n`);
}

/** Counts are exact, everything else has three digits. */
function inUnit(value: number, unit: string): string {
  return `${Number.isInteger(value) ? value : Number(value.toPrecision(3))} ${unit}`;
}
