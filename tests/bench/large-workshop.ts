// Workshops of any size: teams with their people, and plans with everything in them, the first plan of every team signed.
import { emptyIndicator, emptyPlan, emptyStep } from '../../shared/domain/plan/commands.ts';
import type { ActionPlan, ActionStep, HomeIntroduction, Indicator, PlanVersion, SignOff } from '../../shared/domain/plan/model.ts';
import type { Day, Session } from '../../shared/domain/agenda/model.ts';
import type { CollectionName, Collections, DocumentChange } from '../../shared/domain/collections.ts';
import { emptyParticipant } from '../../shared/domain/people/commands.ts';
import type { ParticipantId, Team, TeamId } from '../../shared/domain/people/model.ts';
import { agendaFromTemplate, type WorkshopBasics } from '../../shared/domain/workshop/commands.ts';
import type { Workshop } from '../../shared/domain/workshop/model.ts';
import { addDays, type CalendarDate } from '../../shared/kernel/calendar-date.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import { orderKeysBetween } from '../../shared/kernel/order-key.ts';
import { shippedTemplate } from '../support/shipped-content.ts';
import { workshopRecordId } from '../../shared/domain/workshop/values.ts';

export const benchStart = '2026-03-17' as CalendarDate;
export const benchNow = '2026-03-18T07:00:00.000Z' as Instant;

export interface WorkshopShape {
  readonly teams: number;
  readonly peoplePerTeam: number;
  readonly plansPerTeam: number;
  readonly stepsPerPlan: number;
  /** Whether the first plan of every team is signed. */
  readonly isFirstSigned: boolean;
  /** Sessions in all, spread over `days`; null = the shipped 3-day template. */
  readonly agenda: { readonly days: number; readonly sessions: number } | null;
}

/** A team of the room: five people, two plans of eight steps. */
export const ordinaryShape: WorkshopShape = {
  teams: 15,
  peoplePerTeam: 5,
  plansPerTeam: 2,
  stepsPerPlan: 8,
  isFirstSigned: true,
  agenda: null,
};

const basics: WorkshopBasics = {
  title: 'HRH Action Workshop',
  place: 'Chandolo',
  country: 'Asandra',
  hosts: ['Ministry of Health'],
  partners: ['Regional health organisation'],
  funders: [],
  organisers: [{ name: 'R. Uwase', role: 'facilitator' }],
  objectives: ['Leave with plans that are carried out'],
  startDate: benchStart,
  languages: ['en', 'fr'],
  timezone: 'Africa/Accra',
};

/** Ids that a bench names. Teams, plans and steps are counted from 0. */
export const benchIds = {
  day: (day: number) => `day-${day}` as Day['id'],
  session: (session: number) => `session-${session}` as Session['id'],
  team: (team: number) => `team-${team}` as TeamId,
  person: (team: number, person: number) => `person-${team}-${person}` as ParticipantId,
  plan: (team: number, plan: number) => `plan-${team}-${plan}` as ActionPlan['id'],
  step: (team: number, plan: number, step: number) => `step-${team}-${plan}-${step}` as ActionStep['id'],
} as const;

/** The changes that make such a workshop out of an empty document. */
export function workshopChanges(shape: WorkshopShape): readonly DocumentChange[] {
  const keys = orderKeysBetween(null, null, shape.teams);
  return [...beginning(shape), ...keys.flatMap((order, team) => teamChanges(shape, team, order))];
}

/** As `workshopChanges`, with as many ordinary teams as are needed for a number of bytes as JSON. */
export function changesOfSize(bytes: number): readonly DocumentChange[] {
  const changes = [...beginning(ordinaryShape)];
  let size = JSON.stringify(changes).length;
  for (let team = 0; size < bytes; team += 1) {
    const more = teamChanges(ordinaryShape, team, `a${String(team).padStart(5, '0')}V`);
    size += JSON.stringify(more).length;
    changes.push(...more);
  }
  return changes;
}

function created<Name extends CollectionName>(collection: Name, record: Collections[Name]): DocumentChange {
  return { kind: 'created', collection, id: record.id, record };
}

function beginning({ agenda }: WorkshopShape): readonly DocumentChange[] {
  const template = shippedTemplate('three-day');
  const workshop: Workshop = {
    ...basics,
    id: workshopRecordId as Workshop['id'],
    templateId: template.id,
    endDate: addDays(benchStart, (agenda?.days ?? template.days.length) - 1),
    status: 'running',
    isSample: false,
    weekendToMonday: true,
  };
  let ids = 0;
  const shipped = () => agendaFromTemplate(template, benchStart, () => `agenda-${(ids += 1)}`);
  return [created('workshop', workshop), ...(agenda ? agendaChanges(agenda) : shipped())];
}

function agendaChanges({ days, sessions }: NonNullable<WorkshopShape['agenda']>): readonly DocumentChange[] {
  const perDay = Math.ceil(sessions / days);
  const sessionKeys = orderKeysBetween(null, null, perDay);
  return orderKeysBetween(null, null, days).flatMap((order, index) => {
    const date = addDays(benchStart, index);
    const day: Day = { id: benchIds.day(index), date, startTime: '08:00', label: null, templateDay: null, order };
    const own = sessionKeys.slice(0, Math.min(perDay, sessions - index * perDay)).map((key, position): DocumentChange => {
      const number = index * perDay + position;
      const session: Session = {
        id: benchIds.session(number),
        dayId: day.id,
        order: key,
        guideId: null,
        title: { en: `Session ${number + 1}: what was learned in the districts` },
        plannedMinutes: 5,
        kind: 'plenary',
        phaseId: null,
        fieldIds: ['policy'],
        purpose: { en: 'Share what was learned.' },
        steps: null,
        materials: null,
        notes: null,
        recordKinds: ['notes'],
        anchor: null,
        cuttable: true,
        minMinutes: 5,
      };
      return created('sessions', session);
    });
    return [created('days', day), ...own];
  });
}

function teamChanges(shape: WorkshopShape, index: number, order: string): readonly DocumentChange[] {
  const team: Team = {
    id: benchIds.team(index),
    name: `Country ${index + 1}`,
    country: `Country ${index + 1}`,
    language: index % 2 === 0 ? 'en' : 'fr',
    leadId: benchIds.person(index, 0),
    supportContact: 'Regional HRH office, Chandolo',
    order,
  };
  const people = Array.from({ length: shape.peoplePerTeam }, (_, person) =>
    created('participants', {
      ...emptyParticipant(benchIds.person(index, person)),
      fullName: `Ama Boateng ${index + 1}-${person + 1}`,
      givenName: 'Ama',
      familyName: `Boateng ${index + 1}-${person + 1}`,
      role: 'Director of human resources for health',
      country: team.country,
      contacts: [
        { kind: 'email', value: `ama.boateng.${index}.${person}@ministry.example`, consent: ['packs'] },
        { kind: 'phone', value: `+2332000${index}${person}`, consent: ['packs'] },
      ],
      teamId: team.id,
      status: 'present',
    }),
  );
  const keys = orderKeysBetween(null, null, shape.plansPerTeam);
  return [...people, created('teams', team), ...keys.flatMap((key, plan) => planChanges(shape, { team: index, plan, order: key }))];
}

interface PlanPlace {
  readonly team: number;
  readonly plan: number;
  readonly order: string;
}

function planChanges(shape: WorkshopShape, { team, plan: number, order }: PlanPlace): readonly DocumentChange[] {
  const isSigned = shape.isFirstSigned && number === 0;
  const accountableId = benchIds.person(team, 0);
  const plan: ActionPlan = {
    ...emptyPlan({ id: benchIds.plan(team, number), teamId: benchIds.team(team), order }),
    topic: 'Fill the critical posts of the district hospitals',
    agendaItem: 'Recruitment and deployment, as agreed on day 2',
    expectedOutput: 'A recruitment round that is approved and paid for by the end of the quarter',
    fieldIds: ['hrm'],
    accountableId,
    startDate: addDays(benchStart, 4),
    endDate: addDays(benchStart, 120),
    objective: 'Every district hospital has a midwife on every shift',
    linkToExistingPlan: 'National HRH strategic plan 2024–2028, chapter 3',
    resources: 'Staff time of the personnel unit; travel to six districts',
    budgetAmount: '12500.50',
    budgetCurrency: 'USD',
    budgetSource: 'Planning budget of the ministry',
    budgetSecured: true,
    factorChecks: { 'csf-1': { answer: 'yes', note: 'The output is agreed' } },
    risks: [{ text: 'The wage bill is frozen', response: 'Ask the ministry of finance for an exception early' }],
    status: isSigned ? 'agreed' : 'draft',
  };
  const steps = orderKeysBetween(null, null, shape.stepsPerPlan).map((key, step): ActionStep => ({
    ...emptyStep({ id: benchIds.step(team, number, step), planId: plan.id, order: key }),
    text: `Step ${step + 1}: list the vacant posts with the districts and agree on their order`,
    responsibleIds: [benchIds.person(team, step % shape.peoplePerTeam)],
    dueDate: addDays(benchStart, 10 + 3 * step),
  }));
  const indicator: Indicator = {
    ...emptyIndicator({ id: `indicator-${plan.id}` as Indicator['id'], planId: plan.id, order: 'a0' }),
    name: 'Share of critical posts that are filled',
    type: 'output',
    unit: '%',
    baselineValue: '61',
    baselineDate: benchStart,
    baselineSource: 'Payroll of the ministry',
    targetValue: '80',
    targetDate: addDays(benchStart, 110),
    frequency: 'monthly',
    owner: 'Personnel unit',
  };
  const introduction: HomeIntroduction = {
    id: `home-${plan.id}` as HomeIntroduction['id'],
    planId: plan.id,
    order: 'a0',
    who: 'A. Boateng',
    toWhom: 'Permanent Secretary',
    meeting: 'Next management meeting',
    byDate: addDays(benchStart, 14),
    done: false,
  };
  const parts = [
    created('plans', plan),
    ...steps.map((step) => created('steps', step)),
    created('indicators', indicator),
    created('homeIntroductions', introduction),
  ];
  if (!isSigned) return parts;
  const version: PlanVersion = {
    id: `version-${plan.id}` as PlanVersion['id'],
    planId: plan.id,
    number: 1,
    at: benchNow,
    content: { plan, steps, indicators: [indicator], homeIntroductions: [introduction], names: { [accountableId]: 'Ama Boateng' } },
  };
  const signOff: SignOff = {
    id: `signature-${plan.id}` as SignOff['id'],
    planId: plan.id,
    versionId: version.id,
    at: benchNow,
    by: 'Ama Boateng',
    withdrawnAt: null,
    reason: '',
  };
  return [...parts, created('planVersions', version), created('signOffs', signOff)];
}
