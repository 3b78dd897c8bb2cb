// @ts-check
// Where things are in a checkout: every task names folders through this file.

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const rootFolder = fileURLToPath(new URL('../../', import.meta.url));

/** Joins path segments onto the root of the checkout. @param {...string} segments */
export function fromRoot(...segments) {
  return join(rootFolder, ...segments);
}

/** Notes that tasks leave for their next run. Lies in node_modules, so a fresh install starts without them. */
export const taskCacheFolder = fromRoot('node_modules', '.cache', 'hrh-tasks');
