// Every command of a workshop in one list: its schema for the boundary, its decision for the host.
import { z } from 'zod';
import { agendaCommands } from './agenda/commands.ts';
import { analysisCommands } from './analysis/commands.ts';
import { clockCommands } from './clock/commands.ts';
import type { View } from './collections.ts';
import { conflictCommands } from './conflicts/commands.ts';
import { withConsequences } from './conflicts/rules.ts';
import type { CommandDefinition, DecideContext, Decision } from './command.ts';
import { followUpCommands } from './follow-up/commands.ts';
import { parkingCommands } from './parking/commands.ts';
import { peopleCommands } from './people/commands.ts';
import { planCommands } from './plan/commands.ts';
import { recordCommands } from './records/commands.ts';
import { workshopCommands } from './workshop/commands.ts';
import { ok } from '../kernel/result.ts';

export const commandDefinitions = [
  ...workshopCommands,
  ...peopleCommands,
  ...agendaCommands,
  ...clockCommands,
  ...analysisCommands,
  ...planCommands,
  ...parkingCommands,
  ...recordCommands,
  ...followUpCommands,
  ...conflictCommands,
] as const;

type Definition = (typeof commandDefinitions)[number];

/** Any command that may be asked of a workshop: `{name, …}`. */
export type Command = z.infer<Definition['schema']>;
export type CommandName = Definition['name'];

const definitions = new Map<string, CommandDefinition>(
  commandDefinitions.map((definition) => [definition.name, definition as unknown as CommandDefinition]),
);

/** Checks a command that comes from outside. Fails on an unknown name, a missing part or a wrong type. */
export const commandSchema = z.discriminatedUnion(
  'name',
  commandDefinitions.map((definition) => definition.schema) as unknown as [z.ZodObject<{ name: z.ZodLiteral<string> }>],
) as unknown as z.ZodType<Command>;

/** Decides a command against a view. Pure: the same view, command and context give the same changes. */
export function decide(view: View, command: Command, context: DecideContext): Decision {
  const definition = definitions.get(command.name);
  if (!definition) throw new Error(`No such command: ${command.name}`);
  const decision = definition.decide(view, command, context);
  return decision.ok ? ok(withConsequences(view, decision.value)) : decision;
}

/** True when a command is part of undo and redo. */
export function isUndoable(name: string): boolean {
  return definitions.get(name)?.isUndoable ?? false;
}
