// The host of a bench: the real one on a real folder with the built worker, behind its real door, in this process.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Caller } from '../../shared/contract/combinators.ts';
import { idSource } from '../../shared/kernel/ids.ts';
import { ok, type Result } from '../../shared/kernel/result.ts';
import { createWorkerClient } from '../../electron/documents/worker-client.ts';
import { createClock } from '../../electron/host/clock.ts';
import { createHost } from '../../electron/host/create-host.ts';
import { createDispatch } from '../../electron/host/dispatch.ts';
import type { BroughtFile } from '../../electron/host/ports.ts';
import { nodeFiles } from '../../electron/store/node-files.ts';
import { openSettings } from '../../electron/store/settings.ts';
import { benchNow } from './large-workshop.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const newId = idSource((count) => randomBytes(count));
const caller: Caller = { role: 'facilitator', clientId: 'page-1' };

export interface BenchHost {
  /** Asks as a page does: by names, with input that the door has to check. The answer must be a success. */
  readonly ask: <Output>(area: string, name: string, input: unknown) => Promise<Output>;
  /** As `ask`, where a refusal is an answer too. */
  readonly tryTo: (area: string, name: string, input: unknown) => Promise<Result<unknown, unknown>>;
  readonly newId: () => string;
  /** The file that the page uploads next. */
  readonly upload: (file: BroughtFile) => void;
  /** `quick` leaves the journals as they are. */
  readonly close: (how?: { readonly quick?: boolean }) => Promise<void>;
}

/** @param libraryFolder made when it is not there */
export async function openBenchHost(folder: string, libraryFolder: string): Promise<BenchHost> {
  const worker = createWorkerClient({ workerPath: join(root, 'dist', 'worker', 'documents.js') });
  let uploaded: BroughtFile | null = null;
  const log = (report: unknown): never => {
    throw new Error('The host reported a fault', { cause: report });
  };
  const host = await createHost({
    shell: 'browser',
    appVersion: '0.0.0',
    systemLanguage: 'en',
    dataFolder: join(root, 'data'),
    libraryFolder,
    settings: await openSettings({ files: nodeFiles, folder: join(folder, 'settings'), newId }),
    files: nodeFiles,
    worker,
    ports: {
      takeUpload: () => uploaded,
      dialogs: null,
      deliver: () => Promise.resolve(ok({ kind: 'cancelled' })),
      reveal: () => Promise.resolve(ok(null)),
      openProjector: () => Promise.resolve(null),
      workshopShownTo: () => null,
      clockRuns: () => undefined,
    },
    // The shells write every event down once for the pages that hear it.
    publish: (_area, _name, payload) => void JSON.stringify(payload),
    clock: createClock(benchNow),
    newId,
    log: (_place, error) => log(error),
    // What copies cost is measured by itself.
    timers: { after: () => () => undefined, every: () => () => undefined },
  });
  const dispatch = createDispatch({ handlers: host.handlers, log, newId });
  const tryTo: BenchHost['tryTo'] = (area, name, input) => dispatch(caller, { area, name, input, bytes: 0 });
  return {
    tryTo,
    ask: async <Output>(area: string, name: string, input: unknown) => {
      const result = await tryTo(area, name, input);
      if (!result.ok) throw new Error(`${area}.${name} was refused: ${JSON.stringify(result.failure)}`);
      return result.value as Output;
    },
    newId,
    upload: (file) => {
      uploaded = file;
    },
    close: async (how) => {
      await host.close(how);
      await worker.close();
    },
  };
}
