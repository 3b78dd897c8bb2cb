// How slow this machine is just now: a fixed load of the kind that the product carries, against the time that it takes on the reference machine.
// Absolute limits are multiplied with the answer, so that a slow or a busy machine measures the product and not itself.
import { median } from './statistics.ts';

/** Milliseconds of one load, by the clock and of the processor: a busy machine stretches the first, a slow one both. */
export interface Calibration {
  readonly clock: number;
  readonly processor: number;
}

/** The reference: two quiet cores of a virtual machine of 2024. */
const reference: Calibration = { clock: 18, processor: 18 };

const rounds = 9;

const rows = Array.from({ length: 20_000 }, (_, index) => ({
  id: `step-${index}`,
  order: (index * 7_919) % 20_011,
  text: `List vacant posts in district ${index}`,
}));

function load(): Calibration {
  const began = performance.now();
  const usage = process.cpuUsage();
  const copy = JSON.parse(JSON.stringify(rows)) as typeof rows;
  const byId = new Map(copy.map((row) => [row.id, row]));
  const sorted = [...byId.values()].toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
  if (sorted.length !== rows.length) throw new Error('The calibration load lost rows');
  const { user, system } = process.cpuUsage(usage);
  return { clock: performance.now() - began, processor: (user + system) / 1_000 };
}

/** Carries the load some times and answers with the medians. */
export function calibrate(): Calibration {
  const loads = Array.from({ length: rounds }, load);
  return { clock: median(loads.map(({ clock }) => clock)), processor: median(loads.map(({ processor }) => processor)) };
}

/**
 * @param calibrations taken before, between and after the measurements that a limit is scaled for
 * @param by what was measured: time of the clock, or of the processor
 * @returns at least 1: nothing more is asked of a faster machine
 */
export function slownessOf(calibrations: readonly Calibration[], by: keyof Calibration = 'clock'): number {
  return Math.max(1, median(calibrations.map((calibration) => calibration[by])) / reference[by]);
}
