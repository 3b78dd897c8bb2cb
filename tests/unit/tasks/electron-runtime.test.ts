import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { executableName, findRuntime, readRelease } from '../../../electron/tasks/electron-runtime.mjs';
import { temporaryFolder } from '../../support/temp-folder.ts';

/** A folder that looks like the electron package, with the runtime of the given version unpacked in it. */
function electronPackage(version: string, unpacked: { version: string; platform: NodeJS.Platform } | undefined) {
  const folder = temporaryFolder();
  write(join(folder, 'package.json'), JSON.stringify({ version }));
  write(join(folder, 'checksums.json'), JSON.stringify({ 'a.zip': 'abc' }));
  if (unpacked !== undefined) {
    write(join(folder, 'dist', 'version'), unpacked.version);
    write(join(folder, 'dist', executableName(unpacked.platform)), '');
  }
  return folder;
}

function write(path: string, content: string) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

test.each(['linux', 'win32', 'darwin'] as const)('finds the unpacked runtime on %s', (platform) => {
  const electronFolder = electronPackage('45.4.1', { version: '45.4.1', platform });
  expect(findRuntime({ env: {}, platform, electronFolder })).toBe(join(electronFolder, 'dist', executableName(platform)));
});

test('a package without a runtime has none', () => {
  expect(findRuntime({ env: {}, platform: 'linux', electronFolder: electronPackage('45.4.1', undefined) })).toBeUndefined();
});

test('the runtime of an older package is not used', () => {
  const electronFolder = electronPackage('45.4.1', { version: 'v45.3.0', platform: 'linux' });
  expect(findRuntime({ env: {}, platform: 'linux', electronFolder })).toBeUndefined();
});

test('a folder named by the environment goes first, and alone', () => {
  const electronFolder = electronPackage('45.4.1', { version: '45.4.1', platform: 'linux' });
  const override = temporaryFolder();
  const env = { ELECTRON_OVERRIDE_DIST_PATH: override };
  expect(findRuntime({ env, platform: 'linux', electronFolder })).toBeUndefined();
  write(join(override, 'electron'), '');
  expect(findRuntime({ env, platform: 'linux', electronFolder })).toBe(join(override, 'electron'));
});

test('the installed package publishes a checksum for every system the application is packed for', () => {
  const { version, checksums } = readRelease();
  for (const system of ['linux-x64', 'win32-x64', 'darwin-x64', 'darwin-arm64']) {
    expect(checksums[`electron-v${version}-${system}.zip`]).toMatch(/^[0-9a-f]{64}$/);
  }
});
