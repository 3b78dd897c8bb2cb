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
    /** extended: minutes added (may be negative); stepStarted: index of the step; elapsedSet: minutes used so far; else null. */
    minutes: z.number().int().nullable(),
    /**
     * Place among all clock events: a count of their own, then the replica that made the commit, then the place in the commit. The wall clock
     * orders nothing. Events of before orders were kept have none, and come by their moment before all others.
     */
    order: z
      .looseObject({ number: z.number().int().min(0), replica: z.string(), place: z.number().int().min(0) })
      .readonly()
      .optional(),
    /** Which run of the computer measured `uptime`; '' where nothing was measured. */
    boot: z.string().optional(),
    /** Milliseconds of a clock that nobody sets and that counts sleep, since the computer began; null where nothing was measured. */
    uptime: z.number().min(0).nullable().optional(),
    /** takenBack: the event that counts no more. */
    eventId: idSchema<'clockEvent'>().nullable().optional(),
  })
  .readonly();

export type ClockEvent = z.infer<typeof clockEventSchema>;
export type ClockEventKind = ClockEvent['kind'];
