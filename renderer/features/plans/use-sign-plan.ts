// Signing a plan, from wherever it is signed: what is being typed is saved first, and nothing is signed that the screen shows otherwise.
import { useCallback } from 'react';
import type { ActionPlan } from '../../../shared/domain/plan/model.ts';
import { failureMessage } from '../../state/failure-message.ts';
import { useHost } from '../../state/host-context.tsx';
import { useSession } from '../../state/workshop-context.tsx';
import { flushFields } from '../../ui/flush.ts';
import { useWords } from '../../ui/language.ts';
import { fieldOf, useDraftPlace } from '../drafts/draft-place.ts';
import { unsavedInPlan } from './unsaved-in-plan.ts';

/** @returns signs a plan; answers why it is not signed, in words, or null when it is */
export function useSignPlan(): (planId: ActionPlan['id'], by: string) => Promise<string | null> {
  const t = useWords();
  const { outbox } = useHost();
  const { drafts, execute, store } = useSession();
  const placeOf = useDraftPlace();
  return useCallback(
    async (planId, by) => {
      flushFields();
      // Whether the last letters were taken is known when they are answered.
      await outbox.settled();
      const [unsaved] = unsavedInPlan(store.view, drafts.all.get(), planId, fieldOf);
      if (unsaved) return t('plans:sign.unsaved', { what: placeOf(unsaved).what });
      const answer = await execute({ name: 'planSignOff', id: planId, by: by.trim() });
      return answer.ok ? null : failureMessage(t, answer.failure);
    },
    [drafts, execute, outbox, placeOf, store, t],
  );
}
