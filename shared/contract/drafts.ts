// What a person typed and the workshop does not hold: refused by a rule or by the disk, or typed into a form that was not sent. The host keeps it beside
// the workshop, on this machine only, until it is saved or let go.
import { z } from 'zod';
import type { Command } from '../domain/commands.ts';
import type { Instant } from '../kernel/instant.ts';
import { event, request } from './combinators.ts';
import type { FailureCode } from './failures.ts';

export type Draft = {
  /** Where it was typed: the field that a command sets (`fieldKeyOf`), a form, or the id of a command that sets no single field. */
  readonly key: string;
  readonly at: Instant;
} & (
  | { readonly kind: 'refused'; readonly command: Command; readonly why: FailureCode }
  /** `value` is what the form holds, by its fields. */
  | { readonly kind: 'typed'; readonly value: Readonly<Record<string, unknown>> }
);

export interface DraftsChanged {
  /** Null: drafts of what has no workshop yet. */
  readonly workshopId: string | null;
  readonly drafts: readonly Draft[];
}

const workshopId = z.string().min(1).max(64).nullable();
const key = z.string().min(1).max(300);

export const draftsContract = {
  list: request<readonly Draft[]>()(z.object({ workshopId })),
  /** Keeps what a form holds, in place of what it held before. Fails as the disk does; it is kept in memory even then. */
  keep: request<null>()(z.object({ workshopId, key, value: z.record(z.string(), z.json()) }), { limit: 4_000_000 }),
  /** The person does not want it any more, or it has become something. */
  letGo: request<null>()(z.object({ workshopId, key })),
  changed: event<DraftsChanged>(),
};
