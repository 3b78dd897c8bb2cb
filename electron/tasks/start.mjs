// @ts-check
// `npm start`: builds what is stale, then opens the desktop window, or the browser shell with one sentence that says why.

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { forgetObstacle, recallObstacle, rememberObstacle } from './attempt-memory.mjs';
import { buildStaleTargets, bundleTargets } from './bundle-targets.mjs';
import { knownObstacle } from './desktop-obstacle.mjs';
import { findRuntime, readRelease } from './electron-runtime.mjs';
import { forwardSignals } from './forward-signals.mjs';
import { isFresh } from './freshness.mjs';
import { getRuntime } from './get-runtime.mjs';
import { openDesktop } from './open-desktop.mjs';
import { fromRoot, rootFolder, taskCacheFolder } from './paths.mjs';
import { startMessages, systemLanguage } from './start-messages.mjs';
import { readStartOptions } from './start-options.mjs';

/** @typedef {import('./desktop-obstacle.mjs').DesktopObstacle} DesktopObstacle */

const windowWithinMs = 10_000;
const memoryFile = join(taskCacheFolder, 'desktop-obstacle.json');
const t = startMessages(systemLanguage(process.env));

process.exitCode = await start();

/** @returns {Promise<number>} the exit code */
async function start() {
  const options = readStartOptions(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd());
  if (options === undefined) {
    console.error(t('usage'));
    return 2;
  }
  if (!(await buildIfStale())) return 1;
  if (options.browser) return runBrowserShell(options.shellArgs);

  const known = knownObstacle() ?? (options.desktop ? undefined : recallObstacle(memoryFile, attempt()));
  if (known !== undefined) return browserShellInstead(known, options.shellArgs);

  const outcome = await runDesktopShell(options.shellArgs);
  if (outcome.ok) return outcome.exitCode;
  rememberObstacle(memoryFile, attempt(), outcome.obstacle);
  return browserShellInstead(outcome.obstacle, options.shellArgs);
}

/** @returns {import('./attempt-memory.mjs').Attempt} */
function attempt() {
  return { version: readRelease().version, runtime: findRuntime() ?? '', now: Date.now() };
}

/** @returns {Promise<boolean>} false when the build failed */
async function buildIfStale() {
  if (bundleTargets.every(isFresh)) return true;
  console.log(t('building'));
  try {
    await buildStaleTargets();
    return true;
  } catch (error) {
    console.error(error);
    console.error(t('buildFailed'));
    return false;
  }
}

/** @param {readonly string[]} shellArgs */
async function runDesktopShell(shellArgs) {
  const personWatching = process.stdout.isTTY;
  const runtime = await getRuntime({
    personWatching,
    onDownload: () => console.log(t('downloading')),
    onProgress: (share) => {
      if (personWatching)
        process.stdout.write(`\r${t('downloadProgress', { percent: Math.round(share * 100) })}${share === 1 ? '\n' : ''}`);
    },
  });
  if (!runtime.ok) return runtime;
  return openDesktop({
    executable: runtime.executable,
    args: [rootFolder, ...shellArgs],
    readyWithinMs: windowWithinMs,
    onReady: () => forgetObstacle(memoryFile),
  });
}

/**
 * @param {DesktopObstacle} obstacle
 * @param {readonly string[]} shellArgs
 */
function browserShellInstead({ code, library = '' }, shellArgs) {
  const reason = t(`reason.${code}`, { library, seconds: windowWithinMs / 1000 });
  console.log(t('browserInstead', { reason }));
  // Root and a machine without a screen stay what they are; everything else is worth another try.
  if (knownObstacle() === undefined) console.log(t('tryAgain'));
  return runBrowserShell(shellArgs);
}

/**
 * @param {readonly string[]} shellArgs
 * @returns {Promise<number>}
 */
function runBrowserShell(shellArgs) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [fromRoot('dist', 'browser', 'main.js'), ...shellArgs], { stdio: 'inherit' });
    const stopForwarding = forwardSignals(child);
    child.on('close', (code) => {
      stopForwarding();
      resolve(code ?? 1);
    });
  });
}
