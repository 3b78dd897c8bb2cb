// Undo and redo of this person, named after the command that they take back or bring again.
import { useCallback } from 'react';
import { useNotify } from '../ui/dialogs.tsx';
import { useWords } from '../ui/language.ts';
import { failureMessage } from './failure-message.ts';
import { useSession, useSessionState } from './workshop-context.tsx';

export interface UndoStep {
  /** "Undo: change step", or what there is not. */
  readonly label: string;
  readonly isPossible: boolean;
  readonly run: () => void;
}

export function useUndo(): { readonly undo: UndoStep; readonly redo: UndoStep } {
  const t = useWords();
  const { undo } = useSessionState();
  const takeStep = useTakeStep();
  const step = (direction: 'undo' | 'redo'): UndoStep => {
    const next = undo[direction];
    return {
      label: next === null ? t(`commands:${direction}Nothing`) : t(`commands:${direction}`, { what: t(`commands:name.${next.name}`) }),
      isPossible: next !== null,
      run: () => takeStep(direction),
    };
  };
  return { undo: step('undo'), redo: step('redo') };
}

/** For who only acts: what could be taken back changes with every save, and need not draw the caller again. */
export function useTakeStep(): (direction: 'undo' | 'redo') => void {
  const t = useWords();
  const session = useSession();
  const notify = useNotify();
  return useCallback(
    (direction) =>
      void session[direction]().then((answer) => {
        if (!answer.ok) notify({ text: failureMessage(t, answer.failure) });
      }),
    [notify, session, t],
  );
}
