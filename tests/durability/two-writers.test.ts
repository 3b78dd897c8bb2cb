// One library, two applications: whoever comes second is refused by name, in both shells, and gets in when the first has ended, however it ended.
// In words it is said by the pages (tests/e2e/safety.spec.ts).
import { hostname } from 'node:os';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { LibraryState } from '../../shared/contract/contract.ts';
import { lockName } from '../../electron/store/lock.ts';
import { startHostProcess, type HostProcess } from '../support/host-process.ts';
import { onlyWorkshop } from '../support/library-folder.ts';
import { temporaryFolder } from '../support/temp-folder.ts';
import { basics, facilitator, newWorkshop, testHost, valueOf } from '../support/test-host.ts';

const inUse = { code: 'library-in-use', machine: hostname(), isThisMachine: true };

async function libraryOf(host: HostProcess): Promise<LibraryState> {
  return valueOf(await host.request('library', 'list', {})) as LibraryState;
}

function create(host: HostProcess) {
  return host.request('library', 'create', { basics, templateId: 'three-day' });
}

function rename(host: HostProcess, workshopId: string, commandId: string, value: string) {
  const command = { name: 'workshopSet', id: 'workshop', field: 'place', value };
  return host.request('document', 'execute', { workshopId, commandId, command });
}

function holderOf(library: string): unknown {
  return (JSON.parse(readFileSync(join(library, lockName), 'utf8')) as { readonly pid: number }).pid;
}

test(
  'a second copy of the browser shell is refused and changes nothing; after a crash of the first its lock is stale',
  { timeout: 120_000 },
  async () => {
    const root = temporaryFolder();
    const library = join(root, 'library');
    const first = await startHostProcess(join(root, 'first'), library);
    const { workshopId } = valueOf(await create(first)) as { readonly workshopId: string };
    const before = onlyWorkshop(library);

    const second = await startHostProcess(join(root, 'second'), library);
    expect(await libraryOf(second)).toMatchObject({ problem: inUse, workshops: [] });
    expect(await create(second)).toMatchObject({ ok: false, failure: inUse });
    expect(await rename(second, workshopId, 'c1', 'Tema')).toMatchObject({ ok: false, failure: inUse });
    expect(onlyWorkshop(library)).toEqual(before);
    expect(await rename(first, workshopId, 'c1', 'Kumasi')).toMatchObject({ ok: true });

    await first.kill();
    expect(await libraryOf(second)).toMatchObject({ problem: null, workshops: [{ workshopId, place: 'Kumasi' }] });
    expect(await rename(second, workshopId, 'c2', 'Tema')).toMatchObject({ ok: true });
    const third = await startHostProcess(join(root, 'first'), library);
    expect((await libraryOf(third)).problem).toMatchObject(inUse);
    expect(await second.stop()).toBe(0);
    expect(await libraryOf(third)).toMatchObject({ problem: null, workshops: [{ place: 'Tema' }] });
  },
);

test('the lock is the same for both shells, in both directions', { timeout: 120_000 }, async () => {
  const root = temporaryFolder();
  const library = join(root, 'library');
  const desktop = await testHost({ root: join(root, 'desktop'), libraryFolder: library, shell: 'desktop' });
  await newWorkshop(desktop);
  const browser = await startHostProcess(join(root, 'browser'), library);
  expect(await libraryOf(browser)).toMatchObject({ problem: inUse, workshops: [] });
  await desktop.close();
  expect(await libraryOf(browser)).toMatchObject({ problem: null, workshops: [{ title: basics.title }] });

  const again = await testHost({ root: join(root, 'desktop'), libraryFolder: library, shell: 'desktop' });
  expect(valueOf(await again.handlers.library.list({}, facilitator)).problem).toMatchObject(inUse);
  await browser.kill();
  expect(valueOf(await again.handlers.library.list({}, facilitator)).problem).toBeNull();
  expect(holderOf(library)).toBe(process.pid);
  await again.close();
});

test('of several that start at once behind the lock of a crash exactly one gets in', { timeout: 120_000 }, async () => {
  const root = temporaryFolder();
  const library = join(root, 'library');
  const crashed = await startHostProcess(join(root, 'crashed'), library);
  await create(crashed);
  await crashed.kill();
  const hosts = await Promise.all(['a', 'b', 'c'].map((name) => startHostProcess(join(root, name), library)));
  const problems = (await Promise.all(hosts.map(libraryOf))).map(({ problem }) => problem?.code);
  expect(problems.filter((code) => code === undefined)).toHaveLength(1);
  expect(problems.filter((code) => code === 'library-in-use')).toHaveLength(2);
});
