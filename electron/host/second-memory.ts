// What the settings of this machine remember of the second place for copies.
import type { SettingsStore } from '../store/settings.ts';
import type { SecondMemory } from '../store/workshop-copies.ts';

export function secondMemory(settings: SettingsStore): SecondMemory {
  return {
    place: () => settings.get().secondCopyFolder,
    lastAt: (documentId) => settings.get().secondCopiedAt[documentId] ?? null,
    remember: async (documentId, at) => {
      const { [documentId]: _before, ...others } = settings.get().secondCopiedAt;
      await settings.update({ secondCopiedAt: at === null ? others : { ...others, [documentId]: at } });
    },
  };
}
