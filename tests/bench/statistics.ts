// The few figures that a bench says about its samples.

/** @param share between 0 and 1 @returns the smallest sample that at least this share of all samples does not exceed */
export function percentile(samples: readonly number[], share: number): number {
  if (samples.length === 0) throw new Error('No samples');
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] as number;
}

export function median(samples: readonly number[]): number {
  return percentile(samples, 0.5);
}
