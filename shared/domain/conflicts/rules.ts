// Which conflict belongs to which record and field, and what follows for open conflicts from any change.
import { sameValue } from '../../kernel/record.ts';
import type { CollectionName, DocumentChange, View } from '../collections.ts';
import { references } from '../references.ts';
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

/** Numbers that a merge gave out, because two laptops had given one number: every other value would collide again. */
const numbered: ReadonlySet<string> = new Set(['planVersions number', 'plans draftVersion']);

/** True for a conflict that people can decide about. The others wait for the field to be set again, and stand in nobody's way. */
export function isAsked({ collection, field }: Pick<Conflict, 'collection' | 'field'>): boolean {
  return !numbered.has(`${collection} ${field ?? ''}`);
}

/** Changes, and what follows from them for open conflicts. Everything that is committed goes through here, a merge excepted. */
export function withConsequences(view: View, changes: readonly DocumentChange[]): readonly DocumentChange[] {
  return view.size('conflicts') === 0 ? changes : withStandingKept(view, withConflictsOfRemoved(view, changes));
}

/**
 * Before the changes the removal of every conflict about a record that they remove: nobody has to decide about what is gone.
 * Conflicts that the changes remove themselves are left to them.
 */
function withConflictsOfRemoved(view: View, changes: readonly DocumentChange[]): readonly DocumentChange[] {
  const removed = placesOf(changes.filter(({ kind }) => kind === 'removed'));
  const orphans = [...view.all('conflicts')].filter(
    ({ id, collection, recordId }) => removed.has(`${collection} ${recordId}`) && !removed.has(`conflicts ${id}`),
  );
  return [...orphans.map(removedConflict), ...changes];
}

/**
 * Behind the changes a word for every record that was removed elsewhere and stands because others refer to it, where they take such a
 * reference away: whoever does that has the record before their eyes and leaves it. Unsaid, the removal would count with the next merge, and
 * the record would be gone without anybody having decided it.
 */
function withStandingKept(view: View, changes: readonly DocumentChange[]): readonly DocumentChange[] {
  const touched = placesOf(changes);
  const left = new Map(changes.flatMap((change) => targetsLeft(change)).map((place) => [`${place.collection} ${place.id}`, place]));
  const standing = [...left].flatMap(([key, { collection, id }]) => {
    const conflict = conflictId(collection, id, null);
    const isOpen =
      view.get(collection, id) && view.get('conflicts', conflict) && !touched.has(key) && !touched.has(`conflicts ${conflict}`);
    return isOpen ? [keptRecord(collection, id)] : [];
  });
  return standing.length === 0 ? changes : [...changes, ...standing];
}

function placesOf(changes: readonly DocumentChange[]): ReadonlySet<string> {
  return new Set(changes.map(({ collection, id }) => `${collection} ${id}`));
}

interface Place {
  readonly collection: CollectionName;
  readonly id: string;
}

/** What a change takes a reference from. */
function targetsLeft(change: DocumentChange): readonly Place[] {
  if (change.kind === 'created') return [];
  return references
    .filter(({ from }) => from === change.collection)
    .flatMap(({ field, to }) => {
      const before = change.kind === 'removed' ? change.record[field] : change.fields[field]?.before;
      const after = change.kind === 'removed' ? undefined : change.fields[field]?.after;
      return idsIn(before)
        .filter((id) => !idsIn(after).includes(id))
        .map((id) => ({ collection: to, id }));
    });
}

function idsIn(value: unknown): readonly string[] {
  return (Array.isArray(value) ? (value as readonly unknown[]) : [value]).filter((id) => typeof id === 'string');
}

/**
 * A field that no record has: only its stamp counts. Any other field could be edited on another laptop meanwhile, which would make a conflict
 * that nobody caused.
 */
const keptField = '~kept';

/** Says by a commit that a record stays. Against a removal this counts as an edit that the remover did not know. */
export function keptRecord(collection: CollectionName, id: string): DocumentChange {
  return { kind: 'updated', collection, id, fields: { [keptField]: { before: undefined, after: undefined } } };
}

/** True for a change that says nothing but that its record stays. */
export function isKept(change: DocumentChange): boolean {
  return change.kind === 'updated' && Object.keys(change.fields).every((field) => field === keptField);
}

/** True for a change that leaves what is there as it is: it says something to other laptops, and nothing that could be taken back. */
export function isWrittenAgain(change: DocumentChange): boolean {
  return change.kind === 'updated' && Object.values(change.fields).every(({ before, after }) => sameValue(before, after));
}

/** The removal of a conflict record, which settles it. */
export function removedConflict(conflict: Conflict): DocumentChange {
  return { kind: 'removed', collection: 'conflicts', id: conflict.id, record: conflict };
}
