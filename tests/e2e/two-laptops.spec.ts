// One workshop on two laptops: taken along as a file, changed apart, brought back. Nothing is lost, nothing is dropped without being said.
import { cpSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { BrowserContext, Locator, Page } from '@playwright/test';
import { expect, reopen, startApp, test, testNow, whenReady, type RunningApp } from '../support/app.ts';
import { onlyWorkshop, readWorkshopFolder, workshopFolders } from '../support/library-folder.ts';
import { framePage, type FramePage } from '../support/pages/frame-page.ts';
import { homePage } from '../support/pages/home-page.ts';
import { peoplePage } from '../support/pages/people-page.ts';
import { plansPage } from '../support/pages/plans-page.ts';
import { travelPage, type TravelFile, type TravelPage } from '../support/pages/travel-page.ts';
import { storedContacts } from '../support/contacts.ts';
import { words } from '../support/words.ts';

const t = words('en');

type Records = Readonly<Record<string, Record<string, unknown>>>;

interface Laptop {
  readonly app: RunningApp;
  readonly page: Page;
  readonly frame: FramePage;
  readonly travel: TravelPage;
  /** A field of Basics. */
  readonly basics: (key: string) => Locator;
  readonly records: (collection: string) => Records;
}

function laptop(app: RunningApp, page: Page): Laptop {
  return {
    app,
    page,
    frame: framePage(page, t),
    travel: travelPage(page, t),
    basics: (key) => page.getByRole('main').getByLabel(t(`workshop:basics.${key}`), { exact: true }),
    records: (collection) => onlyWorkshop(app.libraryFolder).collections[collection] ?? {},
  };
}

/** A second laptop with folders of its own, gone when `work` has ended. */
async function withOther(context: BrowserContext, work: (other: Laptop) => Promise<void>): Promise<void> {
  const app = await startApp({ systemLanguage: 'en', now: testNow });
  try {
    const page = await context.newPage();
    await page.goto(await app.newAddress());
    await whenReady(page);
    await work(laptop(app, page));
  } finally {
    await app.dispose();
  }
}

async function takeWhole({ frame, travel }: Laptop): Promise<TravelFile> {
  await frame.goTo('handOut');
  return travel.takeAlong('whole');
}

async function openFromHome({ frame, travel }: Laptop, file: TravelFile): Promise<void> {
  await frame.goTo('workshops');
  await travel.open(file);
}

/** Carries the merge out and waits for the workshop. */
async function bringIn({ travel, page }: Laptop): Promise<void> {
  await travel.bringIn.click();
  await page.waitForURL(/\/w\/[^/]+\//);
  await whenReady(page);
}

function nameOf(records: Records, id: string): string {
  return String(records[id]?.['fullName'] ?? records[id]?.['name']);
}

/** Somebody whom no plan, team or group needs: only such a person can simply be removed. */
function freePerson({ records }: Laptop): string {
  const needed = JSON.stringify(
    ['teams', 'topicGroups', 'plans', 'steps', 'participants'].map((name) =>
      Object.values(records(name)).flatMap((record) => Object.entries(record).filter(([field]) => field !== 'id')),
    ),
  );
  const id = Object.keys(records('participants')).find((candidate) => !needed.includes(candidate));
  if (id === undefined) throw new Error('The sample has nobody who can be removed');
  return id;
}

test('edited apart: what is newer comes in, conflicts are decided now or later, and both laptops end up the same', async ({
  app,
  page,
  context,
}) => {
  test.setTimeout(240_000);
  const home = laptop(app, page);
  await homePage(page, t).openSample();
  const file = await takeWhole(home);
  expect(file.fileName).toMatch(/\.hrhworkshop$/);
  await withOther(context, async (other) => {
    await other.travel.add(file);
    expect(other.records('plans')).toEqual(home.records('plans'));
    const personId = freePerson(home);
    const person = nameOf(home.records('participants'), personId);

    // Apart: one field on both, another one on each, and somebody who is removed there and changed here.
    await other.frame.fill(other.basics('title'), 'As typed on the other laptop');
    await other.frame.fill(other.basics('place'), 'Livingstone');
    await other.frame.prepare('people');
    await peoplePage(other.page, t).openPerson(person);
    await other.frame.saving(() =>
      peoplePage(other.page, t)
        .drawer.getByRole('button', { name: t('remove'), exact: true })
        .click(),
    );
    await home.frame.prepare('basics');
    await home.frame.fill(home.basics('title'), 'As typed at home');
    await home.frame.fill(home.basics('country'), 'Zambia and Botswana');
    await home.frame.prepare('people');
    await peoplePage(page, t).openPerson(person);
    await home.frame.fill(peoplePage(page, t).drawer.getByLabel(t('people:field.role'), { exact: true }), 'Changed at home');
    await peoplePage(page, t).closeDrawer();

    const returning = await takeWhole(other);
    await openFromHome(home, returning);
    await expect(home.travel.conflicts.getByRole('group')).toHaveCount(2);
    const title = home.travel.conflicts.getByRole('group', { name: /title/ });
    await expect(title.getByRole('radio', { name: /As typed at home/ })).not.toBeChecked();
    await expect(title.getByRole('radio', { name: t('bringIn:conflicts.later') })).toBeChecked();
    const removal = home.travel.conflicts.getByRole('group', { name: person });
    await expect(
      removal.getByRole('radio', { name: new RegExp(`${t('bringIn:conflicts.theirs')}.*${t('bringIn:conflicts.removed')}`) }),
    ).toBeVisible();
    await home.travel.unfold();
    await expect(home.travel.taken).toContainText('Livingstone');
    await expect(home.travel.older).toContainText('Zambia and Botswana');
    await title.getByRole('radio', { name: /As typed on the other laptop/ }).check();
    await expect(page.getByRole('main')).toContainText(
      `${t('bringIn:summary.taken', { count: 2 })}, ${t('bringIn:summary.conflicts', { count: 1 })}`,
    );
    await bringIn(home);

    await expect(home.frame.notice(t('bringIn:doneConflicts', { done: t('bringIn:done', { count: 2 }), count: 1 }))).toBeVisible();
    expect(home.records('workshop')['workshop']).toMatchObject({
      title: 'As typed on the other laptop',
      place: 'Livingstone',
      country: 'Zambia and Botswana',
    });
    expect(nameOf(home.records('participants'), personId)).toBe(person);

    // One step: back as it was before, and again.
    await home.frame
      .notice(t('bringIn:done', { count: 2 }))
      .getByRole('button', { name: t('undo'), exact: true })
      .click();
    await expect(home.basics('title')).toHaveValue('As typed at home');
    expect(home.records('workshop')['workshop']).toMatchObject({ title: 'As typed at home' });
    expect(home.records('conflicts')).toEqual({});
    await home.frame.saving(() => home.frame.redo.click());
    await expect(home.basics('place')).toHaveValue('Livingstone');

    // What was left open is said in the workshop until it is decided.
    await expect(page.getByText(t('conflicts:note', { count: 1 }))).toBeVisible();
    await page.getByRole('button', { name: t('conflicts:decide'), exact: true }).click();
    const drawer = page.getByRole('dialog', { name: t('conflicts:title') });
    await expect(drawer).toContainText(person);
    await home.frame.saving(() => drawer.getByRole('button', { name: t('conflicts:keepRecord'), exact: true }).click());
    await expect(drawer).toContainText(t('conflicts:none'));
    await drawer.getByRole('button', { name: t('close'), exact: true }).click();
    expect(home.records('conflicts')).toEqual({});

    // The same file once more brings nothing.
    const before = onlyWorkshop(app.libraryFolder).collections;
    await openFromHome(home, returning);
    await expect(page.getByRole('main')).toContainText(t('bringIn:known'));
    expect(onlyWorkshop(app.libraryFolder).collections).toEqual(before);
    await page.getByRole('button', { name: t('bringIn:openWorkshop'), exact: true }).click();
    await whenReady(page);

    // And the other laptop takes over what was decided.
    await openFromHome(other, await takeWhole(home));
    await expect(other.travel.conflicts).toHaveCount(0);
    await bringIn(other);
    for (const collection of ['workshop', 'participants', 'plans', 'steps'])
      expect(other.records(collection), collection).toEqual(home.records(collection));
  });
});

test('one team works on its plans alone and brings them back; contacts never left', async ({ app, page, context }) => {
  test.setTimeout(240_000);
  const home = laptop(app, page);
  await homePage(page, t).openSample();
  const whole = await takeWhole(home);
  const [planId = '', plan = {}] =
    Object.entries(home.records('plans')).find(
      ([id]) => !Object.values(home.records('planVersions')).some((version) => version['planId'] === id),
    ) ?? [];
  const team = nameOf(home.records('teams'), String(plan['teamId']));
  const part = await home.travel.takeTeam(team);
  const inside = gunzipSync(part.bytes).toString('utf8');
  expect(inside).toContain(planId);
  const support = Object.values(home.records('teams')).map(({ supportContact }) => String(supportContact));
  const contacts = Object.values(home.records('participants')).flatMap(storedContacts);
  expect(contacts.length).toBeGreaterThan(10);
  expect(contacts.filter((contact) => inside.includes(contact) && !support.some((text) => text.includes(contact)))).toEqual([]);

  await withOther(context, async (other) => {
    await other.travel.open(part);
    await expect(other.page.getByRole('alert')).toContainText(
      t('failures:part-without-workshop', { fileName: part.fileName, teamName: team }),
    );
    expect(workshopFolders(other.app.libraryFolder)).toEqual([]);
    const id = await other.travel.add(whole);
    await other.page.goto(`${new URL(other.page.url()).origin}/#/w/${id}/plans/${planId}`);
    await whenReady(other.page);
    await other.frame.fill(plansPage(other.page).field(t('plans:agendaItem')), 'Written by the team alone');
    await other.frame.goTo('handOut');
    const back = await other.travel.takeTeam(team);

    await openFromHome(home, back);
    await expect(page.getByRole('main')).toContainText(t('bringIn:outline.ofTeam', { team }));
    await home.travel.unfold();
    await expect(home.travel.taken).toContainText('Written by the team alone');
    await expect(page.getByRole('main')).toContainText(`${t('bringIn:summary.taken', { count: 1 })}.`);
    const people = home.records('participants');
    await bringIn(home);
    expect(home.records('plans')[planId]).toMatchObject({ agendaItem: 'Written by the team alone' });
    expect(home.records('participants')).toEqual(people);
    expect(Object.keys(home.records('plans')).length).toBeGreaterThan(1);
  });
});

test('a file that is no workshop is refused in words, opened or dropped, and nothing is written', async ({ app, page }) => {
  const home = laptop(app, page);
  await homePage(page, t).openSample();
  const { bytes } = await takeWhole(home);
  const before = onlyWorkshop(app.libraryFolder).collections;
  const text = gunzipSync(bytes).toString('utf8');
  const hostile: readonly (readonly [string, Uint8Array])[] = [
    ['random.hrhworkshop', Uint8Array.from({ length: 4_000 }, (_, index) => (index * 7_919 + 13) % 251)],
    ['archive.hrhworkshop', Buffer.from(`PK\u0003\u0004${'x'.repeat(500)}`)],
    ['cut.hrhworkshop', bytes.subarray(0, bytes.length >> 1)],
    ['empty.hrhworkshop', new Uint8Array(0)],
    ['prototype.hrhworkshop', gzipSync(text.replace('{', '{"__proto__":{"isAdmin":true},'))],
    ['other.hrhworkshop', gzipSync('{"format":"something else"}')],
  ];
  await home.frame.goTo('workshops');
  for (const [fileName, content] of hostile) {
    await home.travel.open({ fileName, bytes: content });
    const refusal = page.getByRole('alert').filter({ hasText: t('bringIn:failed') });
    await expect(refusal, fileName).toContainText(`“${fileName}”`);
    await refusal.getByRole('button', { name: t('close'), exact: true }).click();
    await expect(refusal).toHaveCount(0);
  }
  await home.travel.drop({ fileName: 'dropped.hrhworkshop', bytes: Buffer.from('not a workshop') });
  await expect(page.getByRole('alert')).toContainText('“dropped.hrhworkshop”');
  expect(onlyWorkshop(app.libraryFolder).collections).toEqual(before);
});

test('a workshop that is dropped on any page opens, also from the list of people', async ({ app, page, context }) => {
  const home = laptop(app, page);
  await homePage(page, t).openSample();
  const file = await takeWhole(home);
  await withOther(context, async (other) => {
    await other.travel.drop(file);
    await other.page.waitForURL(/#\/bring-in\//);
    await expect(other.page.getByRole('button', { name: t('bringIn:add'), exact: true })).toBeVisible();
  });
  await home.frame.prepare('people');
  await home.travel.drop(file);
  await page.waitForURL(/#\/bring-in\//);
  await whenReady(page);
  await expect(page.getByRole('main')).toContainText(t('bringIn:known'));
  await page.reload();
  await whenReady(page);
  await expect(page.getByRole('heading', { level: 1, name: t('bringIn:goneTitle') })).toBeVisible();
});

test('two folders with one workshop are named: merged, or made independent', async ({ app, page }) => {
  test.setTimeout(240_000);
  const home = laptop(app, page);
  await homePage(page, t).openSample();
  const first = onlyWorkshop(app.libraryFolder).folder;
  const copyFolder = async (name: string) => {
    expect(await app.stop()).toBe(0);
    cpSync(first, join(app.libraryFolder, name), { recursive: true });
    await app.start();
    await reopen(app, page);
    await home.frame.goTo('workshops');
  };
  const note = page
    .getByRole('main')
    .getByRole('status')
    .filter({ hasText: t('home:twice.merge') });

  await copyFolder('Copied in a hurry');
  await expect(note).toContainText(first);
  await expect(note).toContainText(join(app.libraryFolder, 'Copied in a hurry'));
  await note.getByRole('button', { name: t('home:twice.independent'), exact: true }).click();
  await expect(note).toHaveCount(0);
  expect(workshopFolders(app.libraryFolder)).toHaveLength(2);

  await copyFolder('Copied again');
  await note.getByRole('button', { name: t('home:twice.merge'), exact: true }).click();
  await page.getByRole('button', { name: t('bringIn:setAside'), exact: true }).click();
  await page.waitForURL(/\/w\/[^/]+\//);
  await whenReady(page);
  await home.frame.goTo('workshops');
  await expect(note).toHaveCount(0);
  expect(
    workshopFolders(app.libraryFolder)
      .map((folder) => basename(folder))
      .filter((name) => !name.startsWith('.')),
  ).toHaveLength(2);
  for (const folder of workshopFolders(app.libraryFolder))
    expect(Object.keys(readWorkshopFolder(folder).collections['plans'] ?? {})).toHaveLength(10);
});
