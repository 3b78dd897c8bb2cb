// The library as the host offers it: new workshops, the sample, copies, archive, and everything that can be wrong with a folder.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lockName } from '../../../electron/store/lock.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { LocalText } from '../../../shared/kernel/local-text.ts';
import { validate } from '../../../shared/document/validate.ts';
import { fromStored, isProblem } from '../../../shared/document/envelope.ts';
import { failingFiles } from '../../support/failing-files.ts';
import { temporaryFolder } from '../../support/temp-folder.ts';
import { basics, execute, facilitator, newWorkshop, shippedData, testHost, valueOf, type TestHost } from '../../support/test-host.ts';

async function list(host: TestHost) {
  return valueOf(await host.handlers.library.list({}, facilitator));
}

async function onlyFolder(host: TestHost): Promise<string> {
  const [workshop] = (await list(host)).workshops;
  if (!workshop) throw new Error('There is no workshop.');
  return workshop.folder;
}

/** A library with one closed workshop, and the host that made it gone. */
async function closedWorkshop(root: string): Promise<{ readonly workshopId: string; readonly folder: string }> {
  const host = await testHost({ root });
  const workshopId = await newWorkshop(host);
  await execute(host, workshopId, 'c1', { name: 'workshopSet', id: 'workshop', field: 'place', value: 'Tema' });
  const folder = await onlyFolder(host);
  await host.close();
  return { workshopId, folder };
}

test('a new workshop lies in a folder of its own under its title, and is listed', async () => {
  const root = temporaryFolder();
  const host = await testHost({ root });
  const workshopId = await newWorkshop(host);
  const state = await list(host);
  expect(state).toMatchObject({ folder: join(root, 'library'), problem: null });
  expect(state.workshops).toMatchObject([
    {
      workshopId,
      title: 'HRH Action Workshop',
      place: 'Chandolo',
      startDate: '2026-03-17',
      endDate: '2026-03-19',
      teams: 0,
      plans: 0,
      sameAs: null,
      isArchived: false,
      problem: null,
    },
  ]);
  expect(readdirSync(join(root, 'library')).filter((name) => name.startsWith('HRH-Action-Workshop'))).toHaveLength(1);
  expect(host.published.some(({ area, name }) => area === 'library' && name === 'changed')).toBe(true);
  await host.close();
});

test('the sample is today: day 2 falls on the day of the clock, signed plans are signed, and the document is whole', async () => {
  const host = await testHost({ root: temporaryFolder(), startAt: '2026-11-22T06:30:00Z' });
  const { workshopId } = valueOf(await host.handlers.library.createSample({ language: 'fr' }, facilitator));
  const [summary] = (await list(host)).workshops;
  expect(summary).toMatchObject({
    workshopId,
    isSample: true,
    startDate: '2026-11-21',
    endDate: '2026-11-23',
    teams: 11,
    plans: 10,
    signedPlans: 6,
    status: 'running',
  });
  const { collections } = valueOf(await host.handlers.document.open({ workshopId }, facilitator));
  expect(collections.workshop?.[0]).toMatchObject({ languages: ['fr', 'en'] });
  expect(collections.participants).toHaveLength(43);
  // 08:32 where the computer is, on the day before.
  expect(collections.clockEvents?.[0]).toMatchObject({ kind: 'started', at: '2026-11-21T08:32:00.000Z' });
  expect(collections.attendance?.some((record) => record['state'] === 'excused')).toBe(true);
  const stored = fromStored(JSON.parse(readFileSync(join(await onlyFolder(host), 'workshop.json'), 'utf8')));
  if (isProblem(stored)) throw new Error(JSON.stringify(stored));
  expect(validate(stored.records)).toEqual([]);
  await host.close();
});

test.each(['en', 'fr'] as const)('the sample is described in the language of the interface: %s', async (language) => {
  const host = await testHost({ root: temporaryFolder() });
  const { workshopId } = valueOf(await host.handlers.library.createSample({ language }, facilitator));
  const { workshop: shipped } = JSON.parse(readFileSync(join(shippedData, 'samples', 'sample.json'), 'utf8')) as {
    readonly workshop: Readonly<Record<'title', LocalText> & Record<'partners' | 'funders' | 'objectives', readonly LocalText[]>>;
  };
  const inLanguage = (text: LocalText) => text[language];
  const { collections } = valueOf(await host.handlers.document.open({ workshopId }, facilitator));
  expect(collections.workshop?.[0]).toMatchObject({
    title: language === 'fr' ? 'Exemple\u00a0: atelier d’action RHS' : 'Sample: HRH Action Workshop',
    partners: shipped.partners.map(inLanguage),
    funders: shipped.funders.map(inLanguage),
    objectives: shipped.objectives.map(inLanguage),
  });
  expect((await list(host)).workshops[0]?.title).toBe(shipped.title[language]);
  expect(await onlyFolder(host)).toContain(language === 'fr' ? 'Exemple' : 'Sample');
  await host.close();
});

test('a copy brings agenda and basics to new dates, and nobody with it', async () => {
  const host = await testHost({ root: temporaryFolder() });
  const { workshopId } = valueOf(await host.handlers.library.createSample({ language: 'en' }, facilitator));
  const source = valueOf(await host.handlers.document.open({ workshopId }, facilitator)).collections;
  const copy = valueOf(
    await host.handlers.library.duplicate({ workshopId, title: 'Next year', startDate: '2027-03-15' as CalendarDate }, facilitator),
  );
  const { collections } = valueOf(await host.handlers.document.open(copy, facilitator));
  expect(copy.workshopId).not.toBe(workshopId);
  expect(collections.workshop).toMatchObject([
    { title: 'Next year', startDate: '2027-03-15', endDate: '2027-03-17', status: 'draft', isSample: false },
  ]);
  expect(collections.days?.map((day) => day['date'])).toEqual(['2027-03-15', '2027-03-16', '2027-03-17']);
  expect(collections.sessions).toHaveLength(source.sessions?.length ?? -1);
  const others = Object.entries(collections).filter(([name]) => !['workshop', 'days', 'sessions'].includes(name));
  expect(others.filter(([, records]) => (records?.length ?? 0) > 0)).toEqual([]);
  await host.close();
});

test('archived is a mark of the library, and survives a restart', async () => {
  const root = temporaryFolder();
  const host = await testHost({ root });
  const workshopId = await newWorkshop(host);
  valueOf(await host.handlers.library.setArchived({ workshopId, isArchived: true }, facilitator));
  await host.close();
  const again = await testHost({ root });
  expect((await list(again)).workshops).toMatchObject([{ workshopId, isArchived: true }]);
  valueOf(await again.handlers.library.setArchived({ workshopId, isArchived: false }, facilitator));
  expect((await list(again)).workshops).toMatchObject([{ isArchived: false }]);
  expect(await again.handlers.library.setArchived({ workshopId: 'nobody', isArchived: true }, facilitator)).toMatchObject({
    failure: { code: 'workshop-missing' },
  });
  await again.close();
});

test('a second copy of the application is refused in words, and works when the first one has gone', async () => {
  const root = temporaryFolder();
  const first = await testHost({ root });
  const workshopId = await newWorkshop(first);
  const second = await testHost({ root });
  expect((await list(second)).problem).toMatchObject({ code: 'library-in-use', folder: join(root, 'library'), isThisMachine: true });
  expect(await second.handlers.document.open({ workshopId }, facilitator)).toMatchObject({ failure: { code: 'library-in-use' } });
  expect(await second.handlers.library.create({ basics, templateId: 'three-day' }, facilitator)).toMatchObject({
    failure: { code: 'library-in-use' },
  });
  await first.close();
  expect(await list(second)).toMatchObject({ problem: null, workshops: [{ workshopId }] });
  await second.close();
});

describe('a library that is open on another computer', () => {
  const since = '2026-03-17T16:05:00.000Z' as Instant;
  const machine = 'office-pc';

  /** A library with one workshop, locked by a computer that is not this one. */
  async function lockedElsewhere(holder: Readonly<Record<string, unknown>> = { since }) {
    const root = temporaryFolder();
    const { workshopId } = await closedWorkshop(root);
    const lock = join(root, 'library', lockName);
    writeFileSync(lock, JSON.stringify({ pid: 4711, started: '', boot: 'of another computer', machine, ...holder }));
    return { root, workshopId, lock, host: await testHost({ root }) };
  }

  test('is named with the computer and the moment, and opens when a person says that it is not open there', async () => {
    const { host, root, workshopId, lock } = await lockedElsewhere();
    const problem = { code: 'library-in-use', folder: join(root, 'library'), machine, since, isThisMachine: false, isCertain: false };
    expect(await list(host)).toMatchObject({ problem, workshops: [] });
    expect(await host.handlers.document.open({ workshopId }, facilitator)).toEqual({ ok: false, failure: problem });
    expect(valueOf(await host.handlers.library.takeOver({ machine, since }, facilitator))).toMatchObject({
      problem: null,
      workshops: [{ workshopId, place: 'Tema' }],
    });
    expect((await execute(host, workshopId, 'c2', { name: 'workshopSet', id: 'workshop', field: 'place', value: 'Ho' })).ok).toBe(true);
    expect(host.published.filter(({ area }) => area === 'library')).toMatchObject([{ name: 'changed', payload: { problem: null } }]);
    await host.close();
    expect(existsSync(lock)).toBe(false);
  });

  test('stays closed when another lock stands there by now', async () => {
    const { host, lock } = await lockedElsewhere();
    const before = readFileSync(lock, 'utf8');
    for (const from of [
      { machine: 'attic-pc', since },
      { machine, since: null },
    ]) {
      expect(valueOf(await host.handlers.library.takeOver(from, facilitator)).problem).toMatchObject({ code: 'library-in-use', machine });
    }
    expect(readFileSync(lock, 'utf8')).toBe(before);
    await host.close();
    expect(readFileSync(lock, 'utf8')).toBe(before);
  });

  test('can be opened too where its lock does not say since when', async () => {
    const { host } = await lockedElsewhere({});
    expect((await list(host)).problem).toMatchObject({ machine, since: null });
    expect(valueOf(await host.handlers.library.takeOver({ machine, since: null }, facilitator)).problem).toBeNull();
    await host.close();
  });

  test('is not taken from a copy of the application that runs here', async () => {
    const root = temporaryFolder();
    const first = await testHost({ root });
    const second = await testHost({ root });
    const { problem } = await list(second);
    if (problem?.code !== 'library-in-use') throw new Error(JSON.stringify(problem));
    const after = valueOf(await second.handlers.library.takeOver({ machine: problem.machine, since: problem.since }, facilitator));
    expect(after.problem).toEqual(problem);
    await second.close();
    await first.close();
  });
});

test('several who look at once do not stand in each other’s way when the other copy has gone', async () => {
  const root = temporaryFolder();
  const first = await testHost({ root });
  const second = await testHost({ root });
  expect((await list(second)).problem).not.toBeNull();
  await first.close();
  const states = await Promise.all([list(second), list(second), list(second)]);
  expect(states.map(({ problem }) => problem)).toEqual([null, null, null]);
  expect((await list(second)).problem).toBeNull();
  await second.close();
});

test('a library that cannot be written opens to be looked at', async () => {
  const root = temporaryFolder();
  const { workshopId } = await closedWorkshop(root);
  const disk = failingFiles();
  disk.failNext('open', 'EROFS', { times: 1_000 });
  const host = await testHost({ root, files: disk.files });
  const state = await list(host);
  expect(state.problem).toEqual({ code: 'library-read-only', folder: join(root, 'library') });
  expect(state.workshops).toMatchObject([{ workshopId, place: 'Tema', problem: null }]);
  expect(valueOf(await host.handlers.document.open({ workshopId }, facilitator))).toMatchObject({ isReadOnly: true });
  const refused = await execute(host, workshopId, 'c2', { name: 'workshopSet', id: 'workshop', field: 'place', value: 'Kumasi' });
  expect(refused).toMatchObject({ failure: { code: 'workshop-read-only' } });
  await host.close();
});

test('a full disk refuses a new workshop, and nothing of it is listed', async () => {
  const root = temporaryFolder();
  const disk = failingFiles();
  const host = await testHost({ root, files: disk.files });
  disk.failNext('write', 'ENOSPC');
  expect(await host.handlers.library.create({ basics, templateId: 'three-day' }, facilitator)).toEqual({
    ok: false,
    failure: { code: 'disk-full', folder: join(root, 'library') },
  });
  expect((await list(host)).workshops).toEqual([]);
  await host.close();
});

test.each([
  ['write', 'ENOSPC', undefined],
  ['fsync', 'EIO', undefined],
  ['rename', 'EIO', /HRH-Action-Workshop[^/]*$/],
  ['makeFolder', 'EACCES', undefined],
] as const)('a workshop that could not be made (%s: %s) leaves nothing in the library', async (operation, code, path) => {
  const root = temporaryFolder();
  const disk = failingFiles();
  const host = await testHost({ root, files: disk.files });
  const before = readdirSync(join(root, 'library'));
  disk.failNext(operation, code, path && { path });
  expect((await host.handlers.library.create({ basics, templateId: 'three-day' }, facilitator)).ok).toBe(false);
  expect(readdirSync(join(root, 'library'))).toEqual(before);
  await host.close();
});

test('what a power cut left of a new workshop is removed at the next opening, and nothing else', async () => {
  const root = temporaryFolder();
  const { folder } = await closedWorkshop(root);
  const library = join(root, 'library');
  const leftover = join(library, '.new-0000000000000000000a');
  const foreign = join(library, '.new-recipes');
  for (const made of [leftover, foreign]) mkdirSync(made);
  for (const name of ['journal.1.jsonl', 'workshop.json.tmp']) writeFileSync(join(leftover, name), 'half');
  writeFileSync(join(foreign, 'soup.txt'), 'leek');
  const whole = readdirSync(folder);
  const host = await testHost({ root });
  expect(existsSync(leftover)).toBe(false);
  expect(readdirSync(foreign)).toEqual(['soup.txt']);
  expect(readdirSync(folder)).toEqual(whole);
  expect((await list(host)).workshops).toHaveLength(1);
  await host.close();
});

test('leftovers that cannot be removed keep nobody from working', async () => {
  const root = temporaryFolder();
  await closedWorkshop(root);
  mkdirSync(join(root, 'library', '.new-0000000000000000000a'));
  const disk = failingFiles();
  disk.failNext('remove', 'EBUSY');
  const host = await testHost({ root, files: disk.files });
  expect(await list(host)).toMatchObject({ problem: null, workshops: [{ place: 'Tema' }] });
  expect(host.logged).toHaveLength(1);
  await host.close();
});

test.each([
  ['cut in half', (path: string) => truncateSync(path, Math.floor(readFileSync(path).length / 2))],
  ['empty', (path: string) => writeFileSync(path, '')],
  ['null', (path: string) => writeFileSync(path, 'null')],
  ['gone', (path: string) => rmSync(path)],
])('workshop.json %s: journals and history give everything back, and the user is told', async (_name, damage) => {
  const root = temporaryFolder();
  const { workshopId, folder } = await closedWorkshop(root);
  damage(join(folder, 'workshop.json'));
  const host = await testHost({ root });
  expect((await list(host)).workshops).toMatchObject([{ workshopId, place: 'Tema', problem: null }]);
  const opened = valueOf(await host.handlers.document.open({ workshopId }, facilitator));
  expect(opened.collections.workshop).toMatchObject([{ place: 'Tema' }]);
  expect(opened.recovery).toMatchObject({ code: 'snapshot-rebuilt' });
  await host.close();
});

test.each([
  ['cut', (json: string) => json.slice(0, json.length / 2)],
  ['empty', () => ''],
  ['null', () => 'null'],
  ['not-json', () => 'Hello'],
  ['not-a-workshop', () => '{"some": "file"}'],
  ['bad-record', (json: string) => json.replace('"place":"Tema"', '"place":17')],
] as const)('workshop.json %s and nothing else left: named, and not touched', async (detail, damage) => {
  const root = temporaryFolder();
  const { folder } = await closedWorkshop(root);
  for (const name of readdirSync(folder)) if (name !== 'workshop.json') rmSync(join(folder, name), { recursive: true });
  const path = join(folder, 'workshop.json');
  const damaged = damage(readFileSync(path, 'utf8'));
  writeFileSync(path, damaged);
  const host = await testHost({ root });
  const [workshop] = (await list(host)).workshops;
  expect(workshop?.problem).toMatchObject({ code: 'workshop-damaged', folder, detail });
  expect(await host.handlers.document.open({ workshopId: workshop?.workshopId ?? '' }, facilitator)).toMatchObject({
    failure: { code: 'workshop-damaged', detail },
  });
  await host.close();
  expect(readdirSync(folder)).toEqual(['workshop.json']);
  expect(readFileSync(path, 'utf8')).toBe(damaged);
});

test('a workshop of a newer version is listed and opens for reading only; one that cannot be read is named; neither is touched', async () => {
  for (const isReadable of [true, false]) {
    const root = temporaryFolder();
    const { folder } = await closedWorkshop(root);
    for (const name of readdirSync(folder)) if (name !== 'workshop.json') rmSync(join(folder, name), { recursive: true });
    const path = join(folder, 'workshop.json');
    const { check: _check, ...stored } = JSON.parse(readFileSync(path, 'utf8')) as { check: string; collections: object };
    const collections = isReadable ? stored.collections : { ...stored.collections, days: { x: { id: 'x', shape: 'unknown' } } };
    writeFileSync(path, JSON.stringify({ ...stored, schemaVersion: 7, collections }));
    const before = readFileSync(path, 'utf8');
    const host = await testHost({ root });
    const [workshop] = (await list(host)).workshops;
    const opened = await host.handlers.document.open({ workshopId: workshop?.workshopId ?? '' }, facilitator);
    if (isReadable) {
      expect(workshop?.problem).toBeNull();
      expect(valueOf(opened)).toMatchObject({ isReadOnly: true, isFromNewerVersion: true });
    } else {
      expect(workshop?.problem).toEqual({ code: 'workshop-newer', folder, schemaVersion: 7 });
      expect(opened).toMatchObject({ failure: { code: 'workshop-newer' } });
    }
    await host.close();
    expect(readdirSync(folder)).toEqual(['workshop.json']);
    expect(readFileSync(path, 'utf8')).toBe(before);
  }
});

test('a copied folder is a second workshop in the list and can be opened beside the first', async () => {
  const root = temporaryFolder();
  const { workshopId, folder } = await closedWorkshop(root);
  cpSync(folder, `${folder}-copy`, { recursive: true });
  const host = await testHost({ root });
  const { workshops } = await list(host);
  expect(workshops.map((workshop) => workshop.workshopId)).toContain(workshopId);
  expect(new Set(workshops.map((workshop) => workshop.workshopId)).size).toBe(2);
  for (const workshop of workshops) {
    expect(
      (await execute(host, workshop.workshopId, 'c9', { name: 'workshopSet', id: 'workshop', field: 'place', value: workshop.folder })).ok,
    ).toBe(true);
  }
  expect(new Set((await list(host)).workshops.map(({ place }) => place)).size).toBe(2);
  await host.close();
});

test('an invalid template is named with its file and the place in it; nothing is made', async () => {
  const root = temporaryFolder();
  const data = join(root, 'data');
  cpSync(shippedData, data, { recursive: true });
  const path = join(data, 'templates', 'three-day.json');
  const template = JSON.parse(readFileSync(path, 'utf8'));
  template.days[1].sessions[2].minutes = 'forty';
  writeFileSync(path, JSON.stringify(template));
  const host = await testHost({ root, dataFolder: data });
  const failure = { code: 'template-invalid', file: 'templates/three-day.json', place: 'days.1.sessions.2.minutes' };
  expect(await host.handlers.app.content({}, facilitator)).toEqual({ ok: false, failure });
  expect(await host.handlers.library.create({ basics, templateId: 'three-day' }, facilitator)).toEqual({ ok: false, failure });
  expect((await list(host)).workshops).toEqual([]);
  await host.close();
});

test('another library folder is chosen by its place in the list, made when needed, and remembered', async () => {
  const root = temporaryFolder();
  const chosen = join(root, 'elsewhere');
  const notAsked = () => Promise.reject(new Error('not asked'));
  const dialogs = { chooseFolder: () => Promise.resolve(chosen), chooseFile: notAsked, chooseWorkshop: notAsked };
  const host = await testHost({ root, ports: { dialogs } });
  await newWorkshop(host);
  expect(await host.handlers.library.chooseFolder({ choiceId: 'nowhere' }, facilitator)).toMatchObject({
    failure: { code: 'bad-request' },
  });
  expect(valueOf(await host.handlers.library.chooseFolder({ choiceId: 'dialog' }, facilitator))).toMatchObject({
    folder: chosen,
    problem: null,
    workshops: [],
  });
  expect(existsSync(chosen)).toBe(true);
  await host.close();
  const again = await testHost({ root, libraryFolder: null });
  expect((await list(again)).folder).toBe(chosen);
  await again.close();
  rmSync(chosen, { recursive: true });
  const missing = await testHost({ root, libraryFolder: null });
  expect(await list(missing)).toMatchObject({ problem: { code: 'library-missing', folder: chosen }, workshops: [] });
  mkdirSync(chosen);
  expect(await list(missing)).toMatchObject({ problem: null });
  await missing.close();
});
