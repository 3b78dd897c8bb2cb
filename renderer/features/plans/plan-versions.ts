// The signed versions of a plan as its history shows them.
import type { View } from '../../../shared/domain/collections.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';

export interface VersionLine {
  readonly id: string;
  readonly number: number;
  readonly signedAt: Instant;
  readonly by: string;
  /** Set when the sign-off was taken back. */
  readonly withdrawn: { readonly at: Instant; readonly reason: string } | null;
}

/** Versions of a plan, the newest first. */
export function planVersions(view: View, planId: string): readonly VersionLine[] {
  return [...view.all('signOffs')]
    .filter((signOff) => signOff.planId === planId)
    .map((signOff) => ({
      id: signOff.id,
      number: view.get('planVersions', signOff.versionId)?.number ?? 0,
      signedAt: signOff.at,
      by: signOff.by,
      withdrawn: signOff.withdrawnAt === null ? null : { at: signOff.withdrawnAt, reason: signOff.reason },
    }))
    .toSorted((a, b) => b.number - a.number);
}
