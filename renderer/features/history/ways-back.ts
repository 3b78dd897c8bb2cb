// What of a change can be brought back, and as of which moment. Pure.
import type { DescribedChange } from '../../../shared/document/describe.ts';
import { factCollections } from '../../../shared/document/going-back.ts';
import type { RecordName } from '../../../shared/document/record-name.ts';
import type { CollectionName } from '../../../shared/domain/collections.ts';
import type { HistoryLine } from './fold-entries.ts';

export type Side = 'before' | 'after';

/** Facts stay, and two values go along with the record that they are about. */
const neverBrought: ReadonlySet<CollectionName> = new Set<CollectionName>([...factCollections, 'conflicts']);

/** @returns the revision just before or after a line; 0 is before the workshop began */
export function revisionAt(line: HistoryLine, side: Side): number {
  return side === 'after' ? line.revision : line.first - 1;
}

/** True when a record was there at that side of its change, and may come back by itself. */
export function canBringRecord({ kind, record }: DescribedChange, side: Side): boolean {
  return !neverBrought.has(record.collection) && !(kind === 'created' && side === 'before') && !(kind === 'removed' && side === 'after');
}

/** The plan that all changes of a line belong to; null when there is none, or it was not there at that side. */
export function planToBring({ changes, more }: HistoryLine, side: Side): RecordName | null {
  const [plan, ...others] = changes.map(({ record }) => planOf(record));
  if (!plan || more > 0 || others.some((other) => other?.id !== plan.id)) return null;
  const own = changes.find(({ record }) => record.id === plan.id);
  return own && !canBringRecord(own, side) ? null : plan;
}

function planOf(record: RecordName): RecordName | null {
  if (record.collection === 'plans') return record;
  return record.of ? planOf(record.of) : null;
}
