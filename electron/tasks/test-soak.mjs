// @ts-check
// `npm run test:soak`: the tests that have a long form (tests/support/effort.ts), in that form, and one table of what was tried.
// `npm run test:soak -- durability` runs only the named levels. Takes hours, not minutes.

import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildStaleTargets } from './bundle-targets.mjs';
import { taskCacheFolder } from './paths.mjs';
import { formatSoakTable } from './soak-table.mjs';
import { closingLine } from './test-counts.mjs';
import { levels, runLevel } from './test-levels.mjs';
import { parseRows } from './text-table.mjs';

/** The levels in which tests ask `effort.ts` how long to go on. */
const soakLevels = ['unit', 'property', 'durability'];

const names = process.argv.slice(2);
const chosen = levels.filter(({ name }) => (names.length === 0 ? soakLevels : names).includes(name));
if (chosen.length < names.length || names.some((name) => !soakLevels.includes(name))) {
  console.error(`The levels of a soak are ${soakLevels.join(', ')}.`);
  process.exit(2);
}

const rowsFile = join(taskCacheFolder, 'soak-rows.jsonl');
mkdirSync(taskCacheFolder, { recursive: true });
rmSync(rowsFile, { force: true });
Object.assign(process.env, { HRH_SOAK: '1', HRH_SOAK_FILE: rowsFile });

await buildStaleTargets({ say: console.log });
const counts = [];
for (const level of chosen) {
  console.log(`\n── ${level.name} ──`);
  counts.push(await runLevel(level));
}

const rows = parseRows(existsSync(rowsFile) ? readFileSync(rowsFile, 'utf8') : '');
console.log(`\n${formatSoakTable(rows)}\n\n${closingLine(counts)}`);
process.exitCode = counts.every(({ failed }) => failed === 0) && rows.every(({ lost, unreadable }) => lost + unreadable === 0) ? 0 : 1;
