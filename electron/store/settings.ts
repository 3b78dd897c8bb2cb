// What this installation remembers outside the library: one small file in the system's settings folder, the same for both shells.
import { homedir } from 'node:os';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { z } from 'zod';
import { uiLanguages, type Settings } from '../../shared/contract/contract.ts';
import { themes } from '../../shared/contract/themes.ts';
import type { NewId } from '../../shared/kernel/ids.ts';
import { instantSchema } from '../../shared/kernel/schema.ts';
import { withoutByteOrderMark } from './bytes.ts';
import type { FilePort } from './file-port.ts';
import { jsonFile, replaceFile } from './json-file.ts';

const settingsSchema = z.looseObject({
  language: z.enum(uiLanguages).nullable().catch(null),
  theme: z.enum(themes).catch('system'),
  facilitatorName: z.string().max(200).catch(''),
  /** Null: the default folder. */
  libraryFolder: z.string().min(1).nullable().catch(null),
  /** Name of this installation in stamps. Never in a workshop's folder: folders get copied. */
  replicaId: z.string().min(1).max(40),
  /** Per workshop: under which name its commits were stamped here last (see host/stamp-names.ts). */
  stampNames: z
    .record(z.string(), z.object({ name: z.string().min(1).max(64), number: z.number().int().min(0), isOpen: z.boolean() }))
    .catch({}),
  /** Port of the browser shell, tried first at the next start. */
  lastPort: z.number().int().min(1).max(65_535).nullable().catch(null),
  /** Where second copies go, such as a folder on a stick; null: nowhere. */
  secondCopyFolder: z.string().min(1).nullable().catch(null),
  /** Moment of the newest second copy of each workshop, by document id: the stick itself is away most of the time. */
  secondCopiedAt: z.record(z.string().min(1).max(64), instantSchema).catch({}),
  /** Its revision: what has changed since is counted, not read from a clock. */
  secondCopiedRevision: z.record(z.string().min(1).max(64), z.number().int().min(0)).catch({}),
  /** Workshop files that were opened lately, newest first. Only the shell that knows their places writes them. */
  recentFiles: z.array(z.object({ path: z.string().min(1).max(4096), openedAt: instantSchema })).catch([]),
});

export type StoredSettings = z.infer<typeof settingsSchema>;

export interface SettingsStore {
  readonly get: () => StoredSettings;
  /** Changes some values and makes them durable. Throws what the disk throws; the values hold for this run even then. */
  readonly update: (values: Partial<StoredSettings>) => Promise<void>;
}

/** The part of the settings that pages may see. */
export function visibleSettings({ language, theme, facilitatorName }: StoredSettings): Settings {
  return { language, theme, facilitatorName };
}

/** The system's folder for settings. `HRH_SETTINGS_DIR` wins, for tests and for carrying the application on a stick. */
export function settingsFolder(environment: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): string {
  if (environment.HRH_SETTINGS_DIR) return environment.HRH_SETTINGS_DIR;
  switch (platform) {
    case 'win32':
      return join(environment.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), 'HRH Action Workshop');
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support', 'HRH Action Workshop');
    default:
      return join(environment.XDG_CONFIG_HOME ?? join(homedir(), '.config'), 'hrh-action-workshop');
  }
}

type Read = { readonly kind: 'good'; readonly settings: StoredSettings } | { readonly kind: 'bad'; readonly bytes: Uint8Array };

function parse(bytes: Uint8Array): Read {
  try {
    const parsed = settingsSchema.safeParse(JSON.parse(Buffer.from(withoutByteOrderMark(bytes)).toString('utf8')));
    return parsed.success ? { kind: 'good', settings: parsed.data } : { kind: 'bad', bytes };
  } catch {
    return { kind: 'bad', bytes };
  }
}

/**
 * Opens the settings; the first time, and when the file is unreadable, with the defaults and a new replica id. An unreadable file is kept beside
 * the new one. Throws what the disk throws.
 */
export async function openSettings(options: {
  readonly files: FilePort;
  readonly folder: string;
  readonly newId: NewId;
}): Promise<SettingsStore> {
  const { files, folder, newId } = options;
  const path = join(folder, 'settings.json');
  const defaults: StoredSettings = {
    language: null,
    theme: 'system',
    facilitatorName: '',
    libraryFolder: null,
    replicaId: newId(),
    stampNames: {},
    lastPort: null,
    secondCopyFolder: null,
    secondCopiedAt: {},
    secondCopiedRevision: {},
    recentFiles: [],
  };
  const file = new Low(
    jsonFile<Read>({
      files,
      path,
      parse,
      serialise: (read) => (read.kind === 'good' ? [`${JSON.stringify(read.settings, null, 2)}\n`] : []),
    }),
    { kind: 'good', settings: defaults },
  );
  await files.makeFolders(folder);
  const isNew = (await files.readFile(path)) === null;
  await file.read();
  let settings = file.data.kind === 'good' ? file.data.settings : defaults;
  let writing: Promise<void> = Promise.resolve();

  /** One after the other: two writers would share the temporary file. */
  function write(): Promise<void> {
    const snapshot = settings;
    writing = writing
      .catch(() => undefined)
      .then(() => {
        file.data = { kind: 'good', settings: snapshot };
        return file.write();
      });
    return writing;
  }

  if (file.data.kind === 'bad') await replaceFile(files, `${path}.unreadable`, [file.data.bytes]);
  if (isNew || file.data.kind === 'bad') await write();

  return {
    get: () => settings,
    update: (values) => {
      settings = { ...settings, ...values };
      return write();
    },
  };
}
