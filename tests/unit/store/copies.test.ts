// Copies: what is in them, when they are made, which are kept, and what a full disk, a pulled stick or a damaged file do to them.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import { backupsPath, copiesIn } from '../../../electron/store/backups.ts';
import { copyNamed, outlived, readCopyName } from '../../../electron/store/copy-name.ts';
import type { FilePort } from '../../../electron/store/file-port.ts';
import { nodeFiles } from '../../../electron/store/node-files.ts';
import { makeSecondPlace, secondPlaceIn } from '../../../electron/store/second-place.ts';
import { parseSnapshot } from '../../../electron/store/snapshot.ts';
import { copyMilliseconds, firstCopyMilliseconds } from '../../../electron/store/workshop-copies.ts';
import type { WorkshopStore } from '../../../electron/store/workshop-store.ts';
import type { CopyReason } from '../../../shared/contract/copies.ts';
import { toStored } from '../../../shared/document/envelope.ts';
import { instantFromMilliseconds } from '../../../shared/kernel/instant.ts';
import { failingFiles } from '../../support/failing-files.ts';
import { keptCopies } from '../../support/kept-copies.ts';
import { addPerson, openStore, storedWorkshop } from '../../support/stored-workshop.ts';
import { temporaryFolder } from '../../support/temp-folder.ts';

const hour = 60 * 60_000;

async function openedWorkshop(files: FilePort = nodeFiles): Promise<WorkshopStore> {
  const { store } = await openStore(await storedWorkshop(temporaryFolder()), files);
  return store;
}

function namesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder).toSorted() : [];
}

function reasons(copies: readonly { readonly reason: CopyReason }[]): readonly CopyReason[] {
  return copies.map(({ reason }) => reason);
}

describe('a copy', () => {
  test('holds the same as the workshop, whole and by itself, and says what it is', async () => {
    const store = await openedWorkshop();
    await store.commit(addPerson(1));
    const { copies } = keptCopies(store);
    await copies.make('asked');
    await store.commit(addPerson(2));
    const [name] = namesIn(backupsPath(store.folder));
    expect(name).toBe('2026-03-17T09-00-00-000Z-r2-asked.hrhworkshop');
    const held = parseSnapshot(gunzipSync(readFileSync(join(backupsPath(store.folder), name ?? ''))));
    if (held.kind !== 'good') throw new Error(held.kind);
    expect(Object.keys(toStored(held.document).collections['participants'] ?? {})).toEqual(['person-0', 'person-1']);
    const { copies: listed } = await copies.list();
    const bytes = readFileSync(join(backupsPath(store.folder), name ?? '')).length;
    expect(listed).toEqual([{ copyId: name, reason: 'asked', at: '2026-03-17T09:00:00.000Z', revision: 2, bytes, isVerified: true }]);
    expect((await copies.read(name ?? '')).ok).toBe(true);
    await store.close();
  });

  test('is read back before it counts: what was written wrongly is none', async () => {
    const store = await openedWorkshop();
    const lying: FilePort = {
      ...nodeFiles,
      readFile: async (path) => {
        const bytes = await nodeFiles.readFile(path);
        if (bytes && path.endsWith('.unverified')) bytes.fill(0, bytes.length - 40, bytes.length - 20);
        return bytes;
      },
    };
    const { copies } = keptCopies(store, { files: lying });
    expect(await copies.make('asked')).toEqual({
      ok: false,
      failure: { code: 'copy-not-made', folder: backupsPath(store.folder), reason: 'not-as-written' },
    });
    expect(namesIn(backupsPath(store.folder))).toEqual([]);
    await store.close();
  });

  test('that a full disk refuses is said, leaves nothing behind, and stops nobody', async () => {
    const disk = failingFiles();
    const store = await openedWorkshop(disk.files);
    const { copies, errors } = keptCopies(store, { files: disk.files });
    disk.failNext('open', 'ENOSPC', { path: /\.unverified$/ });
    await copies.before('before-import');
    expect(await store.commit(addPerson(1))).toMatchObject({ ok: true });
    expect(await copies.list()).toMatchObject({ copies: [], failure: { code: 'copy-not-made', reason: 'ENOSPC' } });
    expect(errors).toHaveLength(1);
    disk.failNext('fsync', 'EIO');
    await copies.before('before-import');
    expect(namesIn(backupsPath(store.folder))).toEqual([]);
    await copies.before('before-import');
    expect(await copies.list()).toMatchObject({ copies: [{ reason: 'before-import', isVerified: true }], failure: null });
    await store.close();
  });

  test('that was damaged since is not said to be verified, cannot be restored, and a new one is made in its place', async () => {
    const store = await openedWorkshop();
    const { copies } = keptCopies(store);
    await copies.make('asked');
    const [copy] = (await copies.list()).copies;
    const path = join(backupsPath(store.folder), copy?.copyId ?? '');
    writeFileSync(path, readFileSync(path).subarray(0, -9));
    expect((await copies.list()).copies).toMatchObject([{ copyId: copy?.copyId, isVerified: false }]);
    expect(await copies.read(copy?.copyId ?? '')).toEqual({ ok: false, failure: { code: 'copy-damaged' } });
    await copies.before('before-restore');
    expect((await copies.list()).copies.map(({ reason, isVerified }) => [reason, isVerified])).toContainEqual(['before-restore', true]);
    await store.close();
  });

  test('is named by its id only: no path leads out of the folder', async () => {
    const store = await openedWorkshop();
    const { copies } = keptCopies(store);
    await copies.make('asked');
    for (const copyId of ['../workshop.json', '', '2026-03-17T09-00-00-000Z-r1-opened.hrhworkshop']) {
      expect(await copies.read(copyId)).toEqual({ ok: false, failure: { code: 'copy-gone' } });
      expect(await copies.file(copyId)).toEqual({ ok: false, failure: { code: 'copy-gone' } });
    }
    await store.close();
  });
});

describe('copies are made', () => {
  test('soon after opening and every 15 minutes, only when something has changed', async () => {
    const store = await openedWorkshop();
    const { copies, pass } = keptCopies(store);
    pass(firstCopyMilliseconds);
    pass(copyMilliseconds);
    await store.commit(addPerson(1));
    pass(copyMilliseconds);
    pass(copyMilliseconds);
    // In turn behind everything that was due: after this nothing is under way.
    await copies.make('asked');
    expect(reasons((await copies.list()).copies).toSorted()).toEqual(['asked', 'hourly', 'opened']);
    await store.close();
  });

  test('before something big only where there is none of this moment', async () => {
    const store = await openedWorkshop();
    const { copies, pass } = keptCopies(store);
    await copies.before('before-import');
    pass(1_000);
    await copies.before('before-restore');
    expect(reasons((await copies.list()).copies)).toEqual(['before-import']);
    await store.commit(addPerson(1));
    await copies.before('before-restore');
    expect(reasons((await copies.list()).copies)).toEqual(['before-restore', 'before-import']);
    await store.close();
  });

  test('no more when the workshop is closed, and what was under way leaves nothing', async () => {
    const store = await openedWorkshop();
    const { copies, pass, errors } = keptCopies(store);
    pass(firstCopyMilliseconds);
    await copies.close();
    pass(copyMilliseconds);
    expect(namesIn(backupsPath(store.folder)).filter((name) => name.endsWith('.unverified'))).toEqual([]);
    const before = namesIn(backupsPath(store.folder));
    await store.commit(addPerson(1));
    pass(copyMilliseconds);
    await copies.close();
    expect(namesIn(backupsPath(store.folder))).toEqual(before);
    expect(errors).toEqual([]);
    await store.close();
  });
});

test('the newest twenty are kept, and of every day the newest', async () => {
  const start = Date.parse('2026-03-10T00:00:00.000Z');
  const all = Array.from({ length: 100 }, (_, index) =>
    copyNamed({ at: instantFromMilliseconds(start + index * 3 * hour), revision: index + 1, reason: 'hourly' }),
  );
  const gone = new Set(outlived(all));
  const kept = all.filter((copy) => !gone.has(copy)).map(({ revision }) => revision);
  // Eight a day: the last of each day that is past, then the newest twenty.
  expect(kept).toEqual([8, 16, 24, 32, 40, 48, 56, 64, 72, 80, ...Array.from({ length: 20 }, (_, index) => index + 81)]);
  expect(all.every((copy) => readCopyName(copy.fileName)?.at === copy.at)).toBe(true);

  const store = await openedWorkshop();
  const folder = backupsPath(store.folder);
  mkdirSync(folder);
  for (const { fileName } of all) writeFileSync(join(folder, fileName), 'old');
  writeFileSync(join(folder, 'notes of my own.txt'), 'stay');
  writeFileSync(join(folder, `${all[0]?.fileName}.unverified`), 'half');
  const { copies } = keptCopies(store, { at: '2026-03-22T12:00:00.000Z' });
  await copies.make('asked');
  const names = namesIn(folder);
  expect(names).toHaveLength(kept.length + 1);
  expect(names).toContain('notes of my own.txt');
  await store.close();
});

describe('the second place', () => {
  async function withStick(base: FilePort = nodeFiles) {
    const root = temporaryFolder();
    const stick = join(root, 'stick');
    mkdirSync(stick);
    const place = secondPlaceIn(join(stick, 'HRH Action Workshops'), 'HRH Action Workshops');
    await makeSecondPlace(nodeFiles, place);
    const disk = failingFiles(base);
    const store = await openedWorkshop();
    const kept = keptCopies(store, { files: disk.files });
    kept.choose(place);
    const second = async () => (await kept.copies.list()).second;
    return { ...kept, stick, place, disk, store, second };
  }

  test('gets every copy, in a folder of the workshop, and says when', async () => {
    const { copies, place, store, second, told } = await withStick();
    await copies.make('asked');
    await vi.waitFor(() => expect(namesIn(join(place, 'workshop'))).toEqual([expect.stringMatching(/\.hrhworkshop$/)]));
    const [name] = namesIn(join(place, 'workshop'));
    expect(readFileSync(join(place, 'workshop', name ?? ''))).toEqual(readFileSync(join(backupsPath(store.folder), name ?? '')));
    expect(await second()).toEqual({ folder: place, isThere: true, lastAt: '2026-03-17T09:00:00.000Z', isOld: false, failure: null });
    await vi.waitFor(() => expect(told.at(-1)?.second?.lastAt).toBe('2026-03-17T09:00:00.000Z'));
    await store.close();
  });

  test('may be away: the moment of the last one stays known, and it is brought up to date when it is back', async () => {
    const { copies, stick, place, store, second, pass } = await withStick();
    await copies.make('asked');
    await vi.waitFor(async () => expect((await second())?.lastAt).toBe('2026-03-17T09:00:00.000Z'));
    renameSync(stick, `${stick}-pulled`);
    await store.commit({ ...addPerson(1), at: '2026-03-17T10:00:00.000Z' as never });
    pass(23 * hour);
    expect(await second()).toEqual({ folder: place, isThere: false, lastAt: '2026-03-17T09:00:00.000Z', isOld: false, failure: null });
    pass(2 * hour);
    expect(await second()).toMatchObject({ isThere: false, lastAt: '2026-03-17T09:00:00.000Z', isOld: true, failure: null });
    expect(existsSync(stick)).toBe(false);
    renameSync(`${stick}-pulled`, stick);
    await copies.make('asked');
    await vi.waitFor(async () => expect(await second()).toMatchObject({ isThere: true, lastAt: '2026-03-18T10:00:00.000Z', isOld: false }));
    await store.close();
  });

  test('is old by what has changed since, whatever was done to the clock', async () => {
    const { copies, stick, store, second, pass } = await withStick();
    await copies.make('asked');
    await vi.waitFor(async () => expect((await second())?.lastAt).toBe('2026-03-17T09:00:00.000Z'));
    renameSync(stick, `${stick}-pulled`);
    // The clock is set back by two days before more is written.
    await store.commit({ ...addPerson(1), at: '2026-03-15T10:00:00.000Z' as never });
    pass(-48 * hour);
    expect(await second()).toMatchObject({ isThere: false, isOld: true });
    pass(96 * hour);
    expect(await second()).toMatchObject({ isThere: false, isOld: true });
    await store.close();
  });

  test('may vanish in the middle of a write: that is no trouble, and nothing is made in its stead', async () => {
    let pullsAt = (_path: string): boolean => false;
    const pulled: string[] = [];
    const stickFiles: FilePort = {
      ...nodeFiles,
      rename: (from, to) => {
        if (pullsAt(to)) {
          const stick = join(to, '..', '..', '..');
          renameSync(stick, `${stick}-pulled`);
          pulled.push(stick);
        }
        return nodeFiles.rename(from, to);
      },
    };
    const { copies, stick, second } = await withStick(stickFiles);
    pullsAt = (path) => path.startsWith(stick);
    await copies.make('asked');
    await vi.waitFor(() => expect(pulled).toEqual([stick]));
    expect(await second()).toMatchObject({ isThere: false, lastAt: null, isOld: true, failure: null });
    expect((await copies.list()).copies).toHaveLength(1);
    expect(existsSync(stick)).toBe(false);
    pullsAt = () => false;
    renameSync(`${stick}-pulled`, stick);
    await vi.waitFor(async () =>
      expect(await second()).toMatchObject({ isThere: true, lastAt: '2026-03-17T09:00:00.000Z', failure: null }),
    );
    expect(namesIn(join(stick, 'HRH Action Workshops copies', 'workshop'))).toHaveLength(1);
  });

  test('that is full is said, and the copy in the library is made all the same', async () => {
    const { copies, store, second, disk, place } = await withStick();
    disk.failNext('open', 'ENOSPC', { path: /stick.*hrhworkshop\.tmp$/, times: 1_000 });
    await copies.make('asked');
    await vi.waitFor(async () =>
      expect(await second()).toEqual({
        folder: place,
        isThere: true,
        lastAt: null,
        isOld: false,
        failure: { code: 'copy-not-made', folder: place, reason: 'ENOSPC' },
      }),
    );
    expect((await copies.list()).copies).toHaveLength(1);
    disk.heal();
    await vi.waitFor(async () => expect(await second()).toMatchObject({ lastAt: '2026-03-17T09:00:00.000Z', failure: null }));
    await store.close();
  });

  test('never lies in a library, and the same place stays the same', () => {
    const place = secondPlaceIn('/media/ada/STICK', 'HRH Action Workshops');
    expect(place).toBe(join('/media/ada/STICK', 'HRH Action Workshops copies'));
    expect(secondPlaceIn('/media/ada/STICK/HRH Action Workshops', 'HRH Action Workshops')).toBe(place);
    expect(secondPlaceIn(place, 'HRH Action Workshops')).toBe(place);
  });
});

test('deleting takes all of them, also those on the stick when it is there', async () => {
  const store = await openedWorkshop();
  const place = join(temporaryFolder(), 'copies');
  await makeSecondPlace(nodeFiles, place);
  const { copies, choose } = keptCopies(store);
  await copies.make('asked');
  expect(await copies.deleteAll()).toMatchObject({ copies: 1, second: 'none' });
  choose(place);
  await copies.make('asked');
  await vi.waitFor(() => expect(namesIn(join(place, 'workshop'))).toHaveLength(1));
  const { bytes } = (await copies.list()).copies[0] ?? { bytes: 0 };
  expect(await copies.deleteAll()).toEqual({ copies: 1, bytes, second: 'deleted' });
  expect(namesIn(backupsPath(store.folder))).toEqual([]);
  expect(namesIn(join(place, 'workshop'))).toEqual([]);
  expect(await copiesIn(nodeFiles, backupsPath(store.folder))).toEqual([]);
  rmSync(place, { recursive: true });
  await copies.make('asked');
  expect(await copies.deleteAll()).toMatchObject({ copies: 1, second: 'not-there' });
  await store.close();
});
