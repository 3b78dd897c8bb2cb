// The HRH Action Framework as shipped in data/framework: six action fields, four phases, twelve success factors.
// Every entry names its source (domain.md §11); entries marked `ours` are our own guidance and are shown as such.
import { z } from 'zod';
import { fieldIds, phaseIds } from './values.ts';

export const fieldIdSchema = z.enum(fieldIds);
export const phaseIdSchema = z.enum(phaseIds);

export type FieldId = z.infer<typeof fieldIdSchema>;
export type PhaseId = z.infer<typeof phaseIdSchema>;

/** Content text is complete in both first languages. */
export const bilingual = z
  .object({ en: z.string().min(1), fr: z.string().min(1) })
  .catchall(z.string())
  .readonly();

/** `source` is a key of sources.json, or `ours` for our own proposal. */
const sourced = {
  source: z.union([z.string().regex(/^S\d+[a-z]?$/), z.literal('ours')]),
  certainty: z.enum(['verified', 'memory', 'ours']),
};

const sourcedText = z.looseObject({ text: bilingual, ...sourced }).readonly();

export const actionFieldSchema = z
  .looseObject({
    id: fieldIdSchema,
    name: bilingual,
    meaning: bilingual,
    ...sourced,
    areas: z.array(z.looseObject({ id: z.string().min(1), text: bilingual, ...sourced }).readonly()).readonly(),
    indicators: z.array(sourcedText).readonly(),
  })
  .readonly();

export const phaseSchema = z
  .looseObject({ id: phaseIdSchema, name: bilingual, meaning: bilingual, ...sourced, steps: z.array(sourcedText).readonly() })
  .readonly();

export const successFactorSchema = z
  .looseObject({ id: z.string().min(1), group: z.enum(['content', 'process']), text: bilingual, ...sourced })
  .readonly();

/** A title in the bibliography: titles stay in the language of the publication. */
export const bibliographyEntrySchema = z
  .looseObject({ title: z.string().min(1), fieldIds: z.array(fieldIdSchema).readonly(), ...sourced })
  .readonly();

export const sourceSchema = z.looseObject({ title: z.string().min(1), address: z.string() }).readonly();

export const frameworkSchema = z
  .looseObject({
    fields: z.array(actionFieldSchema).length(6).readonly(),
    phases: z.array(phaseSchema).length(4).readonly(),
    successFactors: z.array(successFactorSchema).length(12).readonly(),
    bibliography: z.array(bibliographyEntrySchema).readonly(),
    sources: z.record(z.string(), sourceSchema).readonly(),
  })
  .readonly();

export type ActionField = z.infer<typeof actionFieldSchema>;
export type Phase = z.infer<typeof phaseSchema>;
export type SuccessFactor = z.infer<typeof successFactorSchema>;
export type Framework = z.infer<typeof frameworkSchema>;
