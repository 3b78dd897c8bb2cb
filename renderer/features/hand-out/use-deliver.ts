// Hands over what was built: the host says how it leaves, the page starts the download where that is the way.
import { useState } from 'react';
import type { Delivery } from '../../../shared/contract/answers.ts';
import { failureMessage } from '../../state/failure-message.ts';
import { useClient } from '../../state/host-context.tsx';
import { useWords } from '../../ui/language.ts';
import { startDownload } from './start-download.ts';

export type What = { readonly kind: 'all' | 'copying' | 'folders' } | { readonly kind: 'team'; readonly teamId: string };

export interface Deliver {
  readonly run: (what: What) => void;
  /** How the last one left; null before the first. */
  readonly last: Delivery | null;
  /** Why the last one did not leave, in words. */
  readonly problem: string | null;
}

/** @param buildId the build that is handed over; null while there is none */
export function useDeliver(buildId: string | null): Deliver {
  const t = useWords();
  const client = useClient();
  const [outcome, setOutcome] = useState<{
    readonly buildId: string;
    readonly delivery: Delivery | null;
    readonly problem: string | null;
  } | null>(null);
  const run = async (what: What) => {
    if (buildId === null) return;
    const answer = await client.packs.deliver({ buildId, what });
    setOutcome({ buildId, delivery: answer.ok ? answer.value : null, problem: answer.ok ? null : failureMessage(t, answer.failure) });
    if (answer.ok && answer.value.kind === 'download') startDownload(answer.value);
  };
  const current = outcome?.buildId === buildId ? outcome : null;
  return { run: (what) => void run(what), last: current?.delivery ?? null, problem: current?.problem ?? null };
}
