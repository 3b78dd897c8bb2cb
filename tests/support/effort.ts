// How hard the tests try: the bounded number of runs of `npm test`, or the long one of `npm run test:soak`.
// The only place that reads HRH_SOAK.

/** True in `npm run test:soak`. */
export const isSoak = process.env.HRH_SOAK === '1';

/** How many times more a soak tries, where a test names no number of its own. */
const soakFactor = 20;

/** How many times longer a test may take in a soak. */
const soakPatience = 60;

/**
 * How often something is tried: rounds of a loop, or `numRuns` of a property (`fc.assert(property, { numRuns: runs(40) })`).
 * @param usual in `npm test`
 * @param soak in `npm run test:soak`
 */
export function runs(usual: number, soak = usual * soakFactor): number {
  return isSoak ? soak : usual;
}

/** Time limit of a test, in milliseconds, whose number of runs comes from `runs`. */
export function patience(usual: number): number {
  return isSoak ? usual * soakPatience : usual;
}
