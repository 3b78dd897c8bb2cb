// A merge and the decisions about it as one commit.
import type { DocumentChange } from '../domain/collections.ts';
import type { CommandFailure } from '../domain/command.ts';
import { isAsked } from '../domain/conflicts/rules.ts';
import { sameValue } from '../kernel/record.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { nextNumber, type Stamp } from '../kernel/stamp.ts';
import { differenceOf } from './difference.ts';
import { applyCommit, nextStamp, type WorkshopDocument } from './envelope.ts';
import { bringsNothing, mergeDocuments } from './merge.ts';
import { decidedChanges, type MergeDecision } from './merge-choices.ts';
import { differencesOf, type Difference } from './merge-differences.ts';
import type { MergedStamps } from './merged-stamps.ts';
import type { Stamps } from './stamps.ts';

export interface MergeCommit {
  readonly changes: readonly DocumentChange[];
  readonly merged: MergedStamps;
  /** The stamp that the decisions were written with: the one of the commit. */
  readonly stamp: Stamp;
  /** Differences in which the other copy was followed. */
  readonly taken: number;
  /** Differences that stay open and wait for somebody to decide. */
  readonly conflicts: number;
}

/** No two copies of a workshop are so many commits apart: a file that says so was made to spoil the numbers of all who know it. */
const furthestApart = 1_000_000_000;

/**
 * @returns the commit of `replica` that brings `theirs` into `mine`, or null when there is nothing to bring. Fails as `decidedChanges` does, and with
 * `invalid-value` when the numbers of the other copy are out of all proportion.
 * Both documents stay as they are.
 */
export function mergeCommit(
  mine: WorkshopDocument,
  theirs: WorkshopDocument,
  decisions: readonly MergeDecision[],
  replica: string,
): Result<MergeCommit | null, CommandFailure> {
  if (nextNumber(theirs.envelope.knows) - nextNumber(mine.envelope.knows) > furthestApart) {
    return err({ code: 'invalid-value', collection: 'workshop', field: 'knows' });
  }
  const joined = mergeDocuments(mine, theirs);
  const merged = joined.document;
  const sides = { mine, theirs, merged };
  const differences = differencesOf(sides);
  const decided = decidedChanges(sides, decisions);
  if (!decided.ok) return decided;
  const isNothing = bringsNothing(joined) && decided.value.length === 0 && sameValue(mine.envelope.knows, merged.envelope.knows);
  if (isNothing) return ok(null);
  const stamp = nextStamp(merged.envelope, replica);
  applyCommit(merged, { revision: merged.envelope.revision + 1, stamp, changes: decided.value });
  return ok({
    changes: differenceOf(mine.records, merged.records),
    merged: withDecided(joined.stamps, decided.value, merged.stamps),
    stamp,
    ...counted(differences, decisions),
  });
}

/** The stamps of the merge, and those that the decisions left. */
function withDecided(joined: MergedStamps, decided: readonly DocumentChange[], after: Stamps): MergedStamps {
  const touched = { records: copyOfEach(joined.records), tombstones: copyOfEach(joined.tombstones) };
  for (const { collection, id } of decided) {
    if (collection === 'conflicts') continue;
    for (const part of ['records', 'tombstones'] as const) {
      (touched[part][collection] ??= {})[id] = after[part][collection].get(id) ?? null;
    }
  }
  return { ...joined, ...touched };
}

function copyOfEach(collections: Readonly<Record<string, object>>): Record<string, Record<string, unknown>> {
  return Object.fromEntries(Object.entries(collections).map(([name, ids]) => [name, { ...ids }]));
}

function counted(differences: readonly Difference[], decisions: readonly MergeDecision[]): Pick<MergeCommit, 'taken' | 'conflicts'> {
  const takes = new Map(decisions.map(({ collection, id, field, take }) => [JSON.stringify([collection, id, field]), take]));
  const ends = differences.flatMap((difference) => {
    const { collection, id, field, outcome } = difference;
    const end = takes.get(JSON.stringify([collection, id, field])) ?? outcome;
    return end === 'conflict' && !isAsked(difference) ? [] : [end];
  });
  return { taken: ends.filter((end) => end === 'theirs').length, conflicts: ends.filter((end) => end === 'conflict').length };
}
