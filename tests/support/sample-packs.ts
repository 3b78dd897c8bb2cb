// Packs of the small workshop: contents and built files.
import { readFileSync } from 'node:fs';
import { buildPacks } from '../../electron/documents/build-packs.ts';
import type { BuiltPacks } from '../../electron/documents/protocol.ts';
import type { Language } from '../../shared/kernel/local-text.ts';
import type { PackContent } from '../../shared/pack/content.ts';
import { packContent } from '../../shared/pack/pack-content.ts';
import { sampleNow, type TestWorkshop } from './sample-workshop.ts';
import { shippedFramework } from './shipped-content.ts';

const framework = shippedFramework();

/** What the pack of a team says. */
export function contentOf(
  { view, document }: TestWorkshop,
  teamId: string,
  language: Language,
  more: { readonly draftOf?: string } = {},
): PackContent {
  const content = packContent(view, {
    teamId,
    language,
    content: { framework },
    documentId: document.envelope.documentId,
    workshopRevision: document.envelope.revision,
    now: sampleNow,
    appVersion: '0.1.0',
    ...more,
  });
  if (!content) throw new Error(`There is no team ${teamId}.`);
  return content;
}

/** Builds packs into a folder in this thread. */
export async function builtPacks(folder: string, packs: readonly PackContent[]): Promise<BuiltPacks> {
  const result = await buildPacks(
    { folder, packs },
    { onProgress: () => {}, onTrouble: (error) => console.error(error), isCancelled: () => false },
  );
  if (!result.ok) throw new Error(`The packs were not built: ${JSON.stringify(result.failure)}`);
  return result.value;
}

/** The bytes of the one file of a team whose name the pattern fits. */
export function fileOf(built: BuiltPacks, teamId: string, pattern: RegExp): Uint8Array {
  const files = built.teams.find((team) => team.teamId === teamId)?.files.filter(({ name }) => pattern.test(name)) ?? [];
  const [file] = files;
  if (!file || files.length > 1) throw new Error(`${files.length} files of ${teamId} fit ${pattern}.`);
  return readFileSync(file.path);
}

export function textOf(built: BuiltPacks, teamId: string, pattern: RegExp): string {
  return Buffer.from(fileOf(built, teamId, pattern)).toString('utf8');
}
