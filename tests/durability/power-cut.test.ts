// The power fails at every moment of everything that the store does: what was acknowledged is there, the rest wholly or not at all.
// The modelled disk is tested itself: stores that break one rule of durability each are caught on it.
import * as fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { patience, runs } from '../support/effort.ts';
import { seeded } from '../support/power-loss.ts';
import { play, workshopPath } from '../support/power-play.ts';
import { anySteps, stories, storyOf } from '../support/power-stories.ts';
import { brokenPromises, tally } from '../support/power-verdict.ts';
import { saboteurs, type Saboteur } from '../support/saboteurs.ts';
import { reportTrials } from '../support/soak-report.ts';

describe('the power fails at every moment of', () => {
  const outcomes = runs(3, 200);
  const { look, counts } = tally();
  afterAll(() => reportTrials({ what: 'power cut at every moment of every story', ...counts() }));

  test.each(stories)('$name', { timeout: patience(60_000) }, async (story) => {
    const { cuts } = await play(story, { random: seeded(20_260_317), outcomes });
    expect(cuts.length).toBeGreaterThan(10 * outcomes);
    for (const [index, cut] of cuts.entries()) {
      const moment = Math.floor(index / outcomes);
      expect({ moment, problems: await look(cut, story) }).toEqual({ moment, problems: [] });
    }
  });
});

/** Which part of the moments of a random story is looked at. */
const share = 0.15;

test('the power fails somewhere in any story, and again while it goes on after that', { timeout: patience(120_000) }, async () => {
  const { look, counts } = tally();
  try {
    await fc.assert(
      fc.asyncProperty(anySteps, anySteps, fc.integer(), async (before, after, seed) => {
        const random = seeded(seed);
        const first = await play(storyOf(before), { random, outcomes: 1, share });
        for (const cut of first.cuts) expect(await look(cut)).toEqual([]);
        const found = first.cuts.findLast(({ image }) => image.folders.has(workshopPath));
        if (!found) return;
        const second = await play(storyOf(after, { ...found, isMade: true }), { random, outcomes: 1, share });
        for (const cut of second.cuts) expect(await look(cut)).toEqual([]);
      }),
      { numRuns: runs(80, 5_000) },
    );
  } finally {
    reportTrials({ what: 'power cut in random stories, twice each', ...counts() });
  }
});

describe('within 1,000 runs the model', () => {
  const limit = 1_000;

  interface Looked {
    readonly runs: number;
    readonly problems: readonly string[];
  }

  /** Looks at one thing after the other that may be found, over the same stories and with the same numbers, until something is wrong. */
  async function firstBroken(over: Saboteur['over']): Promise<Looked> {
    const random = seeded(1_000);
    let looked = 0;
    for (const steps of fc.sample(anySteps, { seed: 1_000, numRuns: limit })) {
      const { cuts } = await play(storyOf(steps), { random, outcomes: 1, share, over });
      for (const cut of cuts.slice(0, limit - looked)) {
        looked += 1;
        const problems = await brokenPromises(cut);
        if (problems.length > 0) return { runs: looked, problems };
      }
      if (looked === limit) break;
    }
    return { runs: looked, problems: [] };
  }

  test('has nothing to say against the real store', { timeout: patience(60_000) }, async () => {
    expect(await firstBroken((disk) => disk)).toEqual({ runs: limit, problems: [] });
  });

  test.each(saboteurs)('catches a store with $name', { timeout: patience(60_000) }, async ({ over }) => {
    expect((await firstBroken(over)).problems).not.toEqual([]);
  });
});
