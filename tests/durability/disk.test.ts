// Disks and clocks that misbehave while people work: slow, full, busy, gone and back, an hour earlier than a moment ago.
// What the pages say about it is in tests/e2e/disk.spec.ts and tests/e2e/slow-disk.spec.ts.
import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createWorkshop } from '../../electron/store/create-workshop.ts';
import { listSegments } from '../../electron/store/history.ts';
import type { Done, FilePort } from '../../electron/store/file-port.ts';
import { nodeFiles } from '../../electron/store/node-files.ts';
import type { DocumentSnapshot } from '../../shared/contract/contract.ts';
import type { Command } from '../../shared/domain/commands.ts';
import { failingFiles } from '../support/failing-files.ts';
import { memoryFiles } from '../support/memory-files.ts';
import { addPerson, names, openStore, storedWorkshop, testReplica } from '../support/stored-workshop.ts';
import { temporaryFolder } from '../support/temp-folder.ts';
import { execute, facilitator, newWorkshop, testHost, valueOf, type TestHost } from '../support/test-host.ts';

function typed(value: string): Command {
  return { name: 'workshopSet', id: 'workshop', field: 'place', value };
}

async function snapshotOf(host: TestHost, workshopId: string): Promise<DocumentSnapshot> {
  return valueOf(await host.handlers.document.open({ workshopId }, facilitator));
}

describe('a slow disk', () => {
  /** A disk that takes half a second for every flush of a commit, and tells which. */
  function slowFiles(): { readonly files: FilePort; readonly flushes: () => number } {
    let flushes = 0;
    const fdatasync = (file: number, done: Done): void => {
      flushes += 1;
      setTimeout(() => nodeFiles.fdatasync(file, done), 500);
    };
    return { files: { ...nodeFiles, fdatasync }, flushes: () => flushes };
  }

  test('holds nobody up: what is typed meanwhile is taken at once and flushed together, and nothing is called saved before it is', async () => {
    const { files, flushes } = slowFiles();
    const host = await testHost({ root: temporaryFolder(), files });
    const workshopId = await newWorkshop(host);
    await snapshotOf(host, workshopId);
    const before = flushes();
    const log: string[] = [];
    const text = 'Kumasi, in the hall';
    const saves = Array.from({ length: text.length }, async (_, index) => {
      const result = await execute(host, workshopId, `key-${index}`, typed(text.slice(0, index + 1)));
      log.push(`acknowledged after ${flushes() - before} flushes`);
      return result.ok;
    });
    expect(log).toEqual([]);
    expect(host.changes()).toEqual([]);
    expect(await Promise.all(saves)).toEqual(saves.map(() => true));
    // The first letter was flushed alone; all that came meanwhile went in one batch.
    expect(flushes() - before).toBe(2);
    expect(host.changes()).toHaveLength(text.length);
    const health = host.published
      .filter(({ name }) => name === 'health')
      .map(({ payload }) => (payload as { readonly state: string }).state);
    expect(health).toContain('slow');
    expect(health.at(-1)).toBe('fine');
    await host.close();
  });
});

describe('a full disk', () => {
  test('stops the folding of a journal, not the commits beside it, and the folding is done later', async () => {
    const disk = failingFiles();
    const folder = await storedWorkshop(temporaryFolder(), disk.files);
    const { store } = await openStore(folder, disk.files);
    await store.commit(addPerson(1));
    disk.failNext('open', 'ENOSPC', { path: /workshop\.json\.tmp$/ });
    await expect(store.compact()).rejects.toThrow('ENOSPC');
    expect(await store.commit(addPerson(2))).toMatchObject({ ok: true });
    await store.compact();
    expect(await listSegments(nodeFiles, folder)).toEqual([
      { from: 2, to: 3 },
      { from: 0, to: 2 },
    ]);
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    await store.close();
    const again = await openStore(folder);
    expect(names(again.store.document)).toEqual(['Person 0', 'Person 1', 'Person 2']);
    expect(again.store.recovery).toBeNull();
    await again.store.close();
  });

  test('that takes a part of a line and then refuses again and again leaves whole lines only', async () => {
    const disk = failingFiles();
    const folder = await storedWorkshop(temporaryFolder(), disk.files);
    const { store } = await openStore(folder, disk.files);
    for (let number = 1; number <= 8; number += 1) {
      const isRefused = number % 2 === 1;
      if (isRefused) disk.failNext('write', 'ENOSPC');
      const result = await store.commit(addPerson(number));
      expect(result).toMatchObject(isRefused ? { failure: { code: 'disk-full', folder } } : { ok: true });
    }
    const again = await openStore(folder);
    expect(names(again.store.document)).toEqual([0, 2, 4, 6, 8].map((number) => `Person ${number}`));
    expect(again.store.recovery).toBeNull();
    await again.store.close({ quick: true });
    await store.close({ quick: true });
  });
});

test('a folding that is asked for at any moment while a refused write is being mended loses nothing that is acknowledged after it', async () => {
  // In memory mending takes some turns of the event loop's smallest wheel: the folding begins before, at and after each of them.
  for (let turns = 0; turns < 40; turns += 1) {
    const memory = memoryFiles();
    await memory.files.makeFolders('/library');
    const disk = failingFiles(memory.files);
    const folder = await storedWorkshop('/library', disk.files);
    const { store } = await openStore(folder, disk.files);
    disk.failNext('write', 'ENOSPC');
    expect(await store.commit(addPerson(1))).toMatchObject({ ok: false });
    for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
    const folding = store.compact();
    for (const number of [2, 3, 4]) expect(await store.commit(addPerson(number))).toMatchObject({ ok: true });
    await folding;
    expect(await store.commit(addPerson(5))).toMatchObject({ ok: true });
    await store.close({ quick: true });
    const again = await openStore(folder, memory.files);
    expect(names(again.store.document)).toEqual([0, 2, 3, 4, 5].map((number) => `Person ${number}`));
    expect(again.store.recovery).toBeNull();
    await again.store.close();
  }
});

describe('a virus scanner that holds files for two seconds', () => {
  /** Waits of 10, 20, 40 … ms between attempts: so many attempts take more than two seconds. */
  const attempts = 9;

  test.each(['EBUSY', 'EPERM'])('delays the snapshot (%s) and no commit', async (code) => {
    const disk = failingFiles();
    const folder = await storedWorkshop(temporaryFolder(), disk.files);
    const { store, errors, health } = await openStore(folder, disk.files);
    await store.commit(addPerson(1));
    disk.failNext('rename', code, { times: attempts, path: /workshop\.json$/ });
    const folding = store.compact();
    const during = await Promise.all([2, 3, 4].map((number) => store.commit(addPerson(number))));
    expect(during.map(({ ok }) => ok)).toEqual([true, true, true]);
    await folding;
    expect(disk.waits.reduce((sum, wait) => sum + wait, 0)).toBeGreaterThan(2_000);
    const { revision } = JSON.parse(readFileSync(join(folder, 'workshop.json'), 'utf8')) as { readonly revision: number };
    expect(revision).toBeGreaterThanOrEqual(2);
    expect([errors, health]).toEqual([[], []]);
    await store.close();
  });

  test.each(['EBUSY', 'EPERM'])('delays a new workshop (%s) and does not prevent it', async (code) => {
    const disk = failingFiles();
    const library = temporaryFolder();
    disk.failNext('rename', code, { times: attempts, path: /workshop$/ });
    const folder = await storedWorkshop(library, disk.files);
    expect(readdirSync(library)).toEqual(['workshop']);
    const { store } = await openStore(folder);
    expect(names(store.document)).toEqual(['Person 0']);
    await store.close({ quick: true });
  });

  test('keeps an old journal from being removed: it goes with the next folding, and opening minds it not', async () => {
    const disk = failingFiles();
    const folder = await storedWorkshop(temporaryFolder(), disk.files);
    const { store } = await openStore(folder, disk.files);
    await store.commit(addPerson(1));
    disk.failNext('remove', 'EBUSY', { path: /journal\.1\.jsonl$/ });
    await expect(store.compact()).rejects.toThrow('EBUSY');
    await store.commit(addPerson(2));
    await store.close({ quick: true });
    const again = await openStore(folder);
    expect(names(again.store.document)).toEqual(['Person 0', 'Person 1', 'Person 2']);
    expect(again.store.recovery).toBeNull();
    await again.store.compact();
    expect(readdirSync(folder).filter((name) => name.startsWith('journal.'))).toEqual(['journal.3.jsonl']);
    await again.store.close();
  });
});

test('a stick that is pulled: commits are refused by name while it is away, and taken again when it is back', async () => {
  const disk = failingFiles();
  const folder = await storedWorkshop(temporaryFolder(), disk.files);
  const { store, health } = await openStore(folder, disk.files);
  await store.commit(addPerson(1));
  const everything = ['write', 'fdatasync', 'ftruncate', 'open', 'fsync', 'fsyncFolder', 'readFile', 'list', 'rename', 'remove'] as const;
  for (const operation of everything) disk.failNext(operation, 'ENXIO', { times: 1_000 });
  for (const number of [2, 3]) {
    expect(await store.commit(addPerson(number))).toEqual({ ok: false, failure: { code: 'library-missing', folder } });
  }
  expect(health.at(-1)).toEqual({ state: 'trouble', failure: { code: 'library-missing', folder } });
  disk.heal();
  expect(await store.commit(addPerson(4))).toMatchObject({ ok: true });
  expect(health.at(-1)).toEqual({ state: 'fine', failure: null });
  await store.close();
  const again = await openStore(folder);
  expect(names(again.store.document)).toEqual(['Person 0', 'Person 1', 'Person 4']);
  await again.store.close();
});

// Where Windows keeps a deleted file until it is closed, its folder cannot be removed: there is nothing to try there.
describe.skipIf(process.platform === 'win32')('files that are deleted under an open workshop', () => {
  test('its folder: what goes into a journal without a name is refused, and everything that was saved is there again when the folder is', async () => {
    const root = temporaryFolder();
    const folder = await storedWorkshop(root);
    const { store, health } = await openStore(folder);
    await store.commit(addPerson(1));
    const copy = join(root, 'copy');
    cpSync(folder, copy, { recursive: true });
    expect(await store.commit(addPerson(2))).toMatchObject({ ok: true });
    rmSync(folder, { recursive: true });
    for (const number of [3, 4]) {
      expect(await store.commit(addPerson(number))).toEqual({ ok: false, failure: { code: 'library-missing', folder } });
    }
    expect(health.at(-1)).toEqual({ state: 'trouble', failure: { code: 'library-missing', folder } });
    expect(names(store.document)).toEqual(['Person 0', 'Person 1', 'Person 2']);
    expect(existsSync(folder)).toBe(false);
    cpSync(copy, folder, { recursive: true });
    expect(await store.commit(addPerson(5))).toMatchObject({ ok: true });
    expect(health.at(-1)).toEqual({ state: 'fine', failure: null });
    await store.close();
    const again = await openStore(folder);
    // The copy that was put back was older than what had been saved.
    expect(names(again.store.document)).toEqual(['Person 0', 'Person 1', 'Person 2', 'Person 5']);
    expect(again.store.recovery).toBeNull();
    await again.store.close();
  });

  test('its journal alone: the save that would be lost with it is refused, and the next goes into a new journal', async () => {
    const folder = await storedWorkshop(temporaryFolder());
    const { store } = await openStore(folder);
    await store.commit(addPerson(1));
    rmSync(join(folder, 'journal.1.jsonl'));
    expect(await store.commit(addPerson(2))).toEqual({ ok: false, failure: { code: 'library-missing', folder } });
    expect(await store.commit(addPerson(3))).toMatchObject({ ok: true });
    const again = await openStore(folder);
    expect(names(again.store.document)).toEqual(['Person 0', 'Person 1', 'Person 3']);
    expect(again.store.recovery).toBeNull();
    await again.store.close({ quick: true });
    await store.close({ quick: true });
  });
});

test('a file system that counts no names takes commits like any other', async () => {
  const folder = await storedWorkshop(temporaryFolder());
  const { store, health } = await openStore(folder, { ...nodeFiles, isNamed: () => false });
  expect(await store.commit(addPerson(1))).toMatchObject({ ok: true });
  expect(health.at(-1)?.state).not.toBe('trouble');
  await store.close();
  const again = await openStore(folder);
  expect(names(again.store.document)).toEqual(['Person 0', 'Person 1']);
  await again.store.close({ quick: true });
});

test('a new workshop on a disk that refuses is refused whole', async () => {
  const disk = failingFiles();
  const library = temporaryFolder();
  disk.failNext('fsync', 'ENOSPC', { times: 1_000 });
  const begin = addPerson(0);
  const input = {
    files: disk.files,
    libraryFolder: library,
    folderName: 'new',
    documentId: 'd',
    appVersion: '0',
    replica: testReplica,
    begin,
  };
  await expect(createWorkshop(input)).rejects.toThrow('ENOSPC');
  expect(readdirSync(library)).toEqual([]);
});

describe('a clock that jumps back an hour', () => {
  test('moves no revision and no stamp back: what is later stays later, here and in another copy', async () => {
    const root = temporaryFolder();
    const host = await testHost({ root });
    const workshopId = await newWorkshop(host);
    const first = valueOf(await execute(host, workshopId, 'c1', typed('Kumasi')));
    host.pass(-3_600);
    const second = valueOf(await execute(host, workshopId, 'c2', typed('Tema')));
    expect(second.revision).toBe(first.revision + 1);
    expect(second.at < first.at).toBe(true);
    const { folder } = valueOf(await host.handlers.library.list({}, facilitator)).workshops[0] ?? {};
    await host.close();
    const stored = JSON.parse(readFileSync(join(folder ?? '', 'workshop.json'), 'utf8')) as StoredStamps;
    // The stamp of a field is the number of the commit that set it last, and the newest that the workshop knows: no clock is in it.
    expect(stored.stamps.workshop.workshop.fields?.place?.[0]).toBe(Math.max(...Object.values(stored.knows)));
    const again = await testHost({ root });
    expect((await snapshotOf(again, workshopId)).collections.workshop).toMatchObject([{ place: 'Tema' }]);
    await again.close();
  });

  test('ends a step of typing at the jump; each step can still be taken back', async () => {
    const host = await testHost({ root: temporaryFolder() });
    const workshopId = await newWorkshop(host);
    for (const [index, text] of ['Ku', 'Kuma', 'Kumasi'].entries()) valueOf(await execute(host, workshopId, `a${index}`, typed(text)));
    host.pass(-3_600);
    for (const [index, text] of ['Kumasi h', 'Kumasi hall'].entries()) valueOf(await execute(host, workshopId, `b${index}`, typed(text)));
    const place = async () => (await snapshotOf(host, workshopId)).collections.workshop?.[0]?.['place'];
    const undo = (commandId: string) => host.handlers.document.undo({ workshopId, commandId }, facilitator);
    valueOf(await undo('u1'));
    expect(await place()).toBe('Kumasi');
    valueOf(await undo('u2'));
    expect(await place()).toBe('Chandolo');
    await host.close();
  });
});

interface StoredStamps {
  readonly knows: Readonly<Record<string, number>>;
  readonly stamps: { readonly workshop: { readonly workshop: { readonly fields?: { readonly place?: readonly [number, string] } } } };
}
