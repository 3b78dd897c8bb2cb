// Days and sessions of a workshop. Start times are derived, never stored.
import { z } from 'zod';
import {
  asTypedShape,
  calendarDateSchema,
  idSchema,
  localTextSchema,
  orderKeySchema,
  textSchema,
  timeOfDaySchema,
} from '../../kernel/schema.ts';
import { readFields } from '../as-typed.ts';
import { fieldIdSchema, phaseIdSchema } from '../framework/model.ts';
import { recordKindSchema, sessionKindSchema } from './template.ts';

export const daySchema = z
  .looseObject({
    id: idSchema<'day'>(),
    date: calendarDateSchema,
    startTime: timeOfDaySchema,
    /** Null: the label of the template's day, so that the second language is free. */
    label: localTextSchema.nullable(),
    /** `templateId/dayId` that an unedited label comes from. */
    templateDay: textSchema.nullable(),
    order: orderKeySchema,
    ...asTypedShape(...readFields.days),
  })
  .readonly();

export const sessionStepSchema = z.looseObject({ text: localTextSchema, minutes: z.number().int().min(0).max(240) }).readonly();

/** Text fields are null while they are the guide's own (unedited), so that the second language is free. */
export const sessionSchema = z
  .looseObject({
    id: idSchema<'session'>(),
    dayId: idSchema<'day'>(),
    order: orderKeySchema,
    guideId: textSchema.nullable(),
    title: localTextSchema.nullable(),
    plannedMinutes: z.number().int().min(5).max(240),
    kind: sessionKindSchema,
    phaseId: phaseIdSchema.nullable(),
    fieldIds: z.array(fieldIdSchema).readonly(),
    purpose: localTextSchema.nullable(),
    steps: z.array(sessionStepSchema).readonly().nullable(),
    materials: z.array(localTextSchema).readonly().nullable(),
    notes: localTextSchema.nullable(),
    recordKinds: z.array(recordKindSchema).readonly(),
    /** Fixed start such as a minister's speech at `11:00`. */
    anchor: timeOfDaySchema.nullable(),
    cuttable: z.boolean(),
    minMinutes: z.number().int().min(5).max(240),
    ...asTypedShape(...readFields.sessions),
  })
  .readonly();

export type Day = z.infer<typeof daySchema>;
export type Session = z.infer<typeof sessionSchema>;
export type SessionStep = z.infer<typeof sessionStepSchema>;
export type DayId = Day['id'];
export type SessionId = Session['id'];
