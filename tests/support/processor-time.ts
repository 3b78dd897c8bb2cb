// What work costs, whoever else uses this machine: a test must fail when the product is slow, never when the machine is busy or old.
import { calibrate, slownessOf } from '../bench/calibration.ts';

/**
 * Milliseconds of the processor that some work takes, as on the reference machine of the benchmarks: waiting for a turn costs nothing, and a slower
 * processor is measured beside the work and taken out.
 */
export async function processorMilliseconds(work: () => unknown): Promise<number> {
  const before = calibrate();
  const usage = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(usage);
  return (user + system) / 1_000 / slownessOf([before, calibrate()], 'processor');
}
