// Documents as the host offers them: carried out once, published, taken back, and the same after a restart.
import { expect, test } from 'vitest';
import type { ParticipantId } from '../../../shared/domain/people/model.ts';
import type { SessionId } from '../../../shared/domain/agenda/model.ts';
import type { Command } from '../../../shared/domain/commands.ts';
import { temporaryFolder } from '../../support/temp-folder.ts';
import { execute, facilitator, newWorkshop, projector, testHost, valueOf } from '../../support/test-host.ts';

function addPerson(id: string): Command {
  return { name: 'participantAdd', id: id as ParticipantId, fullName: `Person ${id}`, teamId: null };
}

function setName(id: string, value: string, was?: string): Command {
  return { name: 'participantSet', id, field: 'fullName', value, was };
}

async function open(host: Awaited<ReturnType<typeof testHost>>, workshopId: string) {
  return valueOf(await host.handlers.document.open({ workshopId }, facilitator));
}

function nameOf(snapshot: Awaited<ReturnType<typeof open>>, id: string): unknown {
  return snapshot.collections.participants?.find((person) => person.id === id)?.['fullName'];
}

test('a command is carried out once, however often it is sent, also after a restart', async () => {
  const root = temporaryFolder();
  const host = await testHost({ root });
  const workshopId = await newWorkshop(host);
  const [first, second] = await Promise.all([
    execute(host, workshopId, 'c1', addPerson('a')),
    execute(host, workshopId, 'c1', addPerson('a')),
  ]);
  expect(valueOf(first).revision).toBe(2);
  expect(second).toEqual(first);
  expect(await execute(host, workshopId, 'c1', addPerson('a'))).toEqual(first);
  expect(host.changes().map(({ commandId }) => commandId)).toEqual(['c1']);
  await host.close();

  const again = await testHost({ root });
  expect(await execute(again, workshopId, 'c1', addPerson('a'))).toEqual(first);
  expect((await open(again, workshopId)).revision).toBe(2);
  await again.close();
});

test('what somebody else changed meanwhile is not overwritten: both texts come back', async () => {
  const host = await testHost({ root: temporaryFolder() });
  const workshopId = await newWorkshop(host);
  await execute(host, workshopId, 'c1', addPerson('a'));
  await execute(host, workshopId, 'c2', setName('a', 'Ada', 'Person a'));
  expect(await execute(host, workshopId, 'c3', setName('a', 'Bea', 'Person a'))).toMatchObject({
    ok: false,
    failure: { code: 'field-changed', current: 'Ada', yours: 'Bea' },
  });
  await host.close();
});

test('typing in one field within a minute is one step of undo; a choice from a list is its own step', async () => {
  const host = await testHost({ root: temporaryFolder() });
  const workshopId = await newWorkshop(host);
  await execute(host, workshopId, 'c1', addPerson('a'));
  for (const [index, text] of ['A', 'Ad', 'Ada'].entries()) {
    host.pass(10);
    await execute(host, workshopId, `typed-${index}`, setName('a', text));
  }
  host.pass(61);
  await execute(host, workshopId, 'late', setName('a', 'Ada Lovelace'));
  await execute(host, workshopId, 'kind-1', { name: 'participantSet', id: 'a', field: 'kind', value: 'observer' });
  await execute(host, workshopId, 'kind-2', { name: 'participantSet', id: 'a', field: 'kind', value: 'staff' });

  const kinds: unknown[] = [];
  const texts: unknown[] = [];
  for (const commandId of ['u1', 'u2', 'u3', 'u4', 'u5']) {
    valueOf(await host.handlers.document.undo({ workshopId, commandId }, facilitator));
    const snapshot = await open(host, workshopId);
    kinds.push(snapshot.collections.participants?.[0]?.['kind']);
    texts.push(nameOf(snapshot, 'a'));
  }
  expect(kinds).toEqual(['observer', 'participant', 'participant', 'participant', undefined]);
  expect(texts).toEqual(['Ada Lovelace', 'Ada Lovelace', 'Ada', 'Person a', undefined]);
  expect(await host.handlers.document.undo({ workshopId, commandId: 'u6' }, facilitator)).toEqual({
    ok: false,
    failure: { code: 'undo-nothing' },
  });
  await host.close();
});

test('undo and redo go on after a restart, and a resent undo is not a second one', async () => {
  const root = temporaryFolder();
  const host = await testHost({ root });
  const workshopId = await newWorkshop(host);
  await execute(host, workshopId, 'c1', addPerson('a'));
  await execute(host, workshopId, 'c2', addPerson('b'));
  await host.handlers.document.undo({ workshopId, commandId: 'u1' }, facilitator);
  await host.close();

  const again = await testHost({ root });
  const opened = await open(again, workshopId);
  expect(opened.undo).toMatchObject({
    undo: { name: 'participantAdd', changes: 1, record: { collection: 'participants', id: 'a' } },
    redo: { name: 'participantAdd', changes: 1, record: { collection: 'participants', id: 'b' } },
  });
  await again.handlers.document.undo({ workshopId, commandId: 'u1' }, facilitator);
  expect((await open(again, workshopId)).revision).toBe(opened.revision);
  valueOf(await again.handlers.document.redo({ workshopId, commandId: 'r1' }, facilitator));
  expect(nameOf(await open(again, workshopId), 'b')).toBe('Person b');
  expect(await again.handlers.document.redo({ workshopId, commandId: 'r2' }, facilitator)).toMatchObject({
    failure: { code: 'undo-nothing' },
  });
  await again.close();
});

test('another installation starts with no steps of its own and is refused where it would take back what somebody changed since', async () => {
  const root = temporaryFolder();
  const library = `${root}/library`;
  const first = await testHost({ root: `${root}/one`, libraryFolder: library });
  const workshopId = await newWorkshop(first);
  await execute(first, workshopId, 'c1', addPerson('a'));
  await execute(first, workshopId, 'c2', setName('a', 'Ada'));
  await first.close();

  const other = await testHost({ root: `${root}/two`, libraryFolder: library });
  expect((await open(other, workshopId)).undo).toEqual({ undo: null, redo: null, isClockNewer: false });
  await execute(other, workshopId, 'o1', setName('a', 'Bea'));
  await other.close();

  const back = await testHost({ root: `${root}/one`, libraryFolder: library });
  await open(back, workshopId);
  expect(await back.handlers.document.undo({ workshopId, commandId: 'u1' }, facilitator)).toEqual({
    ok: false,
    failure: { code: 'undo-overtaken', collection: 'participants', id: 'a', field: 'fullName' },
  });
  await back.close();
});

test('the shell hears when a session runs, so that the laptop stays awake, also after a restart', async () => {
  const root = temporaryFolder();
  const heard: boolean[] = [];
  const ports = { clockRuns: (_workshopId: string, isRunning: boolean) => void heard.push(isRunning) };
  const host = await testHost({ root, ports });
  const workshopId = await newWorkshop(host);
  const [session] = (await open(host, workshopId)).collections.sessions ?? [];
  const id = (session?.id ?? '') as SessionId;
  await execute(host, workshopId, 'c1', { name: 'sessionStart', id });
  await execute(host, workshopId, 'c2', addPerson('a'));
  await execute(host, workshopId, 'c3', { name: 'sessionPause', id });
  await execute(host, workshopId, 'c4', { name: 'sessionResume', id });
  expect(heard).toEqual([false, true, false, true]);
  await host.close();
  const again = await testHost({ root, ports });
  await open(again, workshopId);
  expect(heard.at(-1)).toBe(true);
  await again.close();
});

test('a host that was closed writes nothing more', async () => {
  const root = temporaryFolder();
  const host = await testHost({ root });
  const workshopId = await newWorkshop(host);
  await host.close();
  expect(await execute(host, workshopId, 'c1', addPerson('a'))).toEqual({ ok: false, failure: { code: 'host-gone' } });
  expect(await host.handlers.document.open({ workshopId }, facilitator)).toMatchObject({ failure: { code: 'host-gone' } });
  expect(await host.handlers.library.createSample({ language: 'en' }, facilitator)).toMatchObject({ failure: { code: 'host-gone' } });
});

test('a projector page sees its own workshop only, and no people', async () => {
  let shown = '';
  const host = await testHost({ root: temporaryFolder(), ports: { workshopShownTo: () => shown } });
  const workshopId = await newWorkshop(host);
  expect(await host.handlers.document.open({ workshopId }, projector)).toEqual({ ok: false, failure: { code: 'not-allowed' } });
  shown = workshopId;
  await execute(host, workshopId, 'c1', addPerson('a'));
  const snapshot = valueOf(await host.handlers.document.open({ workshopId }, projector));
  expect(snapshot.collections.participants).toEqual([]);
  expect(snapshot.collections.sessions?.length).toBeGreaterThan(20);
  expect(snapshot.undo).toEqual({ undo: null, redo: null, isClockNewer: false });
  const heard = host.published.filter(({ to }) => to?.role === 'projector').map(({ payload }) => payload);
  expect(heard).toMatchObject([{ commandId: 'c1', revision: 2, changes: [] }]);
  expect(JSON.stringify(heard)).not.toContain('Person a');
  await host.close();
});

test('commands that arrive before the workshop is open are carried out in the order in which they came', async () => {
  const root = temporaryFolder();
  const first = await testHost({ root });
  const workshopId = await newWorkshop(first);
  await first.close();
  const host = await testHost({ root });
  const places = ['Kumasi', 'Tema', 'Tamale'];
  const results = await Promise.all(
    places.map((value) => execute(host, workshopId, value, { name: 'workshopSet', id: 'workshop', field: 'place', value })),
  );
  const revisions = results.map((result) => valueOf(result).revision);
  expect(revisions).toEqual(revisions.toSorted((a, b) => a - b));
  await host.close();
});
