// Files of a workshop flipped, emptied, exchanged and edited by hand: whatever opens is a state that was once acknowledged, with a hand edit on top
// of it at most; what was found is kept; the reason is right; and everything can be worked with again.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { WorkshopStore } from '../../electron/store/workshop-store.ts';
import { patience, runs } from '../support/effort.ts';
import { memoryFiles, type MemoryFiles } from '../support/memory-files.ts';
import { reportTrials } from '../support/soak-report.ts';
import { addPerson, content, names, openStore, renamePerson, storedWorkshop, type Reopened } from '../support/stored-workshop.ts';
import { temporaryFolder } from '../support/temp-folder.ts';
import { facilitator, newWorkshop, testHost, valueOf } from '../support/test-host.ts';

const folder = '/library/workshop';
const snapshot = `${folder}/workshop.json`;

type Disk = ReadonlyMap<string, Uint8Array>;

/** A closed workshop with a generation in its history, and the names that were acknowledged at every revision. */
interface Known {
  readonly disk: Disk;
  readonly namesAt: ReadonlyMap<number, readonly string[]>;
  /** The journal with the newest commits. */
  readonly journal: string;
}

/** @param closes folds everything into workshop.json at the end; else the last commits stay in the journal */
async function known(closes: boolean, documentId = 'document1'): Promise<Known> {
  const { files, contents } = memoryFiles();
  await files.makeFolders('/library');
  await storedWorkshop('/library', files, documentId);
  const namesAt = new Map<number, readonly string[]>([[1, ['Person 0']]]);
  const { store } = await openStore(folder, files);
  const commits = [addPerson(1), renamePerson(0, 2, 'Person 0', 'Renamed'), addPerson(3), addPerson(4)];
  for (const [index, draft] of commits.entries()) {
    await store.commit(draft);
    namesAt.set(store.document.envelope.revision, names(store.document));
    if (index === 1) await store.compact();
  }
  await store.close({ quick: !closes });
  const journal = [...contents.keys()].findLast((path) => /journal\.\d+\.jsonl$/.test(path)) ?? '';
  return { disk: new Map(contents), namesAt, journal };
}

function changed(disk: Disk, path: string, change: (bytes: Buffer) => Uint8Array): MemoryFiles {
  const copy = memoryFiles(disk);
  copy.contents.set(path, change(Buffer.from(disk.get(path) ?? new Uint8Array())));
  return copy;
}

function editedText(from: string | RegExp, to: string): (bytes: Buffer) => Buffer {
  return (bytes) => {
    const before = bytes.toString('utf8');
    const after = before.replace(from, to);
    if (after === before) throw new Error(`There is no ${String(from)} to edit`);
    return Buffer.from(after);
  };
}

function keptAside({ contents }: MemoryFiles): readonly Buffer[] {
  return [...contents].filter(([path]) => path.includes('/set-aside/')).map(([, bytes]) => Buffer.from(bytes));
}

/** Works on and opens again: nothing is said any more, and what was just done is there. */
async function goesOn(copy: MemoryFiles, { store }: Reopened): Promise<void> {
  expect(await store.commit(addPerson(90))).toMatchObject({ ok: true });
  const expected = content(store.document);
  await store.close();
  const again = await openStore(folder, copy.files);
  expect(again.store.recovery).toBeNull();
  expect(content(again.store.document)).toEqual({ ...expected, appVersion: expect.any(String) });
  await again.store.close();
}

describe('one flipped byte', () => {
  /** Flips one bit of every byte that is looked at, and a high bit too where texts are read as letters. */
  const masks = [0x01, 0x80];

  test.each([
    { what: 'in workshop.json', closes: true },
    { what: 'in workshop.json with commits behind it', closes: false },
  ])(
    'anywhere $what: everything acknowledged is here; where a text was hit the change is said, and can be taken back',
    { timeout: patience(60_000) },
    async ({ what, closes }) => {
      const { disk, namesAt } = await known(closes);
      const whole = disk.get(snapshot) ?? new Uint8Array();
      const expected = namesAt.get(5);
      const row = { what: `one flipped byte ${what}`, runs: 0, acknowledged: null, lost: 0, unreadable: 0 };
      const step = runs(37, 1);
      for (let index = 0; index < whole.length; index += step) {
        const copy = changed(disk, snapshot, (bytes) => {
          bytes[index] = (bytes[index] ?? 0) ^ (masks[row.runs % 2] ?? 1);
          return bytes;
        });
        row.runs += 1;
        const opened = await openStore(folder, copy.files);
        const { document, recovery, lines } = opened.store;
        const edit = lines.at(-1)?.name === 'outsideEdit' ? lines.at(-1) : undefined;
        expect([null, 'snapshot-rebuilt', 'edited-outside']).toContain(recovery?.code ?? null);
        expect(recovery?.code === 'edited-outside').toBe(edit !== undefined);
        if (edit) expect(document.envelope.revision).toBe(6);
        else expect(names(document)).toEqual(expected);
        if (recovery) expect(keptAside(copy).some((bytes) => bytes.equals(Buffer.from(copy.contents.get(snapshot) ?? [])))).toBe(false);
        if (recovery) expect(keptAside(copy)).toHaveLength(1);
        await goesOn(copy, opened);
      }
      reportTrials(row);
    },
  );

  test('in a file of the history: nothing is said or lost, since nothing is read from there', async () => {
    const { disk, namesAt } = await known(true);
    for (const path of [...disk.keys()].filter((name) => name.includes('/history/'))) {
      const copy = changed(disk, path, (bytes) => {
        bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 0xff;
        return bytes;
      });
      const opened = await openStore(folder, copy.files);
      expect(opened.store.recovery).toBeNull();
      expect(names(opened.store.document)).toEqual(namesAt.get(5));
      await goesOn(copy, opened);
    }
  });
});

describe('workshop.json', () => {
  const spoilt: readonly (readonly [string, (bytes: Buffer) => Uint8Array])[] = [
    ['emptied', () => new Uint8Array()],
    ['null', () => Buffer.from('null\n')],
    ['full of zeros', (bytes) => Buffer.alloc(bytes.length)],
    ['cut in half', (bytes) => bytes.subarray(0, bytes.length / 2)],
    ['a list', () => Buffer.from('[]')],
    ['a page of the web', () => Buffer.from('<!doctype html><p>Sign in to the hotel’s network')],
    ['with a revision that nobody reached', editedText('"revision": 5', '"revision": 7')],
    ['with an earlier revision', editedText('"revision": 5', '"revision": 2')],
    ['of a version that nobody wrote', editedText(/"schemaVersion": \d+/, '"schemaVersion": 900')],
    ['with a record taken out', editedText(/"person-1": \{.*\},\n(?="person-3": \{"id")/, '')],
  ];

  test.each(spoilt)('%s is rebuilt whole, and said', async (_, spoil) => {
    const { disk, namesAt } = await known(true);
    const copy = changed(disk, snapshot, spoil);
    const found = Buffer.from(copy.contents.get(snapshot) ?? []);
    const opened = await openStore(folder, copy.files);
    expect(opened.store.recovery?.code).toBe('snapshot-rebuilt');
    expect(names(opened.store.document)).toEqual(namesAt.get(5));
    expect(keptAside(copy)).toEqual(found.length > 0 ? [found] : []);
    await goesOn(copy, opened);
  });

  test.each([
    ['a byte order mark', (bytes: Buffer) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes])],
    ['line ends of Windows', editedText(/\n/g, '\r\n')],
    ['another layout', (bytes: Buffer) => Buffer.from(JSON.stringify(JSON.parse(bytes.toString('utf8')), null, 4))],
  ])('saved by an editor with %s is the same workshop: nothing is said', async (_, save) => {
    const { disk } = await known(true);
    const expected = await openStore(folder, memoryFiles(disk).files);
    const copy = changed(disk, snapshot, save);
    const opened = await openStore(folder, copy.files);
    expect(opened.store.recovery).toBeNull();
    expect(content(opened.store.document)).toEqual(content(expected.store.document));
    await goesOn(copy, opened);
  });

  test.each([
    ['closed', true],
    ['killed with commits in the journal', false],
  ])('edited by hand after the workshop was %s opens with the edit, which is a commit of its own and is said', async (_, closes) => {
    const { disk } = await known(closes);
    const copy = changed(disk, snapshot, editedText('"fullName":"Renamed"', '"fullName":"Renamed by hand"'));
    const found = Buffer.from(copy.contents.get(snapshot) ?? []);
    const opened = await openStore(folder, copy.files);
    const { document, recovery, lines } = opened.store;
    expect(names(document)).toEqual(['Renamed by hand', 'Person 1', 'Person 3', 'Person 4']);
    expect(recovery).toMatchObject({ code: 'edited-outside', keptAt: `${folder}/set-aside` });
    expect(lines.at(-1)).toMatchObject({
      name: 'outsideEdit',
      r: 6,
      changes: [{ kind: 'updated', id: 'person-0', fields: { fullName: { before: 'Renamed', after: 'Renamed by hand' } } }],
    });
    expect(keptAside(copy)).toEqual([found]);
    await goesOn(copy, opened);
  });

  test('edited by hand is one step of undo, told with the opening', async () => {
    const root = temporaryFolder();
    const first = await testHost({ root });
    const workshopId = await newWorkshop(first);
    const { folder: place = '' } = valueOf(await first.handlers.library.list({}, facilitator)).workshops[0] ?? {};
    await first.close();
    const path = join(place, 'workshop.json');
    writeFileSync(path, editedText('"place":"Chandolo"', '"place":"Tamale"')(readFileSync(path)));

    const host = await testHost({ root });
    const opened = valueOf(await host.handlers.document.open({ workshopId }, facilitator));
    expect(opened.recovery).toMatchObject({ code: 'edited-outside', keptAt: join(place, 'set-aside') });
    expect(opened.collections.workshop).toMatchObject([{ place: 'Tamale' }]);
    expect(opened.undo.undo).toMatchObject({ name: 'outsideEdit', changes: 1 });
    valueOf(await host.handlers.document.undo({ workshopId, commandId: 'u1' }, facilitator));
    const again = valueOf(await host.handlers.document.open({ workshopId }, facilitator));
    expect(again.collections.workshop).toMatchObject([{ place: 'Chandolo' }]);
    await host.close();
  });

  test('edited in a field that was changed again since keeps what came later', async () => {
    const { files, contents } = memoryFiles();
    await files.makeFolders('/library');
    await storedWorkshop('/library', files);
    const { store } = await openStore(folder, files);
    await store.compact();
    await store.commit(renamePerson(0, 1, 'Person 0', 'Later'));
    await store.close({ quick: true });
    const copy = changed(contents, snapshot, editedText('"fullName":"Person 0"', '"fullName":"By hand"'));
    const opened = await openStore(folder, copy.files);
    expect(names(opened.store.document)).toEqual(['Later']);
    expect(opened.store.recovery?.code).toBe('snapshot-rebuilt');
    expect(keptAside(copy)).toHaveLength(1);
    await goesOn(copy, opened);
  });

  test('edited by hand where no history is left to compare with is taken as it stands', async () => {
    const { disk } = await known(true);
    const alone: Disk = new Map([...disk].filter(([path]) => path === snapshot));
    const copy = changed(alone, snapshot, editedText('"fullName":"Renamed"', '"fullName":"Renamed by hand"'));
    const opened = await openStore(folder, copy.files);
    expect(names(opened.store.document)).toContain('Renamed by hand');
    expect(opened.store.recovery).toBeNull();
    await goesOn(copy, opened);
  });
});

describe('files exchanged between two workshops', () => {
  test.each(['workshop.json', 'the journal'])('%s: named, and nothing is touched', async (which) => {
    const mine = await known(false);
    const other = await known(false, 'document2');
    const path = which === 'workshop.json' ? snapshot : mine.journal;
    const copy = changed(mine.disk, path, () => Buffer.from(other.disk.get(path) ?? []));
    const before = new Map(copy.contents);
    await expect(openStore(folder, copy.files)).rejects.toThrow('foreign-journal');
    expect(copy.contents).toEqual(before);
  });

  test('a file of the history of another workshop is not read', async () => {
    const mine = await known(true);
    const other = await known(true, 'document2');
    const path = [...mine.disk.keys()].find((name) => name.endsWith('.jsonl.gz')) ?? '';
    const copy = changed(mine.disk, path, () => Buffer.from(other.disk.get(path) ?? []));
    copy.contents.set(snapshot, Buffer.from('null'));
    const opened = await openStore(folder, copy.files);
    expect(names(opened.store.document)).toEqual(mine.namesAt.get(opened.store.document.envelope.revision));
    await goesOn(copy, opened);
  });
});

test('workshop.json and the newest history destroyed: what is lost is said, and what is done after that survives the next damage', async () => {
  const { disk, namesAt } = await known(true);
  const copy = memoryFiles(disk);
  copy.contents.set(snapshot, Buffer.from('null'));
  const newest = `${folder}/history/3-5.jsonl.gz`;
  expect(copy.contents.has(newest)).toBe(true);
  copy.contents.set(newest, Buffer.from('no archive'));
  const { store } = await openStore(folder, copy.files);
  expect(store.recovery).toMatchObject({ code: 'history-restored', keptAt: `${folder}/set-aside` });
  expect(names(store.document)).toEqual(namesAt.get(3));
  expect(keptAside(copy).map(String)).toContain('no archive');
  await store.commit(addPerson(70));
  await store.close();
  // The lost future had the same revisions: it must not come back in the place of what was done since.
  copy.contents.set(snapshot, Buffer.from('null'));
  const again = await openStore(folder, copy.files);
  expect(again.store.recovery?.code).toBe('snapshot-rebuilt');
  expect(names(again.store.document)).toEqual([...(namesAt.get(3) ?? []), 'Person 70']);
  await goesOn(copy, again);
});

describe('what was restored is said again, with the place of the damaged file, until', () => {
  const ends: readonly (readonly [string, (store: WorkshopStore) => Promise<unknown>])[] = [
    ['somebody goes on', (store) => store.commit(addPerson(70)).then(() => store.close({ quick: true }))],
    ['the workshop is closed in good order', (store) => store.close()],
  ];

  test.each(ends)('%s', async (_, end) => {
    const { disk, journal } = await known(false);
    const copy = changed(disk, journal, (bytes) => bytes.map(() => 0));
    const cutShort = await openStore(folder, copy.files);
    const { recovery } = cutShort.store;
    expect(recovery).toMatchObject({ code: 'history-restored', keptAt: `${folder}/set-aside` });
    await cutShort.store.close({ quick: true });
    const second = await openStore(folder, copy.files);
    expect(second.store.recovery).toEqual(recovery);
    await end(second.store);
    const third = await openStore(folder, copy.files);
    expect(third.store.recovery).toBeNull();
    await third.store.close({ quick: true });
  });
});

test('the journal emptied: the state of workshop.json, and it is said that something may be missing', async () => {
  const { disk, journal, namesAt } = await known(false);
  const emptied = changed(disk, journal, () => new Uint8Array());
  const opened = await openStore(folder, emptied.files);
  expect(opened.store.recovery).toMatchObject({ code: 'history-restored' });
  expect(names(opened.store.document)).toEqual(namesAt.get(3));
  await goesOn(emptied, opened);
});
