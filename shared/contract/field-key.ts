// The name of one field of one record, by which pages and host mean the same: `planSet p1 topic`.
import { fieldAssessmentId } from '../domain/analysis/rules.ts';
import type { Command } from '../domain/commands.ts';
import { notesId } from '../domain/records/rules.ts';

/** @param command the name of the command that sets the field, or the collection where no command sets one field */
export function fieldKey(command: string, id: string, field: string): string {
  return `${command} ${id} ${field}`;
}

/** One field, and what a command sets it to. */
export interface SetField {
  /** As in `fieldKey`. */
  readonly of: string;
  readonly id: string;
  readonly field: string;
  readonly value: unknown;
  /** Words beside the value that were not understood. */
  readonly asTyped?: string | undefined;
}

/** @returns the one field that a command sets; null for a command that does something else */
export function fieldSetBy(command: Command): SetField | null {
  if (command.name === 'notesSet') {
    const { sessionId, part } = command;
    const of = { of: 'sessionRecords', id: notesId(sessionId) };
    return 'notes' in part ? { ...of, field: 'notes', value: part.notes } : { ...of, field: 'highlights', value: part.highlights };
  }
  if (command.name === 'fieldRate') {
    const { teamId, fieldId, round, part } = command;
    const of = { of: 'fieldAssessments', id: fieldAssessmentId(teamId, fieldId, round) };
    return 'evidence' in part ? { ...of, field: 'evidence', value: part.evidence } : null;
  }
  if (!('field' in command) || !('value' in command)) return null;
  const { name: of, id, field, value, asTyped } = command;
  return { of, id, field, value, asTyped };
}

/** The field that a command sets; null for a command that does something else. */
export function fieldKeyOf(command: Command): string | null {
  const set = fieldSetBy(command);
  return set && fieldKey(set.of, set.id, set.field);
}

/** The command without what its page showed before: whoever gives it now means it, whatever stands there. */
export function overwriting(command: Command): Command {
  const { was: _was, wasTyped: _wasTyped, ...rest } = { was: undefined, wasTyped: undefined, ...command };
  if (!('part' in rest)) return rest;
  const { was: _before, ...part } = { was: undefined, ...rest.part };
  return { ...rest, part } as Command;
}
