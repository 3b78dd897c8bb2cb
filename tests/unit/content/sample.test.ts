// The sample workshop: whole, consistent, and with the cases that a real list of people brings.
import { describe, expect, test } from 'vitest';
import type { SamplePlan } from '../../../shared/domain/workshop/sample.ts';
import { bilingualTextsIn, frenchTypographyFaults, readFramework, readSample, readTemplate, stringsIn } from './content-files.ts';
import { noteLimit, titleLimit } from '../../../shared/kernel/limits.ts';

const sample = readSample();
const framework = readFramework();
const sessionIds = new Set(readTemplate(sample.workshop.templateId).days.flatMap((day) => day.sessions.map((session) => session.id)));
const peopleByKey = new Map(sample.participants.map((person) => [person.key, person]));
const teamsByKey = new Map(sample.teams.map((team) => [team.key, team]));
const refusing = sample.participants.filter((person) => !person.consentContact);

/** Words that a plan of some length can hardly do without, and that the other language does not have. */
const englishWords = ['the', 'of', 'and'];
const frenchWords = ['le', 'les', 'des', 'une'];

function membersOf(team: string) {
  return sample.participants.filter((person) => person.team === team);
}

/** What the hard rules of sign-off ask for, as far as the schema leaves it open. */
function gapsOf(plan: SamplePlan): string[] {
  const gaps: string[] = [];
  const parts = [plan.topic, plan.agendaItem, plan.expectedOutput];
  if (parts.some((part) => part === '' || part.length > titleLimit)) gaps.push('part');
  if (plan.steps.some((step) => step.responsible.length === 0)) gaps.push('responsible');
  if (plan.steps.some((step) => step.dueDays === null)) gaps.push('due');
  const { endDays } = plan;
  if (endDays !== null && plan.steps.some((step) => step.dueDays !== null && step.dueDays > endDays)) gaps.push('after-end');
  const introductions = plan.homeIntroductions;
  const settled = introductions.every((entry) => entry.who !== '' && entry.toWhom !== '' && entry.byDays !== null);
  if (introductions.length === 0 || !settled) gaps.push('introduction');
  return gaps;
}

test('what describes the workshop is there in both languages, in good French typography', () => {
  const { title, partners, funders, objectives } = sample.workshop;
  const texts = bilingualTextsIn([title, partners, funders, objectives]);
  expect(texts).toHaveLength(1 + partners.length + funders.length + objectives.length);
  expect(texts.filter(({ en, fr }) => en === '' || en === fr || frenchTypographyFaults(fr).length > 0)).toEqual([]);
});

describe('people of the sample', () => {
  test('are 38 from 11 countries, and five people outside teams', () => {
    const inTeams = sample.participants.filter((person) => person.team !== null);
    expect(inTeams).toHaveLength(38);
    expect(new Set(inTeams.map((person) => person.country)).size).toBe(11);
    expect(sample.participants.filter((person) => person.team === null).map((person) => person.kind)).toEqual([
      'facilitator',
      'facilitator',
      'facilitator',
      'observer',
      'interpreter',
    ]);
  });

  test('have keys, e-mails and phones of their own, clearly invented', () => {
    for (const name of ['key', 'email', 'phone'] as const) {
      expect(new Set(sample.participants.map((person) => person[name])).size).toBe(sample.participants.length);
    }
    expect(sample.participants.filter((person) => !/^[a-z.-]+@example\.org$/.test(person.email))).toEqual([]);
    expect(sample.participants.filter((person) => !/^\+000 \d{4} \d{4}$/.test(person.phone))).toEqual([]);
  });

  test('include the names that lists really have', () => {
    const names = sample.participants.map((person) => person.fullName);
    expect(names.some((name) => name.includes("'"))).toBe(true);
    expect(names.some((name) => /[éèïô]/.test(name))).toBe(true);
    expect(names).toContain('سارة عبد الله');
    expect(names.filter((name) => name === 'Mary Banda')).toHaveLength(2);
    expect(sample.teams.filter((team) => membersOf(team.key).length === 1)).toHaveLength(1);
  });

  test('refer to organisations, teams and topic groups that exist', () => {
    const organisations = sample.organisations.map((organisation) => organisation.key);
    const groups = sample.topicGroups.map((group) => group.key);
    expect(new Set(sample.participants.map((person) => person.organisation))).toEqual(new Set(organisations));
    expect(new Set(sample.participants.map((person) => person.team))).toEqual(new Set([...teamsByKey.keys(), null]));
    expect(new Set(sample.participants.map((person) => person.topicGroup))).toEqual(new Set([...groups, null]));
  });

  test('lead their own team and chair their own topic group', () => {
    expect(sample.teams.filter((team) => peopleByKey.get(team.lead)?.team !== team.key)).toEqual([]);
    const strangers = sample.topicGroups.filter((group) =>
      group.coChairs.some((chair) => peopleByKey.get(chair)?.topicGroup !== group.key),
    );
    expect(strangers).toEqual([]);
  });

  test('refuse to share contacts in teams of both languages that have plans, also where they carry out steps', () => {
    const responsible = new Set(sample.plans.flatMap((plan) => plan.steps.flatMap((step) => step.responsible)));
    const languages = refusing.filter((person) => responsible.has(person.key)).map((person) => teamsByKey.get(person.team ?? '')?.language);
    expect(languages).toEqual(expect.arrayContaining(['en', 'fr']));
  });

  test('who refuse appear nowhere else with e-mail or phone', () => {
    const elsewhere = stringsIn({ ...sample, participants: [] });
    expect(refusing.length).toBeGreaterThanOrEqual(5);
    expect(elsewhere.filter((text) => refusing.some((person) => text.includes(person.email) || text.includes(person.phone)))).toEqual([]);
  });
});

describe('plans of the sample', () => {
  test('are ten; six signed, two complete and two with gaps', () => {
    expect(sample.plans.map((plan) => plan.key)).toEqual(['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7', 'p8', 'p9', 'p10']);
    expect(sample.plans.filter((plan) => plan.signed)).toHaveLength(6);
    expect(sample.plans.filter((plan) => gapsOf(plan).length > 0).map((plan) => [plan.key, plan.signed, gapsOf(plan)])).toEqual([
      ['p3', false, ['responsible']],
      ['p7', false, ['due', 'introduction']],
    ]);
  });

  test('belong to people of their own team', () => {
    const strangers = sample.plans.flatMap((plan) => {
      const members = new Set(membersOf(plan.team).map((person) => person.key));
      return [plan.accountable, ...plan.steps.flatMap((step) => step.responsible)].filter((key) => !members.has(key));
    });
    expect(strangers).toEqual([]);
  });

  test('grow out of a topic that their team has chosen', () => {
    const rootless = sample.plans.filter((plan) => {
      const topic = sample.topics.find((candidate) => candidate.key === plan.fromTopic);
      return topic?.team !== plan.team || !topic.chosen;
    });
    expect(rootless).toEqual([]);
  });

  test('have indicators with baseline and target, percentages within 0 and 100', () => {
    expect(sample.plans.filter((plan) => plan.indicators.length === 0)).toEqual([]);
    const indicators = sample.plans.flatMap((plan) => plan.indicators);
    expect(indicators.filter((indicator) => indicator.unit === '' || indicator.baseline.value === indicator.target.value)).toEqual([]);
    const values = indicators.flatMap(({ unit, baseline, target }) =>
      [baseline.value, target.value].map((text) => ({ unit, value: Number(text) })),
    );
    expect(values.filter(({ value }) => !(value >= 0))).toEqual([]);
    expect(values.filter(({ unit, value }) => unit === '%' && value > 100)).toEqual([]);
  });

  test('check every success factor when they are signed, and know only factors that exist', () => {
    const factors = framework.successFactors.map((factor) => factor.id);
    expect(sample.plans.filter((plan) => plan.signed && Object.keys(plan.factorChecks).length !== 12)).toEqual([]);
    expect(sample.plans.flatMap((plan) => Object.keys(plan.factorChecks)).filter((id) => !factors.includes(id))).toEqual([]);
  });

  test('name the public source of their facts', () => {
    expect(sample.plans.filter((plan) => !(plan.source in framework.sources))).toEqual([]);
  });

  test('are written in the language of their team; two teams write French', () => {
    const french = sample.plans.filter((plan) => teamsByKey.get(plan.team)?.language === 'fr');
    expect(new Set(french.map((plan) => plan.team))).toEqual(new Set(['arzalie', 'koravie']));
    const inAnotherLanguage = sample.plans.filter((plan) => {
      const { topic, agendaItem, expectedOutput, objective, linkToExistingPlan, resources, risks, steps, indicators, homeIntroductions } =
        plan;
      const typed = [
        topic,
        agendaItem,
        expectedOutput,
        objective,
        linkToExistingPlan,
        resources,
        risks,
        steps,
        indicators,
        homeIntroductions,
      ];
      const words = new Set(stringsIn(typed).flatMap((text) => text.toLowerCase().split(/[^\p{L}]+/u)));
      const count = (list: readonly string[]) => list.filter((word) => words.has(word)).length;
      const [own, foreign] = french.includes(plan) ? [frenchWords, englishWords] : [englishWords, frenchWords];
      return count(own) < 2 || count(foreign) > 0;
    });
    expect(inAnotherLanguage).toEqual([]);
  });
});

describe('what the teams and the room recorded', () => {
  test('ratings: every team but the one of one person has rated all six fields', () => {
    const rated = sample.ratings.map((rating) => rating.team);
    expect(new Set(rated).size).toBe(rated.length);
    const missing = sample.teams.filter((team) => !rated.includes(team.key));
    expect(missing.map((team) => membersOf(team.key).length)).toEqual([1]);
  });

  test('topics: lists of four to seven, two chosen with a reason', () => {
    const teams = new Set(sample.topics.map((topic) => topic.team));
    expect(teams.size).toBeGreaterThanOrEqual(5);
    for (const team of teams) {
      const list = sample.topics.filter((topic) => topic.team === team);
      expect(list.length).toBeGreaterThanOrEqual(4);
      expect(list.length).toBeLessThanOrEqual(7);
      const chosen = list.filter((topic) => topic.chosen);
      expect(chosen).toHaveLength(2);
      expect(chosen.filter((topic) => topic.reason === '')).toEqual([]);
    }
  });

  test('clock: every session of day 1 was started and finished, in the order of time', () => {
    const times = sample.clock.map((event) => `${event.day} ${event.at}`);
    expect(times).toEqual(times.toSorted());
    const dayOne = [...sessionIds].filter((id) => id.startsWith('d1-'));
    for (const kind of ['started', 'finished']) {
      expect(sample.clock.filter((event) => event.kind === kind).map((event) => event.session)).toEqual(dayOne);
    }
    expect(sample.clock.filter((event) => event.day >= sample.workshop.today)).toEqual([]);
  });

  test('attendance: day 1 and the morning of day 2, exceptions are people of the list', () => {
    expect(sample.attendance.map((entry) => [entry.day, entry.half])).toEqual([
      [1, 'morning'],
      [1, 'afternoon'],
      [2, 'morning'],
    ]);
    const exceptions = sample.attendance.flatMap((entry) => entry.exceptions);
    expect(exceptions.length).toBeGreaterThan(0);
    expect(exceptions.filter((exception) => !peopleByKey.has(exception.participant))).toEqual([]);
  });

  test('parking lot: six items in every state; an assigned one has an owner and a date', () => {
    expect(sample.parkingLot).toHaveLength(6);
    expect(new Set(sample.parkingLot.map((item) => item.status))).toEqual(new Set(['open', 'answered', 'assigned', 'dropped']));
    expect(sample.parkingLot.filter((item) => item.session === null || !sessionIds.has(item.session))).toEqual([]);
    expect(sample.parkingLot.filter((item) => item.status === 'assigned' && (item.owner === '' || item.dueDays === null))).toEqual([]);
    expect(sample.parkingLot.filter((item) => item.status === 'answered' && item.answer === '')).toEqual([]);
  });

  test('notes: belong to sessions that are over', () => {
    const finished = new Set(sample.clock.filter((event) => event.kind === 'finished').map((event) => event.session));
    expect(sample.records.length).toBeGreaterThanOrEqual(4);
    expect(sample.records.filter((record) => !finished.has(record.session))).toEqual([]);
  });

  test('no text is longer than the limit of notes', () => {
    const texts = stringsIn(sample);
    expect(texts.length).toBeGreaterThan(1_000);
    expect(texts.filter((text) => text.length > noteLimit)).toEqual([]);
  });
});
