// The pages of the history that were asked for so far. New commits appear by themselves.
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { Failure } from '../../../shared/contract/failures.ts';
import type { HistoryPage } from '../../../shared/contract/history.ts';
import { useClient } from '../../state/host-context.tsx';
import { useSession } from '../../state/workshop-context.tsx';

export interface HistoryFilter {
  readonly planId: string | null;
  readonly actor: string | null;
  readonly sessionId: string | null;
}

export interface LoadedHistory {
  /** Null while the first page is on its way. */
  readonly page: HistoryPage | null;
  readonly failure: Failure | null;
  readonly isLoadingOlder: boolean;
  readonly loadOlder: () => void;
  readonly lookAgain: () => void;
}

const pageLength = 60;

interface Loaded {
  readonly key: string;
  readonly page: HistoryPage | null;
  readonly failure: Failure | null;
}

export function useHistory(filter: HistoryFilter): LoadedHistory {
  const client = useClient();
  const { workshopId, store } = useSession();
  const revision = useSyncExternalStore(store.subscribe, store.revision);
  const { planId, actor, sessionId } = filter;
  const key = JSON.stringify([workshopId, planId, actor, sessionId]);
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [isLoadingOlder, setLoadingOlder] = useState(false);
  const [looks, setLooks] = useState(0);

  const ask = useCallback(
    (before: number | null) => client.history.list({ workshopId, before, limit: pageLength, filter: { planId, actor, sessionId } }),
    [client, workshopId, planId, actor, sessionId],
  );

  useEffect(() => {
    let isLeft = false;
    void ask(null).then((answer) => {
      if (isLeft) return;
      setLoaded((known) => {
        const own = known?.key === key ? known.page : null;
        return answer.ok ? { key, page: withNewest(answer.value, own), failure: null } : { key, page: own, failure: answer.failure };
      });
    });
    return () => {
      isLeft = true;
    };
    // A new revision is what the history is asked again for.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [ask, key, revision, looks]);

  const current = loaded?.key === key ? loaded : null;
  const next = current?.page?.next ?? null;
  const loadOlder = async () => {
    if (next === null || isLoadingOlder) return;
    setLoadingOlder(true);
    const answer = await ask(next);
    setLoadingOlder(false);
    setLoaded((known) => {
      if (known?.key !== key || known.page === null || known.page.next !== next) return known;
      return answer.ok ? { ...known, page: withOlder(known.page, answer.value), failure: null } : { ...known, failure: answer.failure };
    });
  };
  return {
    page: current?.page ?? null,
    failure: current?.failure ?? null,
    isLoadingOlder,
    loadOlder: () => void loadOlder(),
    lookAgain: () => setLooks(looks + 1),
  };
}

/** The newest page, followed by older entries that were loaded before, where nothing is missing between them. */
function withNewest(newest: HistoryPage, known: HistoryPage | null): HistoryPage {
  const last = newest.entries.at(-1)?.revision;
  if (!known || newest.next === null || last === undefined || (known.entries[0]?.revision ?? 0) < last) return newest;
  const older = known.entries.filter(({ revision }) => revision < last);
  return older.length === 0 ? newest : withOlder(newest, { ...known, entries: older });
}

function withOlder(newer: HistoryPage, older: HistoryPage): HistoryPage {
  return { ...newer, entries: [...newer.entries, ...older.entries], names: { ...older.names, ...newer.names }, next: older.next };
}
