// Follow-up: checkpoints of a plan, and the log of packs that were handed out.
import { z } from 'zod';
import { asTypedShape, calendarDateSchema, idSchema, instantSchema, textSchema } from '../../kernel/schema.ts';
import { readFields } from '../as-typed.ts';
import { checkpointKinds } from './values.ts';

/** Id: `planId.kind`. */
export const checkpointSchema = z
  .looseObject({
    id: idSchema<'checkpoint'>(),
    planId: idSchema<'plan'>(),
    kind: z.enum(checkpointKinds),
    dueDate: calendarDateSchema,
    doneAt: instantSchema.nullable(),
    result: textSchema,
    ...asTypedShape(...readFields.checkpoints),
  })
  .readonly();

export const packFileSchema = z.looseObject({ name: textSchema, bytes: z.number().int().min(0), sha256: z.string() }).readonly();

export const packExportSchema = z
  .looseObject({
    id: idSchema<'packExport'>(),
    at: instantSchema,
    audience: z.enum(['team', 'all']),
    teamIds: z.array(idSchema<'team'>()).readonly(),
    /** Pack language per team id. */
    languages: z.record(z.string(), z.string()).readonly(),
    files: z.array(packFileSchema).readonly(),
    by: textSchema,
    workshopRevision: z.number().int().min(0),
    planVersions: z.array(z.looseObject({ planId: textSchema, number: z.number().int(), signed: z.boolean() }).readonly()).readonly(),
    /** Where it was saved as the user saw it (folder name), or '' for a download. */
    savedTo: textSchema,
  })
  .readonly();

export type Checkpoint = z.infer<typeof checkpointSchema>;
export type CheckpointKind = Checkpoint['kind'];
export type PackExport = z.infer<typeof packExportSchema>;
export type PackFile = z.infer<typeof packFileSchema>;
