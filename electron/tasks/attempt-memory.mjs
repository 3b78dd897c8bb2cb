// @ts-check
// Remembers that the desktop window could not be had, so that the next start does not wait for the same answer again.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const forgetAfterMs = 60 * 60 * 1000;

/**
 * @typedef {import('./desktop-obstacle.mjs').DesktopObstacle} DesktopObstacle
 *
 * @typedef {object} Attempt
 * @property {string} version of the electron package
 * @property {string} runtime path of its executable, empty when there was none: installing one is a reason to try again
 * @property {number} now milliseconds since 1970
 */

/**
 * The obstacle met within the last hour with the same runtime.
 * @param {string} file
 * @param {Attempt} attempt
 * @returns {DesktopObstacle | undefined}
 */
export function recallObstacle(file, { version, runtime, now }) {
  try {
    const memory = JSON.parse(readFileSync(file, 'utf8'));
    const age = now - memory.at;
    const sameRuntime = memory.version === version && memory.runtime === runtime;
    return sameRuntime && age >= 0 && age < forgetAfterMs ? memory.obstacle : undefined;
  } catch {
    // No memory, or one cut off while it was written: try again.
    return undefined;
  }
}

/**
 * @param {string} file
 * @param {Attempt} attempt
 * @param {DesktopObstacle} obstacle
 */
export function rememberObstacle(file, { version, runtime, now }, obstacle) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ version, runtime, at: now, obstacle }));
}

/** @param {string} file */
export function forgetObstacle(file) {
  rmSync(file, { force: true });
}
