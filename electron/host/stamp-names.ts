// The name that this installation's commits carry in one folder of a workshop. Two folders never use one name for different commits, also
// when one is a copy of the other, lies on another stick under the same path, or was put back from an older copy.
import type { Envelope } from '../../shared/document/envelope.ts';
import type { NewId } from '../../shared/kernel/ids.ts';
import type { Knowledge } from '../../shared/kernel/stamp.ts';
import type { SettingsStore } from '../store/settings.ts';

export interface StampName {
  readonly name: string;
  /** When the workshop is closed in good order. @param knows of the workshop as it was closed */
  readonly release: (knows: Knowledge) => Promise<void>;
}

/**
 * The settings remember, per workshop, the name that was used last and the number of its last commit. A folder goes on under that name when
 * it holds that commit and was closed in good order; otherwise it gets a new one. `isOwnName` knows them all.
 */
export function stampNames(settings: SettingsStore, newId: NewId): (envelope: Envelope) => Promise<StampName> {
  return async ({ documentId, knows }) => {
    const { replicaId, stampNames: used } = settings.get();
    const last = used[documentId];
    const goesOn = last === undefined || (!last.isOpen && (knows[last.name] ?? 0) >= last.number);
    const fresh = `${replicaId}-${newId().slice(-8)}`;
    const name = goesOn ? (last?.name ?? replicaId) : fresh;
    try {
      await remember(settings, documentId, { name, number: knows[name] ?? 0, isOpen: true });
    } catch {
      // A name that nobody remembers is used once.
      return { name: fresh, release: () => Promise.resolve() };
    }
    return {
      name,
      release: async (after) => {
        if (settings.get().stampNames[documentId]?.name !== name) return;
        await remember(settings, documentId, { name, number: after[name] ?? 0, isOpen: false });
      },
    };
  };
}

type Used = ReturnType<SettingsStore['get']>['stampNames'][string];

function remember(settings: SettingsStore, documentId: string, used: NonNullable<Used>): Promise<void> {
  return settings.update({ stampNames: { ...settings.get().stampNames, [documentId]: used } });
}

/** True for every name that commits of an installation may carry. */
export function isOwnName(name: string, replicaId: string): boolean {
  return name === replicaId || name.startsWith(`${replicaId}-`);
}
