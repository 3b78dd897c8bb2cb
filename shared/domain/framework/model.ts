// The HRH Action Framework as shipped in data/framework: six action fields, four phases, twelve success factors.
// Every entry names its source (domain.md §11); entries marked `ours` are our own guidance and are shown as such.
import { z } from 'zod';
import { fieldIds, instrumentIds, phaseIds } from './values.ts';

export const fieldIdSchema = z.enum(fieldIds);
export const phaseIdSchema = z.enum(phaseIds);

export type FieldId = z.infer<typeof fieldIdSchema>;
export type PhaseId = z.infer<typeof phaseIdSchema>;

/** Content text is complete in both first languages. */
export const bilingual = z
  .object({ en: z.string().min(1), fr: z.string().min(1) })
  .catchall(z.string())
  .readonly();

const sourceKeySchema = z.string().regex(/^S\d+[a-z]?$/);

/** Where something that the product says or offers comes from: a key of sources.json, or `ours` for our own proposal. */
export const provenanceSchema = z.union([sourceKeySchema, z.literal('ours')]);

const sourced = {
  source: provenanceSchema,
  certainty: z.enum(['verified', 'memory', 'ours']),
  /** For our own proposals: the sources that they are built on, without saying what these say. */
  builtOn: z.array(sourceKeySchema).min(1).readonly().optional(),
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

/** A usual topic of topic groups, to choose from. */
export const topicPresetSchema = z.looseObject({ id: z.string().min(1), text: bilingual, ...sourced }).readonly();

/** A scale, rhythm or form that the product offers, and where it comes from. */
export const instrumentSchema = z.looseObject({ id: z.enum(instrumentIds), text: bilingual, ...sourced }).readonly();

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
    topicPresets: z.array(topicPresetSchema).readonly(),
    instruments: z.array(instrumentSchema).length(instrumentIds.length).readonly(),
    sources: z.record(z.string(), sourceSchema).readonly(),
  })
  .readonly();

export type ActionField = z.infer<typeof actionFieldSchema>;
export type Phase = z.infer<typeof phaseSchema>;
export type SuccessFactor = z.infer<typeof successFactorSchema>;
export type TopicPreset = z.infer<typeof topicPresetSchema>;
export type Instrument = z.infer<typeof instrumentSchema>;
export type InstrumentId = Instrument['id'];
export type Provenance = z.infer<typeof provenanceSchema>;
export type Framework = z.infer<typeof frameworkSchema>;
