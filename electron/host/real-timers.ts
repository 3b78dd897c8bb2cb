// Timers of the system that keep nothing alive: the application may end at any time.
import type { Timers } from '../store/workshop-copies.ts';

export const realTimers: Timers = {
  after: (milliseconds, act) => {
    const timer = setTimeout(act, milliseconds).unref();
    return () => clearTimeout(timer);
  },
  every: (milliseconds, act) => {
    const timer = setInterval(act, milliseconds).unref();
    return () => clearInterval(timer);
  },
};
