// The names that a commit can have: every command, and the steps that the host makes out of differences (design §4).
import { isUndoable, type CommandName } from '../domain/commands.ts';

/** Steps whose changes are a difference between two states: a merge, a restore of a copy or of a moment, an edit of workshop.json by hand. */
export const differenceSteps = ['merge', 'restore', 'outsideEdit'] as const;
export type DifferenceStep = (typeof differenceSteps)[number];

export type StepName = CommandName | DifferenceStep | 'undo' | 'redo';

/** True when a commit of this name is a step that undo takes back. */
export function isStep(name: string): boolean {
  return isUndoable(name) || (differenceSteps as readonly string[]).includes(name);
}
