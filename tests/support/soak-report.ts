// How a test of durability hands in what it tried: one line per kind of trial, which `npm run test:soak` prints as a table.
import { appendFileSync } from 'node:fs';
import type { SoakRow } from '../../electron/tasks/soak-table.mjs';

/** Says nothing outside a soak. */
export function reportTrials(row: SoakRow): void {
  const file = process.env.HRH_SOAK_FILE;
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(row)}\n`);
}
