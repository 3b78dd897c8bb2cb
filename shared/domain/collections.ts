// The named collections of a workshop document, the schema of their records and the references between them.
import { z } from 'zod';
import { daySchema, sessionSchema } from './agenda/model.ts';
import { fieldAssessmentSchema, topicSchema } from './analysis/model.ts';
import { clockEventSchema } from './clock/model.ts';
import { checkpointSchema, packExportSchema } from './follow-up/model.ts';
import { parkingItemSchema } from './parking/model.ts';
import { attendanceSchema, organisationSchema, participantSchema, teamSchema, topicGroupSchema } from './people/model.ts';
import { homeIntroductionSchema, indicatorSchema, planSchema, planVersionSchema, signOffSchema, stepSchema } from './plan/model.ts';
import { sessionRecordSchema } from './records/model.ts';
import type { Change } from '../kernel/record.ts';
import { workshopSchema } from './workshop/model.ts';

export const recordSchemas = {
  workshop: workshopSchema,
  days: daySchema,
  sessions: sessionSchema,
  clockEvents: clockEventSchema,
  organisations: organisationSchema,
  participants: participantSchema,
  attendance: attendanceSchema,
  teams: teamSchema,
  topicGroups: topicGroupSchema,
  fieldAssessments: fieldAssessmentSchema,
  topics: topicSchema,
  plans: planSchema,
  steps: stepSchema,
  indicators: indicatorSchema,
  homeIntroductions: homeIntroductionSchema,
  planVersions: planVersionSchema,
  signOffs: signOffSchema,
  checkpoints: checkpointSchema,
  parkingItems: parkingItemSchema,
  sessionRecords: sessionRecordSchema,
  packExports: packExportSchema,
} as const;

export type CollectionName = keyof typeof recordSchemas;

export type Collections = { readonly [Name in CollectionName]: z.infer<(typeof recordSchemas)[Name]> };

export const collectionNames = Object.keys(recordSchemas) as readonly CollectionName[];

export const collectionNameSchema = z.enum(collectionNames as [CollectionName, ...CollectionName[]]);

export type DocumentChange = Change<CollectionName>;

/** How a removed target is dealt with: its dependants go with it, or the reference is cleared, or the removal is refused with the list. */
export type OnRemoval = 'remove-too' | 'clear' | 'refuse';

export interface Reference {
  readonly from: CollectionName;
  readonly field: string;
  readonly to: CollectionName;
  readonly many: boolean;
  readonly onRemoval: OnRemoval;
}

function one(from: CollectionName, field: string, to: CollectionName, onRemoval: OnRemoval): Reference {
  return { from, field, to, many: false, onRemoval };
}

function many(from: CollectionName, field: string, to: CollectionName, onRemoval: OnRemoval): Reference {
  return { from, field, to, many: true, onRemoval };
}

/** Every reference by id between collections. Frozen copies (planVersions.content, packExports) refer to nothing. */
export const references: readonly Reference[] = [
  one('sessions', 'dayId', 'days', 'remove-too'),
  one('clockEvents', 'sessionId', 'sessions', 'remove-too'),
  one('participants', 'organisationId', 'organisations', 'clear'),
  one('participants', 'teamId', 'teams', 'clear'),
  one('participants', 'topicGroupId', 'topicGroups', 'clear'),
  one('participants', 'replacedById', 'participants', 'clear'),
  one('attendance', 'participantId', 'participants', 'remove-too'),
  one('attendance', 'dayId', 'days', 'remove-too'),
  one('teams', 'leadId', 'participants', 'clear'),
  many('topicGroups', 'coChairIds', 'participants', 'clear'),
  one('fieldAssessments', 'teamId', 'teams', 'remove-too'),
  one('topics', 'teamId', 'teams', 'remove-too'),
  one('plans', 'teamId', 'teams', 'refuse'),
  one('plans', 'topicId', 'topics', 'clear'),
  one('plans', 'accountableId', 'participants', 'refuse'),
  one('steps', 'planId', 'plans', 'remove-too'),
  many('steps', 'responsibleIds', 'participants', 'refuse'),
  one('indicators', 'planId', 'plans', 'remove-too'),
  one('homeIntroductions', 'planId', 'plans', 'remove-too'),
  one('planVersions', 'planId', 'plans', 'refuse'),
  one('signOffs', 'planId', 'plans', 'refuse'),
  one('signOffs', 'versionId', 'planVersions', 'refuse'),
  one('checkpoints', 'planId', 'plans', 'remove-too'),
  one('parkingItems', 'sessionId', 'sessions', 'clear'),
  one('sessionRecords', 'sessionId', 'sessions', 'remove-too'),
];

/** Read-only projection of a document: what `decide` and every screen look at. */
export interface View {
  readonly get: <Name extends CollectionName>(collection: Name, id: string) => Collections[Name] | undefined;
  readonly all: <Name extends CollectionName>(collection: Name) => Iterable<Collections[Name]>;
  readonly size: (collection: CollectionName) => number;
}
