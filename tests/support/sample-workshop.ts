// A small workshop made by commands only: an English team with plan P1 (domain §7.2) signed, a French team with plan P5 in French as a
// draft, a team of one person without a plan, names in Arabic script and with apostrophes, and people who do not share their contacts.
import type { View } from '../../shared/domain/collections.ts';
import { commandSchema, decide } from '../../shared/domain/commands.ts';
import { applyCommit, emptyDocument, nextStamp, type WorkshopDocument } from '../../shared/document/envelope.ts';
import { viewOf } from '../../shared/document/records.ts';
import { addDays, type CalendarDate } from '../../shared/kernel/calendar-date.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import { contacts } from './contacts.ts';
import { shippedTemplate } from './shipped-content.ts';

export const sampleNow = '2026-03-20T14:30:00.000Z' as Instant;
export const sampleStart = '2026-03-18' as CalendarDate;
export const sampleEnd = '2026-03-20' as CalendarDate;

/** Contact details that must not appear in any byte that leaves the machine. */
export const withheldContacts = ['lindiwe.phiri@refuses.example', '+260977000111', 'c.dagnon@refuse.example', '+22997000222'] as const;

/** Contact details of people who agreed to share them. */
export const sharedContacts = ['a.mensa@shares.example', '+233200000333', 'ahmed@partage.example'] as const;

export interface TestWorkshop {
  readonly document: WorkshopDocument;
  readonly view: View;
  /** Carries out a command given as plain JSON. Throws when it is refused: a fixture has no expected failures. */
  readonly run: (command: Readonly<Record<string, unknown>>) => void;
}

/** An empty document and a way to run commands on it; ids and clock are fixed. */
export function emptyWorkshop(now: Instant = sampleNow): TestWorkshop {
  const document = emptyDocument({ documentId: 'sample-document', appVersion: '0.1.0', now });
  const view = viewOf(document.records);
  let ids = 0;
  const newId = () => {
    ids += 1;
    return `made-${ids}`;
  };
  return {
    document,
    view,
    run: (raw) => {
      const decision = decide(view, commandSchema.parse(raw), { now, newId, actor: 'Facilitator' });
      if (!decision.ok) throw new Error(`Refused: ${JSON.stringify(decision.failure)} for ${JSON.stringify(raw)}`);
      applyCommit(document, {
        revision: document.envelope.revision + 1,
        stamp: nextStamp(document.envelope, 'test'),
        changes: decision.value,
      });
    },
  };
}

/** Sets several fields of a record, one command each. */
export function setFields({ run }: TestWorkshop, name: string, id: string, fields: Readonly<Record<string, unknown>>): void {
  for (const [field, value] of Object.entries(fields)) run({ name, id, field, value });
}

/** Days after the last day of the workshop. */
export function after(days: number): CalendarDate {
  return addDays(sampleEnd, days);
}

export function sampleWorkshop(options: { readonly isSample?: boolean } = {}): TestWorkshop {
  const workshop = emptyWorkshop();
  workshop.run({
    name: 'workshopBegin',
    isSample: options.isSample ?? true,
    template: shippedTemplate('three-day'),
    basics: {
      title: 'HRH Action Workshop, Chandolo',
      place: 'Chandolo',
      country: 'Asandra',
      hosts: ['Ministry of Health'],
      partners: ['Regional health organisation'],
      funders: [],
      organisers: [{ name: 'R. Uwase', role: 'facilitator' }],
      objectives: ['A shared vision across countries', 'Action plans to be carried out afterwards'],
      startDate: sampleStart,
      languages: ['en', 'fr'],
      timezone: 'Africa/Accra',
    },
  });
  addPeople(workshop);
  addPlanOne(workshop);
  addPlanFive(workshop);
  addParkingLot(workshop);
  return workshop;
}

function addPeople(workshop: TestWorkshop): void {
  const { run } = workshop;
  run({ name: 'teamAdd', id: 'team-a', team: 'Country A', country: 'Asandra', language: 'en' });
  run({ name: 'teamAdd', id: 'team-ntp', team: 'Programme national d’Arzalie', country: 'Bénin', language: 'fr' });
  run({ name: 'teamAdd', id: 'team-solo', team: 'CON', country: 'Malehoa', language: 'en' });
  run({ name: 'topicGroupAdd', id: 'group-planning', group: 'HR strategic planning' });
  run({ name: 'organisationAdd', id: 'moh', organisation: 'Ministry of Health', country: 'Asandra' });
  const person = (id: string, teamId: string, fields: Readonly<Record<string, unknown>>) => {
    run({ name: 'participantAdd', id, teamId, fullName: fields['fullName'] });
    setFields(workshop, 'participantSet', id, fields);
  };
  person('mensa', 'team-a', {
    fullName: 'A. Mensa',
    givenName: 'A.',
    familyName: 'Mensa',
    role: 'Director; planning, policy',
    contacts: contacts({ email: 'a.mensa@shares.example', phone: '+233200000333', agrees: true }),
    organisationId: 'moh',
    topicGroupId: 'group-planning',
  });
  person('phiri', 'team-a', {
    fullName: 'Lindiwe Phiri',
    contacts: contacts({ email: 'lindiwe.phiri@refuses.example', phone: '+260977000111' }),
  });
  person('ahmed', 'team-ntp', { fullName: 'أحمد المصطفى', contacts: contacts({ email: 'ahmed@partage.example', agrees: true }) });
  person('dagnon', 'team-ntp', {
    fullName: 'Cédric D’Agnon',
    contacts: contacts({ email: 'c.dagnon@refuse.example', phone: '+22997000222' }),
  });
  person('solo', 'team-solo', { fullName: '=SUM(A1)', role: '-' });
  run({ name: 'teamSet', id: 'team-a', field: 'leadId', value: 'mensa' });
  run({ name: 'teamSet', id: 'team-a', field: 'supportContact', value: 'Regional HRH office, Chandolo' });
  run({ name: 'topicGroupSet', id: 'group-planning', field: 'coChairIds', value: ['mensa'] });
  run({ name: 'topicGroupSet', id: 'group-planning', field: 'fieldIds', value: ['policy'] });
}

/** Every field of P1 is filled. */
export const planOne = {
  topic: 'Improve the HR planning process',
  agendaItem: 'Lessons of earlier HR plans',
  expectedOutput: 'Note of lessons for the planning team',
  objective: 'The next HR plan rests on what earlier plans taught',
  linkToExistingPlan: 'National HRH strategic plan 2024-2028',
  resources: 'Staff time only',
  budgetAmount: '12500.50',
  budgetCurrency: 'USD',
  budgetSource: 'Planning budget of the ministry',
} as const;

export const planOneSteps = [
  { text: 'List existing HR plans', who: 'mensa', days: 14 },
  { text: 'Find their progress reports', who: 'mensa', days: 21 },
  { text: 'Interview 6 key people', who: 'phiri', days: 45 },
  { text: 'Write and circulate 4-page note', who: 'phiri', days: 60 },
] as const;

function addPlanOne(workshop: TestWorkshop): void {
  const { run } = workshop;
  run({ name: 'planAdd', id: 'plan-1', teamId: 'team-a', topicId: null });
  setFields(workshop, 'planSet', 'plan-1', {
    ...planOne,
    fieldIds: ['policy'],
    phaseId: 'planning',
    accountableId: 'phiri',
    startDate: after(1),
    endDate: after(90),
    budgetSecured: true,
    risks: [{ text: 'Reports cannot be found', response: 'Ask the former planning officer' }],
    factorChecks: { 'csf-1': { answer: 'yes', note: 'Output agreed' }, 'csf-2': { answer: 'partly', note: '' } },
  });
  run({
    name: 'stepsAdd',
    planId: 'plan-1',
    afterId: null,
    steps: planOneSteps.map(({ text, who, days }, index) => ({ id: `step-1-${index}`, text, responsibleIds: [who], dueDate: after(days) })),
  });
  run({ name: 'stepSet', id: 'step-1-2', field: 'resources', value: 'Travel in the capital' });
  run({ name: 'indicatorAdd', id: 'indicator-1', planId: 'plan-1' });
  setFields(workshop, 'indicatorSet', 'indicator-1', {
    name: 'HR plans reviewed',
    type: 'output',
    unit: 'plans',
    baselineValue: '0',
    baselineDate: sampleStart,
    baselineSource: 'Planning unit',
    targetValue: '4',
    targetDate: after(60),
    frequency: 'monthly',
    owner: 'Planning officer',
  });
  const introductions = [
    { id: 'home-1', who: 'L. Phiri', toWhom: 'Permanent Secretary', meeting: 'Next management meeting', byDate: after(14) },
    { id: 'home-2', who: 'A. Mensa', toWhom: 'HRH task force', meeting: 'First task-force meeting', byDate: after(30) },
  ];
  for (const { id, ...fields } of introductions) {
    run({ name: 'homeIntroductionAdd', id, planId: 'plan-1' });
    setFields(workshop, 'homeIntroductionSet', id, fields);
  }
  run({ name: 'checkpointsAdd', planIds: ['plan-1'], kinds: ['30', '60', '90'] });
  run({ name: 'planSignOff', id: 'plan-1', by: 'A. Mensa' });
}

function addPlanFive(workshop: TestWorkshop): void {
  const { run } = workshop;
  run({ name: 'planAdd', id: 'plan-5', teamId: 'team-ntp', topicId: null });
  setFields(workshop, 'planSet', 'plan-5', {
    topic: 'Une politique des ressources humaines pour la lutte contre la tuberculose',
    agendaItem: 'Écarts de politique : état des lieux',
    expectedOutput: 'Note sur les lacunes, reçue par la direction à l’échéance',
    fieldIds: ['policy', 'leadership'],
    phaseId: 'situational-analysis',
    accountableId: 'ahmed',
    resources: 'Consultant, 5 jours',
  });
  const steps = [
    { text: 'Analyse SWOT par champ', days: 3 },
    { text: 'Comparer avec le projet de plan du ministère', days: 30 },
    { text: 'Proposer des clauses', days: 60 },
  ];
  run({
    name: 'stepsAdd',
    planId: 'plan-5',
    afterId: null,
    steps: steps.map(({ text, days }, index) => ({
      id: `step-5-${index}`,
      text,
      responsibleIds: ['ahmed', 'dagnon'],
      dueDate: after(days),
    })),
  });
  run({ name: 'homeIntroductionAdd', id: 'home-5', planId: 'plan-5' });
  setFields(workshop, 'homeIntroductionSet', 'home-5', {
    who: 'أحمد المصطفى',
    toWhom: 'Directeur des ressources humaines',
    byDate: after(12),
  });
}

function addParkingLot({ run }: TestWorkshop): void {
  run({ name: 'parkingAdd', id: 'parking-1', text: 'Who pays for interpreters?', raisedBy: 'A. Mensa', sessionId: null });
  run({ name: 'parkingSet', id: 'parking-1', field: 'status', value: 'assigned' });
  run({ name: 'parkingSet', id: 'parking-1', field: 'owner', value: 'R. Uwase' });
  run({ name: 'parkingSet', id: 'parking-1', field: 'dueDate', value: after(10) });
}
