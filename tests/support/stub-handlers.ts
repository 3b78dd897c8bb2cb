// Handlers that answer every request with what a test says, and remember what they were asked. The contract says which handlers there are.

import type { Caller } from '../../shared/contract/combinators.ts';
import { contract, type HostHandlers } from '../../shared/contract/contract.ts';
import type { Failure } from '../../shared/contract/failures.ts';
import { ok, type Result } from '../../shared/kernel/result.ts';

export interface AskedRequest {
  readonly place: string;
  readonly input: unknown;
  readonly caller: Caller;
}

export interface StubHandlers {
  readonly handlers: HostHandlers;
  readonly asked: readonly AskedRequest[];
}

/** Every request of the contract as `area.name`. */
export const requestPlaces: readonly (readonly [area: string, name: string])[] = Object.entries(contract).flatMap(([area, entries]) =>
  Object.entries(entries)
    .filter(([, entry]) => entry.kind === 'request')
    .map(([name]) => [area, name] as const),
);

/** @param answer what a request is answered with; `ok(null)` when left out */
export function stubHandlers(
  answer: (request: AskedRequest) => Promise<Result<unknown, Failure>> | Result<unknown, Failure> = () => ok(null),
): StubHandlers {
  const asked: AskedRequest[] = [];
  const handlers: Record<string, Record<string, unknown>> = {};
  for (const [area, name] of requestPlaces) {
    (handlers[area] ??= {})[name] = async (input: unknown, caller: Caller) => {
      const request = { place: `${area}.${name}`, input, caller };
      asked.push(request);
      return answer(request);
    };
  }
  return { handlers: handlers as unknown as HostHandlers, asked };
}
