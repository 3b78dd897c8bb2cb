// Messages for every request of the contract: fitting, nearly fitting, and hostile.
import * as fc from 'fast-check';
import type { z } from 'zod';
import { failureCodes } from '../../../shared/contract/failures.ts';
import { contract } from '../../../shared/contract/contract.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import { anything, mutated, valuesOf, type Words } from './schema-arbitrary.ts';

export interface Message {
  readonly area: string;
  readonly name: string;
  readonly input: unknown;
  /** True when the input was made to fit. */
  readonly isFitting: boolean;
}

export interface DeclaredRequest {
  readonly area: string;
  readonly name: string;
  readonly input: z.ZodType;
  readonly roles: readonly string[];
  readonly limit: number;
}

/** Every request of the contract, as it is declared. */
export const declaredRequests: readonly DeclaredRequest[] = Object.entries(contract).flatMap(([area, entries]) =>
  Object.entries(entries)
    .filter(([, entry]) => entry.kind === 'request')
    .map(([name, entry]) => ({ area, name, ...(entry as unknown as Omit<DeclaredRequest, 'area' | 'name'>) })),
);

/** So many of ten messages fit, so many nearly fit; the rest is anything. */
const shares = { fitting: 2, mutated: 5, anything: 3 };

/**
 * Messages for one request.
 * @param words real ids and values of the workshop under attack
 * @param seed the same seed gives the same messages
 */
export function messagesFor(
  { area, name, input }: DeclaredRequest,
  words: Words,
  { count, seed }: { readonly count: number; readonly seed: number },
): readonly Message[] {
  const fitting = valuesOf(input, words);
  const made = fc.oneof(
    { weight: shares.fitting, arbitrary: fitting.map((value) => ({ input: value, isFitting: true })) },
    { weight: shares.mutated, arbitrary: mutated(fitting).map((value) => ({ input: value, isFitting: false })) },
    { weight: shares.anything, arbitrary: anything.map((value) => ({ input: value, isFitting: false })) },
  );
  return fc.sample(made, { numRuns: count, seed }).map((message) => ({ area, name, ...message }));
}

/** Names that the contract does not have, some of which every object has. */
export const strangeNames: readonly (readonly [area: string, name: string])[] = [
  ['', ''],
  ['document', ''],
  ['document', 'changed'],
  ['document', 'constructor'],
  ['constructor', 'name'],
  ['__proto__', 'toString'],
  ['toString', 'call'],
  ['shell', 'leaving'],
  ['document.execute', ''],
];

/** Characters that a message may have as JSON, as the shells count it. */
export function sizeOf(input: unknown): number {
  return Buffer.byteLength(JSON.stringify(input) ?? 'null');
}

const codes: ReadonlySet<string> = new Set(failureCodes);

/** What is wrong with an answer; null when it is a value, or one of the closed failures. */
export function answerTrouble(answer: unknown): string | null {
  const result = answer as Result<unknown, { readonly code?: unknown }> | null;
  if (typeof result !== 'object' || result === null || typeof result.ok !== 'boolean') return 'no answer';
  if (result.ok) return null;
  const { code } = result.failure;
  if (typeof code !== 'string' || !codes.has(code)) return `unknown failure ${String(code)}`;
  return code === 'internal' ? 'something was thrown' : null;
}
