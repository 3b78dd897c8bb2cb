// Files that pages handed over, waiting in memory to be read by the host. A page knows only their handles.
import type { Caller } from '../../shared/contract/combinators.ts';
import type { NewId } from '../../shared/kernel/ids.ts';
import type { BroughtFile } from './ports.ts';

export interface Uploads {
  /** Keeps a file for the page that brought it. @returns its handle */
  readonly keep: (file: BroughtFile, clientId: string) => string;
  /** Gives the file out, once and to its own page only. @returns null when there is none */
  readonly take: (handle: string, caller: Caller) => BroughtFile | null;
}

const keptMs = 5 * 60_000;
const keptFiles = 5;

/** @param now milliseconds */
export function createUploads({ newId, now }: { readonly newId: NewId; readonly now: () => number }): Uploads {
  const kept = new Map<string, { readonly file: BroughtFile; readonly clientId: string; readonly since: number }>();
  return {
    keep: (file, clientId) => {
      const handle = newId();
      kept.set(handle, { file, clientId, since: now() });
      for (const [oldest] of kept) if (kept.size > keptFiles) kept.delete(oldest);
      return handle;
    },
    take: (handle, caller) => {
      const found = kept.get(handle);
      if (!found || found.clientId !== caller.clientId) return null;
      kept.delete(handle);
      return now() - found.since > keptMs ? null : found.file;
    },
  };
}
