// Whatever comes over the bridge of the desktop shell, in whichever role, by the thousand: windows can send more than JSON holds.
// The whole way, from a page to the main process: tests/desktop/fuzz.spec.ts.
import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { BrowserWindow } from 'electron';
import { requestChannel } from '../../electron/desktop/channels.ts';
import { listenToPages } from '../../electron/desktop/ipc.ts';
import { createDesktopPages } from '../../electron/desktop/pages.ts';
import { createDispatch, type Dispatch, type IncomingRequest } from '../../electron/host/dispatch.ts';
import { createUploads } from '../../electron/host/uploads.ts';
import type { Role } from '../../shared/contract/combinators.ts';
import { ok } from '../../shared/kernel/result.ts';
import { patience, runs } from '../support/effort.ts';
import { electron, FakeBrowserWindow, resetElectron } from '../support/fake-electron.ts';
import { sampleHost } from '../support/fuzz/attacked-host.ts';
import { answerTrouble, declaredRequests, messagesFor, strangeNames, type DeclaredRequest } from '../support/fuzz/contract-messages.ts';
import { mutated, valuesOf, type Words } from '../support/fuzz/schema-arbitrary.ts';
import { temporaryFolder } from '../support/temp-folder.ts';
import { facilitator, valueOf, type TestHost } from '../support/test-host.ts';

vi.mock('electron', async () => (await import('../support/fake-electron.ts')).electron);

/** Messages per request. */
const messages = runs(2_000, 100_000);

const cycle: Record<string, unknown> = {};
cycle['self'] = cycle;

/** What JSON does not hold, or holds as something else. */
const beyondJson: readonly unknown[] = [
  Number.NaN,
  Number.POSITIVE_INFINITY,
  -0,
  10n,
  new Date(0),
  new Date(Number.NaN),
  new Map([['id', 'x']]),
  new Set(['x']),
  new Uint8Array(8),
  new ArrayBuffer(8),
  /x/,
  new Error('x'),
  Array(3),
  Object.assign(['x'], { id: 'x' }),
  new String('x'),
  cycle,
];

interface Bridge {
  readonly ask: (role: Role, message: unknown) => Promise<unknown>;
}

/** The main process's end of the bridge, and a window in each role. */
function bridge(host: TestHost): Bridge {
  return bridgeWith(createDispatch({ handlers: host.handlers, log: ({ error }) => void host.logged.push(error), newId: () => 'error' }));
}

/** The same in front of a host that takes everything. */
function bridgeTo(hear: (request: IncomingRequest) => void): Bridge {
  return bridgeWith((_caller, request) => {
    hear(request);
    return Promise.resolve(ok(null));
  });
}

function bridgeWith(dispatch: Dispatch): Bridge {
  resetElectron();
  const pages = createDesktopPages();
  const windowAs = (role: Role) => {
    const window = new FakeBrowserWindow({});
    pages.add(window as unknown as BrowserWindow, { role, workshopId: null });
    return window;
  };
  const windows: Readonly<Record<Role, FakeBrowserWindow>> = { facilitator: windowAs('facilitator'), projector: windowAs('projector') };
  listenToPages({
    pages,
    dispatch,
    uploads: createUploads({ newId: () => 'handle', now: () => 0 }),
    onLeft: () => undefined,
  });
  const listener = electron.ipcMain.handlers.get(requestChannel);
  return {
    // As between processes: what arrives is a copy, without functions and prototypes.
    ask: async (role, message) => {
      const { webContents } = windows[role];
      return listener?.({ sender: webContents, senderFrame: webContents.mainFrame }, structuredClone(message));
    },
  };
}

/** The workshop as a page gets it, and how many changes were told since the last call. */
async function state(host: TestHost, workshopId: string): Promise<unknown> {
  const { revision, collections } = valueOf(await host.handlers.document.open({ workshopId }, facilitator));
  const changes = host.published.splice(0).filter(({ area, name }) => area === 'document' && name === 'changed').length;
  return { revision, collections, changes };
}

/** Inputs that nearly fit, one place of which holds what JSON does not. */
function inputsBeyondJson({ input }: DeclaredRequest, words: Words, seed: number): readonly unknown[] {
  const values = mutated(valuesOf(input, words), fc.constantFrom(...beyondJson));
  return fc.sample(values, { numRuns: messages / 10, seed });
}

/** What the contract takes, once it is JSON. */
function fits({ input }: DeclaredRequest, value: unknown): boolean {
  try {
    return input.safeParse(JSON.parse(JSON.stringify(value) ?? 'null')).success;
  } catch {
    return false;
  }
}

function shown(value: unknown): string {
  try {
    return (JSON.stringify(value) ?? 'undefined').slice(0, 300);
  } catch {
    return 'a value beyond JSON';
  }
}

describe('over the bridge of the desktop shell', () => {
  test(
    'what does not fit is refused and changes nothing',
    async () => {
      const { host, workshopId, words } = await sampleHost(temporaryFolder());
      const { ask } = bridge(host);
      const before = await state(host, workshopId);
      const troubles: string[] = [];
      let sent = 0;
      for (const [seed, request] of declaredRequests.entries()) {
        const { area, name } = request;
        const plain = messagesFor(request, words, { count: messages, seed }).map(({ input }) => input);
        const unfit = [...plain, ...inputsBeyondJson(request, words, seed)].filter((input) => !fits(request, input));
        for (const input of unfit) {
          const answer = await ask('facilitator', { kind: 'request', area, name, input });
          const trouble = answerTrouble(answer) ?? ((answer as { readonly ok: boolean }).ok ? 'taken' : null);
          if (trouble) troubles.push(`${trouble}: ${area}.${name} ${shown(input)}`);
        }
        sent += unfit.length;
      }
      expect(troubles.slice(0, 5)).toEqual([]);
      expect(sent).toBeGreaterThan(messages * 10);
      expect(host.logged).toEqual([]);
      expect(await state(host, workshopId)).toEqual({ ...(before as object), changes: 0 });
      await host.close();
    },
    patience(180_000),
  );

  test(
    'what fits is refused to a projector that may not say it',
    async () => {
      const { host, workshopId, words } = await sampleHost(temporaryFolder());
      const { ask } = bridge(host);
      const before = await state(host, workshopId);
      const troubles: string[] = [];
      for (const [seed, request] of declaredRequests.filter(({ roles }) => !roles.includes('projector')).entries()) {
        const { area, name } = request;
        for (const { input } of messagesFor(request, words, { count: messages / 5, seed })) {
          const answer = (await ask('projector', { kind: 'request', area, name, input })) as { readonly ok: boolean };
          if (answer.ok || answerTrouble(answer) !== null) troubles.push(`${area}.${name} ${shown(input)}`);
        }
      }
      expect(troubles.slice(0, 5)).toEqual([]);
      expect(await state(host, workshopId)).toEqual({ ...(before as object), changes: 0 });
      await host.close();
    },
    patience(120_000),
  );

  test('what JSON does not hold arrives as the socket would bring it, or not at all', async () => {
    const heard: unknown[] = [];
    const { ask } = bridgeTo(({ input }) => void heard.push(input));
    for (const value of beyondJson) {
      heard.length = 0;
      const answer = await ask('facilitator', { kind: 'request', area: 'library', name: 'list', input: { value } });
      const isHeld = value !== cycle && typeof value !== 'bigint';
      expect(heard).toEqual(isHeld ? [JSON.parse(JSON.stringify({ value }))] : []);
      expect(answer).toMatchObject(isHeld ? { ok: true } : { ok: false, failure: { code: 'bad-request' } });
    }
  });

  test('what is no message is refused', async () => {
    const { host } = await sampleHost(temporaryFolder());
    const { ask } = bridge(host);
    const noMessages = [undefined, null, 1, 'request', [], {}, { kind: 'request' }, ...beyondJson];
    const noNames = strangeNames.map(([area, name]) => ({ kind: 'request', area, name, input: {} }));
    for (const message of [...noMessages, ...noNames]) {
      expect(await ask('facilitator', message)).toMatchObject({ ok: false, failure: { code: 'bad-request' } });
    }
    await host.close();
  });
});
