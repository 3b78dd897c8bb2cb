// @ts-check
// `npm test`: builds what is stale, finds a browser, runs every level and adds up. `npm test -- unit e2e` runs only the named levels.

import { buildStaleTargets } from './bundle-targets.mjs';
import { findBrowser, installBrowser } from './find-browser.mjs';
import { closingLine } from './test-counts.mjs';
import { levels, runLevel } from './test-levels.mjs';

/** @type {import('./test-counts.mjs').Counts} */
const couldNotRun = { passed: 0, failed: 1, skipped: 0 };

const names = process.argv.slice(2);
const unknown = names.filter((name) => levels.every((level) => level.name !== name));
if (unknown.length > 0) {
  console.error(`No such level: ${unknown.join(', ')}. The levels are ${levels.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

const results = [
  await timed('build', build),
  ...(await runInOrder(levels.filter(({ name }) => names.length === 0 || names.includes(name)))),
];

console.log('');
for (const { name, seconds, counts } of results) {
  const figures = `${String(counts.passed).padStart(6)} passed ${String(counts.failed).padStart(4)} failed ${String(counts.skipped).padStart(4)} skipped`;
  console.log(`${name.padEnd(14)}${name === 'build' ? ' '.repeat(figures.length) : figures}${seconds.toFixed(1).padStart(8)} s`);
}
const allCounts = results.map(({ counts }) => counts);
process.exitCode = allCounts.some(({ failed }) => failed > 0) ? 1 : 0;
console.log(closingLine(allCounts));

/** A broken build does not hide what the other levels have to say, but it counts as a failure. */
async function build() {
  try {
    await buildStaleTargets({ say: console.log });
    return { passed: 0, failed: 0, skipped: 0 };
  } catch (error) {
    console.error(error);
    return couldNotRun;
  }
}

/** @param {readonly import('./test-levels.mjs').Level[]} chosen */
async function runInOrder(chosen) {
  const done = [];
  for (const level of chosen) {
    console.log(`\n── ${level.name} ──`);
    done.push(await timed(level.name, () => (level.runner === 'vitest' ? runLevel(level) : runInBrowser(level))));
  }
  return done;
}

/** @param {import('./test-levels.mjs').Level} level */
async function runInBrowser(level) {
  if ((findBrowser() ?? (await installBrowser())) !== undefined) return runLevel(level);
  console.error(
    `The ${level.name} tests need Chromium, Chrome or Edge. None was found and none could be installed: install one, or set CHROME_PATH.`,
  );
  return couldNotRun;
}

/**
 * @param {string} name
 * @param {() => Promise<import('./test-counts.mjs').Counts>} run
 */
async function timed(name, run) {
  const beganAt = performance.now();
  const counts = await run();
  return { name, counts, seconds: (performance.now() - beganAt) / 1000 };
}
