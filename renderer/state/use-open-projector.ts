// Opens the big screen of the open workshop from anywhere; a refusal is said in a notice.
import { useCallback } from 'react';
import { useNotify } from '../ui/dialogs.tsx';
import { useWords } from '../ui/language.ts';
import { failureMessage } from './failure-message.ts';
import { useClient, useStart } from './host-context.tsx';
import { useSession } from './workshop-context.tsx';

export function useOpenProjector(): () => void {
  const t = useWords();
  const client = useClient();
  const notify = useNotify();
  const { shell } = useStart();
  const { workshopId } = useSession();
  return useCallback(
    () =>
      void client.app.openProjector({ workshopId }).then((answer) => {
        if (!answer.ok) return notify({ text: failureMessage(t, answer.failure) });
        // Without `noopener` the new tab would begin with a copy of this tab's session.
        if (answer.value.address !== null) window.open(answer.value.address, '_blank', 'noopener');
        return notify({ text: t(shell === 'desktop' ? 'run:projector.opened' : 'run:projector.tab') });
      }),
    [client, notify, shell, t, workshopId],
  );
}
