// The parking lot: off-topic points that anyone may raise and that the room clears before it closes (domain §5.4).
import { z } from 'zod';
import { asTypedShape, calendarDateSchema, idSchema, instantSchema, orderKeySchema, textSchema } from '../../kernel/schema.ts';
import { readFields } from '../as-typed.ts';
import { parkingStatuses } from './values.ts';

export const parkingItemSchema = z
  .looseObject({
    id: idSchema<'parkingItem'>(),
    text: textSchema,
    raisedAt: instantSchema,
    /** Place among the points as they were raised, whatever the clock said. Points of earlier versions have none: they came first. */
    order: orderKeySchema.optional(),
    raisedBy: textSchema,
    sessionId: idSchema<'session'>().nullable(),
    status: z.enum(parkingStatuses),
    owner: textSchema,
    dueDate: calendarDateSchema.nullable(),
    answer: textSchema,
    ...asTypedShape(...readFields.parkingItems),
  })
  .readonly();

export type ParkingItem = z.infer<typeof parkingItemSchema>;
export type ParkingStatus = ParkingItem['status'];
