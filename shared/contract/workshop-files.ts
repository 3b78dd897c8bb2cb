// Contract of workshops that travel as one file: out, in, and together again.
import { z } from 'zod';
import type { CollectionName } from '../domain/collections.ts';
import type { DescribedField } from '../document/describe.ts';
import type { RecordName } from '../document/record-name.ts';
import type { Wrote } from '../document/writers.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Result } from '../kernel/result.ts';
import { event, request } from './combinators.ts';
import type { Delivery, Executed } from './answers.ts';
import type { Failure } from './failures.ts';

const id = z.string().min(1).max(64);
const recordId = z.string().min(1).max(200);

/** A workshop file that was read and waits for the facilitator's decision. */
export interface WorkshopFileOutline {
  readonly sourceId: string;
  readonly fileName: string;
  readonly title: string;
  readonly savedAt: Instant;
  readonly appVersion: string;
  readonly people: number;
  readonly teams: number;
  readonly plans: number;
  /** The file holds the plans of one team only. */
  readonly teamName: string | null;
  /** The workshop of the library that it is a copy of; null: the library does not have it. */
  readonly workshopId: string | null;
  /** True when everything in it is in the library already. */
  readonly isKnown: boolean;
}

/** How two values of one field meet (design §3). */
export type Outcome =
  /** The file has something newer: it is taken over. */
  | 'theirs'
  /** The file has something older: what is here stays. */
  | 'mine'
  /** Both were changed without knowing of each other. */
  | 'conflict';

/** One field, or one whole record, that differs between the library and the file. */
export interface MergeDifference {
  readonly record: RecordName;
  /** `removed`: one side has removed the record. */
  readonly kind: 'created' | 'removed' | 'updated';
  readonly outcome: Outcome;
  /** Of a `removed` record: the side that does not have it any more; else null. */
  readonly removedBy: 'mine' | 'theirs' | null;
  /** Who set each side's value, or removed the record there; null where nobody knows. */
  readonly wrote: { readonly mine: Wrote | null; readonly theirs: Wrote | null };
  /** For `updated` exactly one field (`before` = here, `after` = in the file), so that each can be decided; else what the record holds. */
  readonly fields: readonly DescribedField[];
}

export interface Comparison {
  readonly workshopId: string;
  readonly differences: readonly MergeDifference[];
  readonly names: Readonly<Record<string, string>>;
}

/** A file that somebody gave to the application from outside: read, or refused in words. */
export interface GivenFile {
  readonly fileName: string;
  readonly read: Result<WorkshopFileOutline, Failure>;
}

/** What came of a merge. */
export interface MergeAnswer extends Executed {
  /** Differences in which the file was followed. */
  readonly taken: number;
  /** Differences that stay open. */
  readonly conflicts: number;
  /** Where the second of two folders, or a synchroniser's copy, was moved after it was brought in: nothing is deleted. Null for a file. */
  readonly movedTo: string | null;
}

/** A decision about one difference that differs from its outcome, or settles its conflict. */
export const mergeChoiceSchema = z.object({
  collection: z.string().min(1).max(64) as unknown as z.ZodType<CollectionName>,
  id: recordId,
  /** Null: the whole record. */
  field: z.string().min(1).max(64).nullable(),
  take: z.enum(['mine', 'theirs']),
});
export type MergeChoice = z.infer<typeof mergeChoiceSchema>;

export interface RecentFile {
  readonly recentId: string;
  readonly fileName: string;
  readonly folder: string;
  readonly openedAt: Instant;
}

const source = z.object({ sourceId: id });

export const filesContract = {
  /** Saves or offers a workshop as one file: whole, one team's plans, or a copy in which people have become initials. */
  exportWorkshop: request<Delivery>()(
    z.object({
      workshopId: id,
      what: z.union([z.object({ kind: z.enum(['whole', 'without-people']) }), z.object({ kind: z.literal('team'), teamId: recordId })]),
    }),
  ),
  /** Asks for a file with the system's dialog (desktop shell); null = cancelled. Pages of the browser shell upload instead. */
  choose: request<WorkshopFileOutline | null>()(z.object({})),
  readUpload: request<WorkshopFileOutline>()(z.object({ handle: id })),
  /** Files that were opened lately, newest first; only where the shell knows their place (desktop). */
  recent: request<readonly RecentFile[]>()(z.object({})),
  openRecent: request<WorkshopFileOutline>()(z.object({ recentId: id })),
  /** Reads the second folder of two that hold the same workshop, as if it were a file. */
  readFolder: request<WorkshopFileOutline>()(z.object({ workshopId: id })),
  /** Files that a synchronising program has put beside those of a workshop, because two computers wrote them: names, one of each that belong together. */
  conflictCopies: request<readonly string[]>()(z.object({ workshopId: id })),
  /** Reads one of them, as if it were a file. Once it is merged it is set aside. */
  readConflictCopy: request<WorkshopFileOutline>()(z.object({ workshopId: id, fileName: z.string().min(1).max(300) })),
  /** Adds the file's workshop to the library as it is. Fails with `workshop-already-here`, `part-without-workshop`. */
  add: request<{ readonly workshopId: string }>()(source),
  /** What bringing the file in would change, field by field. */
  compare: request<Comparison>()(source),
  /** Brings the file in: one undo step. Conflicts without a choice are kept, both values, to be settled later. */
  merge: request<MergeAnswer>()(source.extend({ commandId: id, choices: z.array(mergeChoiceSchema).max(20_000) }), { limit: 8_000_000 }),
  /**
   * Hands over what was given to the application and waits: files opened by a double click, or from the system's menu (desktop shell). A page
   * asks once when it is ready and again with every `given`. Files dropped on the page are uploads.
   */
  takeGiven: request<readonly GivenFile[]>()(z.object({})),
  /** A file was given to the application and waits. */
  given: event<{ readonly waiting: number }>(),
} as const;
