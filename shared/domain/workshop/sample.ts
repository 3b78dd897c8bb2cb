// The sample workshop as shipped in data/samples: readable keys instead of ids, days relative to today instead of dates.
// It becomes ordinary records when somebody tries the sample; data/README.md describes the format for its editors.
import { z } from 'zod';
import { localTextSchema, moneyAmountSchema, textSchema, timeOfDaySchema } from '../../kernel/schema.ts';
import { fieldIdSchema, phaseIdSchema } from '../framework/model.ts';
import { riskSchema } from '../plan/model.ts';
import { organiserSchema } from './model.ts';
import { confidences, ratingRounds } from '../analysis/values.ts';
import { clockEventKinds } from '../clock/values.ts';
import { fieldIds } from '../framework/values.ts';
import { parkingStatuses } from '../parking/values.ts';
import { attendanceStates, halves, organisationTypes, participantKinds } from '../people/values.ts';
import { factorAnswers, indicatorTypes } from '../plan/values.ts';

/** A name that other entries of the file refer to: `kenya`, `a-mensa`. */
const keySchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** Calendar days after the last day of the workshop: 0 is that day itself, a negative number lies before it. */
const daysAfterEndSchema = z.number().int().min(-3_650).max(3_650);

/** Number of a workshop day, counted from 1. */
const dayNumberSchema = z.number().int().min(1).max(10);

/** Id of a session of the template. */
const sessionKeySchema = z.string().min(1);

const oneToFive = z.number().int().min(1).max(5);

const sampleWorkshopSchema = z
  .looseObject({
    /** Per language, like partners, funders and objectives: what we say about the sample follows the interface; what people say does not. */
    title: localTextSchema,
    templateId: z.string().min(1),
    /** Which of the workshop's days is today when the sample is made. */
    today: dayNumberSchema,
    languages: z.array(z.string().min(2).max(12)).min(1).readonly(),
    place: textSchema,
    country: textSchema,
    hosts: z.array(textSchema).readonly(),
    partners: z.array(localTextSchema).readonly(),
    funders: z.array(localTextSchema).readonly(),
    organisers: z.array(organiserSchema).readonly(),
    objectives: z.array(localTextSchema).readonly(),
    weekendToMonday: z.boolean(),
  })
  .readonly();

const sampleOrganisationSchema = z
  .looseObject({ key: keySchema, name: textSchema.min(1), type: z.enum(organisationTypes), country: textSchema })
  .readonly();

const sampleTopicGroupSchema = z
  .looseObject({
    key: keySchema,
    name: textSchema.min(1),
    fieldIds: z.array(fieldIdSchema).readonly(),
    /** Keys of participants. */
    coChairs: z.array(keySchema).readonly(),
  })
  .readonly();

const sampleTeamSchema = z
  .looseObject({
    key: keySchema,
    name: textSchema.min(1),
    country: textSchema,
    language: z.enum(['en', 'fr']),
    /** Key of a participant of this team. */
    lead: keySchema,
    supportContact: textSchema,
  })
  .readonly();

const sampleParticipantSchema = z
  .looseObject({
    key: keySchema,
    fullName: textSchema.min(1),
    givenName: textSchema,
    familyName: textSchema,
    kind: z.enum(participantKinds),
    role: textSchema,
    /** Key of an organisation. */
    organisation: keySchema.nullable(),
    country: textSchema,
    sex: textSchema,
    language: textSchema,
    email: textSchema,
    phone: textSchema,
    consentContact: z.boolean(),
    /** Keys of a team and a topic group; null for people outside teams. */
    team: keySchema.nullable(),
    topicGroup: keySchema.nullable(),
  })
  .readonly();

/** One half-day. Everybody who is not named as an exception was present. */
const sampleAttendanceSchema = z
  .looseObject({
    day: dayNumberSchema,
    half: z.enum(halves),
    exceptions: z.array(z.looseObject({ participant: keySchema, state: z.enum(attendanceStates) }).readonly()).readonly(),
  })
  .readonly();

const sampleClockEventSchema = z
  .looseObject({
    session: sessionKeySchema,
    kind: z.enum(clockEventKinds),
    day: dayNumberSchema,
    /** The room's clock. */
    at: timeOfDaySchema,
    minutes: z.number().int().nullable(),
  })
  .readonly();

const sampleScoreSchema = z
  .looseObject({ score: z.number().int().min(1).max(10), evidence: textSchema, confidence: z.enum(confidences) })
  .readonly();

const sampleRatingSchema = z
  .looseObject({ team: keySchema, round: z.enum(ratingRounds), fields: z.record(z.enum(fieldIds), sampleScoreSchema).readonly() })
  .readonly();

const sampleTopicSchema = z
  .looseObject({
    key: keySchema,
    team: keySchema,
    text: textSchema.min(1),
    fieldIds: z.array(fieldIdSchema).readonly(),
    importance: oneToFive,
    feasibility: oneToFive,
    withinOurReach: oneToFive,
    chosen: z.boolean(),
    reason: textSchema,
  })
  .readonly();

const sampleStepSchema = z
  .looseObject({
    text: textSchema.min(1),
    /** Keys of participants; empty while the team has not decided. */
    responsible: z.array(keySchema).readonly(),
    dueDays: daysAfterEndSchema.nullable(),
  })
  .readonly();

const sampleIndicatorSchema = z
  .looseObject({
    name: textSchema.min(1),
    type: z.enum(indicatorTypes),
    unit: textSchema,
    baseline: z.looseObject({ value: textSchema, dateDays: daysAfterEndSchema.nullable(), source: textSchema }).readonly(),
    target: z.looseObject({ value: textSchema, dateDays: daysAfterEndSchema.nullable() }).readonly(),
    frequency: textSchema,
    owner: textSchema,
  })
  .readonly();

const sampleHomeIntroductionSchema = z
  .looseObject({ who: textSchema, toWhom: textSchema, meeting: textSchema, byDays: daysAfterEndSchema.nullable() })
  .readonly();

const samplePlanSchema = z
  .looseObject({
    key: keySchema,
    team: keySchema,
    /** Key of the topic that the plan grew out of. */
    fromTopic: keySchema.nullable(),
    topic: textSchema,
    agendaItem: textSchema,
    expectedOutput: textSchema,
    fieldIds: z.array(fieldIdSchema).min(1).readonly(),
    phaseId: phaseIdSchema,
    /** Key of a participant. */
    accountable: keySchema,
    startDays: daysAfterEndSchema.nullable(),
    endDays: daysAfterEndSchema.nullable(),
    objective: textSchema,
    linkToExistingPlan: textSchema,
    resources: textSchema,
    budget: z
      .looseObject({ amount: moneyAmountSchema, currency: z.string().max(8), source: textSchema, secured: z.boolean() })
      .readonly()
      .nullable(),
    /** By id of the success factor. */
    factorChecks: z.record(z.string().min(1), z.looseObject({ answer: z.enum(factorAnswers), note: textSchema }).readonly()).readonly(),
    risks: z.array(riskSchema).readonly(),
    steps: z.array(sampleStepSchema).min(1).readonly(),
    indicators: z.array(sampleIndicatorSchema).readonly(),
    homeIntroductions: z.array(sampleHomeIntroductionSchema).readonly(),
    signed: z.boolean(),
    /** Key of the source whose public facts the plan rests on; people, dates, money and targets are invented. */
    source: z.string().min(1),
  })
  .readonly();

const sampleParkingItemSchema = z
  .looseObject({
    text: textSchema.min(1),
    raisedBy: textSchema,
    session: sessionKeySchema.nullable(),
    day: dayNumberSchema,
    at: timeOfDaySchema,
    status: z.enum(parkingStatuses),
    owner: textSchema,
    dueDays: daysAfterEndSchema.nullable(),
    answer: textSchema,
  })
  .readonly();

const sampleRecordSchema = z
  .looseObject({ session: sessionKeySchema, notes: textSchema, highlights: z.array(textSchema.min(1)).readonly() })
  .readonly();

export const sampleSchema = z
  .looseObject({
    id: keySchema,
    workshop: sampleWorkshopSchema,
    organisations: z.array(sampleOrganisationSchema).readonly(),
    topicGroups: z.array(sampleTopicGroupSchema).readonly(),
    teams: z.array(sampleTeamSchema).readonly(),
    participants: z.array(sampleParticipantSchema).readonly(),
    attendance: z.array(sampleAttendanceSchema).readonly(),
    clock: z.array(sampleClockEventSchema).readonly(),
    ratings: z.array(sampleRatingSchema).readonly(),
    topics: z.array(sampleTopicSchema).readonly(),
    plans: z.array(samplePlanSchema).readonly(),
    parkingLot: z.array(sampleParkingItemSchema).readonly(),
    records: z.array(sampleRecordSchema).readonly(),
  })
  .readonly();

export type Sample = z.infer<typeof sampleSchema>;
export type SamplePlan = Sample['plans'][number];
export type SampleParticipant = Sample['participants'][number];
