// Settings of the installation: the same after a restart, never in the way when the file is broken.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nodeFiles } from '../../../electron/store/node-files.ts';
import { openSettings, settingsFolder, visibleSettings } from '../../../electron/store/settings.ts';
import { temporaryFolder } from '../../support/temp-folder.ts';

let made = 0;
const newId = () => `replica-${(made += 1)}`;

test('values survive a restart, and the replica keeps its name', async () => {
  const folder = temporaryFolder();
  const first = await openSettings({ files: nodeFiles, folder, newId });
  await Promise.all([first.update({ language: 'fr' }), first.update({ lastPort: 4321 }), first.update({ facilitatorName: 'Ada' })]);
  const second = await openSettings({ files: nodeFiles, folder, newId });
  expect(second.get()).toEqual(first.get());
  expect(second.get()).toMatchObject({ language: 'fr', lastPort: 4321, facilitatorName: 'Ada', theme: 'system', libraryFolder: null });
  expect(visibleSettings(second.get())).toEqual({ language: 'fr', theme: 'system', facilitatorName: 'Ada' });
});

test.each(['', 'null', '{"language":', '[]', '{"theme":"dark"}'])('an unreadable file (%j) is kept beside the defaults', async (text) => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'settings.json'), text);
  const settings = await openSettings({ files: nodeFiles, folder, newId });
  expect(settings.get()).toMatchObject({ language: null, theme: 'system', libraryFolder: null });
  expect(readFileSync(join(folder, 'settings.json.unreadable'), 'utf8')).toBe(text);
  const again = await openSettings({ files: nodeFiles, folder, newId });
  expect(again.get().replicaId).toBe(settings.get().replicaId);
});

test('one wrong value falls back alone; what a newer version wrote is kept', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'settings.json');
  writeFileSync(path, JSON.stringify({ replicaId: 'mine', language: 'tlh', theme: 'dark', later: { some: 'thing' } }));
  const settings = await openSettings({ files: nodeFiles, folder, newId });
  expect(settings.get()).toMatchObject({ replicaId: 'mine', language: null, theme: 'dark' });
  await settings.update({ theme: 'light' });
  expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ theme: 'light', later: { some: 'thing' } });
  expect(existsSync(`${path}.unreadable`)).toBe(false);
});

test('the folder is the usual one of the system, unless the environment names another', () => {
  expect(settingsFolder({ HRH_SETTINGS_DIR: '/x' }, 'linux')).toBe('/x');
  expect(settingsFolder({ XDG_CONFIG_HOME: '/home/a/.config' }, 'linux')).toBe('/home/a/.config/hrh-action-workshop');
  expect(settingsFolder({ APPDATA: '/roaming' }, 'win32')).toBe(join('/roaming', 'HRH Action Workshop'));
});
