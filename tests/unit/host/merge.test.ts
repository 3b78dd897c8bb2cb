// A merge in an open workshop: one durable commit, one step of undo, the same after a restart; and names for stamps that no two folders share.
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDocument, type OpenDocument, type OpenDocumentOptions } from '../../../electron/host/open-document.ts';
import { isOwnName, stampNames } from '../../../electron/host/stamp-names.ts';
import { createWorkshop } from '../../../electron/store/create-workshop.ts';
import { nodeFiles } from '../../../electron/store/node-files.ts';
import { readWorkshop } from '../../../electron/store/read-workshop.ts';
import { openSettings, type SettingsStore } from '../../../electron/store/settings.ts';
import type { WorkshopDocument } from '../../../shared/document/envelope.ts';
import { collectionNames } from '../../../shared/domain/collection-names.ts';
import type { DocumentChange } from '../../../shared/domain/collections.ts';
import type { Command } from '../../../shared/domain/commands.ts';
import { conflictId } from '../../../shared/domain/conflicts/rules.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import { stateOf } from '../../support/laptops.ts';
import { manualTimers, noSecondPlace } from '../../support/manual-timers.ts';
import { sampleWorkshop } from '../../support/sample-workshop.ts';
import { temporaryFolder } from '../../support/temp-folder.ts';

let ids = 0;
const newId = () => `id-${String((ids += 1)).padStart(8, '0')}`;
const now = '2026-03-20T15:00:00.000Z' as Instant;

/** A library of one laptop with the sample workshop, made by nobody of those who open it. */
async function sampleFolder(): Promise<string> {
  const { records } = sampleWorkshop().document;
  const changes = collectionNames.flatMap((collection) =>
    [...records[collection].values()].map((record): DocumentChange => ({ kind: 'created', collection, id: record.id, record })),
  );
  const libraryFolder = temporaryFolder();
  const begin = { id: newId(), name: 'workshopBegin', at: now, actor: 'Ada', changes };
  const made = { files: nodeFiles, libraryFolder, documentId: 'doc', appVersion: '0', replica: 'maker', begin };
  await createWorkshop({ ...made, folderName: 'workshop' });
  return join(libraryFolder, 'workshop');
}

function copyOf(folder: string): string {
  const copy = join(temporaryFolder(), 'workshop');
  cpSync(folder, copy, { recursive: true });
  return copy;
}

async function opened(folder: string, replica: string, more: Partial<OpenDocumentOptions> = {}): Promise<OpenDocument> {
  const result = await openDocument({
    workshopId: 'doc',
    folder,
    files: nodeFiles,
    replica,
    appVersion: '0',
    clock: () => now,
    newId,
    actor: () => 'Ada',
    isReadOnly: false,
    onChanged: () => undefined,
    onClock: () => undefined,
    onHealth: () => undefined,
    onError: (error) => {
      throw error;
    },
    timers: manualTimers().timers,
    second: noSecondPlace,
    onCopies: () => undefined,
    ...more,
  });
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

async function stored(folder: string): Promise<WorkshopDocument> {
  const read = await readWorkshop(nodeFiles, folder);
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  expect(read.value.trouble).toBeNull();
  return read.value.document;
}

const text = (value: string) => ({ name: 'stepSet', id: 'step-5-0', field: 'text', value }) as unknown as Command;

async function run(document: OpenDocument, ...commands: readonly Command[]): Promise<void> {
  for (const command of commands) expect(await document.execute(newId(), command)).toMatchObject({ ok: true });
}

function stepText(document: OpenDocument): string | undefined {
  return document.view().get('steps', 'step-5-0')?.text;
}

/** Two laptops with one workshop; the other one changed a step and removed one, and its folder is closed. */
async function twoFolders() {
  const here = await sampleFolder();
  const there = copyOf(here);
  const other = await opened(there, 'other');
  await run(other, text('Theirs'), { name: 'stepRemove', id: 'step-5-1' as never });
  await other.close();
  return { here, there };
}

test('a merge is one durable commit: the folder says the same after a restart, with its stamps', async () => {
  const { here, there } = await twoFolders();
  const document = await opened(here, 'mine');
  await run(document, text('Mine'));
  const revision = document.revision();
  const result = await document.commitMerge(newId(), await stored(there), []);
  expect(result).toMatchObject({ ok: true, value: { revision: revision + 1, taken: 1, conflicts: 1 } });
  expect(document.view().get('steps', 'step-5-1')).toBeUndefined();
  await document.close({ quick: true });
  const replayed = await stored(here);
  const again = await opened(here, 'mine');
  await again.close();
  expect(stateOf(await stored(here))).toEqual(stateOf(replayed));
  expect([...replayed.records.conflicts.keys()]).toEqual([conflictId('steps', 'step-5-0', 'text')]);
});

test('commands that wait are decided before it, and those behind it get higher numbers', async () => {
  const { here, there } = await twoFolders();
  const theirs = await stored(there);
  const far = { ...theirs, envelope: { ...theirs.envelope, knows: { ...theirs.envelope.knows, faraway: 500 } } };
  const document = await opened(here, 'mine');
  const waiting = document.execute(newId(), text('Typed just before'));
  expect(await document.commitMerge(newId(), theirs, [])).toMatchObject({ value: { conflicts: 1 } });
  expect(await waiting).toMatchObject({ ok: true });
  const merging = document.commitMerge(newId(), far, []);
  const behind = [document.execute(newId(), text('Behind')), document.execute(newId(), text('And behind that'))];
  const results = await Promise.all([merging, ...behind]);
  expect(results.every(({ ok }) => ok)).toBe(true);
  await document.close();
  const { stamps, envelope, records } = await stored(here);
  expect(envelope.knows['mine']).toBeGreaterThan(500);
  expect(records.steps.get('step-5-0')?.['text']).toBe('And behind that');
  expect(stamps.records.steps.get('step-5-0')?.fields?.['text']).toEqual([envelope.knows['mine'], 'mine']);
});

test('what brings knowledge only is stored too, and what brings nothing is not', async () => {
  const { here, there } = await twoFolders();
  const theirs = await stored(there);
  const document = await opened(here, 'mine');
  await document.commitMerge(newId(), theirs, []);
  const known = { ...theirs, envelope: { ...theirs.envelope, knows: { ...theirs.envelope.knows, third: 7 } } };
  const { revision } = { revision: document.revision() };
  expect(await document.compareWith(known)).toMatchObject({ differences: [], isKnown: true });
  expect(await document.commitMerge(newId(), known, [])).toMatchObject({ value: { revision: revision + 1, taken: 0, conflicts: 0 } });
  expect(await document.commitMerge(newId(), known, [])).toMatchObject({ value: { revision: revision + 1 } });
  await document.close({ quick: true });
  expect((await stored(here)).envelope.knows['third']).toBe(7);
});

test('it is one step of undo, also after a restart, and a resent merge is not a second one', async () => {
  const { here, there } = await twoFolders();
  const theirs = await stored(there);
  let document = await opened(here, 'mine');
  await document.commitMerge('the-merge', theirs, []);
  expect(document.snapshot('facilitator').undo.undo).toMatchObject({ name: 'merge' });
  const revision = document.revision();
  await document.close();
  document = await opened(here, 'mine');
  expect(await document.commitMerge('the-merge', theirs, [])).toMatchObject({ value: { revision } });
  expect(await document.undo(newId())).toMatchObject({ ok: true });
  expect(stepText(document)).toBe('Analyse SWOT par champ');
  expect(document.view().get('steps', 'step-5-1')).toBeDefined();
  expect(await document.redo(newId())).toMatchObject({ ok: true });
  expect(stepText(document)).toBe('Theirs');
  await document.close();
});

test('decisions that cannot be carried out are refused, and nothing happens', async () => {
  const { here, there } = await twoFolders();
  const other = await opened(there, 'other');
  const team = { name: 'teamAdd', id: 'team-new', team: 'Chad', country: 'Chad', language: 'fr' };
  await run(other, team as Command, { name: 'planAdd', id: 'plan-new', teamId: 'team-new', topicId: null } as unknown as Command);
  await other.close();
  const document = await opened(here, 'mine');
  const revision = document.revision();
  const withoutTeam = [{ collection: 'teams', id: 'team-new', field: null, take: 'mine' }] as const;
  expect(await document.commitMerge(newId(), await stored(there), withoutTeam)).toMatchObject({
    failure: { code: 'referred-to', by: [{ collection: 'plans', id: 'plan-new' }] },
  });
  expect(document.revision()).toBe(revision);
  expect(stepText(document)).toBe('Analyse SWOT par champ');
  await document.close();
});

test('pages learn of a merge as of any other commit, the projector without conflicts', async () => {
  const { here, there } = await twoFolders();
  const heard: [string, readonly string[]][] = [];
  const document = await opened(here, 'mine', {
    onChanged: (role, { changes }) => void heard.push([role, changes.map(({ collection }) => collection)]),
  });
  await run(document, text('Mine'));
  await document.commitMerge(newId(), await stored(there), []);
  await document.close();
  expect(heard.slice(-2)).toEqual([
    ['facilitator', expect.arrayContaining(['conflicts', 'steps'])],
    ['projector', []],
  ]);
});

test('a journal that is cut inside a merge: the merge is wholly there, or not at all', async () => {
  const { here, there } = await twoFolders();
  const document = await opened(here, 'mine');
  await run(document, text('Mine'));
  const before = stateOf(await stored(here));
  await document.commitMerge(newId(), await stored(there), []);
  const after = stateOf(await stored(here));
  await document.close({ quick: true });
  const journal = readdirSync(here).find((name) => name.startsWith('journal.')) ?? '';
  const bytes = readFileSync(join(here, journal));
  const lineStart = bytes.lastIndexOf('\n', bytes.length - 2) + 1;
  for (let cut = lineStart; cut <= bytes.length; cut += 97) {
    const files = {
      ...nodeFiles,
      readFile: async (path: string) => (path.endsWith(journal) ? bytes.subarray(0, cut) : nodeFiles.readFile(path)),
    };
    const read = await readWorkshop(files, here);
    expect(read.ok && stateOf(read.value.document)).toEqual(cut === bytes.length ? after : before);
  }
  expect(after).not.toEqual(before);
});

async function settingsIn(folder: string): Promise<SettingsStore> {
  return openSettings({ files: nodeFiles, folder, newId: () => 'installation' });
}

test('a copied folder on one machine stamps under a name of its own; edits of both come together', async () => {
  const settings = await settingsIn(temporaryFolder());
  const stampName = stampNames(settings, newId);
  const first = await sampleFolder();
  let one = await opened(first, 'installation', { stampName });
  await run(one, text('Before the copy'));
  await one.close();
  const second = copyOf(first);

  one = await opened(first, 'installation', { stampName });
  const other = await opened(second, 'installation', { stampName });
  await run(one, text('In the first folder'));
  await run(other, { name: 'stepSet', id: 'step-5-0', field: 'resources', value: 'In the second' } as unknown as Command);
  await other.close();
  expect(await one.commitMerge(newId(), await stored(second), [])).toMatchObject({ value: { taken: 1, conflicts: 0 } });
  expect(one.view().get('steps', 'step-5-0')).toMatchObject({ text: 'In the first folder', resources: 'In the second' });
  // Undo knows all names of this installation.
  expect(one.snapshot('facilitator').undo.undo).toMatchObject({ name: 'merge' });
  await one.close();
});

test('a folder that was put back from an older copy, or was not closed, goes on under a new name', async () => {
  const settings = await settingsIn(temporaryFolder());
  const stampName = stampNames(settings, newId);
  const envelope = (number: number) => ({ documentId: 'doc', knows: { installation: number } }) as never;
  const first = await stampName(envelope(10));
  expect(first.name).toBe('installation');
  await first.release({ installation: 14 });
  const again = await stampName(envelope(14));
  expect(again.name).toBe('installation');
  await again.release({ installation: 20 });
  const older = await stampName(envelope(14));
  expect(older.name).not.toBe('installation');
  expect(isOwnName(older.name, 'installation')).toBe(true);
  // Nobody released it: the process was killed.
  const killed = await stampName(envelope(14));
  expect(new Set(['installation', older.name, killed.name]).size).toBe(3);
  expect(isOwnName('installation2', 'installation')).toBe(false);
});
