// The whole job once, for real: make a workshop, bring in the people, run it, capture the plans, hand out the packs, and find all again.
import type { Page } from '@playwright/test';
import { expect, reopen, test, type RunningApp } from '../support/app.ts';
import { onlyWorkshop } from '../support/library-folder.ts';
import { framePage, type FramePage } from '../support/pages/frame-page.ts';
import { handOutPage } from '../support/pages/hand-out-page.ts';
import { homePage } from '../support/pages/home-page.ts';
import { peoplePage, teamsPage } from '../support/pages/people-page.ts';
import { paste, plansPage } from '../support/pages/plans-page.ts';
import { roomPage } from '../support/pages/room-page.ts';
import { docxText, everyByte, flat, readPdf, unzip, xlsxText } from '../support/read-back.ts';
import { contacts } from '../support/contacts.ts';
import { startOf, words } from '../support/words.ts';

const t = words('en');

const workshop = {
  title: 'HRH Action Workshop, Accra',
  place: 'Accra, Conference Centre',
  country: 'Ghana',
  startDate: '18 March 2026',
  timezone: 'Africa/Accra',
  facilitator: 'Yaw Asante',
  hosts: ['Ministry of Health'],
  partners: ['Regional Training Centre', 'Nurses and Midwives Council'],
  funders: ['Development Partners Group'],
  objectives: ['Every team leaves with two plans', 'Teams learn from each other'],
} as const;

/** P1 of the documented sample plans, due dates counted from 20 March 2026, the last day. */
const plan = {
  team: 'Country A',
  topic: 'Improve the HR planning process',
  agendaItem: 'Lessons from the HR plans that exist',
  secondAgendaItem: 'Lessons from the HR plans, and who keeps them',
  expectedOutput: 'Note of lessons for the planning team',
  steps: [
    { text: 'List existing HR plans', responsible: 'A. Mensa', days: '14', due: '03/04/2026' },
    { text: 'Find their progress reports', responsible: 'A. Mensa', days: '21', due: '10/04/2026' },
    { text: 'Interview 6 key people', responsible: 'L. Phiri', days: '45', due: '04/05/2026' },
    { text: 'Write and circulate 4-page note', responsible: 'L. Phiri', days: '60', due: '19/05/2026' },
  ],
  introductions: [
    { who: 'L. Phiri', toWhom: 'Permanent Secretary', meeting: 'Next management meeting', by: '10' },
    { who: 'A. Mensa', toWhom: 'Members of the task force', meeting: 'First task-force meeting', by: '21' },
  ],
  indicator: { name: 'HR plans reviewed', baseline: '0', target: '4' },
  resources: 'Staff time only',
} as const;

/** "Score of {{field}}, 1 to 10" */
const scoreOf = startOf(t('run:rating.score', { field: '{{field}}' }));

const otherTopics = [
  'Fill the posts in closed facilities',
  'Train local students',
  'Absence control',
  'Make the case for HRH money',
] as const;

/** What the page and the disk both know at the end of a step. */
function records(app: RunningApp, collection: string): readonly Record<string, unknown>[] {
  return Object.values(onlyWorkshop(app.libraryFolder).collections[collection] ?? {});
}

function named(app: RunningApp, collection: string, name: string): Record<string, unknown> {
  const found = records(app, collection).find((record) => record['name'] === name || record['fullName'] === name);
  if (!found) throw new Error(`No ${collection} record is called ${name}`);
  return found;
}

test('a workshop from the first start to the packs, and everything is there again', async ({ app, page }) => {
  // Nine parts of the work in one go.
  test.setTimeout(240_000);
  const frame = framePage(page, t);
  await test.step('a new workshop from the template of three days', () => newWorkshop(app, page));
  await test.step('38 people of eleven countries come out of a list', () => importPeople(app, page, frame));
  await test.step('teams, a lead, a topic group', () => arrangeTeams(app, page, frame));
  await test.step('the agenda is fitted to the day', () => editAgenda(app, page, frame));
  await test.step('day 1 is run, with its records', () => runFirstDay(app, page, frame));
  await test.step('five topics, scored; two become plans', () => chooseTopics(app, page));
  await test.step('the first plan is typed field by field', () => typePlan(app, page, frame));
  await test.step('it is signed, changed, and signed as version 2', () => signTwice(app, page));
  await test.step('packs of four teams are handed out and read back', () => handOut(app, page, frame));
  await test.step('Home counts what was done', async () => {
    await frame.goTo('workshops');
    const row = homePage(page, t).row(workshop.title);
    await expect(row).toContainText(t('home:teamsCount', { count: 12 }));
    await expect(row).toContainText(t('home:plansSignedWide', { signed: 1, plans: 2 }));
    await expect(row).toContainText(t('home:state.today', { day: 1 }));
  });
  await test.step('the laptop is closed and opened again', async () => {
    const before = onlyWorkshop(app.libraryFolder);
    expect(await app.stop()).toBe(0);
    expect(onlyWorkshop(app.libraryFolder).collections).toEqual(before.collections);
    await app.start();
    await reopen(app, page);
    await homePage(page, t)
      .row(workshop.title)
      .getByRole('button', { name: t('home:goOn') })
      .click();
    await expect(roomPage(page).title).toBeVisible();
    await frame.prepare('people');
    await expect(peoplePage(page, t).row("Éric d'Almeida")).toBeVisible();
    await frame.goTo('plans');
    const plans = plansPage(page);
    await plans.open(plan.topic);
    await expect(plans.field(t('plans:agendaItem'))).toHaveValue(plan.secondAgendaItem);
    await expect.poll(plans.stepLines).toEqual(plan.steps.map(({ text, responsible, due }) => ({ text, responsible: [responsible], due })));
    await frame.goTo('handOut');
    await expect(handOutPage(page).log.getByRole('row')).toHaveCount(2);
    expect(onlyWorkshop(app.libraryFolder).collections).toEqual(before.collections);
  });
});

async function newWorkshop(app: RunningApp, page: Page): Promise<void> {
  const id = await homePage(page, t).create(workshop);
  expect(id).not.toBe('');
  const [stored] = records(app, 'workshop');
  expect(stored).toMatchObject({
    title: workshop.title,
    place: workshop.place,
    country: workshop.country,
    startDate: '2026-03-18',
    endDate: '2026-03-20',
    timezone: workshop.timezone,
    hosts: workshop.hosts,
    partners: workshop.partners,
    funders: workshop.funders,
    objectives: workshop.objectives,
    organisers: [{ name: workshop.facilitator, role: 'facilitator' }],
    isSample: false,
  });
  expect(records(app, 'days').map((day) => day['date'])).toEqual(['2026-03-18', '2026-03-19', '2026-03-20']);
  expect(records(app, 'sessions')).toHaveLength(37);
}

async function importPeople(app: RunningApp, page: Page, frame: FramePage): Promise<void> {
  const people = peoplePage(page, t);
  await frame.prepare('people');
  await people.bringFile('participants-38.xlsx');
  await people.goToCheck();
  await expect(people.rows).toHaveCount(38);
  await frame.saving(() => people.importNow());
  expect(records(app, 'participants')).toHaveLength(38);
  expect(records(app, 'teams')).toHaveLength(11);
  expect(named(app, 'participants', "Éric d'Almeida")).toMatchObject({
    contacts: contacts({ email: 'eric.dalmeida@finances.example.org', phone: '22890112235', agrees: true }),
  });
  expect(named(app, 'participants', 'Amina Hassan')).toMatchObject({ contacts: [{ consent: [] }, { consent: [] }] });
  expect(records(app, 'participants').filter((person) => person['kind'] !== 'participant')).toHaveLength(5);
  for (const name of ['A. Mensa', 'L. Phiri']) await frame.saving(() => people.add(name));
}

async function arrangeTeams(app: RunningApp, page: Page, frame: FramePage): Promise<void> {
  const teams = teamsPage(page, t);
  await frame.prepare('teams');
  await frame.saving(() => teams.add(plan.team));
  for (const name of ['A. Mensa', 'L. Phiri']) {
    await frame.saving(() => teams.moveByKey(name, plan.team));
    await expect(teams.member(plan.team, name)).toBeVisible();
  }
  await teams.open(plan.team);
  const { drawer } = teams;
  await frame.saving(() => drawer.getByLabel(t('people:team.lead'), { exact: true }).selectOption({ label: 'A. Mensa' }));
  await frame.fill(drawer.getByLabel(t('people:team.supportContact'), { exact: true }), 'Regional Training Centre');
  await drawer.getByRole('button', { name: t('close'), exact: true }).click();
  await expect(teams.column(plan.team)).toContainText(t('people:lead'));

  await page
    .getByRole('group', { name: t('people:board.views') })
    .getByRole('button', { name: t('people:board.groups') })
    .click();
  await frame.saving(() => teams.moveByKey('A. Mensa', 'HR planning'));
  await expect(teams.member('HR planning', 'A. Mensa')).toBeVisible();

  const team = named(app, 'teams', plan.team);
  const group = named(app, 'topicGroups', 'HR planning');
  expect(team).toMatchObject({ leadId: named(app, 'participants', 'A. Mensa')['id'], supportContact: 'Regional Training Centre' });
  expect(named(app, 'participants', 'A. Mensa')).toMatchObject({ teamId: team['id'], topicGroupId: group['id'] });
}

async function editAgenda(app: RunningApp, page: Page, frame: FramePage): Promise<void> {
  await frame.prepare('agenda');
  const sum = page.getByTestId('day-sum');
  await expect(sum).toContainText(t('agenda:balance.exact'));
  const opening = 'Opening and introductions';
  const minutes = page.getByLabel(t('agenda:cell.minutes', { name: opening }), { exact: true });
  await frame.fill(minutes, '1:15');
  await expect(sum).toContainText(t('agenda:balance.over', { count: 15, planned: '17:00' }));
  await expect(sum).toContainText('17:15');
  await frame.saving(async () => {
    await page.getByLabel(t('agenda:add.label'), { exact: true }).fill('Group photo');
    await page.keyboard.press('Enter');
  });
  const photo = records(app, 'sessions').find((session) => JSON.stringify(session['title']).includes('Group photo'));
  expect(photo).toMatchObject({ title: { en: 'Group photo' } });
  await frame.saving(() => frame.undo.click());
  await expect(page.getByLabel(t('agenda:cell.title', { name: 'Group photo' }), { exact: true })).toHaveCount(0);
  expect(records(app, 'sessions')).toHaveLength(37);
  expect(records(app, 'sessions').filter((session) => session['plannedMinutes'] === 75)).toHaveLength(2);
}

async function runFirstDay(app: RunningApp, page: Page, frame: FramePage): Promise<void> {
  const room = roomPage(page);
  const clockKinds = () =>
    records(app, 'clockEvents')
      .map((event) => ({ kind: event['kind'], order: event['order'] as { readonly number: number; readonly place: number } }))
      .toSorted((a, b) => a.order.number - b.order.number || a.order.place - b.order.place)
      .map(({ kind }) => kind);
  await frame.goTo('run');
  await expect(room.title).toHaveText('Registration');
  await frame.saving(() => room.act('startWorkshop').click());
  await expect(room.clock).toBeVisible();

  await frame.saving(() =>
    room.record
      .getByRole('region', { name: plan.team, exact: true })
      .getByRole('button', { name: t('run:attendance.allPresent') })
      .click(),
  );
  const absent = t('run:attendance.of', { state: t('run:attendance.absent'), name: 'Amina Hassan' });
  await frame.saving(() => room.record.getByRole('button', { name: absent, exact: true }).click());
  await frame.saving(() => room.record.getByRole('button', { name: t('run:attendance.everyone') }).click());
  expect(records(app, 'attendance').filter((entry) => entry['state'] === 'present')).toHaveLength(39);
  expect(records(app, 'attendance').filter((entry) => entry['state'] === 'absent')).toHaveLength(1);

  await frame.saving(() => room.act('plusSpoken', { count: 5 }).click());
  await frame.saving(() => room.act('pause').click());
  await frame.saving(() => room.act('resume').click());
  await frame.saving(() => room.act('finish').click());
  await expect(room.title).toHaveText('Opening and introductions');
  await frame.saving(() => room.act('start').click());
  await frame.fill(
    room.record.getByLabel(t('run:notes.highlights'), { exact: true }),
    'Eleven countries are here\nThe Minister opened the workshop',
  );
  await frame.fill(room.record.getByLabel(t('run:notes.notes'), { exact: true }), 'Expectations hang on the wall.');
  await frame.saving(() => room.park('Who pays for the follow-up visit?', 'Grace Wanjiru'));
  await frame.saving(() => room.act('skip').click());
  await expect(room.title).toHaveText('Objectives, agenda and ways of working');
  await frame.saving(() => room.act('back').click());
  await expect(room.title).toHaveText('Opening and introductions');
  await expect(room.clock).toBeVisible();
  await frame.saving(() => room.act('finish').click());
  expect(clockKinds()).toEqual(['started', 'extended', 'paused', 'resumed', 'finished', 'started', 'skipped', 'reopened', 'finished']);
  expect(records(app, 'sessionRecords')).toEqual([
    expect.objectContaining({
      highlights: ['Eleven countries are here', 'The Minister opened the workshop'],
      notes: 'Expectations hang on the wall.',
    }),
  ]);
  expect(records(app, 'parkingItems')).toEqual([
    expect.objectContaining({ text: 'Who pays for the follow-up visit?', raisedBy: 'Grace Wanjiru', status: 'open' }),
  ]);
  await rateSixFields(app, page, frame);
}

async function rateSixFields(app: RunningApp, page: Page, frame: FramePage): Promise<void> {
  const room = roomPage(page);
  await room.show('Baseline: rate the six fields');
  await room.chooseTeam(plan.team);
  const scores = room.scales(scoreOf);
  await expect(scores).toHaveCount(6);
  for (let index = 0; index < 6; index += 1) {
    await frame.saving(() =>
      scores
        .nth(index)
        .getByRole('radio', { name: String(index + 3), exact: true })
        .click(),
    );
  }
  const evidence = room.record.getByRole('textbox', { name: startOf(t('run:rating.evidenceOf', { field: '{{field}}' })) });
  await frame.fill(evidence.first(), 'The HR plan of 2019 has never been reviewed');
  await frame.saving(() =>
    room.record
      .getByRole('combobox', { name: startOf(t('run:rating.confidence', { field: '{{field}}' })) })
      .first()
      .selectOption({ label: t('run:rating.high') }),
  );
  const ratings = records(app, 'fieldAssessments');
  expect(ratings.map((rating) => Number(rating['score'])).toSorted((a, b) => a - b)).toEqual([3, 4, 5, 6, 7, 8]);
  expect(ratings).toContainEqual(
    expect.objectContaining({ score: 3, confidence: 'high', evidence: 'The HR plan of 2019 has never been reviewed', round: 'baseline' }),
  );
  expect(ratings.every((rating) => rating['teamId'] === named(app, 'teams', plan.team)['id'])).toBe(true);
}

async function chooseTopics(app: RunningApp, page: Page): Promise<void> {
  const room = roomPage(page);
  const frame = framePage(page, t);
  await room.showDay(2);
  await room.show('From the long list to two priorities');
  await room.chooseTeam(plan.team);
  await expect(room.record).toContainText(t('run:topics.hint.too-few'));
  const add = room.record.getByLabel(t('run:topics.add'), { exact: true });
  await frame.saving(async () => {
    await add.fill(plan.topic);
    await page.keyboard.press('Enter');
  });
  await add.focus();
  await frame.saving(() => paste(page, otherTopics.join('\n')));
  const topic = (number: number) => room.record.getByRole('region', { name: t('run:topics.topic', { number }), exact: true });
  await expect(topic(5)).toBeVisible();
  await expect(room.record).toContainText(t('run:topics.hint.choose-two'));
  for (const number of [1, 2]) {
    for (const criterion of ['importance', 'feasibility', 'withinOurReach'] as const) {
      const score = room.record.getByRole('combobox', {
        name: t('run:topics.scoreOf', { criterion: t(`run:topics.${criterion}`), number }),
      });
      await frame.saving(() => score.selectOption(number === 1 ? '5' : '4'));
    }
    await expect(topic(number).getByTitle(t('run:topics.sum', { sum: number === 1 ? 15 : 12 }))).toBeVisible();
    await expect(topic(number).getByTitle(t('run:topics.rankIs', { rank: number }))).toBeVisible();
    await frame.saving(() => topic(number).getByLabel(t('run:topics.chosenOf', { number }), { exact: true }).check());
  }
  await frame.fill(topic(1).getByLabel(t('run:topics.reasonOf', { number: 1 }), { exact: true }), 'Everything else waits for it');
  await expect(room.record).toContainText(t('run:topics.hint.ready'));
  await frame.saving(() => room.record.getByRole('button', { name: t('run:topics.create', { count: 2 }) }).click());
  await expect(room.record).toContainText(t('run:topics.allHavePlans'));
  expect(records(app, 'topics')).toHaveLength(5);
  const planTopics = records(app, 'plans').map((each) => each['topic']);
  expect(planTopics).toHaveLength(2);
  expect(new Set(planTopics)).toEqual(new Set([otherTopics[0], plan.topic]));
}

async function typePlan(app: RunningApp, page: Page, frame: FramePage): Promise<void> {
  const plans = plansPage(page);
  await frame.goTo('plans');
  await plans.open(plan.topic);
  await frame.fill(plans.field(t('plans:agendaItem')), plan.agendaItem);
  await frame.fill(plans.field(t('plans:expectedOutput')), plan.expectedOutput);

  await plans.emptyStep.click();
  for (const step of plan.steps) {
    await page.keyboard.type(step.text);
    await page.keyboard.press('Tab');
    await page.keyboard.type(step.responsible.slice(3).toLowerCase());
    await expect(page.getByRole('option', { name: step.responsible, exact: false }).first()).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type(step.days);
    await page.keyboard.press('Enter');
  }
  await expect.poll(plans.stepLines).toEqual(plan.steps.map(({ text, responsible, due }) => ({ text, responsible: [responsible], due })));

  for (const [index, home] of plan.introductions.entries()) {
    await frame.saving(() => page.getByRole('button', { name: t('plans:home.add') }).click());
    const number = index + 1;
    await expect(page.getByLabel(t('plans:home.whoOf', { number }), { exact: true })).toBeFocused();
    for (const text of [home.who, home.toWhom, home.meeting]) {
      await page.keyboard.type(text);
      await page.keyboard.press('Tab');
    }
    await frame.saving(async () => {
      await page.keyboard.type(home.by);
      await page.keyboard.press('Tab');
    });
  }

  const section = (title: string) => page.getByRole('group').filter({ has: page.getByRole('heading', { name: t(title), exact: true }) });
  const setting = section('plans:setting.title');
  await frame.saving(() => setting.getByRole('checkbox').first().check());
  await frame.saving(() => setting.getByLabel(t('plans:setting.phase'), { exact: true }).selectOption('planning'));
  await setting.getByLabel(t('plans:setting.accountable'), { exact: true }).fill('mensa');
  await frame.saving(() => page.keyboard.press('Enter'));

  await section('plans:scope.title').locator('summary').click();
  await frame.fill(plans.field(t('plans:scope.resources')), plan.resources);
  await section('plans:indicators.title').locator('summary').click();
  await frame.saving(() => page.getByRole('button', { name: t('plans:indicators.add') }).click());
  await frame.fill(page.getByRole('combobox', { name: t('plans:indicators.nameOf', { number: 1 }) }), plan.indicator.name);
  await frame.fill(plans.field(t('plans:indicators.baselineOf', { number: 1 })), plan.indicator.baseline);
  await frame.fill(plans.field(t('plans:indicators.targetOf', { number: 1 })), plan.indicator.target);

  const stored = records(app, 'plans').find((each) => each['topic'] === plan.topic);
  expect(stored).toMatchObject({
    agendaItem: plan.agendaItem,
    expectedOutput: plan.expectedOutput,
    fieldIds: [expect.any(String)],
    phaseId: 'planning',
    resources: plan.resources,
    accountableId: named(app, 'participants', 'A. Mensa')['id'],
  });
  expect(records(app, 'homeIntroductions')).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ who: 'L. Phiri', toWhom: 'Permanent Secretary', byDate: '2026-03-30' }),
      expect.objectContaining({ who: 'A. Mensa', meeting: 'First task-force meeting', byDate: '2026-04-10' }),
    ]),
  );
}

async function signTwice(app: RunningApp, page: Page): Promise<void> {
  const plans = plansPage(page);
  const frame = framePage(page, t);
  const sign = async (version: number) => {
    await expect(page.getByRole('heading', { name: t('plans:checks.none') })).toBeVisible();
    await page.getByLabel(t('plans:sign.by'), { exact: true }).fill('A. Mensa');
    await frame.saving(() => page.getByRole('button', { name: t('plans:sign.act', { version }) }).click());
    await expect(page.getByText(t('plans:seal.signed', { version, date: '18 March 2026', by: 'A. Mensa' }))).toBeVisible();
  };
  await sign(1);
  await expect(plans.field(t('plans:agendaItem'))).toHaveAttribute('readonly', '');
  await frame.saving(() => page.getByRole('button', { name: t('plans:seal.change') }).click());
  await frame.fill(plans.field(t('plans:agendaItem')), plan.secondAgendaItem);
  await expect(plans.line(plan.topic)).toContainText(t('plans:list.changing', { signed: 1, draft: 2 }));
  await sign(2);
  await expect(plans.line(plan.topic)).toContainText(t('plans:list.signed', { version: 2 }));
  const versions = records(app, 'planVersions').toSorted((a, b) => Number(a['number']) - Number(b['number']));
  expect(versions.map((version) => (version['content'] as { plan: { agendaItem: string } }).plan.agendaItem)).toEqual([
    plan.agendaItem,
    plan.secondAgendaItem,
  ]);
}

async function handOut(app: RunningApp, page: Page, frame: FramePage): Promise<void> {
  const screen = handOutPage(page);
  await frame.goTo('handOut');
  await expect(page.getByRole('link', { name: t('handOut:missing.team-without-plan', { team: 'Ghana' }) })).toBeVisible();
  await page.getByRole('button', { name: t('handOut:none') }).click();
  for (const team of [plan.team, 'Kenya', 'Sudan', 'Togo']) await screen.row(team).getByRole('checkbox').check();
  await screen.row('Togo').getByRole('combobox').selectOption('fr');
  await screen.build.click();
  await expect(screen.result).toBeVisible({ timeout: 60_000 });
  const { fileName, bytes } = await screen.download(page.getByRole('button', { name: t('handOut:result.all') }));
  expect(fileName).toMatch(/^HRH.Action.Workshop.*\.zip$/);

  const files = await unzip(bytes);
  const ofPlan = (extension: string) => {
    const found = [...files].find(([name]) => /Country.A\/10-plan-.*-v2\./.test(name) && name.endsWith(extension));
    if (!found) throw new Error(`No plan as ${extension} in ${[...files.keys()].join(', ')}`);
    return found[1];
  };
  const typed = [
    plan.topic,
    plan.secondAgendaItem,
    plan.expectedOutput,
    ...plan.steps.flatMap(({ text, responsible }) => [text, responsible]),
    ...plan.introductions.flatMap(({ who, toWhom, meeting }) => [who, toWhom, meeting]),
    plan.indicator.name,
    plan.resources,
  ];
  const texts = {
    docx: flat(await docxText(ofPlan('.docx'))),
    pdf: flat((await readPdf(ofPlan('.pdf'))).pages.join(' ')),
    xlsx: flat(await xlsxText(ofPlan('.xlsx'))),
  };
  for (const [format, text] of Object.entries(texts)) {
    expect({ format, missing: typed.filter((each) => !text.includes(each)) }).toEqual({ format, missing: [] });
  }
  const everything = (await everyByte('all.zip', bytes)).join('\n');
  expect(everything).toContain('grace.wanjiru@health.example.org');
  for (const refused of ['amina@coast.example.org', '254700123458', 'o.idris@state.example.org']) expect(everything).not.toContain(refused);
  expect([...files.keys()].filter((name) => name.endsWith('all-plans-for-copying.pdf'))).toHaveLength(1);

  const [entry] = records(app, 'packExports');
  expect(entry).toMatchObject({
    teamIds: expect.arrayContaining([named(app, 'teams', plan.team)['id'], named(app, 'teams', 'Togo')['id']]),
  });
  await expect(screen.log.getByRole('row')).toHaveCount(2);
}
