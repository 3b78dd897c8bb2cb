// The differences of a merge as the page decides about them: which side each one follows, how many that makes, and where in the workshop it is.
import type { Comparison, MergeChoice, MergeDifference } from '../../../shared/contract/workshop-files.ts';
import type { RecordName } from '../../../shared/document/record-name.ts';
import type { CollectionName } from '../../../shared/domain/collections.ts';
import { isAsked } from '../../../shared/domain/conflicts/rules.ts';

export type Take = MergeChoice['take'];

/** What the person decided, by `keyOf`; what is not there follows the merge, or stays open where it is a conflict. */
export type Decisions = ReadonlyMap<string, Take>;

/** Names a difference: its record, and the field where it is about one. */
export function keyOf(difference: MergeDifference): string {
  const { collection, id } = difference.record;
  return JSON.stringify([collection, id, fieldOf(difference)]);
}

function fieldOf({ kind, fields }: MergeDifference): string | null {
  return kind === 'updated' ? (fields[0]?.field ?? null) : null;
}

/** Which side a difference follows; null: both stay, to be decided later. */
export function sideOf(difference: MergeDifference, decisions: Decisions): Take | null {
  const decided = decisions.get(keyOf(difference));
  if (decided !== undefined) return decided;
  return difference.outcome === 'conflict' ? null : difference.outcome;
}

/** Decisions with one more. A decision for what the merge does anyway is none. */
export function decide(decisions: Decisions, differences: readonly MergeDifference[], take: Take | null): Decisions {
  const next = new Map(decisions);
  for (const difference of differences) {
    if (take === null || take === difference.outcome) next.delete(keyOf(difference));
    else next.set(keyOf(difference), take);
  }
  return next;
}

/** What the host is told. */
export function choicesOf(differences: readonly MergeDifference[], decisions: Decisions): MergeChoice[] {
  return differences.flatMap((difference) => {
    const take = decisions.get(keyOf(difference));
    if (take === undefined) return [];
    const { collection, id } = difference.record;
    return [{ collection, id, field: fieldOf(difference), take }];
  });
}

export interface MergeCounts {
  /** Differences in which the file is followed. */
  readonly taken: number;
  /** Conflicts that stay open. */
  readonly open: number;
  /** Newer values of the file that are refused, and conflicts in which what is here was kept. */
  readonly kept: number;
  /** Older values of the file that stay out. */
  readonly older: number;
}

export function countsOf(differences: readonly MergeDifference[], decisions: Decisions): MergeCounts {
  const counts = { taken: 0, open: 0, kept: 0, older: 0 };
  const settled = new Set(ownConflicts(differences));
  for (const difference of differences) {
    if (difference.outcome === 'conflict' && !settled.has(difference)) continue;
    const side = sideOf(difference, decisions);
    if (side === null) counts.open += 1;
    else if (side === 'theirs') counts.taken += 1;
    else if (difference.outcome === 'mine') counts.older += 1;
    else counts.kept += 1;
  }
  return counts;
}

/** Conflicts to decide about: nobody is asked for a number, and what was removed together with something else stays or goes with that. */
function ownConflicts(differences: readonly MergeDifference[]): readonly MergeDifference[] {
  const conflicts = differences.filter(
    (difference) => difference.outcome === 'conflict' && isAsked({ collection: difference.record.collection, field: fieldOf(difference) }),
  );
  const whole = new Set(conflicts.filter(({ kind }) => kind !== 'updated').map(({ record }) => nameOf(record)));
  return conflicts.filter(({ kind, record }) => kind === 'updated' || !ancestors(record).some((part) => whole.has(nameOf(part))));
}

function nameOf({ collection, id }: RecordName): string {
  return `${collection} ${id}`;
}

/** A part of the workshop that differences belong to: a plan, a team, or one of the general parts. */
export type GroupHead =
  | { readonly kind: 'record'; readonly record: RecordName }
  | { readonly kind: 'part'; readonly part: 'basics' | 'agenda' | 'people' | 'parking' | 'other' };

export interface DifferenceGroup {
  readonly key: string;
  readonly head: GroupHead;
  readonly differences: readonly MergeDifference[];
}

/** Differences by plan, team and part of the workshop, in the order in which these first come. */
export function groupsOf(differences: readonly MergeDifference[]): readonly DifferenceGroup[] {
  const groups = new Map<string, { readonly head: GroupHead; readonly differences: MergeDifference[] }>();
  for (const difference of differences) {
    const head = headOf(difference.record);
    const key = head.kind === 'part' ? head.part : nameOf(head.record);
    const group = groups.get(key);
    if (group) group.differences.push(difference);
    else groups.set(key, { head, differences: [difference] });
  }
  return [...groups].map(([key, group]) => ({ key, ...group }));
}

function headOf(record: RecordName): GroupHead {
  const chain = [record, ...ancestors(record)];
  const whole = chain.find(({ collection }) => collection === 'plans') ?? chain.find(({ collection }) => collection === 'teams');
  return whole ? { kind: 'record', record: whole } : { kind: 'part', part: partOf(record.collection) };
}

function ancestors({ of }: RecordName): readonly RecordName[] {
  return of === null ? [] : [of, ...ancestors(of)];
}

function partOf(collection: CollectionName): Extract<GroupHead, { readonly kind: 'part' }>['part'] {
  switch (collection) {
    case 'workshop':
      return 'basics';
    case 'days':
    case 'sessions':
    case 'clockEvents':
    case 'sessionRecords':
      return 'agenda';
    case 'organisations':
    case 'participants':
    case 'attendance':
    case 'topicGroups':
      return 'people';
    case 'parkingItems':
      return 'parking';
    default:
      return 'other';
  }
}

/** Differences by what the merge does with them. Conflicts that are settled together with another one are left out. */
export function byOutcome({ differences }: Comparison): Readonly<Record<MergeDifference['outcome'], readonly MergeDifference[]>> {
  const of = (outcome: MergeDifference['outcome']) => differences.filter((difference) => difference.outcome === outcome);
  return { conflict: ownConflicts(differences), theirs: of('theirs'), mine: of('mine') };
}
