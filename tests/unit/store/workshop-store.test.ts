// The store on a real disk: what is acknowledged is on it, what failed is nowhere, and compaction changes nothing but the files.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { FilePort } from '../../../electron/store/file-port.ts';
import { listSegments } from '../../../electron/store/history.ts';
import type { JournalLine } from '../../../electron/store/journal-line.ts';
import { nodeFiles } from '../../../electron/store/node-files.ts';
import { parseSnapshot } from '../../../electron/store/snapshot.ts';
import { openWorkshopStore } from '../../../electron/store/workshop-store.ts';
import { toStored } from '../../../shared/document/envelope.ts';
import { failingFiles } from '../../support/failing-files.ts';
import { addPerson, content, names, openStore, renamePerson, second, storedWorkshop } from '../../support/stored-workshop.ts';
import { temporaryFolder } from '../../support/temp-folder.ts';

function journalsIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.startsWith('journal.'))
    .toSorted();
}

test('a commit is on the disk before it is acknowledged, and there after reopening', async () => {
  const folder = await storedWorkshop(temporaryFolder());
  const { store } = await openStore(folder);
  const result = await store.commit(addPerson(1));
  expect(result).toEqual({ ok: true, value: { revision: 2, at: second(1) } });
  expect(readFileSync(join(folder, 'journal.1.jsonl'), 'utf8')).toContain('"Person 1"');

  const again = await openStore(folder);
  expect(names(again.store.document)).toEqual(['Person 0', 'Person 1']);
  expect(content(again.store.document)).toEqual(content(store.document));
  expect(again.store.recovery).toBeNull();
  await again.store.close();
  await store.close({ quick: true });
});

test('commits that arrive together share one flush and keep their order', async () => {
  const disk = failingFiles();
  const folder = await storedWorkshop(temporaryFolder(), disk.files);
  const committed: JournalLine[] = [];
  const { store } = await openStore(folder, disk.files, { onCommitted: (line) => void committed.push(line) });
  disk.calls.length = 0;
  const results = await Promise.all([1, 2, 3, 4, 5].map((number) => store.commit(addPerson(number))));
  expect(results.map((result) => result.ok && result.value.revision)).toEqual([2, 3, 4, 5, 6]);
  expect(disk.calls).toEqual(['write', 'fdatasync', 'write', 'fdatasync']);
  expect(committed.map(({ r, batch }) => [r, batch])).toEqual([
    [2, 2],
    [3, 3],
    [4, 3],
    [5, 3],
    [6, 3],
  ]);
  await store.close();
});

test('the next command is decided against what is queued, windows see only what is durable', async () => {
  const folder = await storedWorkshop(temporaryFolder());
  const { store } = await openStore(folder);
  const first = store.commit(addPerson(1));
  expect(store.view().get('participants', 'person-1')?.fullName).toBe('Person 1');
  expect(store.document.records.participants.has('person-1')).toBe(false);
  await first;
  expect(store.document.records.participants.has('person-1')).toBe(true);
  await store.close();
});

test('a draft without changes is answered only when everything before it is durable', async () => {
  const folder = await storedWorkshop(temporaryFolder());
  const { store } = await openStore(folder);
  const first = store.commit(addPerson(1));
  const nothing = await store.commit({ ...addPerson(2), changes: [] });
  expect(store.document.envelope.revision).toBe(2);
  expect(nothing).toEqual(await first);
  await store.close();
});

test('a full disk rejects the batch and everything queued behind it, and the next commit works when there is room again', async () => {
  const disk = failingFiles();
  const folder = await storedWorkshop(temporaryFolder(), disk.files);
  const { store, health } = await openStore(folder, disk.files);
  disk.failNext('write', 'ENOSPC');
  const results = await Promise.all([store.commit(addPerson(1)), store.commit(renamePerson(1, 2, 'Person 1', 'Renamed'))]);
  expect(results).toEqual([1, 2].map(() => ({ ok: false, failure: { code: 'disk-full', folder } })));
  expect(store.view().get('participants', 'person-1')).toBeUndefined();
  expect(await store.commit(addPerson(3))).toMatchObject({ ok: true, value: { revision: 2 } });
  expect(health.map(({ state }) => state)).toEqual(['trouble', 'fine']);

  const again = await openStore(folder);
  expect(names(again.store.document)).toEqual(['Person 0', 'Person 3']);
  expect(again.store.recovery).toBeNull();
  await again.store.close({ quick: true });
  await store.close({ quick: true });
});

test('after a failed flush the journal is never trusted again: the next generation starts with a fresh snapshot', async () => {
  const disk = failingFiles();
  const folder = await storedWorkshop(temporaryFolder(), disk.files);
  const { store } = await openStore(folder, disk.files);
  await store.commit(addPerson(1));
  disk.failNext('fdatasync', 'EIO');
  expect(await store.commit(addPerson(2))).toEqual({ ok: false, failure: { code: 'disk-trouble', folder, reason: 'EIO' } });
  expect(await store.commit(addPerson(3))).toMatchObject({ ok: true, value: { revision: 3 } });
  expect(journalsIn(folder)).toEqual(['journal.2.jsonl']);
  expect(JSON.parse(readFileSync(join(folder, 'workshop.json'), 'utf8'))).toMatchObject({ revision: 2 });

  const again = await openStore(folder);
  expect(names(again.store.document)).toEqual(['Person 0', 'Person 1', 'Person 3']);
  await again.store.close({ quick: true });
  await store.close({ quick: true });
});

test('while the disk refuses everything, commits are rejected one by one; the first that can be written is accepted', async () => {
  const disk = failingFiles();
  const folder = await storedWorkshop(temporaryFolder(), disk.files);
  const { store, health } = await openStore(folder, disk.files);
  disk.failNext('fdatasync', 'EIO', { times: 100 });
  disk.failNext('open', 'EROFS', { times: 100 });
  expect(await store.commit(addPerson(1))).toMatchObject({ ok: false, failure: { code: 'disk-trouble' } });
  expect(await store.commit(addPerson(2))).toMatchObject({ ok: false, failure: { code: 'library-read-only' } });
  expect(await store.commit(addPerson(3))).toMatchObject({ ok: false, failure: { code: 'library-read-only' } });
  disk.heal();
  expect(await store.commit(addPerson(4))).toMatchObject({ ok: true, value: { revision: 2 } });
  expect(health.at(-1)).toEqual({ state: 'fine', failure: null });
  await store.close();
  const again = await openStore(folder);
  expect(names(again.store.document)).toEqual(['Person 0', 'Person 4']);
  await again.store.close();
});

test('compaction folds the journal into the snapshot, keeps the past, and lets commits go on', async () => {
  const folder = await storedWorkshop(temporaryFolder());
  const { store, errors } = await openStore(folder);
  await store.commit(addPerson(1));
  const compaction = store.compact();
  const during = await Promise.all([store.commit(addPerson(2)), store.commit(addPerson(3))]);
  await compaction;
  expect(during.every((result) => result.ok)).toBe(true);
  expect(errors).toEqual([]);
  expect(journalsIn(folder)).toEqual(['journal.2.jsonl']);
  expect(await listSegments(nodeFiles, folder)).toEqual([{ from: 0, to: 2 }]);
  const before = content(store.document);
  await store.close({ quick: true });
  const again = await openStore(folder);
  expect(content(again.store.document)).toEqual(before);
  await again.store.close();
});

test('closing leaves a snapshot that says everything, readable without the application', async () => {
  const folder = await storedWorkshop(temporaryFolder());
  const { store } = await openStore(folder);
  await store.commit(addPerson(1));
  await store.close();
  const bytes = readFileSync(join(folder, 'workshop.json'));
  const snapshot = parseSnapshot(bytes);
  if (snapshot.kind !== 'good') throw new Error(snapshot.kind);
  expect(JSON.parse(bytes.toString('utf8'))).toEqual({
    ...JSON.parse(JSON.stringify(toStored(snapshot.document))),
    check: expect.any(String),
  });
  expect(content(snapshot.document)).toEqual(content(store.document));
  expect(statSync(join(folder, 'journal.2.jsonl')).size).toBeLessThan(200);
});

test('closing waits for what is on its way', async () => {
  const folder = await storedWorkshop(temporaryFolder());
  const { store } = await openStore(folder);
  const last = store.commit(addPerson(1));
  await store.close();
  expect(await last).toMatchObject({ ok: true });
  expect(await store.commit(addPerson(2))).toMatchObject({ ok: false });
});

test('one field save writes less than 1 KB of journal', async () => {
  const folder = await storedWorkshop(temporaryFolder());
  const { store } = await openStore(folder);
  const path = join(folder, 'journal.1.jsonl');
  const before = statSync(path).size;
  await store.commit(renamePerson(0, 1, 'Person 0', 'A name of the usual length with a title in front'));
  expect(statSync(path).size - before).toBeLessThanOrEqual(1024);
  await store.close();
});

test('a slow disk is said to be slow, and fine again afterwards', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const disk = failingFiles();
  const folder = await storedWorkshop(temporaryFolder(), disk.files);
  let release = (): void => undefined;
  let tellFlush = (): void => undefined;
  const flushing = new Promise<void>((resolve) => (tellFlush = resolve));
  const slow: FilePort = {
    ...disk.files,
    fdatasync: (file, done) => {
      release = () => disk.files.fdatasync(file, done);
      tellFlush();
    },
  };
  const { store, health } = await openStore(folder, slow);
  const commit = store.commit(addPerson(1));
  await flushing;
  vi.advanceTimersByTime(301);
  expect(health).toEqual([{ state: 'slow', failure: null }]);
  release();
  expect(await commit).toMatchObject({ ok: true });
  expect(health.at(-1)).toEqual({ state: 'fine', failure: null });
  vi.useRealTimers();
  await store.close({ quick: true });
});

test('a library that cannot be written opens to be looked at and refuses commits', async () => {
  const disk = failingFiles();
  const folder = await storedWorkshop(temporaryFolder(), disk.files);
  disk.calls.length = 0;
  const events = { onCommitted: () => undefined, onHealth: () => undefined, onError: () => undefined };
  const options = { files: disk.files, folder, replica: 'b', appVersion: '0', clock: () => second(1), isReadOnly: true, events };
  const opened = await openWorkshopStore(options);
  if (!opened.ok) throw new Error(opened.failure.code);
  expect(names(opened.value.document)).toEqual(['Person 0']);
  expect(await opened.value.commit(addPerson(1))).toEqual({ ok: false, failure: { code: 'workshop-read-only', folder } });
  await opened.value.close();
  expect(disk.calls.filter((call) => !/^(readFile|list) /.test(call))).toEqual([]);
});
