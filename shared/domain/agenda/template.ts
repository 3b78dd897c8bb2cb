// Workshop templates and session guides as shipped in data/templates and data/guides.
import { z } from 'zod';
import { bilingual, fieldIdSchema, phaseIdSchema, provenanceSchema } from '../framework/model.ts';
import { sessionKinds, recordKinds } from './values.ts';

export const sessionKindSchema = z.enum(sessionKinds);
export type SessionKind = z.infer<typeof sessionKindSchema>;

export const recordKindSchema = z.enum(recordKinds);
export type RecordKind = z.infer<typeof recordKindSchema>;

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const templateSessionSchema = z
  .looseObject({
    id: z.string().min(1),
    guideId: z.string().min(1),
    minutes: z.number().int().min(5).max(240),
    kind: sessionKindSchema,
    phaseId: phaseIdSchema.nullable(),
    fieldIds: z.array(fieldIdSchema).readonly(),
    recordKinds: z.array(recordKindSchema).readonly(),
    cuttable: z.boolean(),
    minMinutes: z.number().int().min(5).max(240),
    anchor: timeOfDay.nullable(),
  })
  .readonly();

export const templateSchema = z
  .looseObject({
    id: z.string().min(1),
    title: bilingual,
    summary: bilingual,
    source: provenanceSchema,
    days: z
      .array(
        z
          .looseObject({
            id: z.string().min(1),
            label: bilingual,
            startTime: timeOfDay,
            sessions: z.array(templateSessionSchema).min(1).readonly(),
          })
          .readonly(),
      )
      .min(1)
      .readonly(),
  })
  .readonly();

export const guideSchema = z
  .looseObject({
    id: z.string().min(1),
    title: bilingual,
    purpose: bilingual,
    steps: z.array(z.looseObject({ text: bilingual, minutes: z.number().int().min(1) }).readonly()).readonly(),
    materials: z.array(bilingual).readonly(),
    notes: bilingual.nullable(),
    /** At most 12 words for the projector (look.md). */
    instruction: bilingual,
    /** Where the session is documented. */
    source: provenanceSchema,
    /** Where its steps, minutes and notes come from. */
    stepsSource: provenanceSchema,
  })
  .readonly();

export type TemplateSession = z.infer<typeof templateSessionSchema>;
export type WorkshopTemplate = z.infer<typeof templateSchema>;
export type Guide = z.infer<typeof guideSchema>;
