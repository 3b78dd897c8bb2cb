// Removes people in one step that can be undone. Refused, with the list, while plans name them.
import type { Failure } from '../../../shared/contract/failures.ts';
import type { ParticipantId } from '../../../shared/domain/people/model.ts';
import { useSayDone } from '../../state/use-undo.ts';
import { useExecute, useSession } from '../../state/workshop-context.tsx';
import { useConfirm } from '../../ui/dialogs.tsx';
import { useWords } from '../../ui/language.ts';

/** @returns asks about several, removes and says so; answers whether the people are gone */
export function useRemovePeople(onFailure: (failure: Failure) => void): (ids: readonly string[]) => Promise<boolean> {
  const t = useWords();
  const execute = useExecute();
  const confirm = useConfirm();
  const sayDone = useSayDone();
  const { store } = useSession();
  return async (ids) => {
    const name = store.view.get('participants', ids[0] ?? '')?.fullName ?? '';
    // One person comes back with one click; a ticked list may be longer than somebody thinks.
    const count = ids.length;
    if (count > 1 && !(await confirm({ title: t('people:remove.many', { count }), text: t('people:remove.text'), confirm: t('remove') })))
      return false;
    const answer = await execute({ name: 'participantsRemove', ids: ids as readonly ParticipantId[] as ParticipantId[] });
    if (!answer.ok) {
      onFailure(answer.failure);
      return false;
    }
    sayDone(ids.length === 1 ? t('people:remove.doneOne', { name }) : t('people:remove.doneMany', { count: ids.length }));
    return true;
  };
}
