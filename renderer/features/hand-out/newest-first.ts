// The order of the log of hand-outs.
import type { PackExport } from '../../../shared/domain/follow-up/model.ts';

/** By revision, because clocks are set back; by moment and id between two laptops that were at the same one. */
export function newestFirst(a: PackExport, b: PackExport): number {
  if (a.workshopRevision !== b.workshopRevision) return b.workshopRevision - a.workshopRevision;
  if (a.at !== b.at) return a.at < b.at ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}
