// When neither snapshot, journals nor history give the newest state, the newest good copy is one more start; and what is said about it.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { backupsPath, writeCopy } from '../../../electron/store/backups.ts';
import { nodeFiles } from '../../../electron/store/node-files.ts';
import { captured } from '../../../electron/store/snapshot.ts';
import type { WorkshopStore } from '../../../electron/store/workshop-store.ts';
import { addPerson, names, openStore, second, storedWorkshop } from '../../support/stored-workshop.ts';
import { temporaryFolder } from '../../support/temp-folder.ts';

function copyOf(store: WorkshopStore) {
  const { revision } = store.document.envelope;
  const copy = {
    document: captured(store.document),
    at: second(revision),
    reason: 'asked',
    appVersion: '0',
    isStopped: () => false,
  } as const;
  return writeCopy(nodeFiles, store.folder, copy);
}

/** A closed workshop of revision 7: three generations, copies at revisions 3 and 5. */
async function withCopies(): Promise<string> {
  const folder = await storedWorkshop(temporaryFolder());
  const { store } = await openStore(folder);
  await store.commit(addPerson(1));
  await store.commit(addPerson(2));
  await copyOf(store);
  await store.compact();
  await store.commit(addPerson(3));
  await store.commit(addPerson(4));
  await copyOf(store);
  await store.compact();
  await store.commit(addPerson(5));
  await store.commit(addPerson(6));
  await store.close({ quick: true });
  return folder;
}

const persons = (count: number) => Array.from({ length: count }, (_, index) => `Person ${index}`);

function journal(folder: string): string {
  return join(folder, readdirSync(folder).find((name) => name.startsWith('journal.')) ?? '');
}

function spoil(path: string): void {
  const bytes = readFileSync(path);
  for (let index = 40; index < bytes.length; index += 97) bytes[index] = 0;
  writeFileSync(path, bytes);
}

test('only copies are left: the newest is restored, with its moment, and work goes on', async () => {
  const folder = await withCopies();
  for (const name of ['workshop.json', 'history']) rmSync(join(folder, name), { recursive: true });
  rmSync(journal(folder));
  const { store } = await openStore(folder);
  expect(names(store.document)).toEqual(persons(5));
  expect(store.recovery).toEqual({ code: 'backup-restored', keptAt: '', restoredTo: second(4) });
  await store.commit(addPerson(9));
  await store.close();
  const again = await openStore(folder);
  expect(names(again.store.document)).toEqual([...persons(5), 'Person 9']);
  expect(again.store.recovery).toBeNull();
  await again.store.close();
});

test('a copy that is damaged itself is passed over', async () => {
  const folder = await withCopies();
  for (const name of ['workshop.json', 'history']) rmSync(join(folder, name), { recursive: true });
  rmSync(journal(folder));
  const [, newest] = readdirSync(backupsPath(folder)).toSorted();
  spoil(join(backupsPath(folder), newest ?? ''));
  const { store } = await openStore(folder);
  expect(names(store.document)).toEqual(persons(3));
  expect(store.recovery).toMatchObject({ code: 'backup-restored', restoredTo: second(2) });
  expect(readdirSync(backupsPath(folder))).toContain(newest);
  await store.close();
});

test('a copy and a whole journal behind it give everything back', async () => {
  const folder = await withCopies();
  writeFileSync(join(folder, 'workshop.json'), 'null');
  rmSync(join(folder, 'history'), { recursive: true });
  const { store } = await openStore(folder);
  expect(names(store.document)).toEqual(persons(7));
  expect(store.recovery?.code).toBe('snapshot-rebuilt');
  expect(readdirSync(store.recovery?.keptAt ?? '')).toHaveLength(1);
  await store.close();
});

test('a copy of a later moment proves that an old workshop.json is not all', async () => {
  const folder = await withCopies();
  const old = await storedWorkshop(temporaryFolder());
  writeFileSync(join(folder, 'workshop.json'), readFileSync(join(old, 'workshop.json')));
  rmSync(join(folder, 'history'), { recursive: true });
  rmSync(journal(folder));
  const { store } = await openStore(folder);
  expect(names(store.document)).toEqual(persons(5));
  expect(store.recovery?.code).toBe('backup-restored');
  await store.close();
});

test('what journals and history still give is preferred to an older copy', async () => {
  const folder = await withCopies();
  const path = journal(folder);
  const lines = readFileSync(path, 'utf8').split('\n');
  writeFileSync(path, [lines[0], '{"r":6,"damaged', ...lines.slice(2)].join('\n'));
  const { store } = await openStore(folder);
  expect(names(store.document)).toEqual(persons(5));
  expect(store.recovery).toMatchObject({ code: 'history-restored', restoredTo: second(4) });
  expect(existsSync(store.recovery?.keptAt ?? '')).toBe(true);
  await store.close();
});

test('a copy of another workshop is no start', async () => {
  const folder = await withCopies();
  const other = await storedWorkshop(temporaryFolder());
  const { store: otherStore } = await openStore(other);
  const documentId = 'another';
  const document = { ...captured(otherStore.document), envelope: { ...otherStore.document.envelope, documentId, revision: 99 } };
  await writeCopy(nodeFiles, folder, { document, at: second(1), reason: 'asked', appVersion: '0', isStopped: () => false });
  await otherStore.close();
  const { store } = await openStore(folder);
  expect(names(store.document)).toEqual(persons(7));
  expect(store.recovery).toBeNull();
  await store.close();
});
