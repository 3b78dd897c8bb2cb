// The values that a field may have: one, as long as everybody knows of everybody; several, when laptops set it apart.
import { canonicalJson } from '../kernel/canonical-json.ts';
import { sameValue } from '../kernel/record.ts';
import { compareStamps, type Stamp } from '../kernel/stamp.ts';

/** A value and the commits that set it, newest first. Undefined: the field was taken away. */
export interface Candidate {
  readonly value: unknown;
  readonly stamps: readonly Stamp[];
}

/** Says whether a side has seen a commit. */
export type Covers = (stamp: Stamp) => boolean;

/**
 * What is left of two sides' values: a commit that both have, and one that the other side has not seen. A commit that the other side has
 * seen and does not have any more was overwritten there.
 * @returns candidates in the order of their newest commits; the first is the one to show
 * Where nothing is left although both sides have values, their stamps lie (files edited by hand): then all values stay.
 */
export function joinCandidates(
  mine: readonly Candidate[],
  theirs: readonly Candidate[],
  covers: { readonly mine: Covers; readonly theirs: Covers },
): readonly Candidate[] {
  if (hasSameStamps(mine, theirs) && sameValue(mine[0]?.value, theirs[0]?.value)) return mine;
  const left = [...surviving(mine, theirs, covers.theirs), ...surviving(theirs, mine, covers.mine)];
  return united(left.length === 0 && mine.length > 0 && theirs.length > 0 ? [...mine, ...theirs] : left);
}

/** True in the most frequent case: one value each, set by the same commit. */
function hasSameStamps(mine: readonly Candidate[], theirs: readonly Candidate[]): boolean {
  const [left] = mine;
  const [right] = theirs;
  if (mine.length !== 1 || theirs.length !== 1 || !left || !right || left.stamps.length !== 1 || right.stamps.length !== 1) return false;
  return isSame(left.stamps[0] as Stamp, right.stamps[0] as Stamp);
}

function isSame(a: Stamp, b: Stamp): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

function surviving(own: readonly Candidate[], others: readonly Candidate[], isSeenByOthers: Covers): readonly Candidate[] {
  const isThere = (stamp: Stamp) => others.some(({ stamps }) => stamps.some((other) => isSame(stamp, other)));
  return own.flatMap(({ value, stamps }) => {
    const left = stamps.filter((stamp) => isThere(stamp) || !isSeenByOthers(stamp));
    return left.length > 0 ? [{ value, stamps: left }] : [];
  });
}

/** One candidate per value, with the stamps of all that have it, in the order in which they are shown. */
export function united(candidates: readonly Candidate[]): readonly Candidate[] {
  if (candidates.length < 2) return candidates;
  const byValue: Candidate[] = [];
  for (const candidate of candidates) {
    const found = byValue.findIndex(({ value }) => sameValue(value, candidate.value));
    const known = byValue[found];
    if (known) byValue[found] = { value: known.value, stamps: newestFirst([...known.stamps, ...candidate.stamps]) };
    else byValue.push({ value: candidate.value, stamps: newestFirst(candidate.stamps) });
  }
  return byValue.toSorted(compareCandidates);
}

/** Each stamp once, newest first. */
export function newestFirst(stamps: readonly Stamp[]): readonly Stamp[] {
  if (stamps.length < 2) return stamps;
  return stamps
    .toSorted((a, b) => compareStamps(b, a))
    .filter((stamp, index, sorted) => index === 0 || !isSame(stamp, sorted[index - 1] as Stamp));
}

/** By the newest commit; values of one commit (a file edited by hand) by their text. */
function compareCandidates(a: Candidate, b: Candidate): number {
  const byStamp = compareStamps(b.stamps[0] as Stamp, a.stamps[0] as Stamp);
  if (byStamp !== 0) return byStamp;
  return canonicalJson(a.value) < canonicalJson(b.value) ? 1 : -1;
}
