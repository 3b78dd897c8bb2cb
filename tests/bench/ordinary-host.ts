// What a bench of everyday work begins with: a host on which one workshop of ordinary size is open.
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { openBenchHost, type BenchHost } from './bench-host.ts';
import { benchFolder, removeFolder, storeWorkshop } from './bench-library.ts';
import { ordinaryShape, workshopChanges } from './large-workshop.ts';

export const workshopId = 'workshop';

/**
 * Opens the host before the first bench of the calling file and removes everything after the last.
 * @returns the host, for benches to ask for when they run
 */
export function ordinaryHost(): () => BenchHost {
  const folder = benchFolder();
  let host: BenchHost;
  beforeAll(async () => {
    await storeWorkshop(join(folder, 'library'), workshopId, workshopChanges(ordinaryShape));
    host = await openBenchHost(folder, join(folder, 'library'));
    await host.ask('document', 'open', { workshopId });
  }, 300_000);
  afterAll(async () => {
    await host.close({ quick: true });
    removeFolder(folder);
  });
  return () => host;
}
