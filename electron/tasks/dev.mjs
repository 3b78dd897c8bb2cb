// @ts-check
// `npm run dev`: rebuilds what changes and starts the application anew after each change. The pages are built, not served by a
// development server, so that what one sees is under the same content policy as what one ships.

import { spawn } from 'node:child_process';
import { build } from 'vite';
import { hostBundleConfig, hostBundles } from '../vite.config.mjs';
import { bundleTargets } from './bundle-targets.mjs';
import { writeStamp } from './freshness.mjs';
import { fromRoot } from './paths.mjs';
import { restartable } from './restartable.mjs';

/** @type {readonly import('vite').InlineConfig[]} */
const configs = [{ configFile: fromRoot('renderer', 'vite.config.mjs') }, ...hostBundles.map((bundle) => hostBundleConfig(bundle))];
const notBuiltYet = new Set(configs);
const startTask = [fromRoot('electron', 'tasks', 'start.mjs'), ...process.argv.slice(2)];
const application = restartable(() => spawn(process.execPath, startTask, { stdio: 'inherit' }));

for (const config of configs) {
  const watcher = await build({ ...config, build: { ...config.build, watch: {} } });
  if (!('on' in watcher)) throw new Error('vite built once instead of watching');
  watcher.on('event', (event) => {
    if (event.code === 'ERROR') console.error(event.error.message);
    if (event.code !== 'BUNDLE_END') return;
    notBuiltYet.delete(config);
    if (notBuiltYet.size === 0) void restart();
  });
}

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.on(signal, () => void application.stop().then(() => process.exit(0)));
}

async function restart() {
  // What the watchers built is fresh: without the stamps the start task would build it once more.
  for (const target of bundleTargets) writeStamp(target.stamp, Date.now());
  await application.restart();
}
