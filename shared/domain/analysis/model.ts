// What country teams find: ratings of the six action fields and the long list of topics (domain §9.1).
import { z } from 'zod';
import { idSchema, orderKeySchema, textSchema } from '../../kernel/schema.ts';
import { fieldIdSchema } from '../framework/model.ts';
import { ratingRounds, confidences } from './values.ts';

/** Id: `teamId.fieldId.round`. A score is null while the team has only typed evidence. */
export const fieldAssessmentSchema = z
  .looseObject({
    id: idSchema<'fieldAssessment'>(),
    teamId: idSchema<'team'>(),
    fieldId: fieldIdSchema,
    round: z.enum(ratingRounds),
    score: z.number().int().min(1).max(10).nullable(),
    evidence: textSchema,
    confidence: z.enum(confidences).nullable(),
  })
  .readonly();

const oneToFive = z.number().int().min(1).max(5).nullable();

export const topicSchema = z
  .looseObject({
    id: idSchema<'topic'>(),
    teamId: idSchema<'team'>(),
    text: textSchema,
    fieldIds: z.array(fieldIdSchema).readonly(),
    importance: oneToFive,
    feasibility: oneToFive,
    withinOurReach: oneToFive,
    chosen: z.boolean(),
    reason: textSchema,
    order: orderKeySchema,
  })
  .readonly();

export type FieldAssessment = z.infer<typeof fieldAssessmentSchema>;
export type RatingRound = FieldAssessment['round'];
export type Topic = z.infer<typeof topicSchema>;
export type TopicId = Topic['id'];
