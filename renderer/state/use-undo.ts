// Undo and redo of this person, named after the command that they take back or bring again.
import { useCallback } from 'react';
import { useStepWords } from '../features/changes/use-step-label.ts';
import { useWords } from '../ui/language.ts';
import { failureMessage } from './failure-message.ts';
import { useNotify } from '../ui/dialogs.tsx';
import { useNotifyWhile } from './use-notify-while.ts';
import { useSession, useSessionState } from './workshop-context.tsx';

type Direction = 'undo' | 'redo';

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
  const step = (direction: Direction): UndoStep => {
    const next = undo[direction];
    return {
      label: next === null ? t(`commands:${direction}Nothing`) : t(`commands:${direction}`, { what: t(`commands:name.${next.name}`) }),
      isPossible: next !== null,
      run: () => takeStep(direction),
    };
  };
  return { undo: step('undo'), redo: step('redo') };
}

/**
 * For who only acts: what could be taken back changes with every save, and need not draw the caller again. What was taken back is named in a notice
 * that offers the way back, and so is what had to be passed over.
 */
export function useTakeStep(): (direction: Direction, stepId?: string) => void {
  const t = useWords();
  const session = useSession();
  const notify = useNotify();
  const notifyWhile = useNotifyWhile();
  const stepWords = useStepWords();
  return useCallback(
    (direction, stepId) => {
      const take = (way: Direction, only?: string): void =>
        void (way === 'undo' ? session.undo(only) : session.redo()).then((answer) => {
          if (!answer.ok) return notify({ text: failureMessage(t, answer.failure) });
          const { taken, passed = [] } = answer.value;
          if (!taken) return undefined;
          const back = way === 'undo' ? 'redo' : 'undo';
          const reasons = passed.map(({ step, failure }) =>
            t('commands:passed', { what: stepWords(step), reason: failureMessage(t, failure) }),
          );
          const text = [t(`commands:taken.${way}`, { what: stepWords(taken) }), ...reasons.slice(0, 1)].join(' ');
          const action = { label: t(`commands:way.${back}`), run: () => take(back) };
          // The button takes the newest step that way: another one is none of this notice's.
          return notifyWhile({ text, action }, (_, { undo }) => undo[back]?.stepId === taken.stepId);
        });
      take(direction, stepId);
    },
    [notify, notifyWhile, session, stepWords, t],
  );
}

/**
 * Says what was done, with a way to take it back: that step and no other, whatever was done since. To be called when the command has been answered;
 * the newest step is its own then.
 */
export function useSayDone(): (text: string) => void {
  const t = useWords();
  const session = useSession();
  const notifyWhile = useNotifyWhile();
  const takeStep = useTakeStep();
  return useCallback(
    (text) => {
      const stepId = session.state.get().undo.undo?.stepId;
      const action = { label: t('undo'), run: () => takeStep('undo', stepId) };
      // What can be done again was taken back by another way.
      notifyWhile({ text, action }, (_, { undo }) => stepId === undefined || undo.redo?.stepId !== stepId);
    },
    [notifyWhile, session, t, takeStep],
  );
}
