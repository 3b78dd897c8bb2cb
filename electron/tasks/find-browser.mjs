// @ts-check
// Finds the browser in which the end-to-end tests run, and installs one where there is none.

import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { runCommand, runTool } from './run-command.mjs';

/**
 * @typedef {object} Machine
 * @property {NodeJS.Platform} [platform]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {string} [ownBrowser] where Playwright keeps its own Chromium
 * @property {(path: string) => boolean} [exists]
 */

/**
 * Playwright's own Chromium, else the one that CHROME_PATH names, else Chromium, Chrome or Edge of the system.
 * @param {Machine} [machine]
 * @returns {string | undefined} path of the executable
 */
export function findBrowser({
  platform = process.platform,
  env = process.env,
  ownBrowser = chromium.executablePath(),
  exists = existsSync,
} = {}) {
  const candidates = [ownBrowser, env.CHROME_PATH ?? '', ...systemBrowsers(platform, env)];
  return candidates.find((path) => path !== '' && exists(path));
}

/**
 * Installs a browser: the distribution's Chromium as root on Debian and its relatives, else Playwright's download.
 * @returns {Promise<string | undefined>} path of the executable, undefined when none could be installed
 */
export async function installBrowser() {
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    await runCommand('apt-get', ['update'], { show: true });
    await runCommand('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { show: true });
    const installed = findBrowser();
    if (installed !== undefined) return installed;
  }
  await runTool('@playwright/test/cli.js', ['install', 'chromium'], { show: true });
  return findBrowser();
}

/**
 * @param {NodeJS.Platform} platform
 * @param {NodeJS.ProcessEnv} env
 * @returns {readonly string[]}
 */
function systemBrowsers(platform, env) {
  switch (platform) {
    case 'darwin':
      return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
    case 'win32':
      return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
        .filter((folder) => folder !== undefined)
        .flatMap((folder) => [
          join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
          join(folder, 'Chromium', 'Application', 'chrome.exe'),
          join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
        ]);
    default:
      return ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'].flatMap((name) =>
        (env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)),
      );
  }
}
