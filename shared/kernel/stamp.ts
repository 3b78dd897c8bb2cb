// Stamps: which commit last set a field. `[number, replica]`, compared first by number, then by replica name. Knowledge: which commits were seen.

/** Lamport number of the commit and the replica (installation) that made it. */
export type Stamp = readonly [number: number, replica: string];

/** Highest commit number seen, per replica. */
export type Knowledge = Readonly<Record<string, number>>;

/** @returns negative when `a` is older */
export function compareStamps(a: Stamp, b: Stamp): number {
  if (a[0] !== b[0]) return a[0] - b[0];
  if (a[1] === b[1]) return 0;
  return a[1] < b[1] ? -1 : 1;
}

/** The number that the next commit of any replica takes: one more than everything known. */
export function nextNumber(knows: Knowledge): number {
  return Math.max(0, ...Object.values(knows)) + 1;
}

/** True when whoever knows this much has seen the commit. */
export function covers(knows: Knowledge, [number, replica]: Stamp): boolean {
  const seen = knows[replica];
  return seen !== undefined && number <= seen;
}

/** What two know together; `a` itself when `b` adds nothing. */
export function joinKnowledge(a: Knowledge, b: Knowledge): Knowledge {
  const added = Object.entries(b).filter((stamp) => !covers(a, [stamp[1], stamp[0]]));
  return added.length === 0 ? a : { ...a, ...Object.fromEntries(added) };
}

/** The part of `knows` that `base` does not cover. */
export function knowledgeBeyond(knows: Knowledge, base: Knowledge): Knowledge {
  return Object.fromEntries(Object.entries(knows).filter(([replica, number]) => !covers(base, [number, replica])));
}

/** The least knowledge that covers these stamps. */
export function knowledgeOf(stamps: readonly Stamp[]): Knowledge {
  const knows: Record<string, number> = {};
  for (const [number, replica] of stamps) knows[replica] = Math.max(number, knows[replica] ?? 0);
  return knows;
}
