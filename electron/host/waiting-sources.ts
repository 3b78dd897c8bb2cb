// What was read waits here for the facilitator's decision, each for the page that brought it: the five used last, half an hour after the last use.
import type { Caller } from '../../shared/contract/combinators.ts';
import type { NewId } from '../../shared/kernel/ids.ts';

const mostSources = 5;
const sourceMilliseconds = 30 * 60_000;

export interface WaitingSources<Source> {
  /** @returns the id by which the page finds it again */
  readonly keep: (source: Source, caller: Caller) => string;
  /** Null when there is none, or another page brought it, or its time is over. */
  readonly find: (sourceId: string, caller: Caller) => Source | null;
}

interface WaitingSourcesOptions {
  readonly newId: NewId;
  /** Milliseconds of a clock that nobody sets: half an hour stays half an hour. */
  readonly steady?: () => number;
}

export function waitingSources<Source>({ newId, steady = () => performance.now() }: WaitingSourcesOptions): WaitingSources<Source> {
  const sources = new Map<string, { readonly source: Source; readonly clientId: string; readonly since: number }>();
  return {
    keep: (source, { clientId }) => {
      const sourceId = newId();
      sources.set(sourceId, { source, clientId, since: steady() });
      for (const [oldest] of sources) if (sources.size > mostSources) sources.delete(oldest);
      return sourceId;
    },
    find: (sourceId, { clientId }) => {
      const found = sources.get(sourceId);
      if (found?.clientId !== clientId) return null;
      sources.delete(sourceId);
      if (steady() - found.since > sourceMilliseconds) return null;
      // Whoever works on a list has not left it: the half-hour, and the place among the five, begin anew.
      sources.set(sourceId, { ...found, since: steady() });
      return found.source;
    },
  };
}
