// Workshop files that were opened lately. Pages know them by an id; their places stay with the host.
import { createHash } from 'node:crypto';
import { basename, dirname } from 'node:path';
import type { RecentFile } from '../../shared/contract/workshop-files.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import type { SettingsStore } from '../store/settings.ts';

const mostRecent = 10;

export interface RecentFiles {
  /** Newest first. */
  readonly list: () => readonly RecentFile[];
  /** Null for an id that is not in the list. */
  readonly pathOf: (recentId: string) => string | null;
  /** Throws what the disk of the settings throws. */
  readonly remember: (path: string, openedAt: Instant) => Promise<void>;
}

export function recentFiles(settings: SettingsStore): RecentFiles {
  const files = () => settings.get().recentFiles;
  return {
    list: () => files().map(({ path, openedAt }) => ({ recentId: idOf(path), fileName: basename(path), folder: dirname(path), openedAt })),
    pathOf: (recentId) => files().find(({ path }) => idOf(path) === recentId)?.path ?? null,
    remember: (path, openedAt) => {
      const others = files().filter((file) => file.path !== path);
      return settings.update({ recentFiles: [{ path, openedAt }, ...others].slice(0, mostRecent) });
    },
  };
}

function idOf(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 20);
}
