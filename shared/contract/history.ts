// Contract of the time machine: what was changed, by whom and when; the workshop as it was; bringing things back.
import { z } from 'zod';
import { collectionNameSchema, type CollectionName } from '../domain/collections.ts';
import type { ChangeCount, DescribedChange } from '../document/describe.ts';
import type { KeptFact } from '../document/going-back.ts';
import type { Instant } from '../kernel/instant.ts';
import type { StoredRecord } from '../kernel/record.ts';
import { request } from './combinators.ts';
import type { Executed } from './answers.ts';
import type { StepName } from '../document/steps.ts';

const id = z.string().min(1).max(64);
const recordId = z.string().min(1).max(200);
const revision = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

/** What is looked for, or brought back. */
export const scopeSchema = z.union([
  z.object({ kind: z.literal('workshop') }),
  z.object({ kind: z.literal('plan'), planId: recordId }),
  z.object({ kind: z.literal('record'), collection: collectionNameSchema, id: recordId }),
]);
export type Scope = z.infer<typeof scopeSchema>;

/** One commit in words. Typing in one field is many commits: the page folds those that follow each other. */
export interface HistoryEntry {
  readonly revision: number;
  readonly at: Instant;
  readonly actor: string;
  /** The name of the command; `workshopBegin` for the first. */
  readonly name: StepName | 'workshopBegin';
  readonly changes: readonly DescribedChange[];
  /** Changes beyond those in `changes`, when a commit has very many. */
  readonly more: number;
  /** These in numbers. */
  readonly beyond: readonly ChangeCount[];
}

export interface HistoryPage {
  /** Newest first. */
  readonly entries: readonly HistoryEntry[];
  /** Names of the records that fields point to, by id. */
  readonly names: Readonly<Record<string, string>>;
  /** Older entries: ask again with `before` = this revision; null at the beginning. */
  readonly next: number | null;
  /** Everybody who ever changed something, for the filter. */
  readonly actors: readonly string[];
  /** Moment of the oldest state that can be looked at; later than the workshop's beginning when older copies were deleted. */
  readonly reachesBackTo: Instant;
}

/** The workshop as it was. */
export interface PastWorkshop {
  readonly workshopId: string;
  readonly revision: number;
  readonly at: Instant;
  readonly collections: Readonly<Partial<Record<CollectionName, readonly StoredRecord[]>>>;
}

/** What bringing something back, or a restore, would change. */
export interface Differences {
  readonly changes: readonly DescribedChange[];
  readonly names: Readonly<Record<string, string>>;
  /** Changes beyond those listed. */
  readonly more: number;
  /** These in numbers. */
  readonly beyond: readonly ChangeCount[];
  /** What has happened since and stays as it is. */
  readonly kept: readonly KeptFact[];
}

const place = z.object({ workshopId: id, revision });

export const historyContract = {
  list: request<HistoryPage>()(
    z.object({
      workshopId: id,
      /** Entries older than this revision; null: the newest. */
      before: revision.nullable(),
      limit: z.number().int().min(1).max(200),
      filter: z.object({
        planId: recordId.nullable(),
        actor: z.string().max(200).nullable(),
        sessionId: recordId.nullable(),
      }),
    }),
  ),
  at: request<PastWorkshop>()(place),
  /** What `restore` would change now. */
  compare: request<Differences>()(place.extend({ scope: scopeSchema })),
  /** Brings one record, one plan or everything back as it was at `revision`: one undo step. */
  restore: request<Executed>()(place.extend({ commandId: id, scope: scopeSchema })),
} as const;
