// What a page's main thread did while somebody typed, read from a trace of the browser.
import type { Browser, Page } from '@playwright/test';

/** An event of the trace format, as far as it is looked at. Times in microseconds; `tdur` is time of the processor. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly type?: string } };
}

export interface TypedTrace {
  /** For each key press, milliseconds of script until the frame that shows it. */
  readonly script: readonly number[];
  /** Milliseconds of the longest task, whatever it was for: saving and what the host published are among them. */
  readonly longestTask: number;
}

/** Not `EventDispatch`: the browser's own editing of the text happens inside, and in an empty page as well. */
const scriptNames = new Set(
  'FunctionCall v8.callFunction BlinkScheduler_PerformMicrotaskCheckpoint RunMicrotasks TimerFire FireAnimationFrame MinorGC MajorGC'.split(
    ' ',
  ),
);
const taskNames = new Set(['RunTask', 'ThreadControllerImpl::RunTask']);
/** The page hands a frame over to be drawn. */
const frameName = 'Commit';

/** Traces the browser while `type` presses keys in the page. */
export async function traceTyping(browser: Browser, page: Page, type: () => Promise<void>): Promise<TypedTrace> {
  await browser.startTracing(page, {
    categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8', 'toplevel', 'blink.user_timing'],
  });
  await type();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString('utf8')) as { readonly traceEvents: readonly TraceEvent[] };
  return readTrace(traceEvents);
}

function readTrace(all: readonly TraceEvent[]): TypedTrace {
  const keys = all.filter(({ name, args }) => name === 'EventDispatch' && args?.data?.type === 'keydown').toSorted((a, b) => a.ts - b.ts);
  const [first] = keys;
  const last = keys.at(-1);
  if (!first || !last) throw new Error('No key press in the trace');
  const events = all
    .filter(({ pid, tid, ph, ts }) => pid === first.pid && tid === first.tid && ph === 'X' && ts >= first.ts && ts < last.ts)
    .toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const tasks = events.filter(({ name }) => taskNames.has(name));
  const scripts = outermost(events.filter(({ name }) => scriptNames.has(name)));
  const frames = events.filter(({ name }) => name === frameName);
  if (tasks.length === 0 || scripts.length === 0 || frames.length === 0)
    throw new Error('The browser gives the events of its traces other names');
  return {
    longestTask: Math.max(...tasks.map(milliseconds)),
    script: keys.slice(0, -1).map((key, index) => {
      const end = Math.min(frames.find(({ ts }) => ts > key.ts)?.ts ?? last.ts, keys[index + 1]?.ts ?? last.ts);
      return scripts.filter(({ ts }) => ts >= key.ts && ts < end).reduce((sum, event) => sum + milliseconds(event), 0);
    }),
  };
}

/** Leaves out what ran inside something else. @param events by their beginning */
function outermost(events: readonly TraceEvent[]): readonly TraceEvent[] {
  let end = -Infinity;
  return events.filter(({ ts, dur = 0 }) => {
    if (ts < end) return false;
    end = ts + dur;
    return true;
  });
}

/** Time of the processor where the browser tells it: another program that takes the processor away is not our script. */
function milliseconds({ tdur, dur = 0 }: TraceEvent): number {
  return (tdur ?? dur) / 1_000;
}
