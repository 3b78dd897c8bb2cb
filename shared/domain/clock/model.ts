// What really happened in the room: clock events. Actual times and a session's state are derived from them.
import { z } from 'zod';
import { idSchema, instantSchema } from '../../kernel/schema.ts';
import { clockEventKinds } from './values.ts';

export const clockEventSchema = z
  .looseObject({
    id: idSchema<'clockEvent'>(),
    at: instantSchema,
    sessionId: idSchema<'session'>(),
    kind: z.enum(clockEventKinds),
    /** extended: minutes added (may be negative); stepStarted: index of the step; else null. */
    minutes: z.number().int().nullable(),
  })
  .readonly();

export type ClockEvent = z.infer<typeof clockEventSchema>;
export type ClockEventKind = ClockEvent['kind'];
