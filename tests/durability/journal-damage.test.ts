// Files cut and damaged at every place: what was flushed in whole batches is there, what cannot be is said, and nothing damaged is deleted.
import { expect, test } from 'vitest';
import { patience, runs } from '../support/effort.ts';
import { memoryFiles, type MemoryFiles } from '../support/memory-files.ts';
import { reportTrials } from '../support/soak-report.ts';
import { addPerson, content, names, openStore, renamePerson, storedWorkshop } from '../support/stored-workshop.ts';

/** A sample of the bytes in a test run, every byte in a soak. */
const flipStep = runs(7, 1);

const folder = '/library/workshop';
const journal = `${folder}/journal.1.jsonl`;
const snapshot = `${folder}/workshop.json`;

/** A closed library of which the state at every revision is known. */
interface History {
  readonly disk: ReadonlyMap<string, Uint8Array>;
  /** Ends of the journal's lines, the header's first. */
  readonly lineEnds: readonly number[];
}

/** Revision 1 in the beginning, 2 alone, and 3 to 6 in one batch, because they waited together while 2 was flushed. */
async function history(): Promise<History> {
  const { files, contents } = memoryFiles();
  await files.makeFolders('/library');
  await storedWorkshop('/library', files);
  const { store } = await openStore(folder, files);
  const drafts = [addPerson(1), renamePerson(0, 2, 'Person 0', 'Renamed'), addPerson(3), addPerson(4), addPerson(5)];
  await Promise.all(drafts.map((draft) => store.commit(draft)));
  await store.close({ quick: true });
  const disk = new Map(contents);
  const bytes = disk.get(journal) ?? new Uint8Array();
  const lineEnds = [...bytes.keys()].filter((index) => bytes[index] === 0x0a).map((index) => index + 1);
  return { disk, lineEnds };
}

/** Names at a revision: 2 adds a person, 3 renames one, 4 to 6 add one each. */
function expectedNames(revision: number): readonly string[] {
  const all = ['Person 0', 'Person 1', 'Person 3', 'Person 4', 'Person 5'];
  const count = revision <= 2 ? revision : revision - 1;
  const list = all.slice(0, count);
  return revision >= 3 ? list.map((name) => (name === 'Person 0' ? 'Renamed' : name)) : list;
}

function fileOf({ contents }: MemoryFiles, path: string): Buffer {
  return Buffer.from(contents.get(path) ?? new Uint8Array());
}

/** Only trials that went well are reported: one that did not ends its test. */
function report(what: string, trials: number): void {
  reportTrials({ what, runs: trials, acknowledged: null, lost: 0, unreadable: 0 });
}

test('the journal cut at every byte of its last lines gives every line that is whole; what was cut is kept aside', async () => {
  const { disk, lineEnds } = await history();
  const whole = disk.get(journal) ?? new Uint8Array();
  for (let length = lineEnds.at(-4) ?? 0; length <= whole.length; length += 1) {
    const copy = memoryFiles(disk);
    copy.contents.set(journal, whole.slice(0, length));
    const { store } = await openStore(folder, copy.files);
    const revision = lineEnds.filter((end) => end <= length).length - 1;
    expect(store.document.envelope.revision).toBe(revision);
    expect(names(store.document).toSorted()).toEqual(expectedNames(revision).toSorted());
    const isClean = lineEnds.includes(length);
    expect(store.recovery?.code).toBe(isClean ? undefined : 'torn-tail-cut');
    if (!isClean) {
      const kept = [...copy.contents.keys()].filter((path) => path.includes('/set-aside/'));
      expect(kept).toHaveLength(1);
      expect(fileOf(copy, kept[0] ?? '')).toEqual(
        Buffer.from(
          whole.slice(
            lineEnds.findLast((end) => end <= length),
            length,
          ),
        ),
      );
    }
    expect(await store.commit(addPerson(90))).toMatchObject({ ok: true, value: { revision: revision + 1 } });
    await store.close({ quick: true });
    const again = await openStore(folder, copy.files);
    expect(again.store.recovery).toBeNull();
    expect(names(again.store.document)).toContain('Person 90');
    await again.store.close({ quick: true });
  }
  report('journal cut at every byte of its last lines', whole.length - (lineEnds.at(-4) ?? 0) + 1);
});

test(
  'one flipped byte anywhere in the journal: the state before it at least, nothing false, and the damaged file is kept',
  { timeout: patience(60_000) },
  async () => {
    const { disk, lineEnds } = await history();
    const whole = disk.get(journal) ?? new Uint8Array();
    for (let index = 0; index < whole.length; index += flipStep) {
      const copy = memoryFiles(disk);
      const flipped = Buffer.from(whole);
      flipped[index] = (flipped[index] ?? 0) ^ 0x11;
      copy.contents.set(journal, flipped);
      const { store } = await openStore(folder, copy.files);
      const damagedLine = lineEnds.findIndex((end) => index < end);
      // Revision 1 is in the snapshot too. The flipped line break of one line spoils the next line with it.
      const revision = store.document.envelope.revision;
      expect(revision).toBeGreaterThanOrEqual(damagedLine <= 1 ? 1 : damagedLine - 1);
      expect(names(store.document).toSorted()).toEqual(expectedNames(revision).toSorted());
      expect(store.recovery).not.toBeNull();
      expect([...copy.contents.keys()].some((path) => path.includes('/set-aside/'))).toBe(true);
      await store.close();
      const again = await openStore(folder, copy.files);
      expect(again.store.recovery).toBeNull();
      expect(again.store.document.envelope.revision).toBe(revision);
      await again.store.close({ quick: true });
    }
    report('one flipped byte in the journal', Math.ceil(whole.length / flipStep));
  },
);

test('a bad line before a later batch is damage: said with the moment of what could be restored', async () => {
  const { disk, lineEnds } = await history();
  const copy = memoryFiles(disk);
  const bytes = Buffer.from(disk.get(journal) ?? new Uint8Array());
  bytes[(lineEnds[1] ?? 0) + 10] = 0;
  copy.contents.set(journal, bytes);
  const { store } = await openStore(folder, copy.files);
  expect(names(store.document)).toEqual(['Person 0']);
  expect(store.recovery).toMatchObject({ code: 'history-restored', restoredTo: '2026-03-17T08:00:00.000Z', keptAt: `${folder}/set-aside` });
  const kept = [...copy.contents.keys()].find((path) => path.endsWith('journal.1.jsonl') && path.includes('/set-aside/'));
  expect(fileOf(copy, kept ?? '')).toEqual(bytes);
  await store.close();
});

test('a bad line inside the last batch is cut with what follows of that batch', async () => {
  const { disk, lineEnds } = await history();
  const copy = memoryFiles(disk);
  const bytes = Buffer.from(disk.get(journal) ?? new Uint8Array());
  bytes.fill(0, lineEnds[4], lineEnds[5]);
  copy.contents.set(journal, bytes);
  const { store } = await openStore(folder, copy.files);
  expect(store.document.envelope.revision).toBe(4);
  expect(store.recovery?.code).toBe('torn-tail-cut');
  await store.close({ quick: true });
});

test('zeros behind the last line, as file systems leave them, are cut', async () => {
  const { disk } = await history();
  const copy = memoryFiles(disk);
  copy.contents.set(journal, Buffer.concat([disk.get(journal) ?? new Uint8Array(), Buffer.alloc(4096)]));
  const { store } = await openStore(folder, copy.files);
  expect(store.document.envelope.revision).toBe(6);
  expect(store.recovery?.code).toBe('torn-tail-cut');
  await store.close({ quick: true });
});

test('a byte order mark that an editor put before journal or snapshot changes nothing', async () => {
  const { disk } = await history();
  const copy = memoryFiles(disk);
  const mark = Buffer.from([0xef, 0xbb, 0xbf]);
  for (const path of [journal, snapshot]) copy.contents.set(path, Buffer.concat([mark, disk.get(path) ?? new Uint8Array()]));
  const { store } = await openStore(folder, copy.files);
  expect(store.document.envelope.revision).toBe(6);
  expect(store.recovery).toBeNull();
  expect(await store.commit(addPerson(7))).toMatchObject({ ok: true });
  await store.close({ quick: true });
  const again = await openStore(folder, copy.files);
  expect(again.store.document.envelope.revision).toBe(7);
  expect(again.store.recovery).toBeNull();
  await again.store.close();
});

test('the snapshot cut at every byte is rebuilt whole from the journal', async () => {
  const { disk } = await history();
  const whole = disk.get(snapshot) ?? new Uint8Array();
  const expected = await openStore(folder, memoryFiles(disk).files);
  for (let length = 0; length < whole.length - 2; length += runs(11, 1)) {
    const copy = memoryFiles(disk);
    copy.contents.set(snapshot, whole.slice(0, length));
    const { store } = await openStore(folder, copy.files);
    expect(content(store.document).collections).toEqual(content(expected.store.document).collections);
    expect(content(store.document).stamps).toEqual(content(expected.store.document).stamps);
    expect(store.recovery?.code).toBe('snapshot-rebuilt');
    await store.close({ quick: true });
  }
});

test('a snapshot destroyed in a later generation is rebuilt from the history', async () => {
  const { disk } = await history();
  const copy = memoryFiles(disk);
  const first = await openStore(folder, copy.files);
  await first.store.compact();
  await first.store.commit(addPerson(10));
  await first.store.compact();
  await first.store.commit(addPerson(11));
  const expected = content(first.store.document);
  await first.store.close({ quick: true });
  copy.contents.set(snapshot, Buffer.from('null'));
  const { store } = await openStore(folder, copy.files);
  expect(content(store.document).collections).toEqual(expected.collections);
  expect(store.recovery?.code).toBe('snapshot-rebuilt');
  await store.close();
});

test('an older snapshot put back by hand is brought forward again from history and journal', async () => {
  const { disk } = await history();
  const copy = memoryFiles(disk);
  const first = await openStore(folder, copy.files);
  await first.store.compact();
  await first.store.commit(addPerson(10));
  const expected = content(first.store.document);
  await first.store.close({ quick: true });
  copy.contents.set(snapshot, disk.get(snapshot) ?? new Uint8Array());
  const { store } = await openStore(folder, copy.files);
  expect(content(store.document)).toEqual({ ...expected, appVersion: expect.any(String) });
  await store.close();
});

test('a journal of another workshop is named; nothing is changed', async () => {
  const { disk } = await history();
  const copy = memoryFiles(disk);
  const other = memoryFiles();
  await other.files.makeFolders('/library');
  await storedWorkshop('/library', other.files, 'document2');
  copy.contents.set(snapshot, fileOf(other, snapshot));
  const before = new Map(copy.contents);
  await expect(openStore(folder, copy.files)).rejects.toThrow('foreign-journal');
  expect(copy.contents).toEqual(before);
});
