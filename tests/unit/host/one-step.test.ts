// What people see as one act is one step of undo: one command, and everything that belongs to it comes and goes together.
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../support/temp-folder.ts';
import { execute, facilitator, newWorkshop, testHost, valueOf } from '../../support/test-host.ts';
import type { Command } from '../../../shared/domain/commands.ts';

const beginning = [
  { name: 'organisationAdd', id: 'moh', organisation: 'Ministry of Health', country: 'Mali' },
  { name: 'teamAdd', id: 'mali', team: 'Mali', country: 'Mali', language: 'fr' },
  { name: 'topicGroupAdd', id: 'finance', group: 'Finance' },
  { name: 'topicGroupAdd', id: 'policy', group: 'Policy' },
  { name: 'participantAdd', id: 'ana', fullName: 'Ana Kibet', teamId: 'mali' },
  { name: 'participantAdd', id: 'carl', fullName: 'Carl', teamId: null },
  { name: 'participantSet', id: 'ana', field: 'organisationId', value: 'moh' },
  { name: 'participantSet', id: 'ana', field: 'topicGroupId', value: 'finance' },
  { name: 'participantSet', id: 'carl', field: 'topicGroupId', value: 'finance' },
  { name: 'teamSet', id: 'mali', field: 'leadId', value: 'ana' },
  { name: 'topicGroupSet', id: 'finance', field: 'coChairIds', value: ['ana', 'carl'] },
] as unknown as readonly Command[];

/** Carries out one command, takes it back, and answers with the people, teams and groups before, after, and after undo. */
async function doneAndUndone(command: Readonly<Record<string, unknown>>) {
  const host = await testHost({ root: temporaryFolder() });
  const workshopId = await newWorkshop(host);
  for (const [index, step] of beginning.entries()) valueOf(await execute(host, workshopId, `begin-${index}`, step));
  const look = async () => {
    const { participants, organisations, teams, topicGroups } = valueOf(
      await host.handlers.document.open({ workshopId }, facilitator),
    ).collections;
    return { participants, organisations, teams, topicGroups };
  };
  const before = await look();
  valueOf(await execute(host, workshopId, 'act', command as unknown as Command));
  const after = await look();
  valueOf(await host.handlers.document.undo({ workshopId, commandId: 'undo' }, facilitator));
  const undone = await look();
  await host.close();
  return { before, after, undone };
}

test('somebody is replaced by somebody new', async () => {
  const { before, after, undone } = await doneAndUndone({
    name: 'participantReplace',
    id: 'ana',
    byId: 'bea',
    newName: ' Beatrice Diallo ',
    movesResponsibilities: true,
  });
  expect(after.participants).toContainEqual(
    expect.objectContaining({
      id: 'bea',
      fullName: 'Beatrice Diallo',
      status: 'expected',
      teamId: 'mali',
      topicGroupId: 'finance',
      organisationId: 'moh',
    }),
  );
  expect(after.participants).toContainEqual(
    expect.objectContaining({ id: 'ana', status: 'replaced', replacedById: 'bea', teamId: null, topicGroupId: null }),
  );
  expect(after.teams).toEqual([expect.objectContaining({ leadId: 'bea' })]);
  expect(after.topicGroups?.[0]).toMatchObject({ coChairIds: ['bea', 'carl'] });
  expect(undone).toEqual(before);
});

test('somebody of another group takes over, but not the chair', async () => {
  const { after } = await doneAndUndone({ name: 'participantReplace', id: 'ana', byId: 'carl', movesResponsibilities: true });
  expect(after.topicGroups?.[0]).toMatchObject({ coChairIds: ['carl'] });
});

test('a person gets an organisation that was not in the list', async () => {
  const { before, after, undone } = await doneAndUndone({
    name: 'organisationAddFor',
    id: 'union',
    organisation: "Syndicat des infirmiers d'État",
    participantId: 'ana',
    was: 'moh',
  });
  expect(after.organisations).toContainEqual(expect.objectContaining({ id: 'union', name: "Syndicat des infirmiers d'État" }));
  expect(after.participants).toContainEqual(expect.objectContaining({ id: 'ana', organisationId: 'union' }));
  expect(undone).toEqual(before);
});

test.each([
  ['another group', 'policy'],
  ['none', null],
])('a co-chair goes to %s', async (_name, value) => {
  const { before, after, undone } = await doneAndUndone({ name: 'participantSet', id: 'ana', field: 'topicGroupId', value });
  expect(after.topicGroups?.[0]).toMatchObject({ id: 'finance', coChairIds: ['carl'] });
  expect(after.participants).toContainEqual(expect.objectContaining({ id: 'ana', topicGroupId: value }));
  expect(undone).toEqual(before);
});

test('an import moves one co-chair away and removes the other', async () => {
  const { before, after, undone } = await doneAndUndone({
    name: 'participantsImport',
    organisations: [],
    teams: [],
    topicGroups: [],
    added: [],
    changed: [{ id: 'ana', fields: { topicGroupId: 'policy' } }],
    removedIds: ['carl'],
  });
  expect(after.topicGroups?.[0]).toMatchObject({ id: 'finance', coChairIds: [] });
  expect(undone).toEqual(before);
});

test('an organisation is not set over one that somebody else has set meanwhile', async () => {
  const host = await testHost({ root: temporaryFolder() });
  const workshopId = await newWorkshop(host);
  for (const [index, step] of beginning.entries()) valueOf(await execute(host, workshopId, `begin-${index}`, step));
  const add = { name: 'organisationAddFor', id: 'union', organisation: 'Union', participantId: 'ana' };
  const refused = await execute(host, workshopId, 'late', { ...add, was: null } as unknown as Command);
  expect(refused).toMatchObject({ ok: false, failure: { code: 'field-changed', current: 'moh' } });
  const unknown = await execute(host, workshopId, 'whose', { ...add, participantId: 'nobody' } as unknown as Command);
  expect(unknown).toMatchObject({ ok: false, failure: { code: 'not-found', collection: 'participants' } });
  await host.close();
});

test('undo knows whether the room’s clock was used after what it would take back, also after a restart', async () => {
  const root = temporaryFolder();
  let host = await testHost({ root });
  const workshopId = await newWorkshop(host);
  let sent = 0;
  const run = async (command: Readonly<Record<string, unknown>>) =>
    valueOf(await execute(host, workshopId, `clock-${(sent += 1)}`, command as unknown as Command));
  const isClockNewer = async () => valueOf(await host.handlers.document.open({ workshopId }, facilitator)).undo.isClockNewer;
  const session = valueOf(await host.handlers.document.open({ workshopId }, facilitator)).collections.sessions?.[0]?.id;
  if (session === undefined) throw new Error('The new workshop has no session');
  const last = async () => {
    const events = valueOf(await host.handlers.document.open({ workshopId }, facilitator)).collections.clockEvents ?? [];
    return events.find((event) => (event as unknown as { kind: string }).kind === 'extended')?.id;
  };
  expect(await isClockNewer()).toBe(false);
  await run({ name: 'teamAdd', id: 'mali', team: 'Mali', country: 'Mali', language: 'fr' });
  await run({ name: 'sessionStart', id: session });
  expect(await isClockNewer()).toBe(true);
  await run({ name: 'teamAdd', id: 'togo', team: 'Togo', country: 'Togo', language: 'fr' });
  expect(await isClockNewer()).toBe(false);
  await run({ name: 'sessionExtend', id: session, minutes: 5 });
  expect(await isClockNewer()).toBe(true);
  await run({ name: 'clockTakeBack', id: await last() });
  // What counts is the start again, and the second team came after it.
  expect(await isClockNewer()).toBe(false);
  valueOf(await host.handlers.document.undo({ workshopId, commandId: 'undo-1' }, facilitator));
  expect(await isClockNewer()).toBe(true);
  await host.close();
  host = await testHost({ root });
  expect(await isClockNewer()).toBe(true);
  valueOf(await host.handlers.document.redo({ workshopId, commandId: 'redo-1' }, facilitator));
  expect(await isClockNewer()).toBe(false);
  await host.close();
});
