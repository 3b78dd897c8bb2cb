// @ts-check
// The table that `npm run bench` prints. The benches append one JSON line per measurement to the file that HRH_BENCH_FILE names.

import { formatTable } from './text-table.mjs';

/**
 * @typedef {object} BenchRow
 * @property {string} what the measurement, in words
 * @property {string} measured with its unit
 * @property {string} limit with its unit
 * @property {boolean} met
 */

/** @param {readonly BenchRow[]} rows */
export function formatBenchTable(rows) {
  return formatTable([
    ['what', 'measured', 'limit', ''],
    ...rows.map(({ what, measured, limit, met }) => [what, measured, limit, met ? 'met' : 'MISSED']),
  ]);
}
