// @ts-check
// What must hold for a packed application, and where electron-builder leaves it.

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { FuseV1Options } from '@electron/fuses';

/** The switches that are burnt into the packed runtime: `electronFuses` in electron-builder.yml. */
export const requiredFuses = /** @type {const} */ ({
  RunAsNode: false,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  GrantFileProtocolExtraPrivileges: false,
});

/**
 * The unpacked application below a release folder: the executable, or the bundle on macOS.
 * @param {string} releaseFolder
 * @returns {string | undefined}
 */
export function findPackedApplication(releaseFolder) {
  if (!existsSync(releaseFolder)) return undefined;
  const candidates = readdirSync(releaseFolder).flatMap((folder) => {
    if (/^linux(-\w+)?-unpacked$/.test(folder)) return [join(folder, 'hrh-action-workshop')];
    if (/^win(-\w+)?-unpacked$/.test(folder)) return [join(folder, 'hrh-action-workshop.exe'), join(folder, 'HRH Action Workshop.exe')];
    if (/^mac(-\w+)?$/.test(folder)) return [join(folder, 'HRH Action Workshop.app')];
    return [];
  });
  return candidates.map((path) => join(releaseFolder, path)).find((path) => existsSync(path));
}

/** How a fuse is written into the runtime: the characters 0 and 1. A fuse that the runtime does not have any more reads as neither. */
const off = '0'.charCodeAt(0);
const on = '1'.charCodeAt(0);

/**
 * The fuses that do not stand as required.
 * @param {Readonly<Record<string, unknown>>} wire what @electron/fuses read: fuse number to state
 * @returns {readonly string[]} one line each
 */
export function wrongFuses(wire) {
  const names = /** @type {(keyof typeof requiredFuses)[]} */ (Object.keys(requiredFuses));
  return names
    .filter((name) => wire[FuseV1Options[name]] !== (requiredFuses[name] ? on : off))
    .map((name) => `${name} must be ${requiredFuses[name] ? 'on' : 'off'}`);
}
