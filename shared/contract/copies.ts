// Contract of automatic copies (backups), the second copy on a stick, and of deleting what older copies still hold.
import { z } from 'zod';
import type { Instant } from '../kernel/instant.ts';
import { event, request } from './combinators.ts';
import type { Delivery, Executed } from './answers.ts';
import type { Failure } from './failures.ts';
import type { Differences } from './history.ts';

const id = z.string().min(1).max(64);
const copyId = z.string().min(1).max(200);

/** Why a copy was made: design §4. */
export const copyReasons = [
  'opened',
  'hourly',
  'asked',
  'before-import',
  'before-merge',
  'before-restore',
  'before-migration',
  'before-removal',
] as const;
export type CopyReason = (typeof copyReasons)[number];

export interface Copy {
  readonly copyId: string;
  readonly reason: CopyReason;
  readonly at: Instant;
  readonly revision: number;
  readonly bytes: number;
  /** It was read back after it was written, and held what it should. */
  readonly isVerified: boolean;
}

/** The second place, such as a stick. Sticks come and go: absence is a state, not an error. */
export interface SecondCopy {
  readonly folder: string;
  readonly isThere: boolean;
  /** Of the newest copy of this workshop that was written there; null: none yet. */
  readonly lastAt: Instant | null;
  /** True when the workshop has changed since, and that is long ago: the page reminds. */
  readonly isOld: boolean;
  readonly failure: Failure | null;
}

export interface CopyList {
  readonly copies: readonly Copy[];
  /** Null: no second place was chosen. */
  readonly second: SecondCopy | null;
  /** Why the last copy could not be made; null when all is well. */
  readonly failure: Failure | null;
}

export interface Forgotten {
  readonly copies: number;
  /** Bytes of history, copies and set-aside files that were deleted. */
  readonly bytes: number;
  /** What became of the copies in the second place; `not-there` also when they could not be reached there. */
  readonly second: 'none' | 'deleted' | 'not-there';
  /** Copies of a synchronising program that are still in the folder of the workshop. */
  readonly conflictCopies: readonly string[];
}

const workshop = z.object({ workshopId: id });
const one = workshop.extend({ copyId });

export const copiesContract = {
  list: request<CopyList>()(workshop),
  make: request<CopyList>()(workshop),
  /** What restoring this copy would change now. */
  compare: request<Differences>()(one),
  /** The workshop becomes what the copy holds: one undo step. A copy of the present is made first. */
  restore: request<Executed>()(one.extend({ commandId: id })),
  /** Saves or offers the copy as a file. */
  deliver: request<Delivery>()(one),
  /** Where second copies go: a place from `library.folderChoices`, or null for none. */
  chooseSecond: request<null>()(z.object({ choiceId: id.nullable() })),
  /**
   * Deletes history, copies and files set aside, here and in the second place: what withdrawn consent asks for. Ends what could be undone; a copy
   * of the present is made. Copies of a synchronising program go only where they are named: nobody here has seen what is in them.
   */
  forget: request<Forgotten>()(workshop.extend({ conflictCopies: z.array(z.string().min(1).max(1_000)).max(100) })),
  changed: event<{ readonly workshopId: string; readonly list: CopyList }>(),
} as const;
