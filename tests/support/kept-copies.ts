// The copies of a workshop that a test has opened: its own clock and timers, a second place that the test chooses, and everything that was said.
import { join } from 'node:path';
import type { CopyList } from '../../shared/contract/copies.ts';
import { instantFromMilliseconds } from '../../shared/kernel/instant.ts';
import type { FilePort } from '../../electron/store/file-port.ts';
import { nodeFiles } from '../../electron/store/node-files.ts';
import { workshopCopies, type LastSecond, type WorkshopCopies } from '../../electron/store/workshop-copies.ts';
import type { WorkshopStore } from '../../electron/store/workshop-store.ts';
import { manualTimers } from './manual-timers.ts';

export interface KeptCopies {
  readonly copies: WorkshopCopies;
  readonly told: CopyList[];
  readonly errors: unknown[];
  /** Moves the clock on, and does what is due then. */
  readonly pass: (milliseconds: number) => void;
  /** Chooses the second place, or none. */
  readonly choose: (place: string | null) => void;
}

export function keptCopies(
  store: WorkshopStore,
  { files = nodeFiles, at = '2026-03-17T09:00:00.000Z' }: { readonly files?: FilePort; readonly at?: string } = {},
): KeptCopies {
  const manual = manualTimers();
  const told: CopyList[] = [];
  const errors: unknown[] = [];
  const remembered = new Map<string, LastSecond>();
  let now = Date.parse(at);
  let place: string | null = null;
  const copies = workshopCopies({
    files,
    folder: store.folder,
    document: store.document,
    appVersion: '0.0.0',
    isReadOnly: store.isReadOnly,
    clock: () => instantFromMilliseconds(now),
    timers: manual.timers,
    second: {
      place: () => place,
      last: (documentId) => remembered.get(documentId) ?? null,
      remember: async (documentId, copy) => void (copy === null ? remembered.delete(documentId) : remembered.set(documentId, copy)),
    },
    onChanged: (list) => void told.push(list),
    onError: (error) => void errors.push(error),
  });
  return {
    copies,
    told,
    errors,
    pass: (milliseconds) => {
      now += milliseconds;
      manual.pass(milliseconds);
    },
    choose: (next) => {
      place = next;
    },
  };
}

/** Where the copies of a workshop lie. */
export function backupsOf(folder: string): string {
  return join(folder, 'backups');
}
