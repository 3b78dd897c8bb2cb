// Where the library lies by default, and which folders are synchronised by another program.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { defaultLibraryFolder, folderChoices, syncedBy } from '../../../electron/store/library-folder.ts';
import { temporaryFolder } from '../../support/temp-folder.ts';

test.each([
  ['C:\\Users\\ada\\OneDrive - Ministry of Health\\Documents\\HRH Action Workshops', 'OneDrive'],
  ['/home/ada/Dropbox/work', 'Dropbox'],
  ['/home/ada/Dropbox (Personal)', 'Dropbox'],
  ['/Users/ada/Library/CloudStorage/GoogleDrive-ada@example.org/My Drive/x', 'Google Drive'],
  ['G:\\My Drive\\HRH', 'Google Drive'],
  ['/Users/ada/Library/Mobile Documents/com~apple~CloudDocs/Documents', 'iCloud'],
  ['/home/ada/Documents/HRH Action Workshops', null],
  ['/home/ada/My Dropboxes are full', null],
])('%s is synchronised by %s', (path, expected) => {
  expect(syncedBy(path, {})).toBe(expected);
});

test('a folder below the one that Windows names for OneDrive is synchronised, whatever it is called', () => {
  expect(syncedBy('C:\\Cloud\\Documents', { OneDrive: 'C:\\Cloud' })).toBe('OneDrive');
});

test('the default is in Documents; in the home folder when Documents is synchronised or absent', () => {
  const home = temporaryFolder();
  expect(defaultLibraryFolder(undefined, home, {})).toBe(join(home, 'HRH Action Workshops'));
  mkdirSync(join(home, 'Documents'));
  expect(defaultLibraryFolder(undefined, home, {})).toBe(join(home, 'Documents', 'HRH Action Workshops'));
  expect(defaultLibraryFolder(join(home, 'OneDrive', 'Documents'), home, {})).toBe(join(home, 'HRH Action Workshops'));
});

test('on Linux, Documents is the folder that the desktop environment names', () => {
  const home = temporaryFolder();
  mkdirSync(join(home, '.config'));
  mkdirSync(join(home, 'Mes documents'));
  writeFileSync(join(home, '.config', 'user-dirs.dirs'), 'XDG_DOCUMENTS_DIR="$HOME/Mes documents"\n');
  expect(defaultLibraryFolder(undefined, home, {})).toBe(join(home, 'Mes documents', 'HRH Action Workshops'));
});

test('every offered place has an id of its own and ends in a folder of the library', () => {
  const choices = folderChoices('/some/Documents');
  expect(choices[0]).toEqual({ choiceId: 'place-0', path: '/some/Documents/HRH Action Workshops', syncedBy: null });
  expect(new Set(choices.map(({ choiceId }) => choiceId)).size).toBe(choices.length);
});
