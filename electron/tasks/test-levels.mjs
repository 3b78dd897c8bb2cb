// @ts-check
// The levels of `npm test`, in the order in which they run: what is quick and tells most comes first.

import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { taskCacheFolder } from './paths.mjs';
import { runTool } from './run-command.mjs';
import { countPlaywright, countVitest } from './test-counts.mjs';

/** @typedef {import('./test-counts.mjs').Counts} Counts */

/**
 * @typedef {object} Level
 * @property {string} name folder below tests, and project of the same name in the runner's configuration
 * @property {'vitest' | 'playwright'} runner
 */

/** @type {readonly Level[]} */
export const levels = [
  { name: 'architecture', runner: 'vitest' },
  { name: 'unit', runner: 'vitest' },
  { name: 'property', runner: 'vitest' },
  { name: 'durability', runner: 'vitest' },
  { name: 'e2e', runner: 'playwright' },
  { name: 'a11y', runner: 'playwright' },
  { name: 'desktop', runner: 'playwright' },
];

/**
 * Runs one level and shows its output.
 * @param {Level} level
 * @returns {Promise<Counts>}
 */
export async function runLevel({ name, runner }) {
  const reportFile = join(taskCacheFolder, `${name}-report.json`);
  mkdirSync(taskCacheFolder, { recursive: true });
  rmSync(reportFile, { force: true });
  const { code } = runner === 'vitest' ? await runVitest(name, reportFile) : await runPlaywright(name, reportFile);
  const report = existsSync(reportFile) ? JSON.parse(readFileSync(reportFile, 'utf8')) : undefined;
  return runner === 'vitest' ? countVitest(report, code) : countPlaywright(report, code);
}

/** @param {string} project @param {string} reportFile */
function runVitest(project, reportFile) {
  const args = ['run', '--config', 'tests/vitest.config.ts', '--project', project];
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
  return runTool('vitest/vitest.mjs', [...args, ...reporters], { show: true });
}

/** @param {string} project @param {string} reportFile */
function runPlaywright(project, reportFile) {
  const args = ['test', '--config', 'tests/playwright.config.ts', '--project', project, '--reporter=list,json'];
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile };
  return runTool('@playwright/test/cli.js', args, { show: true, env });
}
