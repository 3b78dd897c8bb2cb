// Carries a merge out, says what came of it with the way back, and opens the workshop.
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Failure } from '../../../shared/contract/failures.ts';
import type { MergeAnswer, MergeChoice } from '../../../shared/contract/workshop-files.ts';
import { addressOf } from '../../app/routes.ts';
import { failureMessage } from '../../state/failure-message.ts';
import { useClient, useHost } from '../../state/host-context.tsx';
import { useNotify } from '../../ui/dialogs.tsx';
import { flushFields } from '../../ui/flush.ts';
import { useWords, type Words } from '../../ui/language.ts';
import type { BroughtFile } from './brought-files.tsx';

interface BringIn {
  /** @param open conflicts that are left for later, as the page counts them */
  readonly bringIn: (choices: MergeChoice[], open: number) => Promise<void>;
  readonly isBusy: boolean;
  readonly failure: Failure | null;
}

export function useBringIn({ sourceId, teamName, isFolder }: BroughtFile, workshopId: string): BringIn {
  const t = useWords();
  const client = useClient();
  const { newId, outbox } = useHost();
  const navigate = useNavigate();
  const notify = useNotify();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const undo = async (stepId: string) => {
    const answer = await outbox.undo(workshopId, stepId);
    if (!answer.ok) notify({ text: failureMessage(t, answer.failure) });
  };
  const bringIn = async (choices: MergeChoice[], open: number) => {
    setBusy(true);
    setFailure(null);
    flushFields();
    const commandId = newId();
    const answer = await client.files.merge({ sourceId, commandId, choices });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.failure);
    const isStep = answer.value.taken + answer.value.conflicts > 0;
    notify({
      text: doneWords(t, answer.value, { open, isFolder }),
      ...(isStep && { action: { label: t('undo'), run: () => void undo(commandId) } }),
    });
    void navigate(addressOf(teamName === null ? 'basics' : 'plans', { workshopId }));
  };
  return { bringIn, isBusy, failure };
}

interface Left {
  /** Conflicts for later. */
  readonly open: number;
  readonly isFolder: boolean;
}

function doneWords(t: Words, { taken, movedTo }: MergeAnswer, { open, isFolder }: Left): string {
  const done = t('bringIn:done', { count: taken });
  const all = open === 0 ? done : t('bringIn:doneConflicts', { done, count: open });
  return movedTo === null ? all : t(isFolder ? 'bringIn:doneFolder' : 'bringIn:doneCopy', { done: all });
}
