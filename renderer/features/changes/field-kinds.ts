// What kind of value each field of each collection holds, as far as saying it in words needs to know. A field that is missing here does not compile.
import { baseOfTyped } from '../../../shared/domain/as-typed.ts';
import type { CollectionName, Collections } from '../../../shared/domain/collections.ts';

export type FieldKind =
  | 'text'
  /** Short, and read as it is: a code, a time, an amount. */
  | 'plain'
  | 'date'
  | 'instant'
  | 'yesNo'
  /** A text per language. */
  | 'localText'
  /** A place in a list: nothing to read. */
  | 'order'
  /** A word of `changes:choice`. */
  | 'choice'
  | 'actionField'
  | 'phase'
  | 'guide'
  | 'language'
  | 'sessionKind'
  | 'recordKind'
  | 'organiser'
  | 'contact'
  | 'risk'
  | 'factorChecks'
  | 'sessionStep'
  /** What was signed, as a whole. */
  | 'frozen'
  /** Too much to read in a line. */
  | 'otherwise'
  /** Ids of records of another collection. */
  | { readonly to: CollectionName };

type KnownKeys<T> = keyof { [Key in keyof T as string extends Key ? never : number extends Key ? never : Key]: T[Key] };

export type FieldOf<Name extends CollectionName> = Exclude<KnownKeys<Collections[Name]>, 'id'>;

/** Words that were not understood are text, whatever the field beside them holds. */
type OwnFieldOf<Name extends CollectionName> = Exclude<FieldOf<Name>, `${string}AsTyped`>;

/** A field that holds a list has the kind of its entries. */
export const fieldKinds: { readonly [Name in CollectionName]: { readonly [Field in OwnFieldOf<Name>]: FieldKind } } = {
  workshop: {
    title: 'text',
    templateId: 'plain',
    startDate: 'date',
    endDate: 'date',
    languages: 'language',
    place: 'text',
    country: 'text',
    hosts: 'text',
    partners: 'text',
    funders: 'text',
    organisers: 'organiser',
    objectives: 'text',
    timezone: 'plain',
    status: 'choice',
    isSample: 'yesNo',
    weekendToMonday: 'yesNo',
  },
  days: { date: 'date', startTime: 'plain', label: 'localText', templateDay: 'otherwise', order: 'order' },
  sessions: {
    dayId: { to: 'days' },
    order: 'order',
    guideId: 'guide',
    title: 'localText',
    plannedMinutes: 'plain',
    kind: 'sessionKind',
    phaseId: 'phase',
    fieldIds: 'actionField',
    purpose: 'localText',
    steps: 'sessionStep',
    materials: 'localText',
    notes: 'localText',
    recordKinds: 'recordKind',
    anchor: 'plain',
    cuttable: 'yesNo',
    minMinutes: 'plain',
  },
  clockEvents: {
    at: 'instant',
    sessionId: { to: 'sessions' },
    kind: 'choice',
    minutes: 'plain',
    order: 'order',
    boot: 'otherwise',
    uptime: 'otherwise',
    eventId: { to: 'clockEvents' },
  },
  organisations: { name: 'text', type: 'choice', country: 'text' },
  participants: {
    fullName: 'text',
    givenName: 'text',
    familyName: 'text',
    kind: 'choice',
    role: 'text',
    organisationId: { to: 'organisations' },
    country: 'text',
    sex: 'text',
    language: 'language',
    contacts: 'contact',
    consentPhoto: 'yesNo',
    teamId: { to: 'teams' },
    topicGroupId: { to: 'topicGroups' },
    arrival: 'date',
    departure: 'date',
    status: 'choice',
    replacedById: { to: 'participants' },
  },
  attendance: { participantId: { to: 'participants' }, dayId: { to: 'days' }, half: 'choice', state: 'choice' },
  teams: {
    name: 'text',
    country: 'text',
    language: 'language',
    leadId: { to: 'participants' },
    supportContact: 'text',
    order: 'order',
  },
  topicGroups: { name: 'text', fieldIds: 'actionField', coChairIds: { to: 'participants' }, order: 'order' },
  fieldAssessments: {
    teamId: { to: 'teams' },
    fieldId: 'actionField',
    round: 'choice',
    score: 'plain',
    evidence: 'text',
    confidence: 'choice',
  },
  topics: {
    teamId: { to: 'teams' },
    text: 'text',
    fieldIds: 'actionField',
    importance: 'plain',
    feasibility: 'plain',
    withinOurReach: 'plain',
    chosen: 'yesNo',
    reason: 'text',
    order: 'order',
  },
  plans: {
    teamId: { to: 'teams' },
    topicId: { to: 'topics' },
    topic: 'text',
    agendaItem: 'text',
    expectedOutput: 'text',
    fieldIds: 'actionField',
    phaseId: 'phase',
    accountableId: { to: 'participants' },
    startDate: 'date',
    endDate: 'date',
    objective: 'text',
    linkToExistingPlan: 'text',
    resources: 'text',
    budgetAmount: 'plain',
    budgetCurrency: 'plain',
    budgetSource: 'text',
    budgetSecured: 'yesNo',
    factorChecks: 'factorChecks',
    risks: 'risk',
    status: 'choice',
    draftVersion: 'plain',
    order: 'order',
  },
  steps: {
    planId: { to: 'plans' },
    order: 'order',
    text: 'text',
    responsibleIds: { to: 'participants' },
    startDate: 'date',
    dueDate: 'date',
    resources: 'text',
    status: 'choice',
    changeReason: 'text',
  },
  indicators: {
    planId: { to: 'plans' },
    order: 'order',
    name: 'text',
    type: 'choice',
    unit: 'text',
    baselineValue: 'plain',
    baselineDate: 'date',
    baselineSource: 'text',
    targetValue: 'plain',
    targetDate: 'date',
    frequency: 'text',
    owner: 'text',
  },
  homeIntroductions: {
    planId: { to: 'plans' },
    order: 'order',
    who: 'text',
    toWhom: 'text',
    meeting: 'text',
    byDate: 'date',
    done: 'yesNo',
  },
  planVersions: { planId: { to: 'plans' }, number: 'plain', at: 'instant', content: 'frozen' },
  signOffs: {
    planId: { to: 'plans' },
    versionId: { to: 'planVersions' },
    at: 'instant',
    by: 'text',
    withdrawnAt: 'instant',
    reason: 'text',
  },
  checkpoints: { planId: { to: 'plans' }, kind: 'plain', dueDate: 'date', doneAt: 'instant', result: 'text' },
  parkingItems: {
    text: 'text',
    raisedAt: 'instant',
    order: 'order',
    raisedBy: 'text',
    sessionId: { to: 'sessions' },
    status: 'choice',
    owner: 'text',
    dueDate: 'date',
    answer: 'text',
  },
  sessionRecords: { sessionId: { to: 'sessions' }, kind: 'otherwise', notes: 'text', highlights: 'text' },
  packExports: {
    at: 'instant',
    audience: 'choice',
    teamIds: { to: 'teams' },
    languages: 'otherwise',
    files: 'otherwise',
    by: 'text',
    workshopRevision: 'plain',
    planVersions: 'otherwise',
    savedTo: 'text',
  },
  conflicts: { collection: 'otherwise', recordId: 'otherwise', field: 'otherwise', options: 'otherwise', removals: 'otherwise' },
};

/** Null for a field of a newer version, or of a hand edit. */
export function fieldKind(collection: CollectionName, field: string): FieldKind | null {
  const kinds: Readonly<Record<string, FieldKind>> = fieldKinds[collection];
  if (baseOfTyped(collection, field) !== null) return 'text';
  return Object.hasOwn(kinds, field) ? (kinds[field] ?? null) : null;
}
