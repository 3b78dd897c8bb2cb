// A workshop.json that something else than this product has written. What a person changed in it by hand becomes a commit of its own; what can
// be no edit of a person counts as damage.
import { differenceOf } from '../../shared/document/difference.ts';
import type { WorkshopDocument } from '../../shared/document/envelope.ts';
import { viewOf } from '../../shared/document/records.ts';
import { stillFitting } from '../../shared/document/undo.ts';
import { validate } from '../../shared/document/validate.ts';
import type { DocumentChange } from '../../shared/domain/collections.ts';
import { sameValue } from '../../shared/kernel/record.ts';

export type OutsideEdit =
  /** Another program wrote the same content in another way: nothing to do. */
  { readonly kind: 'same' } | { readonly kind: 'edit'; readonly changes: readonly DocumentChange[] } | { readonly kind: 'damage' };

/**
 * Compares a workshop.json with the state that was acknowledged at its revision. People edit what fields hold; whatever else differs
 * (revision, stamps, which records there are) was changed by nobody who knew what it means.
 * @param found as it was read
 * @param before the state at the same revision, put together without that file
 * @param now the newest state: an edit that does not fit it any more is damage too
 */
export function outsideEdit(found: WorkshopDocument, before: WorkshopDocument, now: WorkshopDocument): OutsideEdit {
  if (!hasSameBookkeeping(found, before)) return { kind: 'damage' };
  const changes = differenceOf(before.records, found.records);
  if (changes.length === 0) return { kind: 'same' };
  const isOfFields = changes.every(({ kind }) => kind === 'updated');
  const isWhole = validate(found.records).length <= validate(before.records).length;
  const fitting = stillFitting(viewOf(now.records), changes);
  return isOfFields && isWhole && fitting.ok ? { kind: 'edit', changes: fitting.value } : { kind: 'damage' };
}

function hasSameBookkeeping(a: WorkshopDocument, b: WorkshopDocument): boolean {
  const told = ({ envelope, stamps }: WorkshopDocument) => {
    const { schemaVersion, documentId, revision, savedAt, knows } = envelope;
    return { schemaVersion, documentId, revision, savedAt, knows, stamps: plain(stamps) };
  };
  return sameValue(told(a), told(b));
}

function plain(stamps: WorkshopDocument['stamps']): unknown {
  const maps = (all: Readonly<Record<string, ReadonlyMap<string, unknown>>>) =>
    Object.fromEntries(Object.entries(all).map(([name, map]) => [name, Object.fromEntries(map)]));
  return { records: maps(stamps.records), tombstones: maps(stamps.tombstones) };
}
