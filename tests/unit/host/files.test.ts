// Workshops that travel as a file, at the host's door: out of one laptop, into another, and together again.
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { WorkshopFileOutline } from '../../../shared/contract/workshop-files.ts';
import type { Command } from '../../../shared/domain/commands.ts';
import type { BroughtFile } from '../../../electron/host/ports.ts';
import { temporaryFolder } from '../../support/temp-folder.ts';
import { storedContacts } from '../../support/contacts.ts';
import { execute, facilitator, newWorkshop, testHost, valueOf, type TestHost, type TestHostOptions } from '../../support/test-host.ts';

let sent = 0;

/** A laptop of its own: library, settings and shell. */
interface Laptop {
  readonly host: TestHost;
  readonly root: string;
  readonly run: (workshopId: string, raw: Readonly<Record<string, unknown>>) => Promise<void>;
  /** Reads a file as if it had been dropped on the page. */
  readonly drop: (file: BroughtFile) => ReturnType<TestHost['handlers']['files']['readUpload']>;
  /** A file that leaves, as it lies on the stick afterwards. */
  readonly send: (
    workshopId: string,
    what?: Parameters<TestHost['handlers']['files']['exportWorkshop']>[0]['what'],
  ) => Promise<BroughtFile>;
  readonly names: (workshopId: string) => Promise<readonly string[]>;
  readonly value: (workshopId: string, collection: string, id: string, field: string) => Promise<unknown>;
}

async function laptop(options: Partial<TestHostOptions> = {}): Promise<Laptop> {
  const root = options.root ?? temporaryFolder();
  const dropped: BroughtFile[] = [];
  const host = await testHost({ root, ...options, ports: { takeUpload: () => dropped.shift() ?? null, ...options.ports } });
  const records = async (workshopId: string, collection: string) => {
    const { collections } = valueOf(await host.handlers.document.open({ workshopId }, facilitator));
    return (collections as Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>)[collection] ?? [];
  };
  return {
    host,
    root,
    run: async (workshopId, raw) => void valueOf(await execute(host, workshopId, `sent-${(sent += 1)}`, raw as Command)),
    drop: (file) => {
      dropped.push(file);
      return host.handlers.files.readUpload({ handle: 'handle' }, facilitator);
    },
    send: async (workshopId, what = { kind: 'whole' }) => {
      valueOf(await host.handlers.files.exportWorkshop({ workshopId, what }, facilitator));
      const item = host.outgoing.at(-1);
      return { fileName: item?.fileName ?? '', bytes: readFileSync(item?.path ?? '') };
    },
    names: async (workshopId) => (await records(workshopId, 'participants')).map((person) => String(person['fullName'])).toSorted(byText),
    value: async (workshopId, collection, id, field) =>
      (await records(workshopId, collection)).find((record) => record['id'] === id)?.[field],
  };
}

function byText(a: string, b: string): number {
  return a < b ? -1 : 1;
}

const add = (id: string, fullName: string, teamId: string | null = null) => ({ name: 'participantAdd', id, fullName, teamId });

function workshops({ host }: Laptop) {
  return host.handlers.library.list({}, facilitator).then((state) => valueOf(state).workshops);
}

async function merged(to: Laptop, { sourceId }: WorkshopFileOutline, commandId: string) {
  return valueOf(await to.host.handlers.files.merge({ sourceId, commandId, choices: [] }, facilitator));
}

/** One workshop on two laptops. */
async function twoLaptops() {
  const home = await laptop();
  const away = await laptop();
  const workshopId = await newWorkshop(home.host);
  await home.run(workshopId, { name: 'teamAdd', id: 'team-1', team: 'Ghana', country: 'GH', language: 'en' });
  await home.run(workshopId, add('a', 'Ada'));
  const outline = valueOf(await away.drop(await home.send(workshopId)));
  valueOf(await away.host.handlers.files.add({ sourceId: outline.sourceId }, facilitator));
  return { home, away, workshopId, outline };
}

describe('a workshop on two laptops', () => {
  test('travels whole: what it is called, how much is in it, and that the other library does not have it', async () => {
    const { home, away, workshopId, outline } = await twoLaptops();
    expect(home.host.outgoing[0]?.fileName).toBe('HRH-Action-Workshop-2026-03-18-0800.hrhworkshop');
    expect(outline).toMatchObject({ title: 'HRH Action Workshop', people: 1, teamName: null, workshopId: null, isKnown: false });
    expect(await workshops(away)).toMatchObject([{ workshopId, title: 'HRH Action Workshop', problem: null, sameAs: null }]);
    expect(await away.names(workshopId)).toEqual(['Ada']);
    await home.host.close();
    await away.host.close();
  });

  test('comes together: both sides are kept, it is one undo step, and twice is once', async () => {
    const { home, away, workshopId } = await twoLaptops();
    await away.run(workshopId, add('b', 'Bola'));
    await home.run(workshopId, add('c', 'Chidi'));
    const back = valueOf(await home.drop(await away.send(workshopId)));
    expect(back).toMatchObject({ workshopId, isKnown: false });
    const shown = valueOf(await home.host.handlers.files.compare({ sourceId: back.sourceId }, facilitator));
    expect(shown).toMatchObject({ workshopId, differences: [{ kind: 'created', outcome: 'theirs', record: { name: 'Bola' } }] });
    expect(await merged(home, back, 'merge-1')).toMatchObject({ taken: 1, conflicts: 0, movedTo: null });
    expect(await home.names(workshopId)).toEqual(['Ada', 'Bola', 'Chidi']);
    expect(valueOf(await home.host.handlers.copies.list({ workshopId }, facilitator)).copies.map(({ reason }) => reason)).toContain(
      'before-merge',
    );
    const again = valueOf(await home.drop(await away.send(workshopId)));
    expect(again).toMatchObject({ isKnown: true });
    expect(await merged(home, again, 'merge-2')).toMatchObject({ taken: 0, conflicts: 0 });
    valueOf(await home.host.handlers.document.undo({ workshopId, commandId: 'undo-1' }, facilitator));
    expect(await home.names(workshopId)).toEqual(['Ada', 'Chidi']);
    await home.host.close();
    await away.host.close();
  });

  test('a conflict is shown with both values, and a choice settles it', async () => {
    const { home, away, workshopId } = await twoLaptops();
    const rename = (value: string) => ({ name: 'participantSet', id: 'a', field: 'fullName', value });
    await home.run(workshopId, rename('Ada Obi'));
    await away.run(workshopId, rename('Ada Ofori'));
    const back = valueOf(await home.drop(await away.send(workshopId)));
    const { differences } = valueOf(await home.host.handlers.files.compare({ sourceId: back.sourceId }, facilitator));
    expect(differences).toMatchObject([{ outcome: 'conflict', fields: [{ field: 'fullName', before: 'Ada Obi', after: 'Ada Ofori' }] }]);
    const choices = [{ collection: 'participants', id: 'a', field: 'fullName', take: 'theirs' }] as const;
    const answer = await home.host.handlers.files.merge(
      { sourceId: back.sourceId, commandId: 'merge-3', choices: [...choices] },
      facilitator,
    );
    expect(answer).toMatchObject({ ok: true, value: { taken: 1, conflicts: 0 } });
    expect(await home.names(workshopId)).toEqual(['Ada Ofori']);
    await home.host.close();
    await away.host.close();
  });

  test('a workshop that is here already is not added again', async () => {
    const { home, workshopId } = await twoLaptops();
    const outline = valueOf(await home.drop(await home.send(workshopId)));
    expect(outline).toMatchObject({ workshopId, isKnown: true });
    expect(await home.host.handlers.files.add({ sourceId: outline.sourceId }, facilitator)).toEqual({
      ok: false,
      failure: { code: 'workshop-already-here', title: 'HRH Action Workshop' },
    });
    expect(await workshops(home)).toHaveLength(1);
    await home.host.close();
  });

  test('what was read belongs to the page that brought it, for half an hour', async () => {
    const { home, workshopId } = await twoLaptops();
    const { sourceId } = valueOf(await home.drop(await home.send(workshopId)));
    const gone = { ok: false, failure: { code: 'workshop-file-gone' } };
    expect(await home.host.handlers.files.compare({ sourceId }, { ...facilitator, clientId: 'page-9' })).toEqual(gone);
    expect(await home.host.handlers.files.compare({ sourceId }, facilitator)).toMatchObject({ ok: true });
    home.host.pass(31 * 60);
    expect(await home.host.handlers.files.compare({ sourceId }, facilitator)).toEqual(gone);
    await home.host.close();
  });
});

describe('one team’s plans', () => {
  async function sample() {
    const home = await laptop({ startAt: '2026-11-22T06:30:00Z' });
    const { workshopId } = valueOf(await home.host.handlers.library.createSample({ language: 'en' }, facilitator));
    const { collections } = valueOf(await home.host.handlers.document.open({ workshopId }, facilitator));
    const [plan] = collections.plans ?? [];
    const teamId = String(plan?.['teamId']);
    return { home, workshopId, collections, teamId };
  }

  test('travel without contacts, and home again without a difference', async () => {
    const { home, workshopId, collections, teamId } = await sample();
    const file = await home.send(workshopId, { kind: 'team', teamId });
    const team = collections.teams?.find(({ id }) => id === teamId);
    const text = gunzipSync(file.bytes).toString();
    const people = collections.participants ?? [];
    expect(people.length).toBeGreaterThan(5);
    const contacts = people.flatMap(storedContacts);
    expect(contacts.length).toBeGreaterThan(people.length);
    // The support contact is what the team was given to write to.
    const given = String(team?.['supportContact']);
    expect(contacts.filter((contact) => text.includes(contact) && !given.includes(contact))).toEqual([]);
    const outline = valueOf(await home.drop(file));
    expect(outline).toMatchObject({ workshopId, teamName: team?.['name'], teams: 1, isKnown: true });
    expect(outline.people).toBeLessThan(people.length);
    const { differences } = valueOf(await home.host.handlers.files.compare({ sourceId: outline.sourceId }, facilitator));
    expect(differences).toEqual([]);
    expect(await home.host.handlers.files.add({ sourceId: outline.sourceId }, facilitator)).toMatchObject({
      failure: { code: 'part-without-workshop' },
    });
    await home.host.close();
  });

  test('cannot be opened where their workshop is not', async () => {
    const { home, workshopId, teamId } = await sample();
    const away = await laptop();
    const file = await home.send(workshopId, { kind: 'team', teamId });
    expect(await away.drop(file)).toMatchObject({ failure: { code: 'part-without-workshop', fileName: file.fileName } });
    expect(await home.host.handlers.files.exportWorkshop({ workshopId, what: { kind: 'team', teamId: 'nobody' } }, facilitator)).toEqual({
      ok: false,
      failure: { code: 'not-found', collection: 'teams', id: 'nobody' },
    });
    await home.host.close();
    await away.host.close();
  });

  test('a change made to them comes home, and contacts at home stay', async () => {
    const { home, workshopId, collections, teamId } = await sample();
    const away = await laptop({ startAt: '2026-11-23T06:30:00Z' });
    const whole = valueOf(await away.drop(await home.send(workshopId)));
    valueOf(await away.host.handlers.files.add({ sourceId: whole.sourceId }, facilitator));
    const plan = collections.plans?.find((record) => record['teamId'] === teamId);
    const lead = collections.participants?.find(
      (record) => record['teamId'] === teamId && (record['contacts'] as readonly unknown[]).length > 0,
    );
    await away.run(workshopId, { name: 'teamSet', id: teamId, field: 'supportContact', value: 'Regional office' });
    const outline = valueOf(await home.drop(await away.send(workshopId, { kind: 'team', teamId })));
    expect(outline).toMatchObject({ workshopId, isKnown: false });
    expect(await merged(home, outline, 'merge-team')).toMatchObject({ taken: 1, conflicts: 0 });
    expect(await home.value(workshopId, 'teams', teamId, 'supportContact')).toBe('Regional office');
    expect(await home.value(workshopId, 'participants', String(lead?.id), 'contacts')).toEqual(lead?.['contacts']);
    expect(await home.value(workshopId, 'plans', String(plan?.id), 'topic')).toBe(plan?.['topic']);
    await home.host.close();
    await away.host.close();
  });

  test('a copy without people holds no name, address or number of anybody, and is a workshop of its own', async () => {
    const { home, workshopId, collections } = await sample();
    const file = await home.send(workshopId, { kind: 'without-people' });
    expect(file.fileName).toMatch(/-without-people-2026-11-22-0630\.hrhworkshop$/);
    const text = gunzipSync(file.bytes).toString().normalize('NFC');
    const people = collections.participants ?? [];
    const secrets = people.flatMap((person) => [person['fullName'], ...storedContacts(person)]).filter((each) => String(each).length >= 4);
    expect(secrets.length).toBeGreaterThan(2 * people.length);
    expect(secrets.filter((secret) => text.includes(String(secret)))).toEqual([]);
    const outline = valueOf(await home.drop(file));
    expect(outline).toMatchObject({ workshopId: null, people: people.length, teamName: null });
    valueOf(await home.host.handlers.files.add({ sourceId: outline.sourceId }, facilitator));
    expect(await workshops(home)).toHaveLength(2);
    await home.host.close();
  });
});

describe('two folders with one document id', () => {
  async function copiedFolder() {
    const root = temporaryFolder();
    const before = await laptop({ root });
    const workshopId = await newWorkshop(before.host);
    await before.run(workshopId, add('a', 'Ada'));
    await before.host.close();
    const library = join(root, 'library');
    const [folderName = ''] = readdirSync(library).filter((name) => name.startsWith('HRH-'));
    cpSync(join(library, folderName), join(library, `${folderName} copy`), { recursive: true });
    const home = await laptop({ root });
    const [first, second] = await workshops(home);
    return { home, root, library, workshopId, folderName, first, second };
  }

  test('are named, and the second is brought in and moved out of sight', async () => {
    const { home, library, workshopId, folderName, first, second } = await copiedFolder();
    expect([first?.sameAs, second?.sameAs]).toEqual([null, workshopId]);
    const secondId = second?.workshopId ?? '';
    await home.run(secondId, add('b', 'Bola'));
    await home.run(workshopId, add('c', 'Chidi'));
    const outline = valueOf(await home.host.handlers.files.readFolder({ workshopId: secondId }, facilitator));
    expect(outline).toMatchObject({ fileName: `${folderName} copy`, workshopId, isKnown: false });
    // What is done there after it was read comes along.
    await home.run(secondId, add('d', 'Dede'));
    const answer = await merged(home, outline, 'merge-folder');
    expect(answer).toMatchObject({ taken: 2, movedTo: join(library, `.merged-${folderName} copy`) });
    expect(existsSync(join(library, `.merged-${folderName} copy`, 'workshop.json'))).toBe(true);
    expect(await home.names(workshopId)).toEqual(['Ada', 'Bola', 'Chidi', 'Dede']);
    expect(await workshops(home)).toMatchObject([{ workshopId, sameAs: null }]);
    expect(await home.host.handlers.document.open({ workshopId: secondId }, facilitator)).toMatchObject({
      failure: { code: 'workshop-missing' },
    });
    // Sent again, as after a broken connection.
    expect(await merged(home, outline, 'merge-folder')).toMatchObject({ movedTo: answer.movedTo });
    // Whoever deletes the past deletes this too.
    valueOf(await home.host.handlers.copies.forget({ workshopId, conflictCopies: [] }, facilitator));
    expect(readdirSync(library).filter((name) => name.startsWith('.merged-'))).toEqual([]);
    await home.host.close();
  });

  test('become two workshops: either of them gets an id of its own, and its past is set aside', async () => {
    const { home, library, workshopId, folderName, second } = await copiedFolder();
    const secondId = second?.workshopId ?? '';
    await home.run(secondId, add('b', 'Bola'));
    const made = valueOf(await home.host.handlers.library.makeIndependent({ workshopId: secondId }, facilitator));
    const after = await workshops(home);
    expect(after.map(({ workshopId: id, sameAs, problem }) => [id, sameAs, problem])).toEqual([
      [workshopId, null, null],
      [made.workshopId, null, null],
    ]);
    expect(await home.names(made.workshopId)).toEqual(['Ada', 'Bola']);
    expect(await home.names(workshopId)).toEqual(['Ada']);
    expect(readdirSync(join(library, `${folderName} copy`, 'set-aside')).length).toBeGreaterThan(0);
    await home.run(made.workshopId, add('c', 'Chidi'));
    await home.host.close();
    const again = await laptop({ root: home.root });
    expect(await again.names(made.workshopId)).toEqual(['Ada', 'Bola', 'Chidi']);
    expect((await workshops(again)).map(({ sameAs }) => sameAs)).toEqual([null, null]);
    await again.host.close();
  });

  test('the first of them can be made independent as well: the other is then the workshop', async () => {
    const { home, workshopId } = await copiedFolder();
    const made = valueOf(await home.host.handlers.library.makeIndependent({ workshopId }, facilitator));
    const now = await workshops(home);
    expect(now.map(({ workshopId: id }) => id).toSorted(byText)).toEqual([workshopId, made.workshopId].toSorted(byText));
    expect(now.map(({ sameAs }) => sameAs)).toEqual([null, null]);
    expect(await home.names(workshopId)).toEqual(['Ada']);
    await home.host.close();
  });
});

describe('the desktop shell', () => {
  const dialogs = (path: string | null) => ({
    chooseFolder: () => Promise.resolve(null),
    chooseFile: () => Promise.reject(new Error('not asked')),
    chooseWorkshop: () => Promise.resolve(path),
  });

  async function stick() {
    const home = await laptop();
    const workshopId = await newWorkshop(home.host);
    const { fileName, bytes } = await home.send(workshopId);
    const folder = join(temporaryFolder(), 'stick');
    mkdirSync(folder);
    const path = join(folder, fileName);
    writeFileSync(path, bytes);
    await home.host.close();
    return { path, folder, fileName };
  }

  test('chooses with the system’s dialog and remembers what was opened, newest first', async () => {
    const { path, folder, fileName } = await stick();
    const desk = await laptop({ shell: 'desktop', ports: { dialogs: dialogs(path) } });
    const { files } = desk.host.handlers;
    expect(valueOf(await files.choose({}, facilitator))).toMatchObject({ fileName });
    const [recent] = valueOf(await files.recent({}, facilitator));
    expect(recent).toMatchObject({ fileName, folder, openedAt: '2026-03-18T08:00:00.000Z' });
    expect(valueOf(await files.openRecent({ recentId: recent?.recentId ?? '' }, facilitator))).toMatchObject({ fileName });
    expect(valueOf(await files.recent({}, facilitator))).toHaveLength(1);
    expect(await files.openRecent({ recentId: '../../etc/passwd' }, facilitator)).toMatchObject({
      failure: { code: 'workshop-file-gone' },
    });
    await desk.host.close();
    const cancelled = await laptop({ shell: 'desktop', ports: { dialogs: dialogs(null) } });
    expect(await cancelled.host.handlers.files.choose({}, facilitator)).toEqual({ ok: true, value: null });
    await cancelled.host.close();
    const browser = await laptop({ root: desk.root });
    expect(valueOf(await browser.host.handlers.files.recent({}, facilitator))).toEqual([]);
    expect(await browser.host.handlers.files.choose({}, facilitator)).toMatchObject({ failure: { code: 'not-allowed' } });
    await browser.host.close();
  });

  test('hands given files to the page when it asks, each once, good or bad', async () => {
    const { path, folder, fileName } = await stick();
    const desk = await laptop({ shell: 'desktop' });
    const take = async () => valueOf(await desk.host.handlers.files.takeGiven({}, facilitator));
    expect(await take()).toEqual([]);
    desk.host.give(path);
    desk.host.give(join(folder, 'gone.hrhworkshop'));
    desk.host.give(folder);
    expect(desk.host.published.at(-1)).toMatchObject({ area: 'files', name: 'given', payload: { waiting: 3 } });
    expect(await take()).toMatchObject([
      { fileName, read: { ok: true, value: { title: 'HRH Action Workshop' } } },
      { fileName: 'gone.hrhworkshop', read: { ok: false, failure: { code: 'workshop-file-not-read', folder, reason: 'ENOENT' } } },
      { read: { ok: false, failure: { code: 'workshop-file-not-read' } } },
    ]);
    expect(await take()).toEqual([]);
    await desk.host.close();
  });
});

test('what a person who asks for help is asked: versions, places, licences', async () => {
  const home = await laptop();
  const about = valueOf(await home.host.handlers.app.about({}, facilitator));
  expect(about).toMatchObject({
    appVersion: '0.1.0',
    versions: { electron: null, node: process.versions.node },
    libraryFolder: join(home.root, 'library'),
  });
  expect(about.notices).toContain('SIL OPEN FONT LICENSE');
  await home.host.close();
});

describe('a copy that a synchronising program made', () => {
  /** Two computers that worked on one synchronised folder at the same time: ours, and what the other one left. */
  async function bothWorked() {
    const root = temporaryFolder();
    const before = await laptop({ root });
    const workshopId = await newWorkshop(before.host);
    await before.run(workshopId, add('a', 'Ada'));
    await before.host.close();
    const otherRoot = temporaryFolder();
    cpSync(join(root, 'library'), join(otherRoot, 'library'), { recursive: true });
    const away = await laptop({ root: otherRoot });
    await away.run(workshopId, add('b', 'Bola'));
    const folderIn = (place: string) => {
      const [name = ''] = readdirSync(join(place, 'library')).filter((each) => each.startsWith('HRH-'));
      return join(place, 'library', name);
    };
    return { root, workshopId, away, mine: folderIn(root), theirs: folderIn(otherRoot) };
  }

  const journalIn = (folder: string) => readdirSync(folder).find((name) => /^journal\.\d+\.jsonl$/.test(name)) ?? expect.fail('no journal');

  async function expectBroughtIn(root: string, workshopId: string, fileName: string) {
    const home = await laptop({ root });
    await home.run(workshopId, add('c', 'Chidi'));
    const found = valueOf(await home.host.handlers.files.conflictCopies({ workshopId }, facilitator));
    expect(found).toEqual([fileName]);
    const outline = valueOf(await home.host.handlers.files.readConflictCopy({ workshopId, fileName }, facilitator));
    expect(outline).toMatchObject({ fileName, workshopId, isKnown: false });
    const answer = await merged(home, outline, 'merge-copy');
    expect(answer).toMatchObject({ taken: 1 });
    expect(await home.names(workshopId)).toEqual(['Ada', 'Bola', 'Chidi']);
    expect(valueOf(await home.host.handlers.files.conflictCopies({ workshopId }, facilitator))).toEqual([]);
    expect(readdirSync(answer.movedTo ?? '')).toContain(fileName);
    expect(await merged(home, outline, 'merge-copy')).toMatchObject({ movedTo: answer.movedTo });
    await home.host.close();
  }

  test.each([
    'workshop-LAPTOP.json',
    'workshop (Ada’s conflicted copy 2026-03-18).json',
    'workshop (Copie en conflit de Ada 2026-03-18).json',
    'workshop.sync-conflict-20260318-101010-ABCDEFG.json',
    'workshop 2.json',
    'workshop (1).json',
  ])('%s is noticed, named, merged, and set aside', async (fileName) => {
    const { root, workshopId, away, mine, theirs } = await bothWorked();
    await away.host.close();
    cpSync(join(theirs, 'workshop.json'), join(mine, fileName));
    await expectBroughtIn(root, workshopId, fileName);
  });

  test.each([' (conflicted copy)', '-LAPTOP', '.sync-conflict-20260318-101010-ABCDEFG', ' 2'])(
    'a journal with the addition “%s” is noticed, named, merged, and set aside',
    async (addition) => {
      const { root, workshopId, away, mine, theirs } = await bothWorked();
      const journal = journalIn(theirs);
      const fileName = journal.replace(/\.jsonl$/, `${addition}.jsonl`);
      cpSync(join(theirs, journal), join(mine, fileName));
      await away.host.close();
      await expectBroughtIn(root, workshopId, fileName);
    },
  );

  test('that cannot be read is named all the same, and stays where it is', async () => {
    const { root, workshopId, away, mine } = await bothWorked();
    await away.host.close();
    writeFileSync(join(mine, 'workshop-LAPTOP.json'), '{"format":');
    const home = await laptop({ root });
    const { files } = home.host.handlers;
    expect(valueOf(await files.conflictCopies({ workshopId }, facilitator))).toEqual(['workshop-LAPTOP.json']);
    expect(await files.readConflictCopy({ workshopId, fileName: 'workshop-LAPTOP.json' }, facilitator)).toMatchObject({
      failure: { code: 'workshop-file-damaged', fileName: 'workshop-LAPTOP.json', detail: 'cut' },
    });
    expect(await files.readConflictCopy({ workshopId, fileName: '../settings.json' }, facilitator)).toMatchObject({ ok: false });
    expect(existsSync(join(mine, 'workshop-LAPTOP.json'))).toBe(true);
    await home.host.close();
  });

  test('forgetting leaves it unless it is named, and says so; what is named goes to the last byte', async () => {
    const { root, workshopId, away, mine, theirs } = await bothWorked();
    const journal = journalIn(theirs).replace(/\.jsonl$/, '-LAPTOP.jsonl');
    cpSync(join(theirs, journalIn(theirs)), join(mine, journal));
    await away.host.close();
    cpSync(join(theirs, 'workshop.json'), join(mine, 'workshop-LAPTOP.json'));
    cpSync(join(theirs, 'workshop.json'), join(mine, 'workshop 2.json'));
    const home = await laptop({ root });
    const forget = async (conflictCopies: readonly string[]) =>
      valueOf(await home.host.handlers.copies.forget({ workshopId, conflictCopies: [...conflictCopies] }, facilitator)).conflictCopies;
    const named = valueOf(await home.host.handlers.files.conflictCopies({ workshopId }, facilitator));
    expect(named).toHaveLength(2);
    expect(await forget([])).toEqual(named);
    expect(await forget(['../../settings.json', 'workshop.json', journal])).toEqual(['workshop 2.json']);
    const left = readdirSync(mine);
    expect(left.filter((name) => name.includes('LAPTOP'))).toEqual([]);
    expect(left).toContain('workshop.json');
    expect(existsSync(join(mine, 'workshop 2.json'))).toBe(true);
    expect(await home.names(workshopId)).toEqual(['Ada']);
    await home.host.close();
  });

  test('a merge of it later does not bring back who was removed and forgotten', async () => {
    const { root, workshopId, away, mine, theirs } = await bothWorked();
    await away.host.close();
    cpSync(join(theirs, 'workshop.json'), join(mine, 'workshop-LAPTOP.json'));
    const home = await laptop({ root });
    await home.run(workshopId, { name: 'participantsRemove', ids: ['a'] });
    valueOf(await home.host.handlers.copies.forget({ workshopId, conflictCopies: [] }, facilitator));
    const outline = valueOf(await home.host.handlers.files.readConflictCopy({ workshopId, fileName: 'workshop-LAPTOP.json' }, facilitator));
    await merged(home, outline, 'merge-after-forgetting');
    expect(await home.names(workshopId)).toEqual(['Bola']);
    // The copy was set aside by the merge, and goes with the next forgetting.
    valueOf(await home.host.handlers.copies.forget({ workshopId, conflictCopies: [] }, facilitator));
    await home.host.close();
    const texts = readdirSync(mine, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => [entry.name, readFileSync(join(entry.parentPath, entry.name))] as const);
    const unpacked = texts.map(([name, bytes]) => [name, (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString()] as const);
    expect(unpacked.filter(([, text]) => text.includes('"Ada"')).map(([name]) => name)).toEqual([]);
  });

  test('the files of the workshop itself are none', async () => {
    const { root, workshopId, away } = await bothWorked();
    await away.host.close();
    const home = await laptop({ root });
    await home.run(workshopId, add('c', 'Chidi'));
    expect(valueOf(await home.host.handlers.files.conflictCopies({ workshopId }, facilitator))).toEqual([]);
    await home.host.close();
  });
});
