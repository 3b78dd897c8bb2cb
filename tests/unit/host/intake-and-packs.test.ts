// Participant lists and packs as the host offers them. The worker is a stand-in: what it does is tested with it.
import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import type { Caller } from '../../../shared/contract/combinators.ts';
import type { SourceSheet } from '../../../shared/domain/people/import-model.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { temporaryFolder } from '../../support/temp-folder.ts';
import { execute, facilitator, newWorkshop, testHost, valueOf, type TestHost } from '../../support/test-host.ts';

const sheets: readonly SourceSheet[] = [
  {
    name: 'People',
    rows: [
      ['Name', 'E-mail', 'Organisation', 'Team'],
      ['Ada Mensah', 'ada@example.org', 'Ministry of Health', 'Ghana'],
      ['Bea Osei', 'bea@example.org', 'Ministry of Health', 'Ghana'],
      ['', 'nobody@example.org', '', ''],
    ],
  },
];
const otherPage: Caller = { role: 'facilitator', clientId: 'page-9' };

async function listRead(host: TestHost) {
  const outline = valueOf(await host.handlers.intake.readUpload({ handle: 'h' }, facilitator));
  const [sheet] = outline.sheets;
  return { sourceId: outline.sourceId, sheet: 0, headerRow: sheet?.headerRow ?? null, mapping: [...(sheet?.mapping ?? [])] };
}

async function people(host: TestHost, workshopId: string) {
  return valueOf(await host.handlers.document.open({ workshopId }, facilitator)).collections.participants ?? [];
}

test('a list is read, previewed, applied once, and taken back in one step', async () => {
  const host = await testHost({ root: temporaryFolder(), sheets });
  const workshopId = await newWorkshop(host);
  const selection = await listRead(host);
  const preview = valueOf(await host.handlers.intake.preview({ workshopId, selection }, facilitator));
  expect(preview.rows.map(({ state }) => state)).toEqual(['new', 'new', 'problem']);
  const choices = { skippedRows: [], missing: [] };
  const applied = valueOf(await host.handlers.intake.apply({ workshopId, commandId: 'c1', selection, choices }, facilitator));
  expect(applied).toMatchObject({ added: 2, changed: 0, removed: 0, revision: 2 });
  await host.handlers.intake.apply({ workshopId, commandId: 'c1', selection, choices }, facilitator);
  expect((await people(host, workshopId)).map((person) => person['fullName'])).toEqual(['Ada Mensah', 'Bea Osei']);
  valueOf(await host.handlers.document.undo({ workshopId, commandId: 'u1' }, facilitator));
  const { collections } = valueOf(await host.handlers.document.open({ workshopId }, facilitator));
  expect([collections.participants, collections.teams, collections.organisations]).toEqual([[], [], []]);
  await host.close();
});

test('a list belongs to the page that brought it, is forgotten half an hour after its last use, and the five used last are kept', async () => {
  const host = await testHost({ root: temporaryFolder(), sheets });
  const workshopId = await newWorkshop(host);
  const selection = await listRead(host);
  expect(await host.handlers.intake.preview({ workshopId, selection }, otherPage)).toMatchObject({ failure: { code: 'source-gone' } });
  expect(await host.handlers.intake.preview({ workshopId, selection: { ...selection, sheet: 3 } }, facilitator)).toMatchObject({
    failure: { code: 'bad-request' },
  });
  const gone = { failure: { code: 'source-gone' } };
  const unused = await listRead(host);
  for (let count = 0; count < 3; count += 1) await listRead(host);
  expect((await host.handlers.intake.preview({ workshopId, selection }, facilitator)).ok).toBe(true);
  await listRead(host);
  expect(await host.handlers.intake.preview({ workshopId, selection: unused }, facilitator)).toMatchObject(gone);
  // Whoever corrects a long list for an hour does not lose it.
  for (const minutes of [25, 25, 25]) {
    host.pass(minutes * 60);
    expect((await host.handlers.intake.preview({ workshopId, selection }, facilitator)).ok).toBe(true);
  }
  host.pass(31 * 60);
  expect(await host.handlers.intake.preview({ workshopId, selection }, facilitator)).toMatchObject(gone);
  await host.close();
});

test('an unknown upload is gone; without dialogs there is no choosing of files', async () => {
  const host = await testHost({ root: temporaryFolder(), ports: { takeUpload: () => null } });
  expect(await host.handlers.intake.readUpload({ handle: 'h' }, facilitator)).toMatchObject({ failure: { code: 'source-gone' } });
  expect(await host.handlers.intake.chooseFile({}, facilitator)).toMatchObject({ failure: { code: 'not-allowed' } });
  await host.close();
});

test('packs are built from the durable state, handed over, and remembered with where they went', async () => {
  const host = await testHost({ root: temporaryFolder(), shell: 'desktop' });
  const { workshopId } = valueOf(await host.handlers.library.createSample({ language: 'en' }, facilitator));
  const { collections, revision } = valueOf(await host.handlers.document.open({ workshopId }, facilitator));
  const teams = (collections.teams ?? []).slice(0, 2).map(({ id }) => ({ teamId: id, language: 'en' as const }));
  const built = valueOf(await host.handlers.packs.build({ workshopId, buildId: 'b1', teams }, facilitator));
  expect(built.teams.map(({ teamId }) => teamId)).toEqual(teams.map(({ teamId }) => teamId));
  expect(host.published.filter(({ name }) => name === 'progress')).toMatchObject([
    { payload: { buildId: 'b1' }, to: { clientId: 'page-1' } },
  ]);
  expect(await host.handlers.packs.deliver({ buildId: 'b1', what: { kind: 'all' } }, otherPage)).toMatchObject({
    failure: { code: 'pack-gone' },
  });

  expect(valueOf(await host.handlers.packs.deliver({ buildId: 'b1', what: { kind: 'all' } }, facilitator))).toMatchObject({
    kind: 'saved',
  });
  const teamId = teams[1]?.teamId ?? '';
  valueOf(await host.handlers.packs.deliver({ buildId: 'b1', what: { kind: 'team', teamId } }, facilitator));
  valueOf(await host.handlers.packs.deliver({ buildId: 'b1', what: { kind: 'folders' } }, facilitator));
  expect(host.outgoing.map(({ kind }) => kind)).toEqual(['file', 'file', 'folder']);
  expect(await host.handlers.packs.deliver({ buildId: 'b1', what: { kind: 'team', teamId: 'nobody' } }, facilitator)).toMatchObject({
    failure: { code: 'pack-nothing-chosen' },
  });

  const log = valueOf(await host.handlers.document.open({ workshopId }, facilitator)).collections.packExports;
  expect(log).toMatchObject([
    {
      audience: 'all',
      workshopRevision: revision,
      savedTo: '/media/stick',
      teamIds: teams.map((team) => team.teamId),
      files: [{ name: 'all.zip' }],
    },
    { audience: 'team', teamIds: [teamId] },
    { audience: 'all' },
  ]);
  const folder = dirname(host.outgoing[0]?.path ?? '');
  expect(existsSync(folder)).toBe(true);
  await host.close();
  expect(existsSync(folder)).toBe(false);
});

test('a hand-over that was cancelled is not in the log, and browsers cannot write folders', async () => {
  const host = await testHost({ root: temporaryFolder(), ports: { deliver: () => Promise.resolve(ok({ kind: 'cancelled' })) } });
  const { workshopId } = valueOf(await host.handlers.library.createSample({ language: 'en' }, facilitator));
  const teamId = valueOf(await host.handlers.document.open({ workshopId }, facilitator)).collections.teams?.[0]?.id ?? '';
  valueOf(await host.handlers.packs.build({ workshopId, buildId: 'b1', teams: [{ teamId, language: 'fr' }] }, facilitator));
  expect(valueOf(await host.handlers.packs.deliver({ buildId: 'b1', what: { kind: 'copying' } }, facilitator))).toEqual({
    kind: 'cancelled',
  });
  expect(await host.handlers.packs.deliver({ buildId: 'b1', what: { kind: 'folders' } }, facilitator)).toMatchObject({
    failure: { code: 'not-allowed' },
  });
  expect(valueOf(await host.handlers.document.open({ workshopId }, facilitator)).collections.packExports).toEqual([]);
  await host.close();
});

test('only the last three builds are kept; a team that is gone is named', async () => {
  const host = await testHost({ root: temporaryFolder() });
  const { workshopId } = valueOf(await host.handlers.library.createSample({ language: 'en' }, facilitator));
  const teamId = valueOf(await host.handlers.document.open({ workshopId }, facilitator)).collections.teams?.[0]?.id ?? '';
  for (const buildId of ['b1', 'b2', 'b3', 'b4']) {
    valueOf(await host.handlers.packs.build({ workshopId, buildId, teams: [{ teamId, language: 'en' }] }, facilitator));
  }
  expect(await host.handlers.packs.deliver({ buildId: 'b1', what: { kind: 'all' } }, facilitator)).toMatchObject({
    failure: { code: 'pack-gone' },
  });
  expect((await host.handlers.packs.deliver({ buildId: 'b2', what: { kind: 'all' } }, facilitator)).ok).toBe(true);
  expect(await host.handlers.packs.build({ workshopId, buildId: 'b5', teams: [{ teamId: 'gone', language: 'en' }] }, facilitator)).toEqual({
    ok: false,
    failure: { code: 'not-found', collection: 'teams', id: 'gone' },
  });
  await host.close();
});

test('one plan is printed through the shell', async () => {
  const host = await testHost({ root: temporaryFolder() });
  const { workshopId } = valueOf(await host.handlers.library.createSample({ language: 'en' }, facilitator));
  const planId = valueOf(await host.handlers.document.open({ workshopId }, facilitator)).collections.plans?.[0]?.id ?? '';
  valueOf(await host.handlers.packs.printPlan({ workshopId, planId, language: 'en', which: 'handed-out' }, facilitator));
  expect(host.outgoing).toMatchObject([{ kind: 'file', fileName: 'plan.pdf' }]);
  expect(readFileSync(host.outgoing[0]?.path ?? '', 'utf8')).toBe(planId);
  expect(
    await host.handlers.packs.printPlan({ workshopId, planId: 'gone', language: 'en', which: 'handed-out' }, facilitator),
  ).toMatchObject({
    failure: { code: 'not-found' },
  });
  await host.close();
});

test('settings are kept, published, and a page is told what it needs to begin', async () => {
  const root = temporaryFolder();
  const host = await testHost({ root });
  valueOf(await host.handlers.app.setSettings({ language: 'fr', facilitatorName: 'Ada' }, facilitator));
  expect(host.published).toMatchObject([
    { area: 'app', name: 'settingsChanged', payload: { language: 'fr', theme: 'system', facilitatorName: 'Ada' } },
  ]);
  const workshopId = await newWorkshop(host);
  await execute(host, workshopId, 'c1', { name: 'parkingAdd', id: 'p1' as never, text: 'Transport', raisedBy: '', sessionId: null });
  await host.close();
  const again = await testHost({ root });
  expect(valueOf(await again.handlers.app.start({}, facilitator))).toMatchObject({
    shell: 'browser',
    role: 'facilitator',
    settings: { language: 'fr' },
    workshopId: null,
  });
  expect(valueOf(await again.handlers.app.content({}, facilitator)).framework.fields).toHaveLength(6);
  await again.close();
});
