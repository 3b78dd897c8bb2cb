// Signatures, merges and undo in each other's way: what is signed stays signed, what is open is decided once, and nothing is refused in silence.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { BroughtFile } from '../../../electron/host/ports.ts';
import type { Command } from '../../../shared/domain/commands.ts';
import { isAsked } from '../../../shared/domain/conflicts/rules.ts';
import type { StoredRecord } from '../../../shared/kernel/record.ts';
import { temporaryFolder } from '../../support/temp-folder.ts';
import { execute, facilitator, newWorkshop, testHost, valueOf, type TestHost } from '../../support/test-host.ts';

let sent = 0;

interface Laptop {
  readonly host: TestHost;
  readonly root: string;
  readonly dropped: BroughtFile[];
}

async function laptop(name: string, root = temporaryFolder()): Promise<Laptop> {
  const dropped: BroughtFile[] = [];
  const host = await testHost({ root, ports: { takeUpload: () => dropped.shift() ?? null } });
  valueOf(await host.handlers.app.setSettings({ facilitatorName: name }, facilitator));
  return { host, root, dropped };
}

async function answer({ host }: Laptop, workshopId: string, raw: Readonly<Record<string, unknown>>) {
  host.pass(120);
  return execute(host, workshopId, `sent-${(sent += 1)}`, raw as Command);
}

async function run(at: Laptop, workshopId: string, ...commands: readonly Readonly<Record<string, unknown>>[]): Promise<void> {
  for (const command of commands) valueOf(await answer(at, workshopId, command));
}

async function records({ host }: Laptop, workshopId: string): Promise<Readonly<Record<string, readonly StoredRecord[] | undefined>>> {
  return valueOf(await host.handlers.document.open({ workshopId }, facilitator)).collections;
}

async function outputOf(at: Laptop, workshopId: string): Promise<unknown> {
  return (await records(at, workshopId))['plans']?.[0]?.['expectedOutput'];
}

async function conflictsOf(at: Laptop, workshopId: string): Promise<readonly string[]> {
  return ((await records(at, workshopId))['conflicts'] ?? []).map(({ id }) => id);
}

/** Brings what `from` has into the library of `to`: added where it is not known, else merged. */
async function bring(from: Laptop, to: Laptop, workshopId: string): Promise<void> {
  valueOf(await from.host.handlers.files.exportWorkshop({ workshopId, what: { kind: 'whole' } }, facilitator));
  const item = from.host.outgoing.at(-1);
  to.dropped.push({ fileName: item?.fileName ?? '', bytes: readFileSync(item?.path ?? '') });
  const { sourceId, workshopId: known } = valueOf(await to.host.handlers.files.readUpload({ handle: 'handle' }, facilitator));
  if (known === null) valueOf(await to.host.handlers.files.add({ sourceId }, facilitator));
  else valueOf(await to.host.handlers.files.merge({ sourceId, commandId: `merge-${(sent += 1)}`, choices: [] }, facilitator));
}

async function step(at: Laptop, workshopId: string, kind: 'undo' | 'redo') {
  return at.host.handlers.document[kind]({ workshopId, commandId: `${kind}-${(sent += 1)}` }, facilitator);
}

const output = (value: string) => ({ name: 'planSet', id: 'plan-1', field: 'expectedOutput', value });
const sign = (by: string) => ({ name: 'planSignOff', id: 'plan-1', by });

/** A complete plan on two laptops. */
async function both() {
  const home = await laptop('Ada');
  const away = await laptop('Bruno');
  const workshopId = await newWorkshop(home.host);
  await run(
    home,
    workshopId,
    { name: 'teamAdd', id: 'team-a', team: 'Country A', country: 'Ghana', language: 'en' },
    { name: 'participantAdd', id: 'mensa', fullName: 'A. Mensa', teamId: 'team-a' },
    { name: 'planAdd', id: 'plan-1', teamId: 'team-a', topicId: null },
    { name: 'planSet', id: 'plan-1', field: 'topic', value: 'Fill critical posts' },
    { name: 'planSet', id: 'plan-1', field: 'agendaItem', value: 'Vacancies' },
    output('A list'),
    { name: 'planSet', id: 'plan-1', field: 'fieldIds', value: ['policy'] },
    { name: 'planSet', id: 'plan-1', field: 'accountableId', value: 'mensa' },
    {
      name: 'stepsAdd',
      planId: 'plan-1',
      afterId: null,
      steps: ['s1', 's2'].map((id) => ({ id, text: `Step ${id}`, responsibleIds: ['mensa'], dueDate: '2026-05-30' })),
    },
    { name: 'homeIntroductionAdd', id: 'home-1', planId: 'plan-1' },
    ...Object.entries({ who: 'A. Mensa', toWhom: 'The Minister', byDate: '2026-04-10' }).map(([field, value]) => ({
      name: 'homeIntroductionSet',
      id: 'home-1',
      field,
      value,
    })),
  );
  await bring(home, away, workshopId);
  const close = async () => {
    await home.host.close();
    await away.host.close();
  };
  return { home, away, workshopId, close };
}

test('a signed plan whose removal is open: undo passes over what it cannot take, with the reason, and takes what it can', async () => {
  const { home, away, workshopId, close } = await both();
  const dayId = (await records(away, workshopId))['days']?.[0]?.id;
  await run(away, workshopId, { name: 'planRemove', id: 'plan-1' });
  await run(away, workshopId, {
    name: 'sessionAdd',
    id: 'late',
    dayId,
    afterId: null,
    title: { en: 'Questions' },
    plannedMinutes: 20,
    kind: 'plenary',
  });
  await run(
    home,
    workshopId,
    { name: 'teamSet', id: 'team-a', field: 'country', value: 'Togo' },
    output('A longer list'),
    sign('A. Mensa'),
  );
  await bring(away, home, workshopId);
  expect(await conflictsOf(home, workshopId)).toContain('plans~~plan-1');
  // What the merge brought has run: it is a fact, and the merge cannot be taken back any more.
  await run(home, workshopId, { name: 'sessionStart', id: 'late' });
  const { taken, passed } = valueOf(await step(home, workshopId, 'undo'));
  expect(taken).toMatchObject({ name: 'teamSet' });
  expect(passed?.map(({ step: { name }, failure: { code } }) => [name, code])).toEqual([
    ['merge', 'referred-to'],
    ['planSet', 'plan-locked'],
  ]);
  expect(await outputOf(home, workshopId)).toBe('A longer list');
  expect((await records(home, workshopId))['teams']?.[0]?.['country']).toBe('Ghana');
  await close();
});

test('two laptops sign versions that differ: both signatures stay, each with what was signed', async () => {
  const { home, away, workshopId, close } = await both();
  await run(home, workshopId, output('As at home'), sign('A. Mensa'));
  await run(away, workshopId, output('As away'), sign('B. Kone'));
  await bring(away, home, workshopId);
  await bring(home, away, workshopId);
  for (const at of [home, away]) {
    const { signOffs = [], planVersions = [] } = await records(at, workshopId);
    expect(signOffs.map((signOff) => signOff['by']).toSorted((a, b) => (String(a) < String(b) ? -1 : 1))).toEqual(['A. Mensa', 'B. Kone']);
    const texts = signOffs.map((signOff) => JSON.stringify(planVersions.find(({ id }) => id === signOff['versionId'])));
    expect(texts.filter((text) => text.includes('As at home'))).toHaveLength(1);
    expect(texts.filter((text) => text.includes('As away'))).toHaveLength(1);
  }
  expect(await outputOf(home, workshopId)).toBe(await outputOf(away, workshopId));
  // What stands is signed by nobody: the draft of a third version. Nobody is asked about numbers, which only the merge can give.
  const { plans = [], conflicts = [] } = await records(home, workshopId);
  expect(plans[0]).toMatchObject({ draftVersion: 3 });
  const asked = conflicts.filter((conflict) => isAsked(conflict as unknown as Parameters<typeof isAsked>[0]));
  expect(asked.map(({ id }) => id)).toEqual(['plans~expectedOutput~plan-1']);
  await run(home, workshopId, { name: 'conflictSettle', id: 'plans~expectedOutput~plan-1', option: 'shown' }, sign('A. Mensa'));
  expect(
    (await records(home, workshopId))['planVersions']?.map((version) => version['number']).toSorted((a, b) => Number(a) - Number(b)),
  ).toEqual([1, 2, 3]);
  await close();
});

test('a conflict that is settled twice is settled once; decided, undone, redone and reopened it is the same', async () => {
  const { home, away, workshopId, close } = await both();
  await run(home, workshopId, output('As at home'));
  await run(away, workshopId, output('As away'));
  await bring(away, home, workshopId);
  const [id = ''] = await conflictsOf(home, workshopId);
  const shown = await outputOf(home, workshopId);
  const other = shown === 'As away' ? 'As at home' : 'As away';
  expect(await answer(home, workshopId, sign('A. Mensa'))).toMatchObject({ ok: false });
  // Two tabs at once: neither has seen the other's answer.
  const [first, second] = await Promise.all([
    answer(home, workshopId, { name: 'conflictSettle', id, option: 0 }),
    answer(home, workshopId, { name: 'conflictSettle', id, option: 'shown' }),
  ]);
  expect(first).toMatchObject({ ok: true });
  expect(second).toMatchObject({ ok: false, failure: { code: 'not-found', collection: 'conflicts' } });
  expect(await outputOf(home, workshopId)).toBe(other);
  valueOf(await step(home, workshopId, 'undo'));
  expect([await outputOf(home, workshopId), await conflictsOf(home, workshopId)]).toEqual([shown, [id]]);
  valueOf(await step(home, workshopId, 'redo'));
  expect([await outputOf(home, workshopId), await conflictsOf(home, workshopId)]).toEqual([other, []]);
  await close();
  const again = await laptop('Ada', home.root);
  expect([await outputOf(again, workshopId), await conflictsOf(again, workshopId)]).toEqual([other, []]);
  valueOf(await step(again, workshopId, 'undo'));
  expect([await outputOf(again, workshopId), await conflictsOf(again, workshopId)]).toEqual([shown, [id]]);
  valueOf(await answer(again, workshopId, { name: 'conflictSettle', id, option: 'shown' }));
  await run(again, workshopId, sign('A. Mensa'));
  await again.host.close();
});

test('a conflict on what is removed goes with it, comes back with it, and stops no signature meanwhile', async () => {
  const { home, away, workshopId, close } = await both();
  const text = (value: string) => ({ name: 'stepSet', id: 's2', field: 'text', value });
  await run(home, workshopId, text('As at home'));
  await run(away, workshopId, text('As away'));
  await bring(away, home, workshopId);
  const open = await conflictsOf(home, workshopId);
  expect(open).toHaveLength(1);
  await run(home, workshopId, { name: 'stepRemove', id: 's2' });
  expect(await conflictsOf(home, workshopId)).toEqual([]);
  valueOf(await step(home, workshopId, 'undo'));
  expect(await conflictsOf(home, workshopId)).toEqual(open);
  valueOf(await step(home, workshopId, 'redo'));
  await run(home, workshopId, sign('A. Mensa'));
  expect((await records(home, workshopId))['signOffs']).toHaveLength(1);
  await close();
});

test('two values for the name of a person whom the plan names: the plan is not signed before one is decided', async () => {
  const { home, away, workshopId, close } = await both();
  const rename = (value: string) => ({ name: 'participantSet', id: 'mensa', field: 'fullName', value });
  await run(home, workshopId, rename('Abena Mensa'));
  await run(away, workshopId, rename('Ama Mensa'));
  await bring(away, home, workshopId);
  const [id = ''] = await conflictsOf(home, workshopId);
  expect(await answer(home, workshopId, sign('A. Mensa'))).toMatchObject({ ok: false });
  await run(home, workshopId, { name: 'conflictSettle', id, option: 'shown' }, sign('A. Mensa'));
  await close();
});

test('one page signs while another writes: what came before is signed, what came after is refused and kept with its field', async () => {
  const { home, workshopId, close } = await both();
  const writing = (value: string, was: string) => answer(home, workshopId, { ...output(value), was });
  // Both pages send at once; the host takes one after the other.
  const answers = await Promise.all([
    writing('A list of posts', 'A list'),
    answer(home, workshopId, sign('Ada')),
    writing('Too late', 'A list of posts'),
  ]);
  expect(answers.map(({ ok }) => ok)).toEqual([true, true, false]);
  expect(answers[2]).toMatchObject({ failure: { code: 'plan-locked' } });
  expect((await records(home, workshopId))['planVersions']?.[0]?.['content']).toMatchObject({
    plan: { expectedOutput: 'A list of posts' },
  });
  expect(await outputOf(home, workshopId)).toBe('A list of posts');
  const { drafts } = valueOf(await home.host.handlers.document.open({ workshopId }, facilitator));
  expect(drafts).toMatchObject([{ why: 'plan-locked', command: { value: 'Too late' } }]);
  await close();
});
