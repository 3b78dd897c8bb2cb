// The door of the host: every message of every shell passes here, and only what the contract allows reaches a service.
import type { z } from 'zod';
import type { Caller, Event, Request } from '../../shared/contract/combinators.ts';
import { contract, type HostHandlers } from '../../shared/contract/contract.ts';
import type { Failure } from '../../shared/contract/failures.ts';
import type { WireEvent } from '../../shared/contract/wire.ts';
import type { NewId } from '../../shared/kernel/ids.ts';
import { err, type Result } from '../../shared/kernel/result.ts';

/** A message as it came in. `input` is not trusted; `bytes` is its length as JSON. */
export interface IncomingRequest {
  readonly area: string;
  readonly name: string;
  readonly input: unknown;
  readonly bytes: number;
}

/** What is written down when something is thrown that nobody expected. Holds no input: logs know no names and no texts. */
export interface ErrorReport {
  readonly errorId: string;
  readonly place: string;
  readonly error: unknown;
}

export interface DispatchOptions {
  readonly handlers: HostHandlers;
  readonly log: (report: ErrorReport) => void;
  readonly newId: NewId;
}

/** Never rejects: what goes wrong is a failure. */
export type Dispatch = (caller: Caller, request: IncomingRequest) => Promise<Result<unknown, Failure>>;

type Handler = (input: unknown, caller: Caller) => Promise<Result<unknown, Failure>>;

/**
 * Makes the door. In this order: a name that the contract does not have is a `bad-request`, a message above its limit is `too-large`, input
 * that does not parse is a `bad-request` with the place of the first fault, a caller without the role is `not-allowed`. What a service
 * throws is logged once and answered as `internal` with the id of the log entry and the moment of the last save.
 */
export function createDispatch({ handlers, log, newId }: DispatchOptions): Dispatch {
  let savedAt: string | null = null;

  return async (caller, { area, name, input, bytes }) => {
    const place = `${area}.${name}`;
    const declared = declaredRequest(area, name);
    if (!declared) return err({ code: 'bad-request', place: 'name' });
    if (bytes > declared.limit) return err({ code: 'too-large' });
    try {
      const parsed = declared.input.safeParse(input);
      if (!parsed.success) return err({ code: 'bad-request', place: placeOf(parsed.error) });
      if (!declared.roles.includes(caller.role)) return err({ code: 'not-allowed' });
      const handler = (handlers as unknown as Readonly<Record<string, Readonly<Record<string, Handler>>>>)[area]?.[name];
      if (!handler) throw new Error(`No handler for ${place}`);
      const result = await handler(parsed.data, caller);
      if (result.ok && area === 'document') savedAt = momentOf(result.value) ?? savedAt;
      return result;
    } catch (error) {
      const errorId = newId();
      log({ errorId, place, error });
      return err({ code: 'internal', errorId, savedAt });
    }
  };
}

/** A page as far as it decides what it hears. */
export interface Listener {
  readonly caller: Caller;
  /** The one workshop that a projector shows; null for a page that may open every workshop. */
  readonly workshopId: string | null;
}

/**
 * True when a page of this role may hear an event, and the event is meant for it. A page that shows one workshop hears nothing of another:
 * the payload itself says which one it is about, so that no publisher has to remember.
 */
export function mayHear(
  { caller, workshopId }: Listener,
  event: WireEvent,
  to: { readonly role?: Caller['role']; readonly clientId?: string } = {},
): boolean {
  const declared = entry(event.area, event.name);
  if (declared?.kind !== 'event' || !declared.roles.includes(caller.role)) return false;
  const about = workshopOf(event.payload);
  if (workshopId !== null && about !== null && about !== workshopId) return false;
  return (to.role ?? caller.role) === caller.role && (to.clientId ?? caller.clientId) === caller.clientId;
}

function workshopOf(payload: unknown): string | null {
  return typeof payload === 'object' && payload !== null && 'workshopId' in payload && typeof payload.workshopId === 'string'
    ? payload.workshopId
    : null;
}

function declaredRequest(area: string, name: string): Request<unknown, unknown> | null {
  const declared = entry(area, name);
  return declared?.kind === 'request' ? declared : null;
}

/** Own properties only: `constructor` and its kind are no areas. */
function entry(area: string, name: string): Request<unknown, unknown> | Event<unknown> | null {
  const areas = contract as unknown as Readonly<Record<string, Readonly<Record<string, Request<unknown, unknown> | Event<unknown>>>>>;
  const found = Object.hasOwn(areas, area) ? areas[area] : undefined;
  return (found && Object.hasOwn(found, name) && found[name]) || null;
}

function placeOf(error: z.ZodError): string {
  return error.issues[0]?.path.map(String).join('.') ?? '';
}

function momentOf(value: unknown): string | null {
  return typeof value === 'object' && value !== null && 'at' in value && typeof value.at === 'string' ? value.at : null;
}
