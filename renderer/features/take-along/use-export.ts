// Saves a workshop as a file: the host says how it leaves, the page starts the download where that is the way.
import { useState } from 'react';
import type { Delivery } from '../../../shared/contract/answers.ts';
import { failureMessage } from '../../state/failure-message.ts';
import { useClient } from '../../state/host-context.tsx';
import { flushFields } from '../../ui/flush.ts';
import { useWords } from '../../ui/language.ts';
import { startDownload } from '../hand-out/start-download.ts';

export type ExportWhat = { readonly kind: 'whole' | 'without-people' } | { readonly kind: 'team'; readonly teamId: string };

export interface WorkshopExport {
  readonly run: (what: ExportWhat) => void;
  readonly isBusy: boolean;
  /** How the last one left; null before the first. */
  readonly last: Delivery | null;
  /** Why the last one did not leave, in words. */
  readonly problem: string | null;
}

export function useExport(workshopId: string): WorkshopExport {
  const t = useWords();
  const client = useClient();
  const [isBusy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Pick<WorkshopExport, 'last' | 'problem'>>({ last: null, problem: null });
  const run = async (what: ExportWhat) => {
    setBusy(true);
    setOutcome({ last: null, problem: null });
    // What is still being typed belongs into the file.
    flushFields();
    const answer = await client.files.exportWorkshop({ workshopId, what });
    setBusy(false);
    setOutcome(answer.ok ? { last: answer.value, problem: null } : { last: null, problem: failureMessage(t, answer.failure) });
    if (answer.ok && answer.value.kind === 'download') startDownload(answer.value);
  };
  return { run: (what) => void run(what), isBusy, ...outcome };
}
