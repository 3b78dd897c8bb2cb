import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { FuseV1Options } from '@electron/fuses';
import { expect, test } from 'vitest';
import { fromRoot } from '../../../electron/tasks/paths.mjs';
import { findPackedApplication, requiredFuses, wrongFuses } from '../../../electron/tasks/packed-application.mjs';
import { temporaryFolder } from '../../support/temp-folder.ts';

/** What a fuse reads as: the codes of the characters 0, 1 and r. */
const [off, on, removed] = [48, 49, 114];
const builderSettings = readFileSync(fromRoot('electron-builder.yml'), 'utf8');

test.each(Object.entries(requiredFuses))('electron-builder.yml sets %s to %s', (name, isOn) => {
  const key = `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
  expect(builderSettings).toMatch(new RegExp(`^  ${key}: ${isOn}$`, 'm'));
});

test('a wire as required has nothing wrong, and a single turned fuse is named', () => {
  const wire = {
    [FuseV1Options.RunAsNode]: off,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: off,
    [FuseV1Options.EnableNodeCliInspectArguments]: off,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: on,
    [FuseV1Options.OnlyLoadAppFromAsar]: on,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: off,
  };
  expect(wrongFuses(wire)).toEqual([]);
  expect(wrongFuses({ ...wire, [FuseV1Options.RunAsNode]: on })).toEqual(['RunAsNode must be off']);
  expect(wrongFuses({ ...wire, [FuseV1Options.OnlyLoadAppFromAsar]: removed })).toEqual(['OnlyLoadAppFromAsar must be on']);
});

test('an empty wire fails every requirement', () => {
  expect(wrongFuses({})).toHaveLength(Object.keys(requiredFuses).length);
});

test.each([
  'linux-unpacked/hrh-action-workshop',
  'linux-arm64-unpacked/hrh-action-workshop',
  'win-unpacked/hrh-action-workshop.exe',
  'mac/HRH Action Workshop.app/Contents',
  'mac-arm64/HRH Action Workshop.app/Contents',
])('the packed application is found at %s', (path) => {
  const release = temporaryFolder();
  mkdirSync(dirname(join(release, path)), { recursive: true });
  writeFileSync(join(release, path), '');
  expect(findPackedApplication(release)).toBe(join(release, path.replace(/\/Contents$/, '')));
});

test('without a packed application there is none', () => {
  expect(findPackedApplication(join(temporaryFolder(), 'release'))).toBeUndefined();
  expect(findPackedApplication(temporaryFolder())).toBeUndefined();
});
