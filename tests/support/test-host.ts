// A host on a real library folder, with a worker and a shell that only remember what they were asked.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Caller } from '../../shared/contract/combinators.ts';
import type { DocumentChanged, HostPublish } from '../../shared/contract/contract.ts';
import type { Command } from '../../shared/domain/commands.ts';
import type { SourceSheet } from '../../shared/domain/people/import-model.ts';
import type { WorkshopBasics } from '../../shared/domain/workshop/commands.ts';
import type { CalendarDate } from '../../shared/kernel/calendar-date.ts';
import { instantFromMilliseconds } from '../../shared/kernel/instant.ts';
import { ok, type Result } from '../../shared/kernel/result.ts';
import type { BuildPacksInput, BuiltPacks } from '../../electron/documents/protocol.ts';
import type { WorkerClient } from '../../electron/documents/worker-client.ts';
import { deriveWorkshop } from '../../electron/documents/derive-workshop.ts';
import { readWorkshopFile } from '../../electron/intake/read-workshop-file.ts';
import { createHost } from '../../electron/host/create-host.ts';
import type { Host } from '../../electron/host/host-options.ts';
import type { HostPorts, OutgoingItem } from '../../electron/host/ports.ts';
import type { FilePort } from '../../electron/store/file-port.ts';
import { nodeFiles } from '../../electron/store/node-files.ts';
import { openSettings } from '../../electron/store/settings.ts';
import { manualTimers } from './manual-timers.ts';

export const facilitator: Caller = { role: 'facilitator', clientId: 'page-1' };
export const projector: Caller = { role: 'projector', clientId: 'page-2' };

export const basics: WorkshopBasics = {
  title: 'HRH Action Workshop',
  place: 'Chandolo',
  country: 'Asandra',
  hosts: ['Ministry of Health'],
  partners: [],
  funders: [],
  organisers: [],
  objectives: ['Leave with plans'],
  startDate: '2026-03-17' as CalendarDate,
  languages: ['en', 'fr'],
  timezone: 'Africa/Accra',
};

export interface Published {
  readonly area: string;
  readonly name: string;
  readonly payload: unknown;
  readonly to: Parameters<HostPublish>[3];
}

export interface TestHost extends Host {
  readonly published: Published[];
  readonly logged: unknown[];
  readonly outgoing: OutgoingItem[];
  /** Moves the clock on, and does what is due then. */
  readonly pass: (seconds: number) => void;
  /** Changes of a workshop as a facilitator's page hears them. */
  readonly changes: () => readonly DocumentChanged[];
}

export interface TestHostOptions {
  readonly root: string;
  readonly libraryFolder?: string | null;
  readonly dataFolder?: string;
  readonly files?: FilePort;
  readonly shell?: 'desktop' | 'browser';
  readonly startAt?: string;
  readonly sheets?: readonly SourceSheet[];
  readonly ports?: Partial<HostPorts>;
  readonly documentsFolder?: string;
}

export const shippedData = fileURLToPath(new URL('../../data', import.meta.url));

let madeIds = 0;

/** Builds nothing: writes one small file per archive, as the real worker would leave them. Workshop files are read and made, without the thread. */
function fakeWorker(sheets: readonly SourceSheet[]): WorkerClient {
  const file = (folder: string, name: string) => {
    const path = join(folder, name);
    writeFileSync(path, name);
    return { name, path, bytes: name.length, sha256: 'sum' };
  };
  return {
    readSource: () => Promise.resolve(ok(sheets)),
    printPlan: ({ planId }) => Promise.resolve(ok({ fileName: 'plan.pdf', bytes: Buffer.from(planId) })),
    buildPacks: ({ folder, packs }: BuildPacksInput, { onProgress }) => {
      onProgress?.({ done: 0, total: packs.length, label: packs[0]?.team.name ?? '' });
      const teams = packs.map(({ team }) => ({
        teamId: team.id,
        name: team.name,
        path: join(folder, team.name),
        files: [file(folder, `${team.name}.docx`)],
        zip: file(folder, `${team.name}.zip`),
      }));
      const all = file(folder, 'all.zip');
      const built: BuiltPacks = { teams, all, copying: file(folder, 'all-plans-for-copying.pdf'), bytes: all.bytes, unprintable: [] };
      return Promise.resolve(ok(built));
    },
    readWorkshopFile,
    deriveWorkshop,
    close: () => Promise.resolve(),
  };
}

/** Starts a host; `root` holds its settings, and the library unless one is named. Two hosts on one root are two starts of one installation. */
export async function testHost(options: TestHostOptions): Promise<TestHost> {
  const files = options.files ?? nodeFiles;
  const newId = () => `id${String((madeIds += 1)).padStart(18, '0')}`;
  let now = Date.parse(options.startAt ?? '2026-03-18T08:00:00Z');
  const published: Published[] = [];
  const logged: unknown[] = [];
  const outgoing: OutgoingItem[] = [];
  const manual = manualTimers();
  const host = await createHost({
    shell: options.shell ?? 'browser',
    appVersion: '0.1.0',
    systemLanguage: 'en',
    dataFolder: options.dataFolder ?? shippedData,
    libraryFolder: options.libraryFolder === undefined ? join(options.root, 'library') : options.libraryFolder,
    settings: await openSettings({ files: nodeFiles, folder: join(options.root, 'settings'), newId }),
    files,
    worker: fakeWorker(options.sheets ?? []),
    ports: {
      takeUpload: () => ({ fileName: 'people.xlsx', bytes: new Uint8Array() }),
      dialogs: null,
      deliver: (item) => {
        outgoing.push(item);
        return Promise.resolve(ok({ kind: 'saved', where: '/media/stick', revealId: 'reveal-1' }));
      },
      reveal: () => Promise.resolve(ok(null)),
      openProjector: () => Promise.resolve(null),
      workshopShownTo: () => null,
      clockRuns: () => undefined,
      ...options.ports,
    },
    publish: (area, name, payload, to) => void published.push({ area, name, payload, to }),
    clock: () => instantFromMilliseconds(now),
    steady: () => now,
    newId,
    log: (_place, error) => void logged.push(error),
    timers: manual.timers,
    ...(options.documentsFolder !== undefined && { documentsFolder: options.documentsFolder }),
  });
  return {
    ...host,
    published,
    logged,
    outgoing,
    pass: (seconds) => {
      now += seconds * 1_000;
      manual.pass(seconds * 1_000);
    },
    changes: () =>
      published
        .filter(({ name, area, to }) => area === 'document' && name === 'changed' && to?.role === 'facilitator')
        .map(({ payload }) => payload as DocumentChanged),
  };
}

/** The value of a result; fails the test with the failure. */
export function valueOf<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.failure)}`);
  return result.value;
}

/** Makes a workshop from the shipped template. */
export async function newWorkshop(host: Host): Promise<string> {
  return valueOf(await host.handlers.library.create({ basics, templateId: 'three-day' }, facilitator)).workshopId;
}

/** Carries out a command under an id. */
export function execute(host: Host, workshopId: string, commandId: string, command: Command) {
  return host.handlers.document.execute({ workshopId, commandId, command }, facilitator);
}
