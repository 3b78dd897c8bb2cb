// Adding and removing parts of a plan: what was refused stays where it happened, what was removed can be undone at once.
import { useState } from 'react';
import type { Command } from '../../../shared/domain/commands.ts';
import { failureMessage } from '../../state/failure-message.ts';
import { useSayDone } from '../../state/use-undo.ts';
import { useExecute } from '../../state/workshop-context.tsx';
import { useWords, type Words } from '../../ui/language.ts';

/** What a paste says when it is done: how many rows came, and the cells that were not understood, each by its place. */
export function pastedWords(t: Words, done: string, cells: readonly string[]): string {
  return cells.length === 0 ? done : `${done}. ${t('plans:steps.unread', { cells: cells.join('; ') })}`;
}

export interface PartCommands {
  /** @returns true when it was carried out and can be seen */
  readonly run: (command: Command) => Promise<boolean>;
  /** Runs a command, says that it is done and offers undo. */
  readonly runUndoable: (command: Command, done: string) => Promise<boolean>;
  /** Why the last command was refused, in words. */
  readonly problem: string | null;
}

export function usePartCommands(): PartCommands {
  const t = useWords();
  const execute = useExecute();
  const sayDone = useSayDone();
  const [problem, setProblem] = useState<string | null>(null);
  const run = async (command: Command) => {
    const answer = await execute(command);
    setProblem(answer.ok ? null : failureMessage(t, answer.failure));
    return answer.ok;
  };
  return {
    run,
    runUndoable: async (command, done) => {
      const isDone = await run(command);
      if (isDone) sayDone(done);
      return isDone;
    },
    problem,
  };
}
