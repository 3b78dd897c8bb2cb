// @ts-check
// The table that `npm run bench` prints. The benches append one JSON line per measurement to the file that HRH_BENCH_FILE names.

/**
 * @typedef {object} BenchRow
 * @property {string} what the measurement, in words
 * @property {string} measured with its unit
 * @property {string} limit with its unit
 * @property {boolean} met
 */

/**
 * @param {string} text JSON lines
 * @returns {readonly BenchRow[]}
 */
export function parseBenchRows(text) {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

/** @param {readonly BenchRow[]} rows */
export function formatBenchTable(rows) {
  const table = [
    ['what', 'measured', 'limit', ''],
    ...rows.map(({ what, measured, limit, met }) => [what, measured, limit, met ? 'met' : 'MISSED']),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((cells) => cells[column]?.length ?? 0)));
  return table
    .map((cells) =>
      cells
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
