// The past: every state that ever was can be put together again, out of journals and history, also where a part of them is damaged.
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { historyReader, type HistoryReader } from '../../../electron/store/history-reader.ts';
import { nodeFiles } from '../../../electron/store/node-files.ts';
import type { WorkshopStore } from '../../../electron/store/workshop-store.ts';
import type { WorkshopDocument } from '../../../shared/document/envelope.ts';
import { validate } from '../../../shared/document/validate.ts';
import { failingFiles } from '../../support/failing-files.ts';
import { addPerson, content, names, openStore, renamePerson, second, storedWorkshop } from '../../support/stored-workshop.ts';
import { temporaryFolder } from '../../support/temp-folder.ts';

const readerOf = (store: WorkshopStore): HistoryReader =>
  historyReader({ files: nodeFiles, folder: store.folder, document: store.document });

async function revisions(reader: HistoryReader): Promise<readonly number[]> {
  const found: number[] = [];
  for await (const { line } of reader.commits()) found.push(line.r);
  return found;
}

/** Four generations, three of them in the history; the content of every revision as it was. */
async function longStory() {
  const folder = await storedWorkshop(temporaryFolder());
  const { store } = await openStore(folder);
  const was = new Map<number, ReturnType<typeof content>>();
  const note = () => was.set(store.document.envelope.revision, content(store.document));
  note();
  for (let generation = 0; generation < 4; generation += 1) {
    for (let count = 0; count < 3; count += 1) {
      const number = generation * 3 + count + 1;
      await store.commit({ ...addPerson(number), actor: generation === 1 ? 'Bola' : 'Ada' });
      note();
    }
    await store.commit(renamePerson(1, 100 + generation, generation === 0 ? 'Person 1' : `Name ${generation}`, `Name ${generation + 1}`));
    note();
    if (generation < 3) await store.compact();
  }
  return { folder, store, was };
}

/** The state without what says which version of the application wrote it. */
function stateOf(document: WorkshopDocument | null) {
  if (!document) return null;
  const { appVersion: _version, ...rest } = content(document);
  return rest;
}

describe('a workshop of four generations', () => {
  test('is put together as it was at every moment', async () => {
    const { store, was } = await longStory();
    const reader = readerOf(store);
    for (const [revision, wasThen] of was) {
      const { appVersion: _version, ...expected } = wasThen;
      expect({ revision, state: stateOf(await reader.stateAt(revision)) }).toEqual({ revision, state: expected });
    }
    expect(await reader.stateAt(0)).toBeNull();
    expect(await reader.stateAt(store.document.envelope.revision + 1)).toBeNull();
    await store.close();
  });

  test('tells every commit, newest first, with the workshop before and after', async () => {
    const { store, was } = await longStory();
    const reader = readerOf(store);
    const last = store.document.envelope.revision;
    expect(await revisions(reader)).toEqual(Array.from({ length: last }, (_, index) => last - index));
    for await (const { line, before, after } of reader.commits()) {
      const namesIn = (content_: ReturnType<typeof content> | undefined) => Object.keys(content_?.collections['participants'] ?? {}).length;
      expect(after.size('participants')).toBe(namesIn(was.get(line.r)));
      expect(before.size('participants')).toBe(namesIn(was.get(line.r - 1)));
    }
    expect(await reader.overview()).toMatchObject({ actors: ['Ada', 'Bola'], oldestAt: second(0) });
    await store.close();
  });

  test('is read while commits go on and journals are folded', async () => {
    const { store } = await longStory();
    const reader = readerOf(store);
    const last = store.document.envelope.revision;
    const commits = reader.commits();
    const first = await commits.next();
    expect(first.value?.line.r).toBe(last);
    await store.commit(addPerson(50));
    await store.compact();
    const rest: number[] = [];
    for await (const { line } of commits) rest.push(line.r);
    expect(rest).toEqual(Array.from({ length: last - 1 }, (_, index) => last - 1 - index));
    expect((await revisions(reader))[0]).toBe(last + 1);
    expect(await reader.overview()).toMatchObject({ actors: ['Ada', 'Bola'] });
    await store.close();
  });

  test('keeps what is behind a damaged part, and says of the part itself that it is gone', async () => {
    const { folder, store, was } = await longStory();
    const history = join(folder, 'history');
    const [journal] = readdirSync(history).filter((name) => /^5-.*jsonl/.test(name));
    writeFileSync(join(history, journal ?? ''), 'not compressed');
    const reader = readerOf(store);
    const found = await revisions(reader);
    expect(found).not.toContain(7);
    expect(found).toContain(3);
    expect(found).toContain(11);
    expect(await reader.stateAt(7)).toBeNull();
    const { appVersion: _version, ...third } = was.get(3) ?? content(store.document);
    expect(stateOf(await reader.stateAt(3))).toEqual(third);
    expect(names((await reader.stateAt(11)) ?? store.document)).toHaveLength(
      Object.keys(was.get(11)?.collections['participants'] ?? {}).length,
    );
    await store.close();
  });

  test('is put together from an older start where a snapshot of the history is gone', async () => {
    const { folder, store, was } = await longStory();
    for (const name of readdirSync(join(folder, 'history')).filter((each) => each.endsWith('.json.gz')))
      rmSync(join(folder, 'history', name));
    const { appVersion: _version, ...expected } = was.get(8) ?? content(store.document);
    expect(stateOf(await readerOf(store).stateAt(8))).toEqual(expected);
    await store.close();
  });
});

test('the past of a workshop that an older version wrote is there after it was migrated', async () => {
  const folder = join(temporaryFolder(), 'workshop');
  cpSync(join(import.meta.dirname, '..', '..', '..', 'data', 'fixtures', 'v1', 'folder'), folder, { recursive: true });
  const { store } = await openStore(folder);
  const reader = readerOf(store);
  const last = store.document.envelope.revision;
  const told = await revisions(reader);
  expect(told[0]).toBe(last);
  expect(told.length).toBeGreaterThan(3);
  const states = await Promise.all(told.map((revision) => reader.stateAt(revision)));
  expect(states.map((state) => state?.envelope.revision)).toEqual(told);
  expect(states.flatMap((state) => (state ? validate(state.records) : []))).toEqual([]);
  await store.close();
});

test('a commit that was taken back by the disk is no part of the past', async () => {
  const disk = failingFiles();
  const folder = await storedWorkshop(temporaryFolder());
  const { store } = await openStore(folder, disk.files);
  await store.commit(addPerson(1));
  disk.failNext('fdatasync', 'EIO');
  await store.commit(addPerson(2));
  await store.commit(addPerson(3));
  const reader = readerOf(store);
  const ids: string[] = [];
  for await (const { line } of reader.commits()) ids.push(line.id);
  expect(ids).toEqual(['command-3', 'command-1', 'command-0']);
  await store.close();
});

describe('forgetting', () => {
  const secret = 'amina.private@example.org';

  /** Every byte of every file below a folder, compressed ones unpacked too. */
  function everything(folder: string): string {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name)))
      .map((bytes) => (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('latin1'))
      .join('\n');
  }

  async function withSecret(disk = failingFiles()) {
    const folder = await storedWorkshop(temporaryFolder());
    const { store } = await openStore(folder, disk.files);
    await store.commit(renamePerson(0, 1, 'Person 0', secret));
    await store.commit(addPerson(2));
    await store.compact();
    const removed = store.document.records.participants.get('person-0');
    if (!removed) throw new Error('Nobody to remove');
    await store.commit({
      ...addPerson(3),
      name: 'participantsRemove',
      changes: [{ kind: 'removed', collection: 'participants', id: 'person-0', record: removed }],
    });
    writeFileSync(join(folder, 'workshop.json.tmp'), secret);
    return { folder, store, disk };
  }

  test('leaves no byte of what was removed, and a workshop that goes on and opens', async () => {
    const { folder, store } = await withSecret();
    expect(everything(folder)).toContain(secret);
    const before = names(store.document);
    const forgotten = await store.forgetPast();
    expect(forgotten.ok && forgotten.value).toBeGreaterThan(0);
    expect(everything(folder)).not.toContain(secret);
    const reader = readerOf(store);
    expect(await revisions(reader)).toEqual([]);
    await store.commit(addPerson(7));
    expect(await revisions(reader)).toEqual([5]);
    expect(await reader.stateAt(4)).not.toBeNull();
    expect(await reader.stateAt(3)).toBeNull();
    await store.close();
    const again = await openStore(folder);
    expect(names(again.store.document)).toEqual([...before, 'Person 7']);
    expect(again.store.recovery).toBeNull();
    await again.store.close();
  });

  test.each([
    ['rename', /workshop\.json$/],
    ['open', /journal\.\d+\.jsonl$/],
    ['remove', /history/],
    ['fsyncFolder', /history$/],
  ] as const)('that a disk refuses (%s) loses nothing of the present', async (operation, path) => {
    const { folder, store, disk } = await withSecret();
    const before = names(store.document);
    disk.failNext(operation, 'EIO', { path, times: 1_000 });
    expect(await store.forgetPast()).toMatchObject({ ok: false, failure: { code: 'disk-trouble' } });
    await store.close({ quick: true });
    const again = await openStore(folder);
    expect(names(again.store.document)).toEqual(before);
    expect((await again.store.forgetPast()).ok).toBe(true);
    expect(everything(folder)).not.toContain(secret);
    await again.store.close();
  });
});
