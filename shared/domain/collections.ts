// The schemas of the records in the named collections of a workshop document.
import { z } from 'zod';
import { daySchema, sessionSchema } from './agenda/model.ts';
import { fieldAssessmentSchema, topicSchema } from './analysis/model.ts';
import { conflictSchema } from './conflicts/model.ts';
import { clockEventSchema } from './clock/model.ts';
import { checkpointSchema, packExportSchema } from './follow-up/model.ts';
import { parkingItemSchema } from './parking/model.ts';
import { attendanceSchema, organisationSchema, participantSchema, teamSchema, topicGroupSchema } from './people/model.ts';
import { homeIntroductionSchema, indicatorSchema, planSchema, planVersionSchema, signOffSchema, stepSchema } from './plan/model.ts';
import { sessionRecordSchema } from './records/model.ts';
import type { Change } from '../kernel/record.ts';
import { collectionNames } from './collection-names.ts';
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
  conflicts: conflictSchema,
} as const satisfies Readonly<Record<(typeof collectionNames)[number], z.ZodType>>;

export type CollectionName = keyof typeof recordSchemas;

export type Collections = { readonly [Name in CollectionName]: z.infer<(typeof recordSchemas)[Name]> };

export const collectionNameSchema = z.enum(collectionNames);

export type DocumentChange = Change<CollectionName>;

/** Read-only projection of a document: what `decide` and every screen look at. */
export interface View {
  readonly get: <Name extends CollectionName>(collection: Name, id: string) => Collections[Name] | undefined;
  readonly all: <Name extends CollectionName>(collection: Name) => Iterable<Collections[Name]>;
  readonly size: (collection: CollectionName) => number;
}
