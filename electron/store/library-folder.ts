// Where the library of workshops lies: the visible default folder, folders that other programs synchronise, and places to offer.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir, userInfo } from 'node:os';
import { basename, join } from 'node:path';
import type { LibraryState } from '../../shared/contract/contract.ts';

export type SyncedBy = LibraryState['syncedBy'];

/** Shown to people, the same in every language: it is the product's name. */
export const libraryName = 'HRH Action Workshops';

const syncMarks: readonly (readonly [RegExp, SyncedBy])[] = [
  [/(^|[\\/])(OneDrive[^\\/]*|CloudStorage[\\/]OneDrive[^\\/]*)([\\/]|$)/i, 'OneDrive'],
  [/(^|[\\/])Dropbox[^\\/]*([\\/]|$)/i, 'Dropbox'],
  [/(^|[\\/])(Google ?Drive[^\\/]*|GoogleDrive-[^\\/]*|My Drive)([\\/]|$)/i, 'Google Drive'],
  [/(^|[\\/])(iCloud ?Drive|Mobile Documents|com~apple~CloudDocs)([\\/]|$)/i, 'iCloud'],
];

/**
 * The program that synchronises a folder, as far as its path tells. Such programs hold files while they copy them and bring back old ones:
 * a library there gets a warning (design §4).
 */
export function syncedBy(path: string, environment: NodeJS.ProcessEnv = process.env): SyncedBy {
  const oneDrive = environment.OneDrive;
  if (oneDrive && path.toLowerCase().startsWith(oneDrive.toLowerCase())) return 'OneDrive';
  return syncMarks.find(([mark]) => mark.test(path))?.[1] ?? null;
}

/** iCloud keeps Documents in its own folder and leaves the usual path in place. */
function isDocumentsInCloud(home: string): boolean {
  return process.platform === 'darwin' && existsSync(join(home, 'Library', 'Mobile Documents', 'com~apple~CloudDocs', 'Documents'));
}

/** The folder for documents as the desktop environment names it; null when there is none. */
function documentsFolder(home: string, environment: NodeJS.ProcessEnv): string | null {
  const configured = xdgDocuments(home, environment);
  const candidates = [...(configured ? [configured] : []), join(home, 'Documents')];
  return candidates.find((path) => path !== home && existsSync(path)) ?? null;
}

function xdgDocuments(home: string, environment: NodeJS.ProcessEnv): string | null {
  try {
    const file = readFileSync(join(environment.XDG_CONFIG_HOME ?? join(home, '.config'), 'user-dirs.dirs'), 'utf8');
    return /^XDG_DOCUMENTS_DIR="(.+)"$/m.exec(file)?.[1]?.replace('$HOME', home) ?? null;
  } catch {
    return null;
  }
}

/** Documents/HRH Action Workshops, unless Documents is synchronised or absent: then the home folder. */
export function defaultLibraryFolder(documents?: string, home: string = homedir(), environment: NodeJS.ProcessEnv = process.env): string {
  const found = documents ?? documentsFolder(home, environment);
  const isUsable = found !== null && syncedBy(found, environment) === null && !isDocumentsInCloud(home);
  return join(isUsable ? found : home, libraryName);
}

export interface FolderChoice {
  readonly choiceId: string;
  readonly path: string;
  readonly syncedBy: SyncedBy;
}

/** Places where a library can lie: Documents, home, and what is plugged in. The page names them by id, never by path. */
export function folderChoices(documents?: string): readonly FolderChoice[] {
  const home = homedir();
  const places = [documents ?? documentsFolder(home, process.env), home, ...removableDrives()].filter((place) => place !== null);
  return [...new Set(places)].map((place, index) => {
    const path = basename(place) === libraryName ? place : join(place, libraryName);
    return { choiceId: `place-${index}`, path, syncedBy: syncedBy(path) };
  });
}

function removableDrives(): readonly string[] {
  switch (process.platform) {
    case 'win32':
      return Array.from('DEFGHIJKLMNOPQRSTUVWXYZ', (letter) => `${letter}:\\`).filter((drive) => existsSync(drive));
    case 'darwin':
      return foldersIn('/Volumes');
    default:
      return [`/media/${userInfo().username}`, `/run/media/${userInfo().username}`].flatMap(foldersIn);
  }
}

function foldersIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => join(folder, entry.name));
  } catch {
    return [];
  }
}
