// Answers that several areas of the contract give.
import type { Instant } from '../kernel/instant.ts';

/** A commit that is durable. */
export type Executed = { readonly revision: number; readonly at: Instant };

/** How files leave: saved where the user said, offered as a one-time address, or not at all. */
export type Delivery =
  | { readonly kind: 'saved'; readonly where: string; readonly revealId: string }
  | { readonly kind: 'download'; readonly address: string; readonly fileName: string }
  | { readonly kind: 'cancelled' };
