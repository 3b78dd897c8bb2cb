// @ts-check
// What a build produces, in two parts that go stale separately: the host's bundles and the pages.

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { hostBundleConfig, hostBundles } from '../vite.config.mjs';
import { buildForProduction } from './build-for-production.mjs';
import { isFresh, writeStamp } from './freshness.mjs';
import { fromRoot, taskCacheFolder } from './paths.mjs';

const lockFile = fromRoot('package-lock.json');
const shared = fromRoot('shared');

/**
 * @typedef {import('./freshness.mjs').Built & { name: 'host' | 'pages', build: () => Promise<void> }} BundleTarget
 */

/** @type {readonly BundleTarget[]} */
export const bundleTargets = [
  {
    name: 'host',
    stamp: join(taskCacheFolder, 'host.json'),
    sources: [shared, fromRoot('electron'), lockFile],
    outputs: hostBundles.map(({ output }) => fromRoot(output)),
    build: buildHost,
  },
  {
    name: 'pages',
    stamp: join(taskCacheFolder, 'pages.json'),
    sources: [shared, fromRoot('renderer'), lockFile],
    outputs: ['index.html', 'projector.html'].map((file) => fromRoot('dist', 'renderer', file)),
    build: buildPages,
  },
];

/**
 * Builds the targets that are missing or older than their sources.
 * @param {{ readonly force?: boolean, readonly say?: (line: string) => void }} [options] `force` builds everything
 * @returns {Promise<readonly string[]>} the names of what was built; a build that fails throws the bundler's error
 */
export async function buildStaleTargets({ force = false, say = () => {} } = {}) {
  const stale = bundleTargets.filter((target) => force || !isFresh(target));
  for (const target of stale) {
    const beganAt = Date.now();
    await target.build();
    writeStamp(target.stamp, beganAt);
    say(`built ${target.name} in ${((Date.now() - beganAt) / 1000).toFixed(1)} s`);
  }
  return stale.map((target) => target.name);
}

async function buildHost() {
  for (const folder of ['main', 'browser', 'worker']) rmSync(fromRoot('dist', folder), { recursive: true, force: true });
  for (const bundle of hostBundles) await buildForProduction(hostBundleConfig(bundle));
}

async function buildPages() {
  await buildForProduction({ configFile: fromRoot('renderer', 'vite.config.mjs') });
}
