// Rules of action plans: what blocks sign-off, what only warns, what is locked (domain §9.2).
import { daysBetween, isWeekend, type CalendarDate } from '../../kernel/calendar-date.ts';
import { sameValue, type StoredRecord } from '../../kernel/record.ts';
import type { CollectionName, Collections, DocumentChange, View } from '../collections.ts';
import { asTypedFields, asTypedIn, baseOfTyped, readFields } from '../as-typed.ts';
import { isAsked } from '../conflicts/rules.ts';
import { sorted } from '../sorted.ts';
import type { ActionPlan, ActionStep, HomeIntroduction, Indicator, PlanContent, PlanVersion, SignOff } from './model.ts';
import { noteLimit, titleLimit } from '../../kernel/limits.ts';
import { workshopRecordId } from '../workshop/values.ts';

/** Where a problem sits, so that the page can lead there. */
export interface PlanPlace {
  /** A team or a person: what the plan prints of them is settled where they are kept. */
  readonly collection: 'plans' | 'steps' | 'indicators' | 'homeIntroductions' | 'teams' | 'participants';
  readonly id: string;
  readonly field: string;
}

export type SignOffProblemCode =
  | 'topic-missing'
  | 'agenda-item-missing'
  | 'expected-output-missing'
  | 'field-missing'
  | 'accountable-missing'
  | 'steps-missing'
  | 'step-text-missing'
  | 'step-responsible-missing'
  | 'step-due-missing'
  | 'step-due-before-workshop'
  | 'step-after-plan-end'
  | 'home-introduction-missing'
  | 'home-who-missing'
  | 'home-to-whom-missing'
  | 'home-by-missing'
  | 'title-too-long'
  | 'note-too-long'
  | 'not-understood'
  | 'conflict-open';

export interface SignOffProblem {
  readonly code: SignOffProblemCode;
  readonly place: PlanPlace;
  /** Position of the step or introduction from 1, where it is one of several. */
  readonly number?: number;
  /** Of an open conflict about somebody whose name the plan prints: that name. */
  readonly person?: string;
  /** What was typed and not understood. */
  readonly typed?: string;
}

export type PlanWarningCode =
  | 'too-many-plans'
  | 'too-many-steps'
  | 'step-too-long'
  | 'no-indicator'
  | 'no-baseline'
  | 'percentage-out-of-range'
  | 'person-overloaded'
  | 'due-on-weekend'
  | 'budget-without-source'
  | 'factors-unfinished';

export interface PlanWarning {
  readonly code: PlanWarningCode;
  readonly place: PlanPlace;
  readonly number?: number;
  /** Full name of the person where the warning is about one. */
  readonly person?: string;
}

/** A plan with what belongs to it, each list in its order. */
export interface WholePlan {
  readonly plan: ActionPlan;
  readonly steps: readonly ActionStep[];
  readonly indicators: readonly Indicator[];
  readonly homeIntroductions: readonly HomeIntroduction[];
}

/** Gathers a plan from the document, or undefined when there is no such plan. */
export function wholePlan(view: View, planId: string): WholePlan | undefined {
  const plan = view.get('plans', planId);
  if (!plan) return undefined;
  const own = (record: { readonly planId: string }) => record.planId === planId;
  return {
    plan,
    steps: sorted(view, 'steps', own),
    indicators: sorted(view, 'indicators', own),
    homeIntroductions: sorted(view, 'homeIntroductions', own),
  };
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}

/** Everything that blocks sign-off, in the order of the form. Empty means ready (domain §9.2, hard rules). */
export function signOffProblems(view: View, whole: WholePlan): readonly SignOffProblem[] {
  const start = view.get('workshop', workshopRecordId)?.startDate;
  return [
    ...planProblems(whole),
    ...stepProblems(whole, start),
    ...homeProblems(whole),
    ...lengthProblems(whole),
    ...typedPlaces(whole).map((words) => ({ code: 'not-understood', ...words }) as const),
    ...conflictProblems(view, whole),
  ];
}

function planProblems({ plan }: WholePlan): readonly SignOffProblem[] {
  const at = (field: keyof ActionPlan): PlanPlace => ({ collection: 'plans', id: plan.id, field });
  const problems: SignOffProblem[] = [];
  if (isBlank(plan.topic)) problems.push({ code: 'topic-missing', place: at('topic') });
  if (isBlank(plan.agendaItem)) problems.push({ code: 'agenda-item-missing', place: at('agendaItem') });
  if (isBlank(plan.expectedOutput)) problems.push({ code: 'expected-output-missing', place: at('expectedOutput') });
  if (plan.fieldIds.length === 0) problems.push({ code: 'field-missing', place: at('fieldIds') });
  if (plan.accountableId === null && asTypedIn(plan, 'accountableId') === '')
    problems.push({ code: 'accountable-missing', place: at('accountableId') });
  return problems;
}

function stepProblems({ plan, steps }: WholePlan, workshopStart: CalendarDate | undefined): readonly SignOffProblem[] {
  if (steps.length === 0) return [{ code: 'steps-missing', place: { collection: 'plans', id: plan.id, field: 'steps' } }];
  return steps.flatMap((step, index) => {
    const at = (field: string): PlanPlace => ({ collection: 'steps', id: step.id, field });
    const number = index + 1;
    const problems: SignOffProblem[] = [];
    if (isBlank(step.text)) problems.push({ code: 'step-text-missing', place: at('text'), number });
    if (step.responsibleIds.length === 0 && asTypedIn(step, 'responsibleIds') === '')
      problems.push({ code: 'step-responsible-missing', place: at('responsibleIds'), number });
    if (step.dueDate === null) {
      if (asTypedIn(step, 'dueDate') === '') problems.push({ code: 'step-due-missing', place: at('dueDate'), number });
    } else if (workshopStart && step.dueDate <= workshopStart)
      problems.push({ code: 'step-due-before-workshop', place: at('dueDate'), number });
    if (step.dueDate !== null && plan.endDate !== null && step.dueDate > plan.endDate) {
      problems.push({ code: 'step-after-plan-end', place: at('dueDate'), number });
    }
    return problems;
  });
}

function homeProblems({ plan, homeIntroductions }: WholePlan): readonly SignOffProblem[] {
  if (homeIntroductions.length === 0) {
    return [{ code: 'home-introduction-missing', place: { collection: 'plans', id: plan.id, field: 'homeIntroductions' } }];
  }
  return homeIntroductions.flatMap((introduction, index) => {
    const at = (field: string): PlanPlace => ({ collection: 'homeIntroductions', id: introduction.id, field });
    const number = index + 1;
    const problems: SignOffProblem[] = [];
    if (isBlank(introduction.who)) problems.push({ code: 'home-who-missing', place: at('who'), number });
    if (isBlank(introduction.toWhom)) problems.push({ code: 'home-to-whom-missing', place: at('toWhom'), number });
    if (introduction.byDate === null && asTypedIn(introduction, 'byDate') === '')
      problems.push({ code: 'home-by-missing', place: at('byDate'), number });
    return problems;
  });
}

/** Every field of a plan in which words stand that were not understood, in the order of the form. */
export function typedPlaces({
  plan,
  steps,
  homeIntroductions,
  indicators,
}: WholePlan): readonly { readonly place: PlanPlace; readonly number?: number; readonly typed: string }[] {
  const ofRecord = (collection: 'plans' | 'steps' | 'indicators' | 'homeIntroductions', record: { readonly id: string }, number?: number) =>
    readFields[collection]
      .map((field) => ({ field, typed: asTypedIn(record, field) }))
      .filter(({ typed }) => typed !== '')
      .map(({ field, typed }) => ({ place: { collection, id: record.id, field }, typed, ...(number === undefined ? {} : { number }) }));
  return [
    ...steps.flatMap((step, index) => ofRecord('steps', step, index + 1)),
    ...homeIntroductions.flatMap((introduction, index) => ofRecord('homeIntroductions', introduction, index + 1)),
    ...ofRecord('plans', plan),
    ...indicators.flatMap((indicator, index) => ofRecord('indicators', indicator, index + 1)),
  ];
}

/** Limits warn and block sign-off, they never cut (domain §9.2). */
function lengthProblems({ plan, steps, indicators }: WholePlan): readonly SignOffProblem[] {
  const titles: readonly (readonly [string, PlanPlace])[] = [
    [plan.topic, { collection: 'plans', id: plan.id, field: 'topic' }],
    [plan.agendaItem, { collection: 'plans', id: plan.id, field: 'agendaItem' }],
    ...indicators.map((indicator) => [indicator.name, { collection: 'indicators', id: indicator.id, field: 'name' }] as const),
  ];
  const notes: readonly (readonly [string, PlanPlace])[] = [
    ...(['expectedOutput', 'objective', 'linkToExistingPlan', 'resources'] as const).map(
      (field) => [plan[field], { collection: 'plans', id: plan.id, field }] as const,
    ),
    ...steps.map((step) => [step.text, { collection: 'steps', id: step.id, field: 'text' }] as const),
  ];
  return [
    ...titles.filter(([text]) => text.length > titleLimit).map(([, place]) => ({ code: 'title-too-long', place }) as const),
    ...notes.filter(([text]) => text.length > noteLimit).map(([, place]) => ({ code: 'note-too-long', place }) as const),
  ];
}

/**
 * Open conflicts in what a plan says or prints: the plan itself, its parts, its team and the people it names. Each stands at the field that
 * has two values; one about a removal at the field that names what was removed.
 */
export function conflictProblems(view: View, whole: WholePlan): readonly SignOffProblem[] {
  if (view.size('conflicts') === 0) return [];
  return [...view.all('conflicts')].filter(isAsked).flatMap((conflict) => conflictProblem(view, whole, conflict) ?? []);
}

function conflictProblem(
  view: View,
  { plan, steps, indicators, homeIntroductions }: WholePlan,
  conflict: Collections['conflicts'],
): SignOffProblem | null {
  const { collection, recordId: id } = conflict;
  // Words that were not understood stand in the cell of their field.
  const field = conflict.field === null ? null : (baseOfTyped(conflict.collection, conflict.field) ?? conflict.field);
  const inList = (list: readonly { readonly id: string }[], name: 'steps' | 'indicators' | 'homeIntroductions', first: string) => {
    const index = list.findIndex((part) => part.id === id);
    const place: PlanPlace = { collection: name, id, field: field ?? first };
    return index === -1 ? null : ({ code: 'conflict-open', place, number: index + 1 } as const);
  };
  switch (collection) {
    case 'plans':
      return id === plan.id ? { code: 'conflict-open', place: { collection, id, field: field ?? 'topic' } } : null;
    case 'steps':
      return inList(steps, collection, 'text');
    case 'indicators':
      return inList(indicators, collection, 'name');
    case 'homeIntroductions':
      return inList(homeIntroductions, collection, 'who');
    case 'teams':
      return id === plan.teamId && (field === null || field === 'name')
        ? { code: 'conflict-open', place: { collection, id, field: 'name' }, person: view.get('teams', id)?.name ?? '' }
        : null;
    case 'participants': {
      if (field !== null && field !== 'fullName') return null;
      const person = view.get('participants', id)?.fullName ?? '';
      const isNamed =
        plan.accountableId === id || steps.some(({ responsibleIds }) => responsibleIds.some((responsible) => responsible === id));
      return isNamed ? { code: 'conflict-open', place: { collection, id, field: 'fullName' }, person } : null;
    }
    default:
      return null;
  }
}

const mostPlansPerTeam = 2;
const mostStepsPerPlan = 8;
const longestStepDays = 90;
const mostStepsPerPerson = 5;

/** What is worth a look but blocks nothing (domain §9.2, soft rules). */
export function planWarnings(view: View, whole: WholePlan, successFactorIds: readonly string[]): readonly PlanWarning[] {
  const { plan, steps, indicators } = whole;
  const at = (field: string): PlanPlace => ({ collection: 'plans', id: plan.id, field });
  const warnings: PlanWarning[] = [];
  const plansOfTeam = [...view.all('plans')].filter((other) => other.teamId === plan.teamId && other.status !== 'dropped');
  if (plansOfTeam.length > mostPlansPerTeam) warnings.push({ code: 'too-many-plans', place: at('topic') });
  if (steps.length > mostStepsPerPlan) warnings.push({ code: 'too-many-steps', place: at('steps') });
  steps.forEach((step, index) => {
    const place: PlanPlace = { collection: 'steps', id: step.id, field: 'dueDate' };
    const start = step.startDate ?? plan.startDate;
    if (step.dueDate && start && daysBetween(start, step.dueDate) > longestStepDays)
      warnings.push({ code: 'step-too-long', place, number: index + 1 });
    if (step.dueDate && isWeekend(step.dueDate)) warnings.push({ code: 'due-on-weekend', place, number: index + 1 });
  });
  if (indicators.length === 0) warnings.push({ code: 'no-indicator', place: at('indicators') });
  indicators.forEach((indicator, index) => {
    const place = (field: string): PlanPlace => ({ collection: 'indicators', id: indicator.id, field });
    if (isBlank(indicator.baselineValue)) warnings.push({ code: 'no-baseline', place: place('baselineValue'), number: index + 1 });
    for (const field of ['baselineValue', 'targetValue'] as const) {
      if (isPercentageOutOfRange(indicator, field))
        warnings.push({ code: 'percentage-out-of-range', place: place(field), number: index + 1 });
    }
  });
  warnings.push(...overloaded(view, whole));
  if (plan.budgetAmount !== '' && isBlank(plan.budgetSource)) warnings.push({ code: 'budget-without-source', place: at('budgetSource') });
  if (successFactorIds.some((id) => (plan.factorChecks[id]?.answer ?? null) === null))
    warnings.push({ code: 'factors-unfinished', place: at('factorChecks') });
  return warnings;
}

function isPercentageOutOfRange(indicator: Indicator, field: 'baselineValue' | 'targetValue'): boolean {
  const text = indicator[field];
  if (indicator.unit.trim() !== '%' && !text.trim().endsWith('%')) return false;
  const value = Number(text.replace('%', '').replace(',', '.').trim());
  return text.trim() !== '' && !(value >= 0 && value <= 100);
}

function overloaded(view: View, { steps }: WholePlan): readonly PlanWarning[] {
  const open = [...view.all('steps')].filter((step) => step.status !== 'done' && step.status !== 'dropped');
  const people = new Set(steps.flatMap((step) => step.responsibleIds));
  return [...people].flatMap((personId) => {
    if (open.filter((step) => step.responsibleIds.includes(personId)).length <= mostStepsPerPerson) return [];
    const first = steps.find((step) => step.responsibleIds.includes(personId));
    const person = view.get('participants', personId)?.fullName ?? '';
    return first
      ? [{ code: 'person-overloaded', place: { collection: 'steps', id: first.id, field: 'responsibleIds' }, person } as const]
      : [];
  });
}

/** A signed version and its signature. */
export interface SignedVersion {
  readonly version: PlanVersion;
  readonly signOff: SignOff;
}

/**
 * The version of a plan that is signed, or undefined. Only the newest signature speaks: once it is withdrawn the plan is a draft, and no
 * earlier version takes its place.
 */
export function signedVersion(view: View, planId: string): SignedVersion | undefined {
  const newest = newestSignature(view, planId);
  return newest?.signOff.withdrawnAt === null ? newest : undefined;
}

/** The signature that was taken back and left the plan a draft, or undefined. */
export function withdrawnVersion(view: View, planId: string): SignedVersion | undefined {
  const newest = newestSignature(view, planId);
  return newest?.signOff.withdrawnAt === null ? undefined : newest;
}

/** The signature of the highest version; of several on one version one that stands. */
function newestSignature(view: View, planId: string): SignedVersion | undefined {
  let newest: SignedVersion | undefined;
  for (const signOff of view.all('signOffs')) {
    const version = signOff.planId === planId ? view.get('planVersions', signOff.versionId) : undefined;
    if (!version) continue;
    const isNewer = !newest || version.number > newest.version.number;
    const stands = newest?.version.number === version.number && signOff.withdrawnAt === null;
    if (isNewer || stands) newest = { version, signOff };
  }
  return newest;
}

/** True while the working copy is what was signed: its fields are locked until "Change it". */
export function isLocked(view: View, plan: Collections['plans']): boolean {
  return signedVersion(view, plan.id)?.version.number === plan.draftVersion;
}

/** Fields that stay open while a plan is signed. */
const openFields: Readonly<Partial<Record<CollectionName, readonly string[]>>> = {
  plans: ['status'],
  steps: ['status', 'changeReason'],
  homeIntroductions: ['done'],
};

/** Where a plan stands: a signed plan goes over to another team when two teams are made one, and back again. */
const standingFields = ['teamId', 'topicId', 'order'];

/** The plan whose signature a change would touch: the plan of a record, unless only its place or fields change that stay open. Null: no plan at all. */
export function planTouchedBy(view: View, change: DocumentChange): string | null {
  const { collection, id } = change;
  if (collection !== 'plans' && collection !== 'steps' && collection !== 'indicators' && collection !== 'homeIntroductions') return null;
  const open = [...(openFields[collection] ?? []), ...(collection === 'plans' ? standingFields : [])];
  if (change.kind === 'updated' && Object.keys(change.fields).every((field) => open.includes(field))) return null;
  const record = view.get(collection, id);
  if (!record) return null;
  return 'planId' in record ? (record.planId as string) : record.id;
}

/** The number of the next draft: above every version that ever was, because no number is used twice. */
export function nextVersionNumber(view: View, plan: Collections['plans']): number {
  const numbers = [...view.all('planVersions')].filter(({ planId }) => planId === plan.id).map(({ number }) => number);
  return Math.max(plan.draftVersion, ...numbers) + 1;
}

/** Fields of a signed plan that change without touching its signature: its place, and the number of its draft. */
const placeFields = [...standingFields, 'draftVersion'];

/** True while the working copy says what was signed. Fields that the signed copy does not know were added by a later version of the product. */
export function isAsSigned(whole: WholePlan, content: PlanContent): boolean {
  return (
    // Words that are no value were in nothing that anybody signed.
    typedPlaces(whole).length === 0 &&
    saysTheSame([whole.plan], [content.plan], [...(openFields.plans ?? []), ...placeFields, ...asTypedFields('plans')]) &&
    saysTheSame(whole.steps, content.steps, [...(openFields.steps ?? []), ...asTypedFields('steps')]) &&
    saysTheSame(whole.indicators, content.indicators, asTypedFields('indicators')) &&
    saysTheSame(whole.homeIntroductions, content.homeIntroductions, [
      ...(openFields.homeIntroductions ?? []),
      ...asTypedFields('homeIntroductions'),
    ])
  );
}

function saysTheSame(now: readonly StoredRecord[], signed: readonly StoredRecord[], open: readonly string[] = []): boolean {
  const byId = new Map(now.map((record) => [record.id, record]));
  return (
    now.length === signed.length &&
    signed.every((then) => Object.keys(then).every((field) => open.includes(field) || sameValue(byId.get(then.id)?.[field], then[field])))
  );
}

/** The frozen copy that a sign-off stores. */
export function frozenContent(view: View, { plan, steps, indicators, homeIntroductions }: WholePlan): PlanContent {
  const people = new Set([...(plan.accountableId ? [plan.accountableId] : []), ...steps.flatMap((step) => step.responsibleIds)]);
  const names = Object.fromEntries([...people].map((id) => [id, view.get('participants', id)?.fullName ?? '']));
  return { plan, steps, indicators, homeIntroductions, names };
}
