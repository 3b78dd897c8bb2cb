// Notices that tell what a later act can make untrue: they go with it.
import { useCallback } from 'react';
import type { View } from '../../shared/domain/collections.ts';
import { useNotify, type Notice } from '../ui/dialogs.tsx';
import type { SessionState } from './workshop-session.ts';
import { useSession } from './workshop-context.tsx';

/** Asked after every change of the workshop: does the notice still tell the truth, and does its button still do what it says? */
export type IsStillTrue = (view: View, state: SessionState) => boolean;

/** Like `useNotify`, for what can stop being true: such a notice goes at once, before its six seconds are over. */
export function useNotifyWhile(): (notice: Notice, isStillTrue: IsStillTrue) => void {
  const { store, state } = useSession();
  const notify = useNotify();
  return useCallback(
    (notice, isStillTrue) => {
      const stops: (() => void)[] = [];
      const hide = notify({ ...notice, onGone: () => stops.forEach((stop) => stop()) });
      const look = () => {
        if (!isStillTrue(store.view, state.get())) hide();
      };
      stops.push(store.subscribe(look), state.subscribe(look));
    },
    [notify, state, store],
  );
}
