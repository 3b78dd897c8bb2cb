// @ts-check
// `npm run bench`: measures the built application and prints one table. Ends badly when a limit is missed.

import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { formatBenchTable } from './bench-table.mjs';
import { buildStaleTargets } from './bundle-targets.mjs';
import { findBrowser, installBrowser } from './find-browser.mjs';
import { taskCacheFolder } from './paths.mjs';
import { runTool } from './run-command.mjs';
import { parseRows } from './text-table.mjs';

await buildStaleTargets({ say: console.log });
if ((findBrowser() ?? (await installBrowser())) === undefined) {
  console.error('The benches of the pages need Chromium, Chrome or Edge: install one, or set CHROME_PATH.');
}

const rowsFile = join(taskCacheFolder, 'bench-rows.jsonl');
mkdirSync(taskCacheFolder, { recursive: true });
rmSync(rowsFile, { force: true });
const env = { ...process.env, HRH_BENCH_FILE: rowsFile };

// One after the other, never side by side: they would measure each other.
const host = await runTool('vitest/vitest.mjs', ['run', '--config', 'tests/bench/vitest.config.ts'], { show: true, env });
const pages = await runTool('@playwright/test/cli.js', ['test', '--config', 'tests/bench/playwright.config.ts'], { show: true, env });

const rows = parseRows(existsSync(rowsFile) ? readFileSync(rowsFile, 'utf8') : '');
console.log(`\n${formatBenchTable(rows)}`);
process.exitCode = host.code === 0 && pages.code === 0 && rows.length > 0 && rows.every(({ met }) => met) ? 0 : 1;
