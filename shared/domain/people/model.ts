// People of a workshop: organisations, participants, country teams, topic groups, attendance.
import { z } from 'zod';
import { asTypedShape, calendarDateSchema, idSchema, orderKeySchema, textSchema } from '../../kernel/schema.ts';
import { readFields } from '../as-typed.ts';
import { fieldIdSchema } from '../framework/model.ts';
import {
  contactKinds,
  contactPurposes,
  organisationTypes,
  participantKinds,
  participantStatuses,
  halves,
  attendanceStates,
} from './values.ts';

export const organisationSchema = z
  .looseObject({ id: idSchema<'organisation'>(), name: textSchema, type: z.enum(organisationTypes), country: textSchema })
  .readonly();

/** One way to reach somebody. */
export const contactSchema = z
  .looseObject({
    kind: z.enum(contactKinds),
    /** As typed. */
    value: textSchema,
    /** What the person agrees to; none, while nobody has asked. Contacts leave the machine only with consent (domain §9.2). */
    consent: z.array(z.enum(contactPurposes)).readonly(),
  })
  .readonly();

export const participantSchema = z
  .looseObject({
    id: idSchema<'participant'>(),
    /** As typed or imported; never rebuilt from the parts. */
    fullName: textSchema,
    givenName: textSchema,
    familyName: textSchema,
    kind: z.enum(participantKinds),
    role: textSchema,
    organisationId: idSchema<'organisation'>().nullable(),
    country: textSchema,
    /** Optional and self-described. */
    sex: textSchema,
    language: textSchema,
    /** Several of a kind are several entries; the first of a kind is the one to try first. */
    contacts: z.array(contactSchema).readonly(),
    consentPhoto: z.boolean(),
    teamId: idSchema<'team'>().nullable(),
    topicGroupId: idSchema<'topicGroup'>().nullable(),
    arrival: calendarDateSchema.nullable(),
    departure: calendarDateSchema.nullable(),
    status: z.enum(participantStatuses),
    replacedById: idSchema<'participant'>().nullable(),
    ...asTypedShape(...readFields.participants),
  })
  .readonly();

export const teamSchema = z
  .looseObject({
    id: idSchema<'team'>(),
    name: textSchema,
    country: textSchema,
    language: z.string().max(12),
    leadId: idSchema<'participant'>().nullable(),
    supportContact: textSchema,
    order: orderKeySchema,
  })
  .readonly();

export const topicGroupSchema = z
  .looseObject({
    id: idSchema<'topicGroup'>(),
    name: textSchema,
    fieldIds: z.array(fieldIdSchema).readonly(),
    coChairIds: z.array(idSchema<'participant'>()).readonly(),
    order: orderKeySchema,
  })
  .readonly();

/** Id: `participantId.dayId.half`, so that two laptops that both tick somebody agree. */
export const attendanceSchema = z
  .looseObject({
    id: idSchema<'attendance'>(),
    participantId: idSchema<'participant'>(),
    dayId: idSchema<'day'>(),
    half: z.enum(halves),
    state: z.enum(attendanceStates),
  })
  .readonly();

export type Organisation = z.infer<typeof organisationSchema>;
export type OrganisationType = Organisation['type'];
export type Contact = z.infer<typeof contactSchema>;
export type Participant = z.infer<typeof participantSchema>;
export type ParticipantKind = Participant['kind'];
export type Team = z.infer<typeof teamSchema>;
export type TopicGroup = z.infer<typeof topicGroupSchema>;
export type Attendance = z.infer<typeof attendanceSchema>;
export type Half = Attendance['half'];
export type AttendanceState = Attendance['state'];
export type ParticipantId = Participant['id'];
export type TeamId = Team['id'];
export type OrganisationId = Organisation['id'];
export type TopicGroupId = TopicGroup['id'];
