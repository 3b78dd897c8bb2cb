// How a bench hands in its result: one line per measurement, which `npm run bench` prints as a table.

import { appendFileSync } from 'node:fs';

export interface Measurement {
  readonly what: string;
  readonly measured: number;
  readonly limit: number;
  readonly unit: string;
}

/** Writes a measurement into the table. It is met when it does not exceed its limit. @returns whether it was met */
export function reportMeasurement({ what, measured, limit, unit }: Measurement): boolean {
  const met = measured <= limit;
  const row = { what, measured: inUnit(measured, unit), limit: `≤ ${inUnit(limit, unit)}`, met };
  const file = process.env.HRH_BENCH_FILE;
  if (file === undefined) console.log(row);
  else appendFileSync(file, `${JSON.stringify(row)}\n`);
  return met;
}

function inUnit(value: number, unit: string): string {
  return `${Number(value.toPrecision(3))} ${unit}`;
}
