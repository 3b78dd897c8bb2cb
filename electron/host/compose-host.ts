// Puts the host together from its parts, in the same way for both shells.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HostPublish, UiLanguage } from '../../shared/contract/contract.ts';
import type { NewId } from '../../shared/kernel/ids.ts';
import { createWorkerClient } from '../documents/worker-client.ts';
import { nodeFiles } from '../store/node-files.ts';
import { openSettings, settingsFolder, type SettingsStore } from '../store/settings.ts';
import { createClock, createUptime } from './clock.ts';
import { createHost } from './create-host.ts';
import { createDispatch, type Dispatch } from './dispatch.ts';
import type { Host } from './host-options.ts';
import { logError } from './log-error.ts';
import type { HostPorts } from './ports.ts';
import type { ShellOptions } from './shell-options.ts';

export interface HostParts {
  readonly shell: 'desktop' | 'browser';
  /** Folder with package.json, data and dist. */
  readonly root: string;
  readonly options: ShellOptions;
  readonly settings: SettingsStore;
  readonly systemLanguage: UiLanguage;
  readonly documentsFolder?: string;
  readonly newId: NewId;
  readonly ports: HostPorts;
  readonly publish: HostPublish;
}

export interface ComposedHost {
  readonly dispatch: Dispatch;
  readonly give: Host['give'];
  /** Closes once, however often it is asked for. */
  readonly close: Host['close'];
}

/** Opens the settings that both shells share. Throws what the disk throws. */
export function openOwnSettings(newId: NewId): Promise<SettingsStore> {
  return openSettings({ files: nodeFiles, folder: settingsFolder(), newId });
}

/** Opens the host with its worker and its door. */
export async function composeHost({ root, options, ...parts }: HostParts): Promise<ComposedHost> {
  const worker = createWorkerClient({ workerPath: join(root, 'dist', 'worker', 'documents.js') });
  const host = await createHost({
    ...parts,
    appVersion: appVersion(root),
    dataFolder: join(root, 'data'),
    libraryFolder: options.libraryFolder,
    files: nodeFiles,
    worker,
    clock: createClock(options.startOfClock),
    readUptime: createUptime(options.startOfClock !== null),
    log: (place, error) => logError({ place, error }),
  });
  let closing: Promise<void> | undefined;
  return {
    dispatch: createDispatch({ handlers: host.handlers, log: logError, newId: parts.newId }),
    give: host.give,
    // The end of a session and the end of the application may both ask for it.
    close: (how) => (closing ??= closeAll(how)),
  };

  async function closeAll(how?: { readonly quick?: boolean }): Promise<void> {
    await host.close(how);
    await worker.close();
  }
}

function appVersion(root: string): string {
  return (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string }).version;
}
