// Rows that were pasted into a table of a plan: where they go, and what of them is kept.
import type { OrderKey } from '../../kernel/order-key.ts';
import { ok } from '../../kernel/result.ts';
import { idSchema } from '../../kernel/schema.ts';
import type { View } from '../collections.ts';
import { removal, type Decision } from '../command.ts';
import { keysAfter } from '../sorted.ts';
import { isEmptyPart } from './empty-part.ts';
import type { PlanId } from './model.ts';

/** Parts of the input of a command: the row that the others come below, and the one that they take the place of while it is still empty. */
export const pastedInto = <Brand extends string>() => ({
  afterId: idSchema<Brand>().nullable().optional(),
  insteadOfId: idSchema<Brand>().optional(),
});

/** Keys below the row that was pasted into; at the end where none is named. */
export function keysBelow(
  rows: readonly { readonly id: string; readonly order: OrderKey }[],
  afterId: string | null | undefined,
  count: number,
): readonly OrderKey[] {
  return keysAfter(rows, afterId === undefined ? (rows.at(-1)?.id ?? null) : afterId, count);
}

/** Takes away the row that others were pasted in the place of. What has come to hold something meanwhile stays. */
export function withoutEmpty(
  view: View,
  collection: 'steps' | 'indicators' | 'homeIntroductions',
  { insteadOfId, planId }: { readonly insteadOfId?: string | undefined; readonly planId: PlanId },
): Decision {
  const row = insteadOfId === undefined ? undefined : view.get(collection, insteadOfId);
  return row && row.planId === planId && isEmptyPart(row) ? removal(view, collection, row.id) : ok([]);
}

/** The words of a new part that were not understood; one without any has no such fields. */
export function wordsOf(fields: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, words = '']) => (words.trim() === '' ? [] : [[name, words.normalize('NFC').trim()]])),
  );
}

/** The texts that were given, each letter in one piece. */
export function composed<Field extends string>(
  texts: Readonly<Partial<Record<Field, string | undefined>>>,
): Readonly<Partial<Record<Field, string>>> {
  const given = Object.entries<string | undefined>(texts).flatMap(([name, text]) =>
    text === undefined ? [] : [[name, text.normalize('NFC')]],
  );
  return Object.fromEntries(given) as Partial<Record<Field, string>>;
}
