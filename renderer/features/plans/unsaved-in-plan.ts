// What was typed into a plan and is not in it: it stands in its field on the screen, and would not be in what is signed.
import { fieldSetBy } from '../../../shared/contract/field-key.ts';
import type { Draft } from '../../../shared/contract/drafts.ts';
import { asTypedIn } from '../../../shared/domain/as-typed.ts';
import type { View } from '../../../shared/domain/collections.ts';
import { planTouchedBy } from '../../../shared/domain/plan/rules.ts';
import { sameValue } from '../../../shared/kernel/record.ts';
import type { RecordField } from '../../app/use-record-address.ts';

/**
 * @param fieldOf the field that a kept command sets
 * @returns the drafts of the fields that a signature would freeze, oldest first; not those that say what is stored already
 */
export function unsavedInPlan(
  view: View,
  drafts: readonly Draft[],
  planId: string,
  fieldOf: (command: Extract<Draft, { kind: 'refused' }>['command']) => RecordField | null,
): readonly Draft[] {
  return drafts.filter((draft) => {
    if (draft.kind !== 'refused') return false;
    const [set, place] = [fieldSetBy(draft.command), fieldOf(draft.command)];
    if (!set || !place) return false;
    const { collection, id } = place;
    const record = view.get(collection, id) as Readonly<Record<string, unknown>> | undefined;
    if (!record) return false;
    const stored = record[set.field];
    const change = { kind: 'updated', collection, id, fields: { [set.field]: { before: stored, after: set.value } } } as const;
    if (planTouchedBy(view, change) !== planId) return false;
    return !sameValue(stored, set.value) || asTypedIn(record, set.field) !== (set.asTyped ?? '');
  });
}
