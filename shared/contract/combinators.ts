// The two combinators of the contract, and the types that host and client derive from it.
import type { z } from 'zod';
import type { Result } from '../kernel/result.ts';
import type { Failure } from './failures.ts';

export type Role = 'facilitator' | 'projector';

export interface Request<Input, Output> {
  readonly kind: 'request';
  readonly input: z.ZodType<Input>;
  readonly roles: readonly Role[];
  /** Largest message in bytes of JSON; above it the answer is `too-large`. */
  readonly limit: number;
  /** Phantom: what the host answers. The host is trusted, so the answer is typed and not parsed again. */
  readonly output?: Output;
}

export interface Event<Payload> {
  readonly kind: 'event';
  readonly roles: readonly Role[];
  readonly payload?: Payload;
}

const usualLimit = 1_000_000;

/** Declares a request. `roles` says who may ask. */
export function request<Output>() {
  return <Input>(
    input: z.ZodType<Input>,
    options: { readonly roles?: readonly Role[]; readonly limit?: number } = {},
  ): Request<Input, Output> => ({
    kind: 'request',
    input,
    roles: options.roles ?? ['facilitator'],
    limit: options.limit ?? usualLimit,
  });
}

/** Declares an event that the host publishes. */
export function event<Payload>(options: { readonly roles?: readonly Role[] } = {}): Event<Payload> {
  return { kind: 'event', roles: options.roles ?? ['facilitator'] };
}

export type ContractShape = Readonly<Record<string, Readonly<Record<string, Request<never, unknown> | Event<unknown>>>>>;

type InputOf<Entry> = Entry extends Request<infer Input, unknown> ? Input : never;
type OutputOf<Entry> =
  Entry extends Request<never, infer Output> ? Output : Entry extends Request<infer _Input, infer Output> ? Output : never;
type PayloadOf<Entry> = Entry extends Event<infer Payload> ? Payload : never;

type Requests<Area> = { readonly [Name in keyof Area as Area[Name] extends { readonly kind: 'request' } ? Name : never]: Area[Name] };
type Events<Area> = { readonly [Name in keyof Area as Area[Name] extends { readonly kind: 'event' } ? Name : never]: Area[Name] };

/** Who asks: the role that the shell gave to the window or socket, and its id for answers that go to it alone. */
export interface Caller {
  readonly role: Role;
  readonly clientId: string;
}

/** What the host has to offer: one handler per request. A missing handler does not compile. */
export type Handlers<Contract> = {
  readonly [Area in keyof Contract]: {
    readonly [Name in keyof Requests<Contract[Area]>]: (
      input: InputOf<Contract[Area][Name & keyof Contract[Area]]>,
      caller: Caller,
    ) => Promise<Result<OutputOf<Contract[Area][Name & keyof Contract[Area]]>, Failure>>;
  };
};

/** What the page sees: one function per request, one subscription per event. */
export type Client<Contract> = {
  readonly [Area in keyof Contract]: {
    readonly [Name in keyof Requests<Contract[Area]>]: (
      input: InputOf<Contract[Area][Name & keyof Contract[Area]]>,
    ) => Promise<Result<OutputOf<Contract[Area][Name & keyof Contract[Area]]>, Failure>>;
  } & {
    /** @returns the function that ends the subscription */
    readonly [Name in keyof Events<Contract[Area]> as `on${Capitalize<Name & string>}`]: (
      listener: (payload: PayloadOf<Contract[Area][Name & keyof Contract[Area]]>) => void,
    ) => () => void;
  };
};

/** How the host publishes: typed by area and event. */
export type Publish<Contract> = <Area extends keyof Contract & string, Name extends keyof Events<Contract[Area]> & string>(
  area: Area,
  name: Name,
  payload: PayloadOf<Contract[Area][Name & keyof Contract[Area]]>,
  to?: { readonly role?: Role; readonly clientId?: string },
) => void;
