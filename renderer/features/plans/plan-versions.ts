// The signed versions of a plan as its history shows them.
import type { View } from '../../../shared/domain/collections.ts';
import type { PlanVersion } from '../../../shared/domain/plan/model.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';

export interface VersionLine {
  readonly id: string;
  /** What was signed. */
  readonly version: PlanVersion;
  readonly signedAt: Instant;
  readonly by: string;
  /** Set when the sign-off was taken back. */
  readonly withdrawn: { readonly at: Instant; readonly reason: string } | null;
}

/** Versions of a plan, the newest first. */
export function planVersions(view: View, planId: string): readonly VersionLine[] {
  return [...view.all('signOffs')]
    .flatMap((signOff): readonly VersionLine[] => {
      const version = view.get('planVersions', signOff.versionId);
      if (signOff.planId !== planId || !version) return [];
      const withdrawn = signOff.withdrawnAt === null ? null : { at: signOff.withdrawnAt, reason: signOff.reason };
      return [{ id: signOff.id, version, signedAt: signOff.at, by: signOff.by, withdrawn }];
    })
    .toSorted((a, b) => b.version.number - a.version.number);
}
