// The one command on conflicts: settle one, by what is shown or by one of the other values.
import { z } from 'zod';
import { sameValue, type StoredRecord } from '../../kernel/record.ts';
import { err, ok } from '../../kernel/result.ts';
import { idSchema } from '../../kernel/schema.ts';
import { collectionNames } from '../collection-names.ts';
import { recordSchemas, type CollectionName, type Collections, type DocumentChange, type View } from '../collections.ts';
import { references } from '../references.ts';
import { allOf, command, missingTarget, notFound, parseField, removal, type CommandFailure, type Decision } from '../command.ts';
import { isLocked, planTouchedBy } from '../plan/rules.ts';
import type { Conflict } from './model.ts';
import { conflictId, keptRecord, removedConflict } from './rules.ts';

/**
 * Settles a conflict. A decision is always written, also when what is shown stays: a laptop that decided otherwise meanwhile must find a
 * value that it does not know, and not silence.
 * `option` counts the values beside the shown one from 0; of a removal, 0 is the removal. Fails with `not-found` when it is not there, as a
 * removal does, with `plan-locked` for another value in a signed plan, and with `invalid-value` where it cannot stand beside the rest.
 */
export const conflictSettle = command({
  name: 'conflictSettle',
  input: { id: idSchema<'conflict'>(), option: z.union([z.literal('shown'), z.number().int().min(0)]) },
  decide: (view, { id, option }) => {
    const conflict = view.get('conflicts', id);
    if (!conflict) return notFound('conflicts', id);
    const collection = collectionNames.find((name) => name === conflict.collection);
    const record = collection && (view.get(collection, conflict.recordId) as StoredRecord | undefined);
    if (!collection || !record) return ok([removedConflict(conflict)]);
    if (conflict.field === null) return settledRemoval(view, { conflict, collection, record, removes: option === 0 });
    const chosen = option === 'shown' ? { value: record[conflict.field] } : conflict.options[option];
    if (!chosen) return notFound('conflicts', id);
    const field = { collection, record, field: conflict.field, value: chosen.value };
    return allOf([ok([removedConflict(conflict)]), fieldDecision(view, field)]);
  },
});

export interface FieldChoice {
  readonly collection: CollectionName;
  readonly record: StoredRecord;
  readonly field: string;
  /** Undefined: the field goes. */
  readonly value: unknown;
}

/** Writes the chosen value of a field, also when it is the shown one. Fails as `conflictSettle` does. */
export function fieldDecision(view: View, { collection, record, field, value }: FieldChoice): Decision {
  const change: DocumentChange = {
    kind: 'updated',
    collection,
    id: record.id,
    fields: { [field]: { before: record[field], after: value } },
  };
  if (sameValue(record[field], value)) return ok([change]);
  const isKnown = Object.hasOwn(recordSchemas[collection].unwrap().shape, field);
  const parsed = isKnown ? parseField(collection, field, value) : ok(value);
  if (!parsed.ok) return parsed;
  const missing = missingTarget(view, collection, field, value);
  if (missing) return err({ code: 'not-found', ...missing });
  const refusal = lockedFailure(view, change) ?? misfit(view, collection, { ...record, [field]: value });
  return refusal ? err(refusal) : ok([change]);
}

function lockedFailure(view: View, change: DocumentChange): CommandFailure | null {
  const planId = planTouchedBy(view, change);
  const plan = planId === null ? undefined : view.get('plans', planId);
  return plan && isLocked(view, plan) ? { code: 'plan-locked', planId: plan.id } : null;
}

/** Values that are fine by themselves and cannot stand beside those of other fields or records. */
function misfit(view: View, collection: CollectionName, next: StoredRecord): CommandFailure | null {
  switch (collection) {
    case 'workshop': {
      const { startDate, endDate } = next as unknown as Collections['workshop'];
      return endDate < startDate ? { code: 'invalid-value', collection, field: 'endDate' } : null;
    }
    case 'plans': {
      const { id, draftVersion } = next as unknown as Collections['plans'];
      if (view.get('plans', id)?.draftVersion === draftVersion) return null;
      const isUsed = [...view.all('planVersions')].some(({ planId, number }) => planId === id && number >= draftVersion);
      return isUsed ? { code: 'invalid-value', collection, field: 'draftVersion' } : null;
    }
    case 'planVersions': {
      const { id, planId, number } = next as unknown as Collections['planVersions'];
      const isTaken = [...view.all('planVersions')].some((other) => other.id !== id && other.planId === planId && other.number === number);
      return isTaken ? { code: 'invalid-value', collection, field: 'number' } : null;
    }
    case 'signOffs': {
      const { planId, versionId } = next as unknown as Collections['signOffs'];
      const isOwn = view.get('planVersions', versionId)?.planId === planId;
      return isOwn ? null : { code: 'invalid-value', collection, field: 'versionId' };
    }
    default:
      return null;
  }
}

interface RemovalChoice {
  readonly conflict: Conflict;
  readonly collection: CollectionName;
  readonly record: StoredRecord;
  readonly removes: boolean;
}

/** Removing goes the way of every removal. Keeping also settles the records that were removed together with this one and depend on it. */
function settledRemoval(view: View, { conflict, collection, record, removes }: RemovalChoice): Decision {
  if (removes) {
    const removed = removal(view, collection, record.id);
    return removed.ok ? allOf([ok([removedConflict(conflict)]), removed]) : removed;
  }
  return allOf([
    ok([removedConflict(conflict), keptRecord(collection, record.id)]),
    ...dependants(view, conflict).map((dependant) => settledRemoval(view, { ...dependant, removes: false })),
  ]);
}

function dependants(view: View, conflict: Conflict): readonly Omit<RemovalChoice, 'removes'>[] {
  return references
    .filter(({ to, onRemoval }) => to === conflict.collection && onRemoval === 'remove-too')
    .flatMap(({ from, field }) =>
      [...(view.all(from) as Iterable<StoredRecord>)].flatMap((record) => {
        const own = record[field] === conflict.recordId ? view.get('conflicts', conflictId(from, record.id, null)) : undefined;
        return own && sharesRemoval(own, conflict) ? [{ conflict: own, collection: from, record }] : [];
      }),
    );
}

function sharesRemoval(a: Conflict, b: Conflict): boolean {
  return a.removals.some(({ at }) => b.removals.some((other) => sameValue(at, other.at)));
}

export const conflictCommands = [conflictSettle] as const;
