// Answers that several areas of the contract give.
import type { NextStep } from './contract.ts';
import type { Failure } from './failures.ts';
import type { Instant } from '../kernel/instant.ts';

/** A commit that is durable. */
export type Executed = { readonly revision: number; readonly at: Instant };

/** What undo or redo did: which step it took, and which newer ones it passed over since they cannot be taken now, with the reason. */
export type TakenStep = Executed & { readonly taken?: NextStep; readonly passed?: readonly PassedStep[] };

export interface PassedStep {
  readonly step: NextStep;
  readonly failure: Failure;
}

/** How files leave: saved where the user said, offered as a one-time address, or not at all. */
export type Delivery =
  | { readonly kind: 'saved'; readonly where: string; readonly revealId: string }
  | { readonly kind: 'download'; readonly address: string; readonly fileName: string }
  | { readonly kind: 'cancelled' };
