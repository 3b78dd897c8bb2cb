// Who wrote which commits, and when: kept in the workshop itself, because a copy that comes from another laptop brings no history. Not one entry
// per commit: one whenever somebody else writes, and one a minute.
import { millisecondsOf, type Instant } from '../kernel/instant.ts';
import { instantSchema } from '../kernel/schema.ts';
import type { Knowledge, Stamp } from '../kernel/stamp.ts';

/** From this commit of a laptop on. `by` null: whoever wrote up to here was forgotten. */
export type Writer = readonly [from: number, at: Instant, by: string | null];

/** Per name that a laptop's commits carry, in the order of their numbers. */
export type Writers = Readonly<Record<string, readonly Writer[]>>;

/** Somebody at some time. `by` is '' where nobody gave a name. */
export interface Wrote {
  readonly by: string;
  readonly at: Instant;
}

const nobody: readonly Writer[] = [];

/** Names of replicas come from files, and may be those of what every object has. */
function ofReplica(writers: Writers, replica: string): readonly Writer[] {
  return Object.hasOwn(writers, replica) ? (writers[replica] ?? nobody) : nobody;
}

const entryMilliseconds = 60_000;

/** With a commit that was made just now. */
export function withWriter(writers: Writers, [number, replica]: Stamp, { by, at }: Wrote): Writers {
  const own = ofReplica(writers, replica);
  const last = own.at(-1);
  if (last && number <= last[0]) return writers;
  const elapsed = last ? millisecondsOf(at) - millisecondsOf(last[1]) : 0;
  // Also where the clock was set back.
  const isSame = last?.[2] === by && elapsed >= 0 && elapsed < entryMilliseconds;
  return isSame ? writers : { ...writers, [replica]: [...own, [number, at, by]] };
}

/** What two copies know together, whichever comes first. What one of them forgot stays forgotten. */
export function joinWriters(a: Writers, b: Writers): Writers {
  if (a === b) return a;
  const replicas = [...new Set([...Object.keys(a), ...Object.keys(b)])].toSorted();
  return Object.fromEntries(replicas.map((replica) => [replica, joined(ofReplica(a, replica), ofReplica(b, replica))]));
}

function joined(a: readonly Writer[], b: readonly Writer[]): readonly Writer[] {
  const all = [...a, ...b];
  const forgotten = Math.max(-1, ...all.filter(([, , by]) => by === null).map(([from]) => from));
  const byNumber = new Map<number, Writer>();
  for (const writer of all) {
    const [from, , by] = writer;
    if (from < forgotten || (from === forgotten && by !== null)) continue;
    const other = byNumber.get(from);
    // Two that say otherwise of one commit lie: both laptops believe the same one.
    if (!other || JSON.stringify(other) < JSON.stringify(writer)) byNumber.set(from, writer);
  }
  return [...byNumber.values()].toSorted(([left], [right]) => left - right);
}

/** @returns who made a commit and when, to the minute; null where nobody knows (any more) */
export function whoWrote(writers: Writers, [number, replica]: Stamp): Wrote | null {
  const found = ofReplica(writers, replica).findLast(([from]) => from <= number);
  return !found || found[2] === null ? null : { at: found[1], by: found[2] };
}

/** The newest that is known of several commits that set the same value. */
export function whoWroteAny(writers: Writers, stamps: readonly Stamp[]): Wrote | null {
  const known = stamps.toSorted((a, b) => b[0] - a[0]).map((stamp) => whoWrote(writers, stamp));
  return known.find((wrote) => wrote !== null) ?? null;
}

/** Only what says who made these commits, for a part that travels. */
export function writersOf(writers: Writers, stamps: readonly Stamp[]): Writers {
  const needed = new Map<string, Set<Writer>>();
  for (const [number, replica] of stamps) {
    const found = ofReplica(writers, replica).findLast(([from]) => from <= number);
    if (found) needed.set(replica, (needed.get(replica) ?? new Set()).add(found));
  }
  return Object.fromEntries([...needed].map(([replica, own]) => [replica, [...own].toSorted(([a], [b]) => a - b)]));
}

/** Nobody is known any more who wrote what was known at this moment, also not from a copy that comes later. */
export function forgottenWriters(knows: Knowledge, at: Instant): Writers {
  return Object.fromEntries(Object.entries(knows).map(([replica, number]) => [replica, [[number, at, null]]]));
}

/** Reads what comes from a disk. What is not as it should be is left out: the workshop itself can be used without it. */
export function readWriters(value: unknown): Writers {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  const read = Object.entries(value).map(([replica, entries]) => {
    const own: readonly Writer[] = Array.isArray(entries) ? entries.filter(isWriter) : [];
    return [replica, own.toSorted(([a], [b]) => a - b)] as const;
  });
  return Object.fromEntries(read.filter(([replica, own]) => replica.length > 0 && replica.length <= 64 && own.length > 0));
}

const longestName = 1_000;

function isWriter(value: unknown): value is Writer {
  if (!Array.isArray(value) || value.length !== 3) return false;
  const [from, at, by] = value as readonly unknown[];
  const isName = by === null || (typeof by === 'string' && by.length <= longestName);
  return Number.isSafeInteger(from) && (from as number) >= 0 && instantSchema.safeParse(at).success && isName;
}
