// Stamps: which commit last set a field. `[number, replica]`, compared first by number, then by replica name.

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
