// Prints one plan: the host makes the PDF, the page hands it on.
import { useState } from 'react';
import type { ActionPlan } from '../../../shared/domain/plan/model.ts';
import { failureMessage } from '../../state/failure-message.ts';
import { useClient } from '../../state/host-context.tsx';
import { useRecord, useSession, useWorkshop } from '../../state/workshop-context.tsx';
import { useNotify } from '../../ui/dialogs.tsx';
import { flushFields } from '../../ui/flush.ts';
import { useWords } from '../../ui/language.ts';
import { packLanguage } from '../hand-out/pack-language.ts';
import { startDownload } from '../hand-out/start-download.ts';

export type PrintedVersion = 'handed-out' | 'draft';

interface PrintPlan {
  readonly print: (which: PrintedVersion) => void;
  readonly isPrinting: boolean;
  /** Why the last print did not work, in words. */
  readonly problem: string | null;
}

/** The plan comes out in the language of its team. */
export function usePrintPlan(plan: ActionPlan): PrintPlan {
  const t = useWords();
  const client = useClient();
  const { workshopId } = useSession();
  const workshop = useWorkshop();
  const team = useRecord('teams', plan.teamId);
  const notify = useNotify();
  const [isPrinting, setPrinting] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const print = async (which: PrintedVersion) => {
    if (isPrinting) return;
    setPrinting(true);
    flushFields();
    const answer = await client.packs.printPlan({ workshopId, planId: plan.id, language: packLanguage(team, workshop), which });
    setPrinting(false);
    setProblem(answer.ok ? null : failureMessage(t, answer.failure));
    if (!answer.ok) return;
    if (answer.value.kind === 'download') startDownload(answer.value);
    if (answer.value.kind === 'saved') notify({ text: t('plans:actions.printed', { where: answer.value.where }) });
  };
  return { print: (which) => void print(which), isPrinting, problem };
}
