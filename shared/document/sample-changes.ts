// The sample workshop as records: names become ids, days relative to today become dates, and what the room did goes through the usual commands.
import { minutesOfTime } from '../domain/agenda/rules.ts';
import type { WorkshopTemplate } from '../domain/agenda/template.ts';
import type { ClockEventKind } from '../domain/clock/model.ts';
import type { DocumentChange, View } from '../domain/collections.ts';
import { created } from '../domain/command.ts';
import { decide, type Command } from '../domain/commands.ts';
import type { FieldId } from '../domain/framework/model.ts';
import { emptyParticipant } from '../domain/people/commands.ts';
import { emptyIndicator, emptyPlan, emptyStep } from '../domain/plan/commands.ts';
import type { Contact } from '../domain/people/model.ts';
import { contactKinds } from '../domain/people/values.ts';
import type { Sample, SampleParticipant, SamplePlan } from '../domain/workshop/sample.ts';
import { assertNever } from '../kernel/assert-never.ts';
import { addDays, dateInZone, type CalendarDate } from '../kernel/calendar-date.ts';
import type { Id, NewId } from '../kernel/ids.ts';
import { instantFromMilliseconds, millisecondsOf, type Instant } from '../kernel/instant.ts';
import { pickText, type LocalText } from '../kernel/local-text.ts';
import { orderKeysBetween } from '../kernel/order-key.ts';
import { millisecondsInZone } from '../kernel/zoned-time.ts';
import { emptyRecords, overlayOf, viewOf } from './records.ts';
import { fieldAssessmentId } from '../domain/analysis/rules.ts';
import { notesId } from '../domain/records/rules.ts';

export interface SampleInput {
  readonly sample: Sample;
  readonly template: WorkshopTemplate;
  readonly now: Instant;
  /** Language of the interface: the workshop is described in it, and it is the first language of the room. Texts of people stay as typed. */
  readonly language: string;
  /** The sample takes place where the computer is: the clock of its room is the clock that people see on the screen. */
  readonly timezone: string;
  readonly actor: string;
  readonly newId: NewId;
}

/** The usual checkpoints of a signed plan. */
const sampleCheckpoints = ['30', '60', '90'] as const;

/**
 * The first changes of a sample workshop whose day `today` is the day of `now` in the workshop's zone.
 * Throws when the sample does not fit the template or its own rules: a fault of the shipped content, caught by a test.
 */
export function sampleChanges(input: SampleInput): readonly DocumentChange[] {
  const { sample, template, now, newId, actor } = input;
  const { today, templateId: _template, languages, ...described } = sample.workshop;
  const inLanguage = (text: LocalText): string => pickText(text, [input.language]);
  const basics = {
    ...described,
    timezone: input.timezone,
    title: inLanguage(described.title),
    partners: described.partners.map(inLanguage),
    funders: described.funders.map(inLanguage),
    objectives: described.objectives.map(inLanguage),
  };
  const startDate = addDays(dateInZone(millisecondsOf(now), basics.timezone), 1 - today);
  const endDate = addDays(startDate, template.days.length - 1);
  const all: DocumentChange[] = [];
  const { view, add } = overlayOf(viewOf(emptyRecords()));
  const write = (changes: readonly DocumentChange[]): void => {
    all.push(...changes);
    add(changes);
  };
  const run = (command: Command, at: Instant = now): void => {
    const decision = decide(view, command, { now: at, newId, actor });
    if (!decision.ok) throw new Error(`The sample cannot carry out ${command.name}: ${JSON.stringify(decision.failure)}`);
    write(decision.value);
  };
  const id = idsByKey(newId);
  const after = (days: number | null): CalendarDate | null => (days === null ? null : addDays(endDate, days));
  const moment = (day: number, time: string): Instant =>
    instantFromMilliseconds(millisecondsInZone(addDays(startDate, day - 1), minutesOfTime(time), basics.timezone));

  const roomLanguages = languages.includes(input.language)
    ? [input.language, ...languages.filter((other) => other !== input.language)]
    : languages;
  run({ name: 'workshopBegin', basics: { ...basics, startDate, languages: roomLanguages }, template, isSample: true });
  const sessionOf = sessionsByTemplateId(view, template);

  write(people(sample, id));
  for (const { day, half, exceptions } of sample.attendance) {
    const dayId = dayIdOf(view, addDays(startDate, day - 1));
    const excepted = new Set(exceptions.map(({ participant }) => participant));
    const present = sample.participants.filter(({ key }) => !excepted.has(key)).map(({ key }) => id<'participant'>(`participant ${key}`));
    run({ name: 'attendanceSet', participantIds: present, dayId, half, state: 'present' });
    for (const { participant, state } of exceptions) {
      run({ name: 'attendanceSet', participantIds: [id<'participant'>(`participant ${participant}`)], dayId, half, state });
    }
  }
  for (const event of sample.clock)
    run(clockCommand(sessionOf(event.session), event.kind, event.minutes ?? 0), moment(event.day, event.at));
  write(findings(sample, id));
  const planKeys = orderKeysBetween(null, null, sample.plans.length);
  for (const [index, plan] of sample.plans.entries()) write(planRecords(plan, { id, newId, after, order: planKeys[index] ?? '' }));
  for (const plan of sample.plans.filter(({ signed }) => signed)) {
    const planId = id<'plan'>(`plan ${plan.key}`);
    run({ name: 'planSignOff', id: planId, by: fullNameOf(sample, plan.accountable) });
    run({ name: 'checkpointsAdd', planIds: [planId], kinds: [...sampleCheckpoints] });
  }
  const parkingKeys = orderKeysBetween(null, null, sample.parkingLot.length);
  const asRaised = sample.parkingLot.map((point) => ({ ...point, raisedAt: moment(point.day, point.at) }));
  const points = asRaised.toSorted((a, b) => (a.raisedAt < b.raisedAt ? -1 : 1));
  write(
    points.map(({ session, raisedAt, dueDays, text, raisedBy, status, owner, answer }, index) => {
      const sessionId = session === null ? null : sessionOf(session);
      const parkingItem = {
        id: newId() as Id<'parkingItem'>,
        text,
        raisedAt,
        order: parkingKeys[index] ?? '',
        raisedBy,
        sessionId,
        status,
        owner,
        dueDate: after(dueDays),
        answer,
      };
      return created('parkingItems', parkingItem);
    }),
  );
  write(
    sample.records.map(({ session, notes, highlights }) => {
      const sessionId = sessionOf(session);
      return created('sessionRecords', { id: notesId(sessionId), sessionId, kind: 'notes', notes, highlights });
    }),
  );
  return all;
}

type IdOf = <Name extends string>(key: string) => Id<Name>;

/** One id per key, made when it is first asked for. */
function idsByKey(newId: NewId): IdOf {
  const ids = new Map<string, string>();
  return <Name extends string>(key: string) => {
    const found = ids.get(key) ?? newId();
    ids.set(key, found);
    return found as Id<Name>;
  };
}

function dayIdOf(view: View, date: CalendarDate): Id<'day'> {
  for (const day of view.all('days')) if (day.date === date) return day.id;
  throw new Error(`The sample names a day that the template does not have: ${date}`);
}

/** The sessions that `workshopBegin` made come in the order of the template. */
function sessionsByTemplateId(view: View, template: WorkshopTemplate): (templateId: string) => Id<'session'> {
  const made = [...view.all('sessions')];
  const ids = new Map(template.days.flatMap(({ sessions }) => sessions).map((session, index) => [session.id, made[index]?.id]));
  return (templateId) => {
    const found = ids.get(templateId);
    if (!found) throw new Error(`The sample names a session that the template does not have: ${templateId}`);
    return found;
  };
}

function people(sample: Sample, id: IdOf): readonly DocumentChange[] {
  const teamKeys = orderKeysBetween(null, null, sample.teams.length);
  const groupKeys = orderKeysBetween(null, null, sample.topicGroups.length);
  const optional = <Name extends string>(kind: string, key: string | null) => (key === null ? null : id<Name>(`${kind} ${key}`));
  return [
    ...sample.organisations.map(({ key, name, type, country }) =>
      created('organisations', { id: id<'organisation'>(`organisation ${key}`), name, type, country }),
    ),
    ...sample.teams.map(({ key, lead, name, country, language, supportContact }, index) =>
      created('teams', {
        id: id<'team'>(`team ${key}`),
        name,
        country,
        language,
        leadId: id<'participant'>(`participant ${lead}`),
        supportContact,
        order: teamKeys[index] ?? '',
      }),
    ),
    ...sample.topicGroups.map(({ key, name, fieldIds, coChairs }, index) => {
      const coChairIds = coChairs.map((chair) => id<'participant'>(`participant ${chair}`));
      return created('topicGroups', {
        id: id<'topicGroup'>(`topicGroup ${key}`),
        name,
        fieldIds,
        coChairIds,
        order: groupKeys[index] ?? '',
      });
    }),
    ...sample.participants.map(({ key, organisation, team, topicGroup, email, phone, consentContact, ...person }) =>
      created('participants', {
        ...emptyParticipant(id<'participant'>(`participant ${key}`)),
        ...person,
        contacts: contactsOfSample({ email, phone, consentContact }),
        organisationId: optional<'organisation'>('organisation', organisation),
        teamId: optional<'team'>('team', team),
        topicGroupId: optional<'topicGroup'>('topicGroup', topicGroup),
        status: 'present',
      }),
    ),
  ];
}

function contactsOfSample({ email, phone, consentContact }: Pick<SampleParticipant, 'email' | 'phone' | 'consentContact'>) {
  const values = { email, phone };
  return contactKinds.flatMap((kind): readonly Contact[] =>
    values[kind] === '' ? [] : [{ kind, value: values[kind], consent: consentContact ? ['packs'] : [] }],
  );
}

function clockCommand(session: Id<'session'>, kind: ClockEventKind, minutes: number): Command {
  switch (kind) {
    case 'started':
      return { name: 'sessionStart', id: session };
    case 'extended':
      return { name: 'sessionExtend', id: session, minutes };
    case 'paused':
      return { name: 'sessionPause', id: session };
    case 'resumed':
      return { name: 'sessionResume', id: session };
    case 'finished':
      return { name: 'sessionFinish', id: session };
    case 'skipped':
      return { name: 'sessionSkip', id: session };
    case 'reopened':
      return { name: 'sessionReopen', id: session };
    case 'stepStarted':
      return { name: 'sessionStepStart', id: session, step: minutes };
    case 'elapsedSet':
      return { name: 'sessionSetElapsed', id: session, minutes };
    case 'takenBack':
      throw new Error('The sample takes nothing back: it leaves out what did not happen');
    default:
      return assertNever(kind);
  }
}

function findings(sample: Sample, id: IdOf): readonly DocumentChange[] {
  const topicKeys = orderKeysBetween(null, null, sample.topics.length);
  return [
    ...sample.ratings.flatMap(({ team, round, fields }) => {
      const teamId = id<'team'>(`team ${team}`);
      return Object.entries(fields).map(([field, { score, evidence, confidence }]) => {
        const fieldId = field as FieldId;
        return created('fieldAssessments', {
          id: fieldAssessmentId(teamId, fieldId, round),
          teamId,
          fieldId,
          round,
          score,
          evidence,
          confidence,
        });
      });
    }),
    ...sample.topics.map(({ key, team, ...topic }, index) =>
      created('topics', { ...topic, id: id<'topic'>(`topic ${key}`), teamId: id<'team'>(`team ${team}`), order: topicKeys[index] ?? '' }),
    ),
  ];
}

interface PlanParts {
  readonly id: IdOf;
  readonly newId: NewId;
  readonly after: (days: number | null) => CalendarDate | null;
  readonly order: string;
}

function planRecords(plan: SamplePlan, { id, newId, after, order }: PlanParts): readonly DocumentChange[] {
  const planId = id<'plan'>(`plan ${plan.key}`);
  const { topic, agendaItem, expectedOutput, fieldIds, phaseId, objective, linkToExistingPlan, resources, budget, factorChecks, risks } =
    plan;
  const record = {
    ...emptyPlan({
      id: planId,
      teamId: id<'team'>(`team ${plan.team}`),
      order,
    }),
    topic,
    agendaItem,
    expectedOutput,
    fieldIds,
    phaseId,
    objective,
    linkToExistingPlan,
    resources,
    factorChecks,
    risks,
    topicId: plan.fromTopic === null ? null : id<'topic'>(`topic ${plan.fromTopic}`),
    accountableId: id<'participant'>(`participant ${plan.accountable}`),
    startDate: after(plan.startDays),
    endDate: after(plan.endDays),
    ...(budget && {
      budgetAmount: budget.amount,
      budgetCurrency: budget.currency,
      budgetSource: budget.source,
      budgetSecured: budget.secured,
    }),
  };
  const keys = (count: number) => orderKeysBetween(null, null, count);
  const stepKeys = keys(plan.steps.length);
  const indicatorKeys = keys(plan.indicators.length);
  const introductionKeys = keys(plan.homeIntroductions.length);
  return [
    created('plans', record),
    ...plan.steps.map(({ text, responsible, dueDays }, index) =>
      created('steps', {
        ...emptyStep({ id: newId() as Id<'step'>, planId, order: stepKeys[index] ?? '' }),
        text,
        responsibleIds: responsible.map((key) => id<'participant'>(`participant ${key}`)),
        dueDate: after(dueDays),
      }),
    ),
    ...plan.indicators.map(({ baseline, target, name, type, unit, frequency, owner }, index) =>
      created('indicators', {
        ...emptyIndicator({
          id: newId() as Id<'indicator'>,
          planId,
          order: indicatorKeys[index] ?? '',
        }),
        name,
        type,
        unit,
        frequency,
        owner,
        baselineValue: baseline.value,
        baselineDate: after(baseline.dateDays),
        baselineSource: baseline.source,
        targetValue: target.value,
        targetDate: after(target.dateDays),
      }),
    ),
    ...plan.homeIntroductions.map(({ who, toWhom, meeting, byDays }, index) => {
      const introduction = { id: newId() as Id<'homeIntroduction'>, planId, order: introductionKeys[index] ?? '' };
      return created('homeIntroductions', { ...introduction, who, toWhom, meeting, byDate: after(byDays), done: false });
    }),
  ];
}

/** Name of a participant by key; '' for a plan that nobody answers for. */
function fullNameOf(sample: Sample, key: string | null): string {
  return sample.participants.find((participant) => participant.key === key)?.fullName ?? '';
}
