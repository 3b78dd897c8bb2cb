// One job in one go, as rooms have it: the list that the ministry sent, a day run on a laptop whose clock is set back, a plan with pasted steps,
// a second laptop, and what is handed out. In French.
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from '@playwright/test';
import { expect, reopen, startApp, test, testNow, whenReady, type RunningApp } from '../support/app.ts';
import { contacts } from '../support/contacts.ts';
import { onlyWorkshop } from '../support/library-folder.ts';
import { framePage } from '../support/pages/frame-page.ts';
import { handOutPage } from '../support/pages/hand-out-page.ts';
import { homePage } from '../support/pages/home-page.ts';
import { peoplePage, teamsPage } from '../support/pages/people-page.ts';
import { paste, plansPage } from '../support/pages/plans-page.ts';
import { roomPage } from '../support/pages/room-page.ts';
import { travelPage } from '../support/pages/travel-page.ts';
import { flat, readPdf, unzip } from '../support/read-back.ts';
import { words } from '../support/words.ts';

const t = words('fr');

test.use({ systemLanguage: 'fr' });

const ministryList = fileURLToPath(new URL('../../data/fixtures/cases/people/official-list-french.csv', import.meta.url));
const team = 'Arzalie';
const aya = 'KOUASSI Aya Marie-Laure';
const koffi = "N'GUESSAN Koffi";
const topic = 'Pourvoir les postes critiques';

/** As a word processor copies a list into a table: marks, a tab, a name, a date in words. */
const pastedSteps = [
  '•\tLister les postes vacants\tKouassi\t15 avril 2026',
  '•\tÉcrire la note au ministre\tN’Guessan\t12-mai-26',
  '•\tSuivre les nominations\tKouassi\tfin juin',
].join('\n');

function records(app: RunningApp, collection: string): readonly Record<string, unknown>[] {
  return Object.values(onlyWorkshop(app.libraryFolder).collections[collection] ?? {});
}

test('de la liste du ministère aux dossiers remis', async ({ app, page, context }) => {
  test.setTimeout(240_000);
  await homePage(page, t).create({
    title: 'Atelier d’action RHS',
    startDate: '18 mars 2026',
    timezone: 'Africa/Abidjan',
    facilitator: 'Abena Mensa',
  });
  await test.step('the ministry’s list becomes people with every contact', () => importList(app, page));
  await test.step('one team', () => makeTeam(page));
  await test.step('day 1 runs although the clock is set back', () => runFirstDay(app, page));
  await test.step('a plan with pasted steps is signed', () => planAndSign(app, page));
  await test.step('another laptop’s work comes in', () => merge(app, page, context));
  await test.step('the team takes its pack home', () => handOut(page));
});

async function importList(app: RunningApp, page: Page): Promise<void> {
  const people = peoplePage(page, t);
  await framePage(page, t).prepare('people');
  const chooser = page.waitForEvent('filechooser');
  await page
    .getByRole('main')
    .getByRole('button', { name: t('people:importList'), exact: true })
    .first()
    .click();
  await (await chooser).setFiles(ministryList);
  await people.goToCheck();
  await expect(people.rows).toHaveCount(2);
  await framePage(page, t).saving(() => people.importNow());
  const stored = records(app, 'participants').toSorted((a, b) => (String(a['fullName']) < String(b['fullName']) ? -1 : 1));
  expect(stored.map(({ fullName, role }) => ({ fullName, role }))).toEqual([
    { fullName: aya, role: 'DRH' },
    { fullName: koffi, role: 'Chef de service' },
  ]);
  expect(stored.map((person) => person['contacts'])).toEqual([
    contacts({ email: 'aya.kouassi@example.org', phone: '07 07 00 00 01' }),
    contacts({ email: 'aya2@example.org', phone: '05 05 00 00 02' }),
  ]);
}

async function makeTeam(page: Page): Promise<void> {
  const teams = teamsPage(page, t);
  const frame = framePage(page, t);
  await frame.prepare('teams');
  await frame.saving(() => teams.add(team));
  for (const name of [aya, koffi]) {
    await frame.saving(() => teams.moveByKey(name, team));
    await expect(teams.member(team, name)).toBeVisible();
  }
}

async function runFirstDay(app: RunningApp, page: Page): Promise<void> {
  const frame = framePage(page, t);
  const room = roomPage(page, t);
  await frame.goTo('run');
  const first = await room.title.innerText();
  await frame.saving(() => room.act('startWorkshop').click());
  await expect(room.clock).toBeVisible();

  // The laptop dies, and starts with a clock that is an hour behind.
  await app.kill();
  await app.start('2026-03-18T06:00:00Z');
  await reopen(app, page);
  await homePage(page, t)
    .row('Atelier d’action RHS')
    .getByRole('button', { name: t('home:goOn') })
    .click();
  await whenReady(page);
  await expect(page.getByText(t('run:jump.title'))).toBeVisible();
  await page.getByLabel(t('run:jump.minutes')).fill('5');
  await page.getByRole('button', { name: t('run:jump.set') }).click();
  await expect(page.getByText(t('run:jump.title'))).toHaveCount(0);
  await frame.saving(() => room.act('pause').click());
  await frame.saving(() => room.act('resume').click());
  await frame.saving(() => room.act('finish').click());
  await expect(room.title).not.toHaveText(first);
  const inOrder = records(app, 'clockEvents')
    .map((event) => ({ kind: event['kind'], order: event['order'] as { readonly number: number; readonly place: number } }))
    .toSorted((a, b) => a.order.number - b.order.number || a.order.place - b.order.place)
    .map(({ kind }) => kind);
  expect(inOrder.slice(0, 1)).toEqual(['started']);
  expect(inOrder.filter((kind) => kind === 'paused' || kind === 'resumed' || kind === 'finished')).toEqual([
    'paused',
    'resumed',
    'finished',
  ]);
}

async function planAndSign(app: RunningApp, page: Page): Promise<void> {
  const frame = framePage(page, t);
  const plans = plansPage(page);
  await frame.goTo('plans');
  await frame.saving(() => page.getByRole('button', { name: t('plans:list.newPlanFor', { team }) }).click());
  await frame.fill(plans.field(t('plans:topic')), topic);
  await frame.fill(plans.field(t('plans:agendaItem')), 'Postes vacants : état des lieux');
  await frame.fill(plans.field(t('plans:expectedOutput')), 'Une note signée par le ministre');
  await plans.emptyStep.click();
  await frame.saving(() => paste(page, pastedSteps));
  await expect.poll(plans.stepLines).toEqual([
    { text: 'Lister les postes vacants', responsible: [aya], due: '15/04/2026' },
    { text: 'Écrire la note au ministre', responsible: [koffi], due: '12/05/2026' },
    { text: 'Suivre les nominations', responsible: [aya], due: '30/06/2026' },
  ]);
  const section = (title: string) => page.getByRole('group').filter({ has: page.getByRole('heading', { name: t(title), exact: true }) });
  const setting = section('plans:setting.title');
  await frame.saving(() => setting.getByRole('checkbox').first().check());
  await frame.saving(() => setting.getByLabel(t('plans:setting.phase'), { exact: true }).selectOption('planning'));
  await setting.getByLabel(t('plans:setting.accountable'), { exact: true }).fill('kouassi');
  await frame.saving(() => page.keyboard.press('Enter'));
  await frame.saving(() => page.getByRole('button', { name: t('plans:home.add') }).click());
  await frame.saving(async () => {
    for (const text of ['Aya Kouassi', 'Secrétaire général', 'Réunion de direction', '2 avril 2026']) {
      await page.keyboard.type(text);
      await page.keyboard.press('Tab');
    }
  });
  await expect(page.getByRole('heading', { name: t('plans:checks.none') })).toBeVisible();
  await page.getByLabel(t('plans:sign.by'), { exact: true }).fill('Aya Kouassi');
  await frame.saving(() => page.getByRole('button', { name: t('plans:sign.act', { version: 1 }) }).click());
  await expect(plans.line(topic)).toContainText(t('plans:list.signed', { version: 1 }));
  expect(records(app, 'signOffs')).toEqual([expect.objectContaining({ withdrawnAt: null })]);
}

async function merge(app: RunningApp, page: Page, context: BrowserContext): Promise<void> {
  const frame = framePage(page, t);
  await frame.goTo('handOut');
  const taken = await travelPage(page, t).takeAlong('whole');
  const otherApp = await startApp({ systemLanguage: 'fr', now: testNow });
  try {
    const otherPage = await context.newPage();
    await otherPage.goto(await otherApp.newAddress());
    await whenReady(otherPage);
    const other = { frame: framePage(otherPage, t), travel: travelPage(otherPage, t) };
    await other.travel.add(taken);
    await other.frame.prepare('basics');
    const place = otherPage.getByRole('main').getByLabel(t('workshop:basics.place'), { exact: true });
    await other.frame.fill(place, 'Grand-Bassam, salle B');
    await other.frame.goTo('handOut');
    const back = await other.travel.takeAlong('whole');
    await frame.goTo('workshops');
    await travelPage(page, t).open(back);
    await travelPage(page, t).bringIn.click();
    await page.waitForURL(/\/w\/[^/]+\//);
    await whenReady(page);
  } finally {
    await otherApp.dispose();
  }
  expect(records(app, 'workshop')).toEqual([expect.objectContaining({ place: 'Grand-Bassam, salle B' })]);
  expect(records(app, 'steps')).toHaveLength(3);
}

async function handOut(page: Page): Promise<void> {
  const frame = framePage(page, t);
  const screen = handOutPage(page);
  await frame.goTo('handOut');
  await screen.build.click();
  await expect(screen.result).toBeVisible({ timeout: 60_000 });
  const { bytes } = await screen.download(page.getByRole('button', { name: t('handOut:result.all') }));
  const files = await unzip(bytes);
  const plan = [...files].find(([name]) => /10-plan-.*-v1\.pdf$/.test(name))?.[1];
  if (!plan) throw new Error(`No signed plan in ${[...files.keys()].join(', ')}`);
  const text = flat((await readPdf(plan)).pages.join(' '));
  for (const said of [topic, 'Lister les postes vacants', 'Écrire la note au ministre', 'Suivre les nominations', '12 mai 2026', aya]) {
    expect(text).toContain(said);
  }
  expect([...files.keys()].some((name) => name.endsWith('40-calendar.ics'))).toBe(true);
}
