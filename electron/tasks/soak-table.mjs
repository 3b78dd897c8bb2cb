// @ts-check
// The table that `npm run test:soak` prints. Tests append one JSON line per kind of trial to the file that HRH_SOAK_FILE names.

import { formatTable } from './text-table.mjs';

/**
 * @typedef {object} SoakRow
 * @property {string} what was tried, in words
 * @property {number} runs
 * @property {number | null} acknowledged commands that had been acknowledged, counted once per run; null where nothing was
 * @property {number} lost acknowledged commands that were not there afterwards
 * @property {number} unreadable workshops that could not be opened
 */

/** @param {readonly SoakRow[]} rows */
export function formatSoakTable(rows) {
  const figure = (/** @type {number | null} */ value) => (value === null ? '–' : value.toLocaleString('en-GB'));
  return formatTable([
    ['what', 'runs', 'acknowledged', 'lost', 'unreadable'],
    ...rows.map(({ what, runs, acknowledged, lost, unreadable }) => [what, ...[runs, acknowledged, lost, unreadable].map(figure)]),
  ]);
}
