// Which conflict belongs to which record and field, and that no conflict outlives its record.
import type { DocumentChange, View } from '../collections.ts';
import type { Conflict } from './model.ts';

/** The longest id that records may have (kernel/schema.ts). */
const longestId = 200;

/** Natural key: one conflict per field of a record, and one for its removal (`field` null). A name that does not fit becomes a checksum. */
export function conflictId(collection: string, recordId: string, field: string | null): Conflict['id'] {
  const plain = `${collection}~${field ?? ''}~${recordId}`;
  const isPlain = plain.length <= longestId && !field?.includes('~');
  return (isPlain ? plain : `${collection}~${checksum(plain)}`) as Conflict['id'];
}

/** 106 bits of a text, as letters and digits: two rounds of a multiplicative hash (public domain: cyrb53). */
function checksum(text: string): string {
  return [1, 2].map((seed) => hash(text, seed).toString(36)).join('');
}

function hash(text: string, seed: number): number {
  let high = 0xdeadbeef ^ seed;
  let low = 0x41c6ce57 ^ seed;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text.charCodeAt(index);
    high = Math.imul(high ^ sign, 2_654_435_761);
    low = Math.imul(low ^ sign, 1_597_334_677);
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return 4_294_967_296 * (2_097_151 & low) + (high >>> 0);
}

/**
 * Changes, and before them the removal of every conflict about a record that they remove: nobody has to decide about what is gone.
 * Conflicts that the changes remove themselves are left to them.
 */
export function withConflictsOfRemoved(view: View, changes: readonly DocumentChange[]): readonly DocumentChange[] {
  if (view.size('conflicts') === 0) return changes;
  const removed = new Set(changes.filter(({ kind }) => kind === 'removed').map(({ collection, id }) => `${collection} ${id}`));
  const orphans = [...view.all('conflicts')].filter(
    ({ id, collection, recordId }) => removed.has(`${collection} ${recordId}`) && !removed.has(`conflicts ${id}`),
  );
  return [...orphans.map(removedConflict), ...changes];
}

/** The removal of a conflict record, which settles it. */
export function removedConflict(conflict: Conflict): DocumentChange {
  return { kind: 'removed', collection: 'conflicts', id: conflict.id, record: conflict };
}
