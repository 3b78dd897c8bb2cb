// What the facilitator decided about the differences of a merge, as ordinary changes on top of it.
import { collectionNames } from '../domain/collection-names.ts';
import type { CollectionName, DocumentChange, View } from '../domain/collections.ts';
import { references } from '../domain/references.ts';
import { missingTarget, removal, type Decision } from '../domain/command.ts';
import { conflictSettle, fieldDecision } from '../domain/conflicts/commands.ts';
import { conflictId, removedConflict, withConsequences } from '../domain/conflicts/rules.ts';
import { isLocked, planTouchedBy } from '../domain/plan/rules.ts';
import { sameValue, type StoredRecord } from '../kernel/record.ts';
import { err, ok } from '../kernel/result.ts';
import type { MergeSides } from './merge-differences.ts';
import { overlayOf, viewOf } from './records.ts';

/** A decision about one difference: the value, or the presence of a record (`field` null), that one side has. */
export interface MergeDecision {
  readonly collection: CollectionName;
  readonly id: string;
  readonly field: string | null;
  readonly take: 'mine' | 'theirs';
}

/**
 * The changes that carry decisions out on the merged records. What the merge does anyway needs no change, unless a conflict is open about it.
 * Fails as the commands do: `not-found`, `referred-to`, `plan-locked`, `invalid-value`. Nothing is carried out then.
 */
export function decidedChanges(sides: MergeSides, decisions: readonly MergeDecision[]): Decision {
  const { view, add } = overlayOf(viewOf(sides.merged.records));
  const changes: DocumentChange[] = [];
  for (const decision of inOrder(sides, decisions)) {
    const made = changesOf(view, sides, decision);
    if (!made.ok) return made;
    const whole = withConsequences(view, made.value);
    changes.push(...whole);
    add(whole);
  }
  return ok(changes);
}

/** Records come before those that need them, and go after them. */
function inOrder(sides: MergeSides, decisions: readonly MergeDecision[]): readonly MergeDecision[] {
  const order = new Map<string, number>(collectionNames.map((name, index) => [name, index]));
  const position = (decision: MergeDecision) => {
    const index = order.get(decision.collection) ?? 0;
    return decision.field === null && !wantedRecord(sides, decision) ? 2 * collectionNames.length - index : index;
  };
  return decisions.filter(({ collection }) => order.has(collection)).toSorted((a, b) => position(a) - position(b));
}

function wantedRecord(sides: MergeSides, { collection, id, take }: MergeDecision): StoredRecord | undefined {
  return sides[take].records[collection].get(id);
}

function changesOf(view: View, sides: MergeSides, decision: MergeDecision): Decision {
  const { collection, id, field } = decision;
  const wanted = wantedRecord(sides, decision);
  const record = view.get(collection, id) as StoredRecord | undefined;
  const conflict = view.get('conflicts', conflictId(collection, id, field));
  if (field !== null) {
    if (!record || !wanted || (!conflict && sameValue(record[field], wanted[field]))) return ok([]);
    const written = fieldDecision(view, { collection, record, field, value: wanted[field] });
    return written.ok && conflict ? ok([removedConflict(conflict), ...written.value]) : written;
  }
  if (conflict) return conflictSettle.decide(view, { name: 'conflictSettle', id: conflict.id, option: wanted ? 'shown' : 0 }, noContext);
  if (wanted && !record) return broughtBack(view, collection, wanted);
  return !wanted && record ? openPlanOnly(view, removal(view, collection, id)) : ok([]);
}

/** Settling a conflict needs neither the time nor new ids. */
const noContext = { now: '' as never, newId: () => '', actor: '' };

function broughtBack(view: View, collection: CollectionName, record: StoredRecord): Decision {
  for (const { from, field } of references) {
    const missing = from === collection ? missingTarget(view, collection, field, record[field]) : null;
    if (missing) return err({ code: 'not-found', ...missing });
  }
  return openPlanOnly(view, ok([{ kind: 'created', collection, id: record.id, record }]));
}

/** A step of a signed plan neither comes nor goes. */
function openPlanOnly(view: View, decision: Decision): Decision {
  if (!decision.ok) return decision;
  const { view: after, add } = overlayOf(view);
  add(decision.value);
  for (const change of decision.value) {
    const planId = planTouchedBy(view, change) ?? planTouchedBy(after, change);
    const plan = planId === null ? undefined : view.get('plans', planId);
    if (plan && isLocked(view, plan)) return err({ code: 'plan-locked', planId: plan.id });
  }
  return decision;
}
