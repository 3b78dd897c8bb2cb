// @ts-check
// Finds Electron's runtime on this machine and unpacks a downloaded one. Never imports the electron package: that alone would start a
// download with no end.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromRoot } from './paths.mjs';
import { runCommand } from './run-command.mjs';

const packageFolder = fromRoot('node_modules', 'electron');

/**
 * Where the runtime's executable lies inside its folder.
 * @param {NodeJS.Platform} platform
 */
export function executableName(platform) {
  switch (platform) {
    case 'darwin':
      return join('Electron.app', 'Contents', 'MacOS', 'Electron');
    case 'win32':
      return 'electron.exe';
    default:
      return 'electron';
  }
}

/**
 * The runtime's executable: in the folder that ELECTRON_OVERRIDE_DIST_PATH names, else the one unpacked in the electron package, if it is of
 * that package's version (an update of the package leaves the old runtime behind).
 * @param {{ readonly env?: NodeJS.ProcessEnv, readonly platform?: NodeJS.Platform, readonly electronFolder?: string }} [where]
 * @returns {string | undefined} its path, undefined when there is none
 */
export function findRuntime({ env = process.env, platform = process.platform, electronFolder = packageFolder } = {}) {
  const override = env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) return existing(join(override, executableName(platform)));
  const folder = join(electronFolder, 'dist');
  const unpackedVersion = readIfThere(join(folder, 'version'))?.trim().replace(/^v/, '');
  return unpackedVersion === readRelease(electronFolder).version ? existing(join(folder, executableName(platform))) : undefined;
}

/**
 * What the electron package says about the runtime it wants.
 * @param {string} [electronFolder]
 * @returns {{ readonly version: string, readonly checksums: Record<string, string> }}
 */
export function readRelease(electronFolder = packageFolder) {
  const { version } = JSON.parse(readFileSync(join(electronFolder, 'package.json'), 'utf8'));
  const checksums = JSON.parse(readFileSync(join(electronFolder, 'checksums.json'), 'utf8'));
  return { version, checksums };
}

/**
 * Unpacks the runtime from the download cache with the package's own installer.
 * @param {number} timeoutMs the installer has no end of its own
 * @returns {Promise<boolean>} whether it came to its end
 */
export async function unpackRuntime(timeoutMs) {
  const { code } = await runCommand(process.execPath, [join(packageFolder, 'install.js')], { timeoutMs });
  return code === 0;
}

/** @param {string} path */
function existing(path) {
  return existsSync(path) ? path : undefined;
}

/** @param {string} path */
function readIfThere(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
