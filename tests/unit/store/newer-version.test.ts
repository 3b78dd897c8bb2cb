// Files of a newer version: looked at as far as they can be understood, never changed.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import { encodeHeader, encodeLine, journalFormat, seedOf } from '../../../electron/store/journal-line.ts';
import { nodeFiles } from '../../../electron/store/node-files.ts';
import { parseSnapshot, snapshotParts } from '../../../electron/store/snapshot.ts';
import { openWorkshopStore } from '../../../electron/store/workshop-store.ts';
import { currentSchemaVersion } from '../../../shared/document/envelope.ts';
import { addPerson, names, openStore, second, storedWorkshop, testDocumentId, testReplica } from '../../support/stored-workshop.ts';
import { temporaryFolder } from '../../support/temp-folder.ts';

const newer = currentSchemaVersion + 1;

/** A workshop with two people in its snapshot and one in its journal, as the next version would leave it. */
async function newerWorkshop(changeLine: (line: string) => string = (line) => line): Promise<string> {
  const folder = await storedWorkshop(temporaryFolder());
  const { store } = await openStore(folder);
  await store.commit(addPerson(1));
  await store.close();
  const snapshot = parseSnapshot(readFileSync(join(folder, 'workshop.json')));
  if (snapshot.kind !== 'good') throw new Error(snapshot.kind);
  const { document } = snapshot;
  document.envelope = { ...document.envelope, schemaVersion: newer };
  writeFileSync(join(folder, 'workshop.json'), [...snapshotParts(document)].join(''));
  const draft = addPerson(2);
  const line = encodeLine({ ...draft, r: 3, l: 3, by: testReplica, batch: 3 }, seedOf(testDocumentId));
  const header = encodeHeader({ format: journalFormat, documentId: testDocumentId, schemaVersion: newer, baseRevision: 2 });
  writeFileSync(join(folder, 'journal.2.jsonl'), header + changeLine(line));
  return folder;
}

function bytesIn(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(files.map(({ name }) => [name, readFileSync(join(folder, name), 'utf8')]));
}

function open(folder: string) {
  const events = { onCommitted: () => undefined, onHealth: () => undefined, onError: () => undefined };
  return openWorkshopStore({
    files: nodeFiles,
    folder,
    replica: testReplica,
    appVersion: '0',
    clock: () => second(9),
    isReadOnly: false,
    events,
  });
}

test('a workshop of a newer version opens for reading, with its journal, and refuses changes in words', async () => {
  const folder = await newerWorkshop();
  const before = bytesIn(folder);
  const opened = await open(folder);
  if (!opened.ok) throw new Error(opened.failure.code);
  const store = opened.value;
  expect(names(store.document)).toEqual(['Person 0', 'Person 1', 'Person 2']);
  expect([store.isReadOnly, store.isFromNewerVersion, store.recovery]).toEqual([true, true, null]);
  expect(await store.commit(addPerson(3))).toEqual({ ok: false, failure: { code: 'workshop-newer', folder, schemaVersion: newer } });
  await store.close();
  expect(bytesIn(folder)).toEqual(before);
});

/** A line that only the newer version understands: its checksum holds. */
function unknownLine(line: string): string {
  const content = line.replace('"kind":"created"', '"kind":"conjured"').replace(/,"crc":"[0-9a-f]{8}"\}\n$/, '');
  return `${content},"crc":"${crc32(content, seedOf(testDocumentId)).toString(16).padStart(8, '0')}"}\n`;
}

test.each([
  ['a journal that cannot be understood', (folder: string) => folder, unknownLine],
  [
    'records that cannot be understood',
    (folder: string) => {
      const path = join(folder, 'workshop.json');
      const { check: _check, ...stored } = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
      writeFileSync(path, JSON.stringify({ ...stored, collections: { participants: { x: { id: 'x', names: ['many'] } } } }));
    },
    (line: string) => line,
  ],
])('%s of a newer version: named, and not touched', async (_name, spoil, changeLine) => {
  const folder = await newerWorkshop(changeLine);
  spoil(folder);
  const before = bytesIn(folder);
  expect(await open(folder)).toEqual({ ok: false, failure: { code: 'workshop-newer', folder, schemaVersion: newer } });
  expect(bytesIn(folder)).toEqual(before);
});
