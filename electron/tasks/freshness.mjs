// @ts-check
// Tells whether something built is still newer than what it was built from.

import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The latest modification below the given files and folders. Folders count too: removing a file changes only its folder. Markdown does not
 * count, since no bundle contains it.
 * @param {readonly string[]} paths files or folders; one that is missing counts as never changed
 * @returns {number} milliseconds since 1970, 0 when nothing is there
 */
export function latestChange(paths) {
  let latest = 0;
  for (const path of paths) {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats === undefined) continue;
    latest = Math.max(latest, stats.mtimeMs);
    if (!stats.isDirectory()) continue;
    const children = readdirSync(path).filter((name) => name !== 'node_modules' && !name.endsWith('.md'));
    latest = Math.max(latest, latestChange(children.map((name) => join(path, name))));
  }
  return latest;
}

/**
 * @typedef {object} Built
 * @property {string} stamp file that remembers when the last complete build began
 * @property {readonly string[]} outputs files that the build must have left
 * @property {readonly string[]} sources files and folders that it was built from
 */

/**
 * True when every output is there and no source changed since the build began.
 * @param {Built} built
 */
export function isFresh({ stamp, outputs, sources }) {
  const beganAt = readStamp(stamp);
  return beganAt !== undefined && outputs.every((output) => existsSync(output)) && latestChange(sources) <= beganAt;
}

/**
 * Remembers a complete build. The moment is that of its beginning: a file saved while it ran makes it stale.
 * @param {string} stamp
 * @param {number} beganAt milliseconds since 1970
 */
export function writeStamp(stamp, beganAt) {
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, JSON.stringify({ beganAt }));
}

/**
 * @param {string} stamp
 * @returns {number | undefined}
 */
function readStamp(stamp) {
  try {
    const { beganAt } = JSON.parse(readFileSync(stamp, 'utf8'));
    return typeof beganAt === 'number' ? beganAt : undefined;
  } catch {
    // Missing or cut off: the build counts as never made.
    return undefined;
  }
}
