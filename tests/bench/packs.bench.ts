// The packs of the last afternoon: every format for every team, while the host goes on answering.
import { performance } from 'node:perf_hooks';
import { expect, test } from 'vitest';
import type { BuiltPack } from '../../shared/contract/contract.ts';
import { calibrate, slownessOf } from './calibration.ts';
import { benchIds, ordinaryShape } from './large-workshop.ts';
import { ordinaryHost, workshopId } from './ordinary-host.ts';
import { reportMeasurement } from './report.ts';
import { median } from './statistics.ts';

const times = 3;
const host = ordinaryHost();

interface Built {
  readonly seconds: number;
  /** The longest time for which the host could not answer, in milliseconds. */
  readonly blocked: number;
}

async function build(): Promise<Built> {
  const teams = Array.from({ length: ordinaryShape.teams }, (_, team) => ({
    teamId: benchIds.team(team),
    language: team % 2 === 0 ? 'en' : 'fr',
  }));
  const endWatch = watchEventLoop();
  const began = performance.now();
  const built = await host().ask<BuiltPack>('packs', 'build', { workshopId, buildId: host().newId(), teams });
  const seconds = (performance.now() - began) / 1_000;
  const blocked = endWatch();
  expect(built.teams.length).toBe(ordinaryShape.teams);
  return { seconds, blocked };
}

/**
 * Looks at the event loop at each of its turns. A turn that is late because the machine gave the processor to somebody else is not counted,
 * as `monitorEventLoopDelay` would: only time in which the loop was at work.
 * @returns ends it; answers with the longest time at work between two looks, in milliseconds
 */
function watchEventLoop(): () => number {
  let longest = 0;
  let before = performance.eventLoopUtilization();
  const look = () => {
    longest = Math.max(longest, performance.eventLoopUtilization(before).active);
    before = performance.eventLoopUtilization();
  };
  const timer = setInterval(look, 1);
  return () => {
    clearInterval(timer);
    look();
    return longest;
  };
}

test('packs of 15 teams with 2 plans each, every format', async () => {
  const calibrations = [calibrate()];
  const builds: Built[] = [];
  while (builds.length < times) {
    builds.push(await build());
    calibrations.push(calibrate());
  }
  const slowness = slownessOf(calibrations);
  const seconds = median(builds.map((built) => built.seconds));
  expect
    .soft(reportMeasurement({ what: 'packs of 15 teams × 2 plans, every format', measured: seconds, limit: 20, unit: 's', slowness }))
    .toBe(true);
  // What the host does itself comes back with every build; what the machine does to it does not.
  const blocked = Math.min(...builds.map((built) => built.blocked));
  const what = 'longest time the host does not answer while packs are built';
  expect.soft(reportMeasurement({ what, measured: blocked, limit: 50, unit: 'ms', slowness })).toBe(true);
});
