// The words in a command, for a person who must not lose them.
import type { Command } from '../domain/commands.ts';

/** Parts of a command that name things, choose, or repeat what was there before; everything else in it was written by a person. */
const notWritten =
  /^(name|ids?|field|was|wasTyped|kinds?|order|option|state|status|half|round|confidence|take|audience|startDate|template|.*Ids?)$/;

/** What is done with a name in it: done later, out of a list of what was typed once, a plan would be signed that nobody looks at. */
const acts: ReadonlySet<Command['name']> = new Set(['planSignOff', 'packLog']);

/** The texts that a command carries, as typed, in their order. */
export function typedTextsOf(command: Command): readonly string[] {
  return acts.has(command.name) ? [] : typedTextsIn(command);
}

/** As `typedTextsOf`, for whatever else holds what a person wrote. */
export function typedTextsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(typedTextsIn);
  return Object.entries(value).flatMap(([key, part]) => (notWritten.test(key) ? [] : typedTextsIn(part)));
}
