// Random but meaningful commands for property tests: ids are drawn from what is in the document, now and then they are new or wrong.
// The table names every command: a new command that nobody generates does not compile.
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { templateSchema } from '../../shared/domain/agenda/template.ts';
import { collectionNames } from '../../shared/domain/collection-names.ts';
import type { CollectionName, View } from '../../shared/domain/collections.ts';
import type { DecideContext } from '../../shared/domain/command.ts';
import { decide, type Command, type CommandName } from '../../shared/domain/commands.ts';
import type { Contact, Participant } from '../../shared/domain/people/model.ts';
import { emptyParticipant } from '../../shared/domain/people/commands.ts';
import { applyCommit, emptyDocument, nextStamp, type WorkshopDocument } from '../../shared/document/envelope.ts';
import { mergeDocuments } from '../../shared/document/merge.ts';
import { viewOf } from '../../shared/document/records.ts';
import { addDays, type CalendarDate } from '../../shared/kernel/calendar-date.ts';
import { instantFromMilliseconds, type Instant } from '../../shared/kernel/instant.ts';
import { recordedEvents } from '../../shared/domain/clock/order.ts';
import { sessionKinds } from '../../shared/domain/agenda/values.ts';
import { checkpointKinds } from '../../shared/domain/follow-up/values.ts';
import { fieldIds } from '../../shared/domain/framework/values.ts';

export const threeDayTemplate = templateSchema.parse(
  JSON.parse(readFileSync(new URL('../../data/templates/three-day.json', import.meta.url), 'utf8')),
);

const startDate = '2026-03-17' as CalendarDate;

/** A stream of choices made by fast-check: each draw takes the next number. */
export interface Choices {
  readonly index: (size: number) => number;
  readonly one: <T>(values: readonly T[]) => T;
}

/** Deterministic choices out of one generated list of numbers. */
export function choicesFrom(numbers: readonly number[]): Choices {
  let position = 0;
  const index = (size: number) => {
    const value = numbers[position % numbers.length] ?? 0;
    position += 1;
    return size === 0 ? 0 : Math.abs(value) % size;
  };
  return { index, one: (values) => values[index(values.length)] as (typeof values)[number] };
}

/** Numbers that drive one command. */
export const commandSeed = fc.noBias(fc.array(fc.nat({ max: 1_000_000 }), { minLength: 12, maxLength: 12 }));

/** A context with a clock that moves on by a second a commit, and ids in sequence. */
export function sequentialContext(startAt = Date.parse('2026-03-17T08:00:00Z')): {
  readonly next: () => DecideContext;
  readonly newId: () => string;
} {
  let ids = 0;
  let seconds = 0;
  const newId = () => `id${String((ids += 1)).padStart(6, '0')}`;
  return { newId, next: () => ({ now: instantFromMilliseconds(startAt + (seconds += 1) * 1000), newId, actor: 'Facilitator' }) };
}

/** A new workshop from the 3-day template, with no people. */
export function beginWorkshop(context: DecideContext): WorkshopDocument {
  const document = emptyDocument({ documentId: 'doc-1', appVersion: '0.0.0', now: '2026-03-01T00:00:00Z' as Instant });
  const begin: Command = {
    name: 'workshopBegin',
    basics: {
      title: 'Workshop',
      place: 'Chandolo',
      country: 'Asandra',
      hosts: [],
      partners: [],
      funders: [],
      organisers: [],
      objectives: [],
      startDate,
      languages: ['en'],
      timezone: 'Africa/Accra',
    },
    template: threeDayTemplate,
    isSample: false,
  };
  runCommand(document, begin, context);
  return document;
}

/** Decides and applies; a refused command leaves the document as it was. @returns the changes, or null when refused */
export function runCommand(document: WorkshopDocument, command: Command, context: DecideContext, replica = 'replica-a') {
  const decision = decide(viewOf(document.records), command, context);
  if (!decision.ok) return null;
  applyCommit(document, {
    revision: document.envelope.revision + 1,
    stamp: nextStamp(document.envelope, replica),
    changes: decision.value,
  });
  return decision.value;
}

const growth: readonly CommandName[] = [
  'teamAdd',
  'teamAdd',
  'teamAdd',
  'topicGroupAdd',
  'topicGroupAdd',
  'organisationAdd',
  'organisationAdd',
  'participantAdd',
  'participantAdd',
  'participantAdd',
  'participantAdd',
  'participantAdd',
  'topicsAdd',
  'topicsAdd',
  'planAdd',
  'planAdd',
  'stepsAdd',
  'stepsAdd',
  'indicatorAdd',
  'homeIntroductionAdd',
  'checkpointsAdd',
  'parkingAdd',
  'notesSet',
] as readonly CommandName[];

/** A workshop with some of everything in it: one signed plan, one session that was started and stands still. */
export function populatedWorkshop(context: { readonly next: () => DecideContext; readonly newId: () => string }): WorkshopDocument {
  const document = beginWorkshop(context.next());
  for (const [index, name] of growth.entries()) {
    const command = randomCommand(name, viewOf(document.records), choicesFrom([index + 1, index + 2, index + 4]), context.newId);
    runCommand(document, command, context.next());
  }
  const view = viewOf(document.records);
  const team = [...view.all('teams')][0];
  const person = [...view.all('participants')][0];
  const session = [...view.all('sessions')][0];
  if (!team || !person || !session) throw new Error('The growth commands made no team or no person, or the template has no session');
  const planId = context.newId() as never;
  const introductionId = context.newId() as never;
  const ready: readonly Command[] = [
    { name: 'planAdd', id: planId, teamId: team.id, topicId: null },
    { name: 'planSet', id: planId, field: 'topic', value: 'Fill critical posts' },
    { name: 'planSet', id: planId, field: 'agendaItem', value: 'Recruitment' },
    { name: 'planSet', id: planId, field: 'expectedOutput', value: 'A recruitment round' },
    { name: 'planSet', id: planId, field: 'fieldIds', value: ['hrm'] },
    { name: 'planSet', id: planId, field: 'accountableId', value: person.id },
    {
      name: 'stepsAdd',
      planId,
      afterId: null,
      steps: [{ id: context.newId() as never, text: 'List posts', responsibleIds: [person.id], dueDate: addDays(startDate, 20) }],
    },
    { name: 'homeIntroductionAdd', id: introductionId, planId },
    { name: 'homeIntroductionSet', id: introductionId, field: 'who', value: 'A. Mensa' },
    { name: 'homeIntroductionSet', id: introductionId, field: 'toWhom', value: 'Permanent Secretary' },
    { name: 'homeIntroductionSet', id: introductionId, field: 'byDate', value: addDays(startDate, 30) },
    { name: 'planSignOff', id: planId, by: 'A. Mensa' },
    { name: 'sessionStart', id: session.id },
    { name: 'sessionPause', id: session.id },
  ];
  for (const command of ready) if (!runCommand(document, command, context.next())) throw new Error(`Refused: ${command.name}`);
  addConflict(document, person.id, context);
  return document;
}

/** Brings in a second laptop's copy: a person's e-mail was typed on both without knowing of each other. */
function addConflict(document: WorkshopDocument, id: Participant['id'], context: { readonly next: () => DecideContext }): void {
  const email = (value: string): Command => ({
    name: 'participantSet',
    id,
    field: 'contacts',
    value: [{ kind: 'email', value, consent: ['packs'] }],
  });
  const other = copied(document);
  runCommand(other, email('a@example.org'), context.next(), 'replica-b');
  runCommand(document, email('b@example.org'), context.next());
  const { changes, stamps } = mergeDocuments(document, other);
  applyCommit(document, {
    revision: document.envelope.revision + 1,
    stamp: nextStamp({ ...document.envelope, knows: stamps.knows }, 'replica-a'),
    changes,
    merged: stamps,
  });
}

/** The same document once more. Records are frozen, so that both may share them. */
export function copied(document: WorkshopDocument): WorkshopDocument {
  const maps = <Maps extends Readonly<Record<string, ReadonlyMap<string, unknown>>>>(from: Maps): Maps =>
    Object.fromEntries(Object.entries(from).map(([name, map]) => [name, new Map(map)])) as unknown as Maps;
  return {
    envelope: document.envelope,
    records: maps(document.records),
    stamps: { records: maps(document.stamps.records), tombstones: maps(document.stamps.tombstones) },
    unknownCollections: document.unknownCollections,
  };
}

const texts = ['', 'Recruit', 'Équipe d’appui', 'سارة', '<b>x</b>', '=1+1', 'a'.repeat(300)] as const;

/** Builds a random command of the given name against a document. */
export function randomCommand(name: CommandName, view: View, choices: Choices, newId: () => string): Command {
  return makers[name]({ view, choices, newId });
}

/** Any command: mostly growth, so that documents become interesting. */
export function anyCommand(view: View, choices: Choices, newId: () => string): Command {
  return randomCommand(choices.one(allNames), view, choices, newId);
}

interface Tools {
  readonly view: View;
  readonly choices: Choices;
  readonly newId: () => string;
}

/** An id of a collection; one time in twenty one that does not exist. */
function some({ view, choices }: Tools, collection: CollectionName): never {
  const ids = [...view.all(collection)].map((record) => record.id as string);
  return (ids.length === 0 || choices.index(20) === 0 ? 'nobody' : choices.one(ids)) as never;
}

/** One of the first two sessions of the document, so that states of the clock follow each other. */
function nearStart({ view, choices }: Tools): never {
  return choices.one([...view.all('sessions')].slice(0, 2).map((session) => session.id)) as never;
}

function maybe(tools: Tools, collection: CollectionName): never {
  return (tools.choices.index(3) === 0 ? null : some(tools, collection)) as never;
}

function fresh({ newId }: Tools): never {
  return newId() as never;
}

function text({ choices }: Tools): string {
  return choices.one(texts);
}

/** One, two or none, of either kind, agreed to or not. */
function contacts(t: Tools): readonly Contact[] {
  return Array.from({ length: t.choices.index(3) }, () => ({
    kind: t.choices.one(['email', 'phone'] as const),
    value: t.choices.one(['a@example.org', 'b@example.org', '+233 24 412 0001', text(t)]),
    consent: t.choices.index(2) === 0 ? [] : ['packs'],
  }));
}

function date({ choices }: Tools): CalendarDate {
  return addDays(startDate, choices.index(200));
}

const makers: { readonly [Name in CommandName]: (tools: Tools) => Extract<Command, { readonly name: Name }> | Command } = {
  workshopBegin: () => ({ name: 'workshopSetStatus', status: 'ready' }),
  workshopSet: (t) => ({
    name: 'workshopSet',
    id: 'workshop',
    field: t.choices.one(['title', 'place', 'hosts'] as const),
    value: t.choices.one([text(t), ['x']]),
  }),
  workshopMove: (t) => ({ name: 'workshopMove', startDate: date(t) }),
  workshopSetStatus: (t) => ({ name: 'workshopSetStatus', status: t.choices.one(['draft', 'ready', 'running', 'closed'] as const) }),
  participantAdd: (t) => ({ name: 'participantAdd', id: fresh(t), fullName: text(t), teamId: maybe(t, 'teams') }),
  participantSet: (t) =>
    t.choices.index(2) === 0
      ? { name: 'participantSet', id: some(t, 'participants'), field: 'contacts', value: contacts(t) }
      : {
          name: 'participantSet',
          id: some(t, 'participants'),
          field: t.choices.one(['teamId', 'topicGroupId', 'organisationId'] as const),
          value: maybe(t, t.choices.one(['teams', 'topicGroups', 'organisations'] as const)),
        },
  participantsMove: (t) => ({ name: 'participantsMove', ids: [some(t, 'participants')], teamId: maybe(t, 'teams') }),
  participantsRemove: (t) => ({
    name: 'participantsRemove',
    ids: [...new Set([some(t, 'participants'), some(t, 'participants')])] as never[],
  }),
  participantReplace: (t) => ({
    name: 'participantReplace',
    id: some(t, 'participants'),
    ...(t.choices.index(2) === 0 ? { byId: some(t, 'participants') } : { byId: fresh(t), newName: text(t) }),
    movesResponsibilities: t.choices.index(2) === 0,
  }),
  participantsMerge: (t) => ({
    name: 'participantsMerge',
    keepId: some(t, 'participants'),
    goneId: some(t, 'participants'),
    take: t.choices.one([[], ['fullName'], ['teamId', 'status'], ['role', 'topicGroupId']] as const).slice(),
  }),
  organisationsMerge: (t) => ({
    name: 'organisationsMerge',
    keepId: some(t, 'organisations'),
    goneId: some(t, 'organisations'),
    take: t.choices.index(2) === 0 ? [] : ['name'],
  }),
  teamsMerge: (t) => ({
    name: 'teamsMerge',
    keepId: some(t, 'teams'),
    goneId: some(t, 'teams'),
    take: t.choices.index(2) === 0 ? [] : ['name', 'language'],
  }),
  participantsImport: (t) => {
    const teamId = fresh(t);
    return {
      name: 'participantsImport',
      organisations: [{ id: fresh(t), name: text(t), type: 'ngo', country: '' }],
      teams: [{ id: teamId, name: text(t), country: '', language: 'fr' }],
      topicGroups: [],
      added: [{ ...emptyParticipant(fresh(t)), fullName: text(t), teamId }],
      changed: [],
      removedIds: t.choices.index(4) === 0 ? [some(t, 'participants')] : [],
    };
  },
  organisationAdd: (t) => ({ name: 'organisationAdd', id: fresh(t), organisation: text(t), country: '' }),
  organisationAddFor: (t) => ({
    name: 'organisationAddFor',
    id: fresh(t),
    organisation: text(t),
    participantId: some(t, 'participants'),
  }),
  organisationSet: (t) => ({ name: 'organisationSet', id: some(t, 'organisations'), field: 'name', value: text(t) }),
  organisationRemove: (t) => ({ name: 'organisationRemove', id: some(t, 'organisations') }),
  teamAdd: (t) => ({ name: 'teamAdd', id: fresh(t), team: text(t), country: '', language: 'en' }),
  teamSet: (t) => ({ name: 'teamSet', id: some(t, 'teams'), field: 'leadId', value: maybe(t, 'participants') }),
  teamMove: (t) => ({ name: 'teamMove', id: some(t, 'teams'), afterId: maybe(t, 'teams') }),
  teamRemove: (t) => ({ name: 'teamRemove', id: some(t, 'teams') }),
  topicGroupAdd: (t) => ({ name: 'topicGroupAdd', id: fresh(t), group: text(t) }),
  topicGroupSet: (t) => ({ name: 'topicGroupSet', id: some(t, 'topicGroups'), field: 'coChairIds', value: [some(t, 'participants')] }),
  topicGroupRemove: (t) => ({ name: 'topicGroupRemove', id: some(t, 'topicGroups') }),
  attendanceSet: (t) => ({
    name: 'attendanceSet',
    participantIds: [some(t, 'participants')],
    dayId: some(t, 'days'),
    half: t.choices.one(['morning', 'afternoon'] as const),
    state: t.choices.one(['present', 'absent', null] as const),
  }),
  sessionAdd: (t) => ({
    name: 'sessionAdd',
    id: fresh(t),
    dayId: some(t, 'days'),
    afterId: maybe(t, 'sessions'),
    title: { en: text(t) },
    kind: t.choices.one(sessionKinds),
  }),
  sessionSet: (t) => ({ name: 'sessionSet', id: some(t, 'sessions'), field: 'plannedMinutes', value: 5 + t.choices.index(240) }),
  sessionMove: (t) => ({ name: 'sessionMove', id: some(t, 'sessions'), dayId: some(t, 'days'), afterId: maybe(t, 'sessions') }),
  sessionRemove: (t) => ({ name: 'sessionRemove', id: some(t, 'sessions') }),
  dayAdd: (t) => ({ name: 'dayAdd', id: fresh(t) }),
  daySet: (t) => ({
    name: 'daySet',
    id: some(t, 'days'),
    field: 'startTime',
    value: t.choices.one(['08:00', '09:15', 'noon']),
    asTyped: t.choices.one(['', 'after breakfast']),
  }),
  dayRemove: (t) => ({ name: 'dayRemove', id: some(t, 'days') }),
  sessionStart: (t) => ({ name: 'sessionStart', id: nearStart(t) }),
  sessionFinish: (t) => ({ name: 'sessionFinish', id: nearStart(t) }),
  sessionSkip: (t) => ({ name: 'sessionSkip', id: nearStart(t) }),
  sessionReopen: (t) => ({ name: 'sessionReopen', id: nearStart(t) }),
  sessionExtend: (t) => ({ name: 'sessionExtend', id: nearStart(t), minutes: t.choices.one([1, 5, -1]) }),
  sessionPause: (t) => ({ name: 'sessionPause', id: nearStart(t) }),
  sessionResume: (t) => ({ name: 'sessionResume', id: nearStart(t) }),
  sessionSetElapsed: (t) => ({ name: 'sessionSetElapsed', id: nearStart(t), minutes: t.choices.index(60) }),
  clockTakeBack: (t) => ({ name: 'clockTakeBack', id: (recordedEvents(t.view).at(-1)?.id ?? 'nobody') as never }),
  sessionStepStart: (t) => ({ name: 'sessionStepStart', id: nearStart(t), step: t.choices.index(4) }),
  fieldRate: (t) => ({
    name: 'fieldRate',
    teamId: some(t, 'teams'),
    fieldId: t.choices.one(fieldIds),
    round: 'baseline',
    part: { score: 1 + t.choices.index(10) },
  }),
  topicsAdd: (t) => ({
    name: 'topicsAdd',
    teamId: some(t, 'teams'),
    afterId: maybe(t, 'topics'),
    topics: [{ id: fresh(t), text: text(t) }],
  }),
  topicSet: (t) => ({ name: 'topicSet', id: some(t, 'topics'), field: 'importance', value: t.choices.one([1, 5, 9, null]) }),
  topicRemove: (t) => ({ name: 'topicRemove', id: some(t, 'topics') }),
  planAdd: (t) => ({ name: 'planAdd', id: fresh(t), teamId: some(t, 'teams'), topicId: maybe(t, 'topics') }),
  planSet: (t) =>
    t.choices.one<Command>([
      { name: 'planSet', id: some(t, 'plans'), field: 'topic', value: text(t) },
      { name: 'planSet', id: some(t, 'plans'), field: 'fieldIds', value: [t.choices.one(fieldIds)] },
      { name: 'planSet', id: some(t, 'plans'), field: 'accountableId', value: maybe(t, 'participants') },
      { name: 'planSet', id: some(t, 'plans'), field: 'teamId', value: some(t, 'teams') },
      { name: 'planSet', id: some(t, 'plans'), field: 'agendaItem', value: 'Item' },
      { name: 'planSet', id: some(t, 'plans'), field: 'expectedOutput', value: 'Output' },
      { name: 'planSet', id: some(t, 'plans'), field: 'accountableId', value: null, asTyped: 'the Director' },
    ]),
  planRemove: (t) => ({ name: 'planRemove', id: some(t, 'plans') }),
  stepsAdd: (t) => ({
    name: 'stepsAdd',
    planId: some(t, 'plans'),
    afterId: maybe(t, 'steps'),
    steps: [{ id: fresh(t), text: 'Step', responsibleIds: [some(t, 'participants')], dueDate: date(t) }],
  }),
  stepSet: (t) =>
    t.choices.one<Command>([
      {
        name: 'stepSet',
        id: some(t, 'steps'),
        field: t.choices.one(['text', 'dueDate'] as const),
        value: t.choices.one<unknown>([text(t), date(t)]),
      },
      { name: 'stepSet', id: some(t, 'steps'), field: 'dueDate', value: null, asTyped: t.choices.one(['', 'next Tuesdayish', 'soon']) },
      { name: 'stepSet', id: some(t, 'steps'), field: 'responsibleIds', value: [some(t, 'participants')], asTyped: text(t) },
    ]),
  stepMove: (t) => ({ name: 'stepMove', id: some(t, 'steps'), afterId: maybe(t, 'steps') }),
  stepRemove: (t) => ({ name: 'stepRemove', id: some(t, 'steps') }),
  indicatorAdd: (t) => ({ name: 'indicatorAdd', id: fresh(t), planId: some(t, 'plans') }),
  indicatorsAdd: (t) => ({
    name: 'indicatorsAdd',
    planId: some(t, 'plans'),
    indicators: [{ id: fresh(t), name: text(t), targetValue: '4', targetDate: null, targetDateAsTyped: t.choices.one(['', 'soon']) }],
  }),
  indicatorSet: (t) => ({ name: 'indicatorSet', id: some(t, 'indicators'), field: 'name', value: text(t) }),
  indicatorRemove: (t) => ({ name: 'indicatorRemove', id: some(t, 'indicators') }),
  homeIntroductionAdd: (t) => ({ name: 'homeIntroductionAdd', id: fresh(t), planId: some(t, 'plans') }),
  homeIntroductionsAdd: (t) => ({
    name: 'homeIntroductionsAdd',
    planId: some(t, 'plans'),
    afterId: maybe(t, 'homeIntroductions'),
    insteadOfId: some(t, 'homeIntroductions'),
    introductions: [{ id: fresh(t), who: text(t), toWhom: 'Minister', byDate: date(t), byDateAsTyped: t.choices.one(['', 'soon']) }],
  }),
  homeIntroductionSet: (t) =>
    t.choices.one<Command>([
      {
        name: 'homeIntroductionSet',
        id: some(t, 'homeIntroductions'),
        field: t.choices.one(['who', 'toWhom'] as const),
        value: 'Somebody',
      },
      { name: 'homeIntroductionSet', id: some(t, 'homeIntroductions'), field: 'byDate', value: date(t) },
      { name: 'homeIntroductionSet', id: some(t, 'homeIntroductions'), field: 'byDate', value: null, asTyped: 'at the retreat' },
    ]),
  homeIntroductionRemove: (t) => ({ name: 'homeIntroductionRemove', id: some(t, 'homeIntroductions') }),
  planSignOff: (t) => ({ name: 'planSignOff', id: some(t, 'plans'), by: text(t) }),
  planReopen: (t) => ({ name: 'planReopen', id: some(t, 'plans') }),
  planDiscardDraft: (t) => ({ name: 'planDiscardDraft', id: some(t, 'plans') }),
  planWithdraw: (t) => ({ name: 'planWithdraw', id: some(t, 'plans'), reason: text(t) }),
  parkingAdd: (t) => ({ name: 'parkingAdd', id: fresh(t), text: text(t), raisedBy: '', sessionId: maybe(t, 'sessions') }),
  parkingSet: (t) => ({
    name: 'parkingSet',
    id: some(t, 'parkingItems'),
    field: 'status',
    value: t.choices.one(['answered', 'open', 'lost']),
  }),
  parkingRemove: (t) => ({ name: 'parkingRemove', id: some(t, 'parkingItems') }),
  notesSet: (t) => ({ name: 'notesSet', sessionId: some(t, 'sessions'), part: { notes: text(t) } }),
  checkpointsAdd: (t) => ({ name: 'checkpointsAdd', planIds: [some(t, 'plans')], kinds: [t.choices.one(checkpointKinds)] }),
  checkpointsMove: (t) =>
    t.choices.index(3) === 0
      ? { name: 'checkpointsMove', ids: [some(t, 'checkpoints')], dueDate: null, asTyped: 'after the rains' }
      : { name: 'checkpointsMove', ids: [some(t, 'checkpoints')], dueDate: date(t) },
  checkpointSet: (t) => ({ name: 'checkpointSet', id: some(t, 'checkpoints'), field: 'result', value: text(t) }),
  conflictSettle: (t) => ({ name: 'conflictSettle', id: some(t, 'conflicts'), option: t.choices.one(['shown', 0, 1] as const) }),
  packLog: (t) => ({
    name: 'packLog',
    entry: {
      id: fresh(t),
      at: '2026-03-19T15:45:00Z' as Instant,
      audience: 'all',
      teamIds: [],
      languages: {},
      files: [],
      by: '',
      workshopRevision: 1,
      planVersions: [],
      savedTo: '',
    },
  }),
};

/** Every command by name; `workshopBegin` only ever comes first. */
export const allNames = (Object.keys(makers) as readonly CommandName[]).filter((name) => name !== 'workshopBegin');

/** The plain content of a document's records, for comparisons. */
export function contentOf(document: WorkshopDocument): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    collectionNames.map((name) => [name, Object.fromEntries([...document.records[name]].toSorted(([a], [b]) => (a < b ? -1 : 1)))]),
  );
}
