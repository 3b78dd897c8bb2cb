// Copies at the host's door: when they are made, what restoring does and how it is taken back, the second place, and deleting what they hold.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import type { CopyList } from '../../../shared/contract/copies.ts';
import type { Command } from '../../../shared/domain/commands.ts';
import type { SourceSheet } from '../../../shared/domain/people/import-model.ts';
import { failingFiles } from '../../support/failing-files.ts';
import { temporaryFolder } from '../../support/temp-folder.ts';
import { contacts } from '../../support/contacts.ts';
import { execute, facilitator, newWorkshop, testHost, valueOf, type TestHost, type TestHostOptions } from '../../support/test-host.ts';

let sent = 0;

interface Opened {
  readonly host: TestHost;
  readonly workshopId: string;
  readonly root: string;
  readonly run: (raw: Readonly<Record<string, unknown>>) => Promise<void>;
  readonly list: () => Promise<CopyList>;
  readonly people: () => Promise<readonly unknown[]>;
}

async function opened(options: Partial<TestHostOptions> = {}): Promise<Opened> {
  const root = options.root ?? temporaryFolder();
  const host = await testHost({ root, ...options });
  const workshopId = await newWorkshop(host);
  return {
    host,
    workshopId,
    root,
    run: async (raw) => void valueOf(await execute(host, workshopId, `sent-${(sent += 1)}`, raw as Command)),
    list: async () => valueOf(await host.handlers.copies.list({ workshopId }, facilitator)),
    people: async () => {
      const { collections } = valueOf(await host.handlers.document.open({ workshopId }, facilitator));
      return (collections.participants ?? []).map((person) => String(person['fullName'])).toSorted();
    },
  };
}

const add = (id: string, fullName: string) => ({ name: 'participantAdd', id, fullName, teamId: null });

test('restoring a copy is shown first, is one step of undo, and a copy of the present is made before', async () => {
  const { host, workshopId, run, list, people } = await opened();
  await run(add('a', 'Ada'));
  const { copies } = valueOf(await host.handlers.copies.make({ workshopId }, facilitator));
  const copyId = copies[0]?.copyId ?? '';
  expect(copies).toMatchObject([{ reason: 'asked', isVerified: true }]);
  await run(add('b', 'Bola'));
  await run({ name: 'participantSet', id: 'a', field: 'fullName', value: 'Ada Obi' });
  const shown = valueOf(await host.handlers.copies.compare({ workshopId, copyId }, facilitator));
  expect(shown.changes.map(({ kind, record }) => [kind, record.name])).toEqual([
    ['updated', 'Ada'],
    ['removed', 'Bola'],
  ]);
  valueOf(await host.handlers.copies.restore({ workshopId, copyId, commandId: 'restore-1' }, facilitator));
  expect(await people()).toEqual(['Ada']);
  // Sent again, as after a broken connection: nothing happens twice.
  valueOf(await host.handlers.copies.restore({ workshopId, copyId, commandId: 'restore-1' }, facilitator));
  expect((await list()).copies.map(({ reason }) => reason)).toContain('before-restore');
  valueOf(await host.handlers.document.undo({ workshopId, commandId: 'undo-1' }, facilitator));
  expect(await people()).toEqual(['Ada Obi', 'Bola']);
  await host.close();
});

test('going back leaves what has happened since, says it before, and one undo takes the rest back', async () => {
  const { host, workshopId, run, list, people } = await opened();
  const { copies } = valueOf(await host.handlers.copies.make({ workshopId }, facilitator));
  const copyId = copies[0]?.copyId ?? '';
  const collections = async () => valueOf(await host.handlers.document.open({ workshopId }, facilitator)).collections;
  const dayId = String((await collections()).days?.[0]?.id);
  await run(add('b', 'Bola'));
  await run({ name: 'sessionAdd', id: 'late', dayId, afterId: null, title: { en: 'Questions' }, plannedMinutes: 20, kind: 'plenary' });
  await run({ name: 'sessionStart', id: 'late' });
  const shown = valueOf(await host.handlers.copies.compare({ workshopId, copyId }, facilitator));
  expect(shown.changes.map(({ kind, record }) => [kind, record.name])).toEqual([
    ['updated', 'HRH Action Workshop'],
    ['removed', 'Bola'],
  ]);
  expect(shown.kept).toMatchObject([{ kind: 'ran', session: { name: 'Questions' } }]);
  valueOf(await host.handlers.copies.restore({ workshopId, copyId, commandId: 'restore-1' }, facilitator));
  expect(await people()).toEqual([]);
  expect((await collections()).clockEvents).toMatchObject([{ sessionId: 'late', kind: 'started' }]);
  expect((await collections()).sessions?.map(({ id }) => id)).toContain('late');
  expect((await list()).copies[0]).toMatchObject({ reason: 'before-restore', isVerified: true });
  valueOf(await host.handlers.document.undo({ workshopId, commandId: 'undo-1' }, facilitator));
  expect(await people()).toEqual(['Bola']);
  await host.close();
});

test('a copy is made before an import and before many people are removed', async () => {
  const sheets: readonly SourceSheet[] = [{ name: 'People', rows: [['Name'], ['Ada Obi'], ['Bola Ade']] }];
  const { host, workshopId, run, list } = await opened({ sheets });
  const source = valueOf(await host.handlers.intake.readText({ text: 'Name\nAda Obi\nBola Ade' }, facilitator));
  const selection = { sourceId: source.sourceId, sheet: 0, headerRow: 0, mapping: ['fullName' as const] };
  const choices = { skippedRows: [], missing: [] };
  const applied = await host.handlers.intake.apply({ workshopId, commandId: 'import-1', selection, choices }, facilitator);
  expect(applied).toMatchObject({ ok: true, value: { added: 2 } });
  for (let index = 0; index < 5; index += 1) await run(add(`p${index}`, `Person ${index}`));
  host.pass(1);
  await run({ name: 'participantsRemove', ids: ['p0'] });
  await run({ name: 'participantAdd', id: 'p0', fullName: 'Person 0', teamId: null });
  await run({ name: 'participantsRemove', ids: ['p0', 'p1', 'p2', 'p3', 'p4'] });
  expect((await list()).copies.map(({ reason }) => reason)).toEqual(['before-removal', 'before-import']);
  await host.close();
});

test('copies are told to pages as they are made, and what cannot be made is told too', async () => {
  const disk = failingFiles();
  const { host, workshopId, run } = await opened({ files: disk.files });
  const told = () => host.published.filter(({ area, name }) => area === 'copies' && name === 'changed').map(({ payload }) => payload);
  await run(add('a', 'Ada'));
  host.pass(15 * 60);
  await vi.waitFor(() => expect(told().at(-1)).toMatchObject({ workshopId, list: { copies: [{ isVerified: true }], failure: null } }));
  disk.failNext('open', 'ENOSPC', { path: /\.unverified$/ });
  await run(add('b', 'Bola'));
  host.pass(15 * 60);
  await vi.waitFor(() => expect(told().at(-1)).toMatchObject({ list: { failure: { code: 'copy-not-made', reason: 'ENOSPC' } } }));
  await run(add('c', 'Chidi'));
  await host.close();
});

test('a copy leaves as a file that says what it is', async () => {
  const { host, workshopId, run } = await opened();
  await run(add('a', 'Ada'));
  const { copies } = valueOf(await host.handlers.copies.make({ workshopId }, facilitator));
  valueOf(await host.handlers.copies.deliver({ workshopId, copyId: copies[0]?.copyId ?? '' }, facilitator));
  const [item] = host.outgoing;
  expect(item?.fileName).toBe('HRH-Action-Workshop-2026-03-18-0800.hrhworkshop');
  expect(gunzipSync(readFileSync(item?.path ?? '')).toString()).toContain('"Ada"');
  expect(await host.handlers.copies.deliver({ workshopId, copyId: 'nothing' }, facilitator)).toEqual({
    ok: false,
    failure: { code: 'copy-gone' },
  });
  await host.close();
});

test('the second place is chosen from the places that the host offers, and left again', async () => {
  const root = temporaryFolder();
  const stick = join(root, 'stick');
  mkdirSync(stick);
  const { host, workshopId, run, list } = await opened({ root, documentsFolder: stick });
  expect((await list()).second).toBeNull();
  expect(await host.handlers.copies.chooseSecond({ choiceId: 'nowhere' }, facilitator)).toMatchObject({ ok: false });
  expect(await host.handlers.copies.chooseSecond({ choiceId: 'dialog' }, facilitator)).toEqual({
    ok: false,
    failure: { code: 'not-allowed' },
  });
  await run(add('a', 'Ada'));
  valueOf(await host.handlers.copies.make({ workshopId }, facilitator));
  valueOf(await host.handlers.copies.chooseSecond({ choiceId: 'place-0' }, facilitator));
  const place = join(stick, 'HRH Action Workshops copies');
  await vi.waitFor(async () =>
    expect((await list()).second).toMatchObject({ folder: place, isThere: true, lastAt: '2026-03-18T08:00:00.000Z' }),
  );
  expect(readdirSync(place)).toHaveLength(1);
  await host.close();

  const again = await testHost({ root, documentsFolder: stick });
  const { second } = valueOf(await again.handlers.copies.list({ workshopId }, facilitator));
  expect(second).toMatchObject({ folder: place, lastAt: '2026-03-18T08:00:00.000Z' });
  valueOf(await again.handlers.copies.chooseSecond({ choiceId: null }, facilitator));
  expect(valueOf(await again.handlers.copies.list({ workshopId }, facilitator)).second).toBeNull();
  await again.close();
});

test('deleting what older copies hold leaves no byte of it, ends what can be undone, and says so to pages', async () => {
  const root = temporaryFolder();
  const stick = join(root, 'stick');
  mkdirSync(stick);
  const { host, workshopId, run, list } = await opened({ root, documentsFolder: stick });
  valueOf(await host.handlers.copies.chooseSecond({ choiceId: 'place-0' }, facilitator));
  const email = 'amina.private@example.org';
  await run(add('a', 'Amina'));
  await run({ name: 'participantSet', id: 'a', field: 'contacts', value: contacts({ email, agrees: true }) });
  valueOf(await host.handlers.copies.make({ workshopId }, facilitator));
  await vi.waitFor(async () => expect((await list()).second?.lastAt).not.toBeNull());
  await host.close();

  const next = await testHost({ root, documentsFolder: stick });
  const go = async (raw: Readonly<Record<string, unknown>>) =>
    valueOf(await execute(next, workshopId, `sent-${(sent += 1)}`, raw as Command));
  await go({ name: 'participantSet', id: 'a', field: 'contacts', value: contacts({ email }) });
  await go({ name: 'participantSet', id: 'a', field: 'contacts', value: [] });
  const [folder] = readdirSync(join(root, 'library')).filter((name) => !name.startsWith('.') && !name.endsWith('.json'));
  mkdirSync(join(root, 'library', folder ?? '', 'set-aside'), { recursive: true });
  writeFileSync(join(root, 'library', folder ?? '', 'set-aside', '2026 journal.1.jsonl.tail'), email);
  expect(everything(root)).toContain(email);

  const forgotten = valueOf(await next.handlers.copies.forget({ workshopId, conflictCopies: [] }, facilitator));
  expect(forgotten).toMatchObject({ copies: 1, second: 'deleted' });
  expect(forgotten.bytes).toBeGreaterThan(0);
  expect(everything(root)).not.toContain(email);
  const { copies } = valueOf(await next.handlers.copies.list({ workshopId }, facilitator));
  expect(copies).toMatchObject([{ reason: 'asked', isVerified: true }]);
  const page = valueOf(await next.handlers.document.open({ workshopId }, facilitator));
  expect(page.undo).toEqual({ undo: null, redo: null, isClockNewer: false });
  expect(next.changes().at(-1)).toMatchObject({
    revision: page.revision,
    changes: [],
    undo: { undo: null, redo: null, isClockNewer: false },
  });
  expect(await next.handlers.document.undo({ workshopId, commandId: 'undo-2' }, facilitator)).toEqual({
    ok: false,
    failure: { code: 'undo-nothing' },
  });
  const filter = { planId: null, actor: null, sessionId: null };
  const history = valueOf(await next.handlers.history.list({ workshopId, before: null, limit: 10, filter }, facilitator));
  expect(history).toMatchObject({ entries: [], actors: [], next: null, reachesBackTo: page.savedAt });

  // Undo begins afresh, also after a restart.
  await go({ name: 'participantSet', id: 'a', field: 'role', value: 'Director' });
  await next.close();
  const last = await testHost({ root, documentsFolder: stick });
  expect(valueOf(await last.handlers.document.open({ workshopId }, facilitator)).undo.undo).toMatchObject({ name: 'participantSet' });
  expect(everything(root)).not.toContain(email);
  await last.close();
});

/** Every byte of every file below a folder, compressed ones unpacked too. */
function everything(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)))
    .map((bytes) => (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('latin1'))
    .join('\n');
}

test('a copy never makes the folder of a library that was pulled away, and edits go on where it comes back', async () => {
  const { host, workshopId, root, run, people } = await opened();
  await run(add('a', 'Ada'));
  const library = join(root, 'library');
  const pulled = join(root, 'pulled');
  renameSync(library, pulled);
  expect(await host.handlers.copies.make({ workshopId }, facilitator)).toMatchObject({ ok: false });
  expect(existsSync(library)).toBe(false);
  // Only the mount point is left, as when a stick was pulled: nothing appears in it either.
  mkdirSync(library);
  expect(await host.handlers.copies.make({ workshopId }, facilitator)).toMatchObject({ ok: false });
  expect(readdirSync(library)).toEqual([]);
  rmdirSync(library);
  renameSync(pulled, library);
  await run(add('b', 'Bola'));
  expect(await people()).toEqual(['Ada', 'Bola']);
  await host.close();
});
