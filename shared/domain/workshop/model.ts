// The workshop itself: one record per document (domain §9.1).
import { z } from 'zod';
import { asTypedShape, calendarDateSchema, idSchema, textSchema } from '../../kernel/schema.ts';
import { readFields } from '../as-typed.ts';
import { workshopStatuses, organiserRoles } from './values.ts';

export const organiserSchema = z.looseObject({ name: textSchema, role: z.enum(organiserRoles) }).readonly();

export const workshopSchema = z
  .looseObject({
    id: idSchema<'workshop'>(),
    title: textSchema,
    templateId: textSchema,
    startDate: calendarDateSchema,
    endDate: calendarDateSchema,
    /** First = main language of the room. */
    languages: z.array(z.string().min(2).max(12)).min(1).readonly(),
    place: textSchema,
    country: textSchema,
    hosts: z.array(textSchema).readonly(),
    partners: z.array(textSchema).readonly(),
    funders: z.array(textSchema).readonly(),
    organisers: z.array(organiserSchema).readonly(),
    objectives: z.array(textSchema).readonly(),
    /** IANA name; the room's clock. */
    timezone: z.string().min(1).max(64),
    status: z.enum(workshopStatuses),
    isSample: z.boolean(),
    /** Due dates of checkpoints on a weekend move to Monday (domain §9.2, a setting). */
    weekendToMonday: z.boolean(),
    ...asTypedShape(...readFields.workshop),
  })
  .readonly();

export type Workshop = z.infer<typeof workshopSchema>;
export type WorkshopStatus = Workshop['status'];
export type Organiser = z.infer<typeof organiserSchema>;
