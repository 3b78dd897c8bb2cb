// The names of copies tell everything that a list needs: `2026-03-20T10-42-07-000Z-r128-opened.hrhworkshop`. Also which of them are kept.
import { copyReasons, type CopyReason } from '../../shared/contract/copies.ts';
import { isInstant, type Instant } from '../../shared/kernel/instant.ts';

export const copyExtension = '.hrhworkshop';

/** So many of the newest copies are kept, and beyond them the newest of every day (design §4). */
const keptNewest = 20;

export interface CopyName {
  /** The whole name of the file, which is also the copy's id. */
  readonly fileName: string;
  readonly at: Instant;
  readonly revision: number;
  readonly reason: CopyReason;
}

export function copyNamed(copy: Omit<CopyName, 'fileName'>): CopyName {
  return { ...copy, fileName: `${copy.at.replaceAll(/[:.]/g, '-')}-r${copy.revision}-${copy.reason}${copyExtension}` };
}

const pattern = /^(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\d)(?:-(\d{1,3}))?Z-r(\d+)-([a-z-]+)\.hrhworkshop$/;

/** @returns null for a file that is no copy of ours */
export function readCopyName(fileName: string): CopyName | null {
  const [, hour, minute, second, fraction, revision, written] = pattern.exec(fileName) ?? [];
  const at = `${hour}:${minute}:${second}${fraction === undefined ? '' : `.${fraction}`}Z`;
  const reason = copyReasons.find((each) => each === written);
  return reason && isInstant(at) ? { fileName, at, revision: Number(revision), reason } : null;
}

/** The newest first. By revision, because clocks jump back; by moment where two hold the same. */
export function newestFirst(a: CopyName, b: CopyName): number {
  return b.revision - a.revision || (a.at < b.at ? 1 : -1);
}

/** Which copies have outlived their use: neither among the newest 20 nor the newest of their day. */
export function outlived(copies: readonly CopyName[]): readonly CopyName[] {
  const days = new Set<string>();
  return copies.toSorted(newestFirst).filter(({ at }, index) => {
    const day = at.slice(0, 10);
    const isNewestOfDay = !days.has(day);
    days.add(day);
    return index >= keptNewest && !isNewestOfDay;
  });
}
