// Zod building blocks for values that every area uses.
import { z } from 'zod';
import { isCalendarDate, type CalendarDate } from './calendar-date.ts';
import type { Id } from './ids.ts';
import { isInstant, type Instant } from './instant.ts';
import { longestText } from './limits.ts';

/** Names that would reach into an object's prototype never serve as a key or an id. */
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);

export const textSchema = z.string().max(longestText);

export const calendarDateSchema = z.string().refine((text): text is CalendarDate => isCalendarDate(text)) as unknown as z.ZodType<
  CalendarDate,
  string
>;

export const instantSchema = z.string().refine((text): text is Instant => isInstant(text)) as unknown as z.ZodType<Instant, string>;

/** Time of day as `08:30`, 24 hours. */
export const timeOfDaySchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** One check instead of three: a workshop is opened with tens of thousands of ids to look at. */
export function isId(text: string): boolean {
  return text.length >= 1 && text.length <= 200 && !forbiddenKeys.has(text);
}

/** Schema of an id of one entity. Natural keys join parts with dots. */
export function idSchema<Name extends string>(): z.ZodType<Id<Name>, string> {
  return z.string().refine(isId) as unknown as z.ZodType<Id<Name>, string>;
}

export const orderKeySchema = z.string().min(1).max(200);

export const localTextSchema = z.record(z.string().min(2).max(12), textSchema).readonly();

/** What was typed into these fields and not understood, each in a field of its own beside it; absent while there is nothing. */
export function asTypedShape<const Field extends string>(
  ...fields: readonly Field[]
): { readonly [Name in `${Field}AsTyped`]: z.ZodOptional<typeof textSchema> } {
  return Object.fromEntries(fields.map((field) => [`${field}AsTyped`, textSchema.optional()])) as never;
}

/** Money: the amount as a decimal string, so that no binary fraction rounds it. Empty while nobody has typed it. */
export const moneyAmountSchema = z.string().regex(/^(\d{1,15}(\.\d{1,4})?)?$/);
