// Undo and redo of this person, named after the command that they take back or bring again.
import { useWords } from '../ui/language.ts';
import { useNotify } from '../ui/dialogs.tsx';
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
  const session = useSession();
  const { undo } = useSessionState();
  const notify = useNotify();
  const step = (direction: 'undo' | 'redo'): UndoStep => {
    const next = undo[direction];
    return {
      label: next === null ? t(`commands:${direction}Nothing`) : t(`commands:${direction}`, { what: t(`commands:name.${next.name}`) }),
      isPossible: next !== null,
      run: () =>
        void session[direction]().then((answer) => {
          if (!answer.ok) notify({ text: failureMessage(t, answer.failure) });
        }),
    };
  };
  return { undo: step('undo'), redo: step('redo') };
}
