// Builds the packs of the chosen teams into a folder: a folder and an archive per team, one archive of all, and the sheets for the copier.
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { PackFailure } from '../../shared/contract/failures.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { PackContent } from '../../shared/pack/content.ts';
import { textsOf } from '../../shared/pack/document-model.ts';
import { fileSafeName, longestFileName, uniqueFileNames } from '../../shared/pack/file-safe-name.ts';
import { packPartFiles, type PackPartFile } from '../../shared/pack/parts.ts';
import { packTexts, type PackTexts } from '../../shared/pack/texts.ts';
import { loadFonts, missingCharacters } from './fonts.ts';
import { renderIndex, renderManifest, type ListedFile } from './listing.ts';
import { renderForCopying, type CountedDocument } from './pdf.tsx';
import type { BuildPacksInput, BuildProgress, BuiltFile, BuiltPacks, BuiltTeam, Unprintable } from './protocol.ts';
import { renderFile } from './render-file.ts';
import { writeZip } from './zip.ts';

export interface BuildWatch {
  readonly onProgress: (progress: BuildProgress) => void;
  /** Told why a file could not be written. */
  readonly onTrouble: (error: unknown) => void;
  /** Asked between files. */
  readonly isCancelled: () => boolean;
}

export const copyingFileName = 'all-plans-for-copying.pdf';
const zipExtension = '.zip';

/** A pack that is about to be written. */
interface PlannedPack {
  readonly content: PackContent;
  readonly texts: PackTexts;
  readonly files: readonly PackPartFile[];
  readonly name: string;
}

/** Thrown between files when somebody cancelled, and turned into a failure at the top. */
const cancelled = Symbol('cancelled');

/**
 * Writes everything into `folder`. Fails with `pack-cancelled` when it was cancelled between two files, and with `pack-failed` and the file
 * when one could not be written; the folder is then emptied.
 */
export async function buildPacks({ folder, packs }: BuildPacksInput, watch: BuildWatch): Promise<Result<BuiltPacks, PackFailure>> {
  const progress = { file: '' };
  try {
    return ok(await buildAll(folder, planned(packs), watch, progress));
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    if (error === cancelled) return err({ code: 'pack-cancelled' });
    watch.onTrouble(error);
    return err({ code: 'pack-failed', file: progress.file });
  }
}

function planned(packs: readonly PackContent[]): readonly PlannedPack[] {
  const names = uniqueFileNames(
    packs.map(({ team }) => team.name),
    longestFileName - zipExtension.length,
  );
  return packs.map((content, index) => {
    const texts = packTexts(content.language);
    return { content, texts, files: packPartFiles(content, texts), name: names[index] ?? '' };
  });
}

async function buildAll(folder: string, packs: readonly PlannedPack[], watch: BuildWatch, progress: { file: string }): Promise<BuiltPacks> {
  await loadFonts();
  const total = packs.reduce((sum, { files }) => sum + files.length, 0) + 1;
  let done = 0;
  const step = async (label: string): Promise<void> => {
    // Lets the message that cancels come in.
    await setImmediate();
    if (watch.isCancelled()) throw cancelled;
    progress.file = label;
    watch.onProgress({ done, total, label });
    done += 1;
  };
  const teams: BuiltTeam[] = [];
  const plans: CountedDocument[] = [];
  for (const pack of packs) teams.push(await buildTeam(folder, pack, step, plans));
  const [first] = packs;
  await step(copyingFileName);
  const copying = first && plans.length > 0 ? await writeCopying(folder, first, plans) : null;
  const all = await writeAll(folder, first, teams, copying);
  watch.onProgress({ done: total, total, label: all.name });
  return { teams, all, copying, bytes: all.bytes, unprintable: packs.flatMap(unprintable) };
}

async function buildTeam(
  folder: string,
  pack: PlannedPack,
  step: (label: string) => Promise<void>,
  plans: CountedDocument[],
): Promise<BuiltTeam> {
  const { content, texts, files, name } = pack;
  const createdAt = new Date(content.builtAt);
  const path = join(folder, name);
  await mkdir(path);
  const written: BuiltFile[] = [];
  const listed: ListedFile[] = [];
  for (const { name: fileName, title, planId, body } of files) {
    await step(`${content.team.name} · ${title}`);
    const { bytes, pages } = await renderFile(body, content.language, createdAt);
    if (planId !== null && body.kind === 'pdf' && pages !== null) plans.push({ document: body.document, pages });
    const file = await writeBuilt(path, fileName, bytes);
    written.push(file);
    listed.push({ name: file.name, title, bytes: file.bytes, sha256: file.sha256 });
  }
  // The manifest cannot hold its own checksum: it lists everything else, the page included.
  const index = await writeBuilt(path, 'index.html', encoded(renderIndex(content, texts, listed)));
  const manifest = renderManifest(content, texts, [...listed, { ...index, title: '' }]);
  written.push(index, await writeBuilt(path, 'manifest.txt', encoded(manifest)));
  const zipName = `${name}${zipExtension}`;
  const zipPath = join(folder, zipName);
  await writeZip(
    zipPath,
    written.map((file) => ({ name: `${name}/${file.name}`, path: file.path })),
    createdAt,
  );
  return { teamId: content.team.id, name, path, files: written, zip: await described(zipName, zipPath) };
}

async function writeCopying(folder: string, { content }: PlannedPack, plans: readonly CountedDocument[]): Promise<BuiltFile> {
  const { bytes } = await renderForCopying(plans, content.workshop.title, new Date(content.builtAt));
  return writeBuilt(folder, copyingFileName, bytes);
}

async function writeAll(
  folder: string,
  first: PlannedPack | undefined,
  teams: readonly BuiltTeam[],
  copying: BuiltFile | null,
): Promise<BuiltFile> {
  const taken = new Set(teams.map(({ zip }) => zip.name.toLowerCase()));
  const wanted = fileSafeName(first?.content.workshop.title ?? '', longestFileName - zipExtension.length - 2, 'workshop');
  const name = taken.has(`${wanted}${zipExtension}`.toLowerCase()) ? `${wanted}-0${zipExtension}` : `${wanted}${zipExtension}`;
  const path = join(folder, name);
  const entries = teams.flatMap((team) => team.files.map((file) => ({ name: `${team.name}/${file.name}`, path: file.path })));
  await writeZip(
    path,
    [...entries, ...(copying ? [{ name: copying.name, path: copying.path }] : [])],
    first ? new Date(first.content.builtAt) : new Date(0),
  );
  return described(name, path);
}

async function writeBuilt(folder: string, name: string, bytes: Uint8Array): Promise<BuiltFile> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return { name, path, bytes: bytes.length, sha256: checksum(bytes) };
}

async function described(name: string, path: string): Promise<BuiltFile> {
  const bytes = await readFile(path);
  return { name, path, bytes: bytes.length, sha256: checksum(bytes) };
}

function checksum(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Characters in the printed documents of a pack that no shipped font has, each once per document. */
function unprintable({ content, files }: PlannedPack): readonly Unprintable[] {
  const found = files.flatMap(({ title, body }): readonly Unprintable[] => {
    const documents = body.kind === 'pdf' ? [body.document] : body.kind === 'one-page-pdf' ? [body.lengths[0]] : [];
    const texts = documents.map((document) => [...textsOf(document)].join(' ')).join(' ');
    return missingCharacters(texts).map((character) => ({ character, where: `${content.team.name} · ${title}` }));
  });
  return [...new Map(found.map((entry) => [`${entry.character} ${entry.where}`, entry])).values()];
}
