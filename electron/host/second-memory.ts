// What the settings of this machine remember of the second place for copies.
import type { SettingsStore } from '../store/settings.ts';
import type { SecondMemory } from '../store/workshop-copies.ts';

export function secondMemory(settings: SettingsStore): SecondMemory {
  return {
    place: () => settings.get().secondCopyFolder,
    last: (documentId) => {
      const { secondCopiedAt, secondCopiedRevision } = settings.get();
      const at = secondCopiedAt[documentId];
      return at === undefined ? null : { at, revision: secondCopiedRevision[documentId] ?? null };
    },
    remember: async (documentId, copy) => {
      const { [documentId]: _at, ...moments } = settings.get().secondCopiedAt;
      const { [documentId]: _revision, ...revisions } = settings.get().secondCopiedRevision;
      await settings.update({
        secondCopiedAt: copy === null ? moments : { ...moments, [documentId]: copy.at },
        secondCopiedRevision: copy === null ? revisions : { ...revisions, [documentId]: copy.revision },
      });
    },
  };
}
