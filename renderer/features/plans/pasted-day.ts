// A pasted cell that should be a day: the day, or the words as they were written.
import { asTypedName } from '../../../shared/domain/as-typed.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { parseDate } from '../../ui/parse-date.ts';

type Day<Field extends string> = { readonly [Name in Field]: CalendarDate | null } & { readonly [Name in `${Field}AsTyped`]: string };

/** @param reference day that a number of days counts from */
export function readDay<const Field extends string>(field: Field, cell: string, reference: CalendarDate): Day<Field> {
  const day = parseDate(cell, reference);
  return { [field]: day, [asTypedName(field)]: day === null ? cell : '' } as Day<Field>;
}
