// A library folder of a bench, on the disk of the checkout: a temporary folder may lie in memory, where nothing costs what it costs people.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DocumentChange } from '../../shared/domain/collections.ts';
import { createWorkshop } from '../../electron/store/create-workshop.ts';
import { nodeFiles } from '../../electron/store/node-files.ts';
import { openWorkshopStore, type WorkshopStore } from '../../electron/store/workshop-store.ts';
import { benchNow } from './large-workshop.ts';

const cache = fileURLToPath(new URL('../../node_modules/.cache/hrh-bench/', import.meta.url));

export const benchReplica = 'bench-replica';

/** An empty folder. The caller ends it with `removeFolder`. */
export function benchFolder(): string {
  mkdirSync(cache, { recursive: true });
  return mkdtempSync(join(cache, 'run-'));
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** Puts a workshop into a library as a closed one lies there: a snapshot that holds everything, and a journal without a line. @returns its folder */
export async function storeWorkshop(libraryFolder: string, workshopId: string, changes: readonly DocumentChange[]): Promise<string> {
  await nodeFiles.makeFolders(libraryFolder);
  await createWorkshop({
    files: nodeFiles,
    libraryFolder,
    folderName: workshopId,
    documentId: workshopId,
    appVersion: '0.0.0',
    replica: benchReplica,
    begin: { id: `begin-${workshopId}`, name: 'workshopBegin', at: benchNow, actor: 'Bench', changes },
  });
  const folder = join(libraryFolder, workshopId);
  const store = await openBenchStore(folder);
  await store.compact();
  await store.close();
  return folder;
}

/** Opens the store of a workshop without a host around it. */
export async function openBenchStore(folder: string): Promise<WorkshopStore> {
  const opened = await openWorkshopStore({
    files: nodeFiles,
    folder,
    replica: benchReplica,
    appVersion: '0.0.0',
    clock: () => benchNow,
    isReadOnly: false,
    events: {
      onCommitted: () => undefined,
      onHealth: () => undefined,
      onError: (error) => {
        throw error;
      },
    },
  });
  if (!opened.ok) throw new Error(`The workshop cannot be opened: ${JSON.stringify(opened.failure)}`);
  return opened.value;
}
