// Timers that stand still until a test says that time has passed, and a machine that knows no second place for copies.
import type { SecondMemory, Timers } from '../../electron/store/workshop-copies.ts';

export interface ManualTimers {
  readonly timers: Timers;
  /** Does everything that is due when so much more time has passed. */
  readonly pass: (milliseconds: number) => void;
  /** How many wait. */
  readonly waiting: () => number;
}

interface Waiting {
  readonly act: () => void;
  readonly every: number | null;
  dueAt: number;
}

export function manualTimers(): ManualTimers {
  let now = 0;
  let all: readonly Waiting[] = [];

  function add(milliseconds: number, act: () => void, every: number | null): () => void {
    const timer: Waiting = { act, every, dueAt: now + milliseconds };
    all = [...all, timer];
    return () => {
      all = all.filter((other) => other !== timer);
    };
  }

  return {
    timers: {
      after: (milliseconds, act) => add(milliseconds, act, null),
      every: (milliseconds, act) => add(milliseconds, act, milliseconds),
    },
    waiting: () => all.length,
    pass: (milliseconds) => {
      now += milliseconds;
      for (const timer of all.filter(({ dueAt }) => dueAt <= now)) {
        timer.act();
        if (timer.every === null) all = all.filter((other) => other !== timer);
        else timer.dueAt = now + timer.every;
      }
    },
  };
}

export const noSecondPlace: SecondMemory = { place: () => null, last: () => null, remember: () => Promise.resolve() };
