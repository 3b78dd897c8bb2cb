// What making two entries one does to the rest, to be said before it is done. Knows no schema: pages ask it.
import type { StoredRecord } from '../../kernel/record.ts';
import { fieldAssessmentId } from '../analysis/rules.ts';
import type { CollectionName, View } from '../collections.ts';
import { references } from '../references.ts';
import { attendanceId } from './rules.ts';
import type { mergeableFields } from './values.ts';

/** What two entries of can be made one. */
export type Mergeable = keyof typeof mergeableFields;

/** Records whose id follows from what they refer to: they are made anew. */
export const naturalKeys: ReadonlySet<CollectionName> = new Set<CollectionName>(['attendance', 'fieldAssessments']);

export interface MergeEffects {
  /** How many records of each collection name the one that goes, and name the one that stays afterwards. */
  readonly moves: readonly { readonly from: CollectionName; readonly count: number }[];
  /** Half-days and ratings of the one that goes that are not kept: the one that stays has its own. */
  readonly givingWay: number;
}

/** What making two entries one does to the rest, to be said before it is done. */
export function mergeEffects(view: View, collection: Mergeable, pair: { readonly keepId: string; readonly goneId: string }): MergeEffects {
  const { keepId, goneId } = pair;
  const named = new Map<CollectionName, Set<string>>();
  for (const { from, field, to, many } of references) {
    if (to !== collection) continue;
    for (const record of view.all(from) as Iterable<StoredRecord>) {
      const value = record[field];
      const isNamed = many ? (value as readonly string[]).includes(goneId) : value === goneId;
      if (isNamed && record.id !== keepId) named.set(from, (named.get(from) ?? new Set<string>()).add(record.id));
    }
  }
  const givingWay =
    collection === 'participants'
      ? count(
          view.all('attendance'),
          (one) => one.participantId === goneId && isThere(view, 'attendance', attendanceId(keepId, one.dayId, one.half)),
        )
      : count(
          view.all('fieldAssessments'),
          (one) => one.teamId === goneId && isThere(view, 'fieldAssessments', fieldAssessmentId(keepId, one.fieldId, one.round)),
        );
  const moves = [...named].map(([from, ids]) => ({ from, count: ids.size - (naturalKeys.has(from) ? givingWay : 0) }));
  return { moves: moves.filter((move) => move.count > 0), givingWay };
}

function count<One>(all: Iterable<One>, isCounted: (one: One) => boolean): number {
  return [...all].filter(isCounted).length;
}

function isThere(view: View, collection: 'attendance' | 'fieldAssessments', id: string): boolean {
  return view.get(collection, id) !== undefined;
}
