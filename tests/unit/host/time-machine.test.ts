// The time machine at the host's door: a story in words, the workshop as it was, and bringing things back as one step of undo.
import { beforeEach, describe, expect, test } from 'vitest';
import type { HistoryEntry, Scope } from '../../../shared/contract/history.ts';
import type { Command } from '../../../shared/domain/commands.ts';
import type { StoredRecord } from '../../../shared/kernel/record.ts';
import { temporaryFolder } from '../../support/temp-folder.ts';
import { execute, facilitator, newWorkshop, testHost, valueOf, type TestHost } from '../../support/test-host.ts';

let root: string;
let host: TestHost;
let workshopId: string;
let sent = 0;

async function run(raw: Readonly<Record<string, unknown>>): Promise<number> {
  host.pass(120);
  return valueOf(await execute(host, workshopId, `sent-${(sent += 1)}`, raw as Command)).revision;
}

async function records(): Promise<Readonly<Record<string, readonly StoredRecord[] | undefined>>> {
  return valueOf(await host.handlers.document.open({ workshopId }, facilitator)).collections;
}

const everything = { planId: null, actor: null, sessionId: null };

async function listed(
  filter: Partial<typeof everything> | Readonly<Record<string, string>> = {},
  before: number | null = null,
  limit = 50,
) {
  return valueOf(await host.handlers.history.list({ workshopId, before, limit, filter: { ...everything, ...filter } }, facilitator));
}

function restore(revision: number, scope: Scope) {
  return host.handlers.history.restore({ workshopId, revision, scope, commandId: `restore-${(sent += 1)}` }, facilitator);
}

const undo = async () => valueOf(await host.handlers.document.undo({ workshopId, commandId: `undo-${(sent += 1)}` }, facilitator));

function inWords({ name, changes }: HistoryEntry): string {
  const words = changes.map(({ kind, record, fields }) => {
    const place = [record.collection, record.number, record.name && `“${record.name}”`]
      .filter((part) => part !== null && part !== '')
      .join(' ');
    const of = record.of ? ` of “${record.of.name}”` : '';
    return `${kind} ${place}${of}: ${fields.map(({ field, before, after }) => `${field} ${String(before)} → ${String(after)}`).join(', ')}`;
  });
  return `${name}: ${words.join('; ')}`;
}

beforeEach(async () => {
  root = temporaryFolder();
  host = await testHost({ root });
  valueOf(await host.handlers.app.setSettings({ facilitatorName: 'Ada' }, facilitator));
  workshopId = await newWorkshop(host);
});

/** Makes the plan complete and signs it. */
async function signed(): Promise<void> {
  await run({ name: 'planSet', id: 'plan-1', field: 'agendaItem', value: 'Vacancies' });
  await run({ name: 'planSet', id: 'plan-1', field: 'expectedOutput', value: 'A list' });
  await run({ name: 'planSet', id: 'plan-1', field: 'fieldIds', value: ['policy'] });
  await run({ name: 'planSet', id: 'plan-1', field: 'accountableId', value: 'mensa' });
  for (const id of ['s1', 's2']) {
    await run({ name: 'stepSet', id, field: 'responsibleIds', value: ['mensa'] });
    await run({ name: 'stepSet', id, field: 'dueDate', value: '2026-05-30' });
  }
  await run({ name: 'homeIntroductionAdd', id: 'home-1', planId: 'plan-1' });
  for (const [field, value] of Object.entries({ who: 'A. Mensa', toWhom: 'The Minister', byDate: '2026-04-10' })) {
    await run({ name: 'homeIntroductionSet', id: 'home-1', field, value });
  }
  await run({ name: 'planSignOff', id: 'plan-1', by: 'A. Mensa' });
}

/** A team with a plan of two steps. @returns the revision at which it stands */
async function planned(): Promise<number> {
  await run({ name: 'teamAdd', id: 'team-a', team: 'Country A', country: 'Ghana', language: 'en' });
  await run({ name: 'participantAdd', id: 'mensa', fullName: 'A. Mensa', teamId: 'team-a' });
  await run({ name: 'planAdd', id: 'plan-1', teamId: 'team-a', topicId: null });
  await run({ name: 'planSet', id: 'plan-1', field: 'topic', value: 'Fill critical posts' });
  const steps = [
    { id: 's1', text: 'Map vacancies', responsibleIds: [], dueDate: null },
    { id: 's2', text: 'Agree on incentives', responsibleIds: [], dueDate: '2026-05-12' },
  ];
  return run({ name: 'stepsAdd', planId: 'plan-1', afterId: null, steps });
}

describe('the history', () => {
  test('says what was changed, where, by whom and when', async () => {
    await planned();
    await run({ name: 'stepSet', id: 's2', field: 'dueDate', value: '2026-05-30' });
    valueOf(await host.handlers.app.setSettings({ facilitatorName: 'Bola' }, facilitator));
    await run({ name: 'stepSet', id: 's2', field: 'responsibleIds', value: ['mensa'] });
    await undo();
    const page = await listed();
    expect(page.entries.slice(0, 3).map(inWords)).toEqual([
      'undo: updated steps 2 “Agree on incentives” of “Fill critical posts”: responsibleIds mensa → ',
      'stepSet: updated steps 2 “Agree on incentives” of “Fill critical posts”: responsibleIds  → mensa',
      'stepSet: updated steps 2 “Agree on incentives” of “Fill critical posts”: dueDate 2026-05-12 → 2026-05-30',
    ]);
    expect(page.names).toMatchObject({ mensa: 'A. Mensa' });
    expect(page.entries.map(({ actor }) => actor).slice(0, 3)).toEqual(['Bola', 'Bola', 'Ada']);
    expect(page.actors).toEqual(['Ada', 'Bola']);
    const oldest = page.entries.at(-1);
    expect(oldest).toMatchObject({ revision: 1, name: 'workshopBegin' });
    expect(oldest?.changes.length).toBeGreaterThan(10);
    expect(page.reachesBackTo).toBe(oldest?.at);
    expect(page.next).toBeNull();
    await host.close();
  });

  test('comes in pages, also after other pages and new commits, and after a restart', async () => {
    await planned();
    const whole = (await listed()).entries.map(({ revision }) => revision);
    expect(whole).toEqual([6, 5, 4, 3, 2, 1]);
    const first = await listed({}, null, 2);
    expect([first.entries.map(({ revision }) => revision), first.next]).toEqual([[6, 5], 5]);
    await run({ name: 'stepSet', id: 's1', field: 'text', value: 'Map the vacancies' });
    const second = await listed({}, first.next, 2);
    expect([second.entries.map(({ revision }) => revision), second.next]).toEqual([[4, 3], 3]);
    // Asked for again, out of turn, and to the end.
    expect((await listed({}, 5, 2)).entries).toEqual(second.entries);
    await host.close();
    host = await testHost({ root });
    const third = await listed({}, second.next, 2);
    expect([third.entries.map(({ revision }) => revision), third.next]).toEqual([[2, 1], null]);
    await host.close();
  });

  test('is filtered by plan, person and session', async () => {
    await planned();
    const [session] = (await records())['sessions'] ?? [];
    await run({ name: 'parkingAdd', id: 'parking-1', text: 'Who pays?', raisedBy: '', sessionId: session?.id });
    valueOf(await host.handlers.app.setSettings({ facilitatorName: 'Bola' }, facilitator));
    await run({ name: 'stepRemove', id: 's1' });
    const revisionsOf = async (filter: Readonly<Record<string, string>>) => (await listed(filter)).entries.map(({ revision }) => revision);
    expect(await revisionsOf({ planId: 'plan-1' })).toEqual([8, 6, 5, 4]);
    expect(await revisionsOf({ planId: 'another' })).toEqual([]);
    expect(await revisionsOf({ actor: 'Bola' })).toEqual([8]);
    expect(await revisionsOf({ sessionId: session?.id ?? '' })).toEqual([7, 1]);
    expect(await revisionsOf({ planId: 'plan-1', actor: 'Ada' })).toEqual([6, 5, 4]);
    const paged = await listed({ planId: 'plan-1' }, null, 1);
    expect([paged.entries[0]?.revision, paged.next]).toEqual([8, 8]);
    expect((await listed({ planId: 'plan-1' }, 8, 1)).entries[0]?.revision).toBe(6);
    // Of a commit that touches much else, only what is about the session; the rest is counted.
    const begin = (await listed({ sessionId: session?.id ?? '' })).entries.at(-1);
    expect(begin?.changes.map(({ record }) => record.id)).toEqual([session?.id]);
    expect(begin?.more).toBeGreaterThan(10);
    await host.close();
  });
});

describe('the workshop as it was', () => {
  test('is what it was, at every moment', async () => {
    const at = await planned();
    const then = await records();
    await run({ name: 'stepRemove', id: 's1' });
    await run({ name: 'planSet', id: 'plan-1', field: 'topic', value: 'Something else' });
    const past = valueOf(await host.handlers.history.at({ workshopId, revision: at }, facilitator));
    expect(past.revision).toBe(at);
    expect(past.collections).toEqual(then);
    expect(past.at).toBe((await listed()).entries.find(({ revision }) => revision === at)?.at);
    expect(await host.handlers.history.at({ workshopId, revision: 99 }, facilitator)).toEqual({
      ok: false,
      failure: { code: 'past-gone' },
    });
    await host.close();
  });
});

describe('bringing back', () => {
  test('is shown first, done as one step, named in the history, and taken back by one undo', async () => {
    const at = await planned();
    const then = await records();
    await run({ name: 'stepRemove', id: 's1' });
    await run({ name: 'stepSet', id: 's2', field: 'text', value: 'Incentives' });
    const changed = await records();
    const scope: Scope = { kind: 'plan', planId: 'plan-1' };
    const shown = valueOf(await host.handlers.history.compare({ workshopId, revision: at, scope }, facilitator));
    expect(shown.changes.map(({ kind, record }) => [kind, record.id])).toEqual([
      ['created', 's1'],
      ['updated', 's2'],
    ]);
    expect(shown.more).toBe(0);
    valueOf(await restore(at, scope));
    const byId = (all: readonly StoredRecord[] = []) => all.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    expect(byId((await records())['steps'])).toEqual(byId(then['steps']));
    const opened = valueOf(await host.handlers.document.open({ workshopId }, facilitator));
    expect(opened.undo.undo).toMatchObject({ name: 'restore' });
    expect((await listed()).entries[0]?.name).toBe('restore');
    expect(valueOf(await host.handlers.history.compare({ workshopId, revision: at, scope }, facilitator)).changes).toEqual([]);
    await undo();
    expect(byId((await records())['steps'])).toEqual(byId(changed['steps']));
    await host.close();
  });

  test('everything, after a copy of the present was made', async () => {
    const at = await planned();
    const then = await records();
    await run({ name: 'planRemove', id: 'plan-1' });
    await run({ name: 'teamRemove', id: 'team-a' });
    valueOf(await restore(at, { kind: 'workshop' }));
    const sorted = (all: Awaited<ReturnType<typeof records>>) =>
      Object.fromEntries(Object.entries(all).map(([name, list]) => [name, list?.toSorted((a, b) => (a.id < b.id ? -1 : 1))]));
    expect(sorted(await records())).toEqual(sorted(then));
    const copies = valueOf(await host.handlers.copies.list({ workshopId }, facilitator)).copies;
    expect(copies[0]).toMatchObject({ reason: 'before-restore', revision: at + 2, isVerified: true });
    await undo();
    expect((await records())['plans']).toEqual([]);
    await host.close();
    host = await testHost({ root });
    expect((await records())['plans']).toEqual([]);
    await host.close();
  });

  test('a signed plan is refused in a word that names it', async () => {
    const at = await planned();
    await signed();
    const locked = { ok: false, failure: { code: 'plan-locked', planId: 'plan-1' } };
    expect(await restore(at, { kind: 'plan', planId: 'plan-1' })).toEqual(locked);
    expect(await restore(at, { kind: 'record', collection: 'steps', id: 's2' })).toEqual(locked);
    expect((await restore(at, { kind: 'workshop' })).ok).toBe(true);
    await host.close();
  });
});

describe('undo that cannot be done', () => {
  test('is passed over after a sign-off: what can be taken back is offered and taken, with the reason; redo likewise', async () => {
    await planned();
    await run({ name: 'teamSet', id: 'team-a', field: 'country', value: 'Togo' });
    await signed();
    const offered = async () => valueOf(await host.handlers.document.open({ workshopId }, facilitator)).undo;
    expect((await offered()).undo).toMatchObject({ name: 'teamSet', record: { collection: 'teams', id: 'team-a', field: 'country' } });

    const { taken, passed } = await undo();
    expect(taken).toMatchObject({ name: 'teamSet' });
    expect(passed?.[0]).toMatchObject({ step: { name: 'homeIntroductionSet' }, failure: { code: 'plan-locked', planId: 'plan-1' } });
    expect((await records())['teams']?.[0]?.['country']).toBe('Ghana');
    expect((await offered()).redo).toMatchObject({ name: 'teamSet' });

    valueOf(await host.handlers.document.redo({ workshopId, commandId: 'redo-team' }, facilitator));
    expect((await records())['teams']?.[0]?.['country']).toBe('Togo');
    await host.close();
  });
});
