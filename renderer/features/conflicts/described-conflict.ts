// An open conflict in words: which record and field, and the values that are open beside the shown one.
import { describeChanges } from '../../../shared/document/describe.ts';
import { recordName, type RecordName } from '../../../shared/document/record-name.ts';
import type { CollectionName, DocumentChange, View } from '../../../shared/domain/collections.ts';
import type { Conflict } from '../../../shared/domain/conflicts/model.ts';
import { isAsked } from '../../../shared/domain/conflicts/rules.ts';
import { collectionNames } from '../../../shared/domain/collection-names.ts';
import type { StoredRecord } from '../../../shared/kernel/record.ts';

export interface DescribedConflict {
  readonly id: Conflict['id'];
  readonly record: RecordName;
  /** Null: removed on one side, changed on the other. */
  readonly field: string | null;
  /** The value that stands in the record. */
  readonly shown: unknown;
  /** The others, in the order that `conflictSettle` counts them in. */
  readonly others: readonly unknown[];
  /** Names of the records that the values point to, by id. */
  readonly names: Readonly<Record<string, string>>;
  /** The plan that it is about, for a link. */
  readonly planId: string | null;
}

/** Every open conflict that somebody has to decide about: what was removed together with something else stays or goes with that. */
export function openConflicts(view: View): readonly DescribedConflict[] {
  const all = [...view.all('conflicts')].filter(isAsked).flatMap((conflict) => describedConflict(view, conflict) ?? []);
  const whole = new Set(all.filter(({ field }) => field === null).map(({ record }) => keyOf(record)));
  return all.filter(({ field, record }) => field !== null || !isPartOf(record, whole));
}

function isPartOf({ of }: RecordName, whole: ReadonlySet<string>): boolean {
  return of !== null && (whole.has(keyOf(of)) || isPartOf(of, whole));
}

function keyOf({ collection, id }: RecordName): string {
  return `${collection} ${id}`;
}

/** @returns null for a conflict about what is not there any more */
function describedConflict(view: View, conflict: Conflict): DescribedConflict | null {
  const collection = collectionNames.find((name) => name === conflict.collection);
  const record = collection && (view.get(collection, conflict.recordId) as StoredRecord | undefined);
  if (!collection || !record) return null;
  const name = recordName(view, view, collection, record.id);
  const shown = conflict.field === null ? undefined : record[conflict.field];
  const others = conflict.options.map(({ value }) => value);
  return {
    id: conflict.id,
    record: name,
    field: conflict.field,
    shown,
    others,
    names: namesIn(view, { collection, id: record.id, field: conflict.field, values: [shown, ...others] }),
    planId: planOf(name),
  };
}

interface Values {
  readonly collection: CollectionName;
  readonly id: string;
  readonly field: string | null;
  readonly values: readonly unknown[];
}

function namesIn(view: View, { collection, id, field, values }: Values): Readonly<Record<string, string>> {
  if (field === null) return {};
  const changes = values.map((after): DocumentChange => ({
    kind: 'updated',
    collection,
    id,
    fields: { [field]: { before: undefined, after } },
  }));
  return describeChanges(view, view, changes).names;
}

function planOf({ collection, id, of }: RecordName): string | null {
  if (collection === 'plans') return id;
  return of === null ? null : planOf(of);
}
