// Copies that a synchronising program put beside the files of a workshop, because two computers wrote them: `workshop-LAPTOP.json`,
// `journal.1 (conflicted copy).jsonl`. Each may hold the work of another laptop. They are read, never changed, and set aside once they are merged.
import { basename, dirname, join } from 'node:path';
import type { Failure } from '../../shared/contract/failures.ts';
import type { WorkshopDocument } from '../../shared/document/envelope.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { backupsPath } from './backups.ts';
import { readCopyName } from './copy-name.ts';
import type { FilePort } from './file-port.ts';
import { historyPath } from './history.ts';
import { renameDurably } from './json-file.ts';
import { readHeader, readJournal } from './read-journal.ts';
import { readWorkshop } from './read-workshop.ts';
import { parseSnapshot, type Snapshot } from './snapshot.ts';
import { setAsidePath, snapshotPath } from './workshop-folder.ts';

interface Named {
  readonly name: string;
  /** What the program added; files with the same addition belong together. */
  readonly addition: string;
  /** Of a journal; null for a workshop.json. */
  readonly generation: number | null;
}

/**
 * Every program adds something between the name and its ending, in the language of the computer: the addition is not looked at, only that there is
 * one.
 */
function named(name: string): Named | null {
  const snapshot = /^workshop([^\p{L}\d].*)\.json$/iu.exec(name)?.[1];
  if (snapshot !== undefined) return { name, addition: snapshot, generation: null };
  const [, generation, addition] = /^journal\.(\d+)([^\d].*)\.jsonl$/i.exec(name) ?? [];
  return addition === undefined ? null : { name, addition, generation: Number(generation) };
}

async function namedIn(files: FilePort, folder: string): Promise<readonly Named[]> {
  const entries = (await files.list(folder)) ?? [];
  return entries.flatMap(({ name, isFolder }) => (isFolder ? [] : (named(name) ?? [])));
}

/** Names of such copies in the folder of a workshop, one of each that belong together; none when the folder is gone. Throws what the disk throws. */
export async function conflictCopiesIn(files: FilePort, folder: string): Promise<readonly string[]> {
  const byAddition = new Map<string, string>();
  for (const { name, addition } of await namedIn(files, folder)) if (!byAddition.has(addition)) byAddition.set(addition, name);
  return [...byAddition.values()].toSorted();
}

export interface ConflictCopy {
  readonly document: WorkshopDocument;
  /** Everything that belongs to it. */
  readonly names: readonly string[];
}

/**
 * The workshop as the other computer has it: the copy of its snapshot, or the lines of its journal on the state at which that journal was begun.
 * Fails with what is wrong with the file. Throws what the disk throws.
 */
export async function readConflictCopy(files: FilePort, folder: string, fileName: string): Promise<Result<ConflictCopy, Failure>> {
  const all = await namedIn(files, folder);
  const wanted = all.find(({ name }) => name === fileName);
  if (!wanted) return err({ code: 'workshop-file-gone' });
  const together = all.filter(({ addition }) => addition === wanted.addition);
  const names = together.map(({ name }) => name);
  const snapshot = together.find(({ generation }) => generation === null);
  const journals = together.filter(({ generation }) => generation !== null);
  const document =
    journals.length === 0 ? await ofSnapshot(files, folder, fileName) : await ofJournals(files, folder, { snapshot, journals });
  return document.ok ? ok({ document: document.value, names }) : document;
}

async function ofSnapshot(files: FilePort, folder: string, fileName: string): Promise<Result<WorkshopDocument, Failure>> {
  const bytes = await files.readFile(join(folder, fileName));
  const read: Snapshot = bytes === null ? { kind: 'none' } : parseSnapshot(bytes);
  switch (read.kind) {
    case 'good':
      return ok(read.document);
    case 'newer':
      return err({ code: 'workshop-file-newer', fileName, schemaVersion: read.schemaVersion });
    case 'none':
      return err({ code: 'workshop-file-gone' });
    default: {
      const { detail, place } = read;
      if (detail === 'null' || detail === 'not-a-workshop') return err({ code: 'not-a-workshop-file', fileName });
      return err({ code: 'workshop-file-damaged', fileName, detail, place });
    }
  }
}

interface Together {
  readonly snapshot: Named | undefined;
  readonly journals: readonly Named[];
}

async function ofJournals(files: FilePort, folder: string, together: Together): Promise<Result<WorkshopDocument, Failure>> {
  const fileName = together.journals[0]?.name ?? '';
  const bytes = await Promise.all(together.journals.map(({ name }) => files.readFile(join(folder, name))));
  const read = bytes.flatMap((each) => (each ? [readJournal(each, null)] : []));
  const bases = bytes.flatMap((each) => (each ? (readHeader(each)?.baseRevision ?? []) : []));
  const last = Math.max(...read.flatMap(({ lines }) => lines.map(({ line }) => line.r)));
  const cut = err({ code: 'workshop-file-damaged', fileName, detail: 'cut', place: '' } as const);
  if (bases.length === 0) return cut;
  const port = asTheOther(files, folder, together, Math.min(...bases));
  const found = await readWorkshop(port, folder);
  if (!found.ok) return found.failure.code === 'workshop-newer' ? found : cut;
  const { document } = found.value;
  // Without the state at which the journal was begun, its lines say nothing.
  return Number.isFinite(last) && document.envelope.revision < last ? cut : ok(document);
}

/**
 * The folder as the other computer sees it: its own files under their usual names, and of ours what both had when its journal was begun. Reads
 * only.
 */
function asTheOther(files: FilePort, folder: string, { snapshot, journals }: Together, base: number): FilePort {
  const first = Math.min(...journals.map(({ generation }) => generation ?? 0));
  const usual = new Map(journals.map(({ generation, name }) => [`journal.${String(generation)}.jsonl`, name]));
  const isLater = (name: string) => Number(/^journal\.(\d+)\.jsonl$/.exec(name)?.[1] ?? -1) >= first;
  const isShared = (path: string, name: string) => {
    if (path === folder) return !isLater(name);
    if (path === historyPath(folder)) return Number(/^\d+/.exec(name)?.[0] ?? 0) <= base;
    return path !== backupsPath(folder) || (readCopyName(name)?.revision ?? Infinity) <= base;
  };
  const sharedSnapshot = async (): Promise<Uint8Array | null> => {
    if (snapshot) return files.readFile(join(folder, snapshot.name));
    const own = await files.readFile(snapshotPath(folder));
    const read = own === null ? null : parseSnapshot(own);
    return read?.kind === 'good' && read.document.envelope.revision <= base ? own : null;
  };
  return {
    ...files,
    readFile: (path) => {
      if (path === snapshotPath(folder)) return sharedSnapshot();
      const copy = dirname(path) === folder ? usual.get(basename(path)) : undefined;
      return files.readFile(copy === undefined ? path : join(folder, copy));
    },
    list: async (path) => {
      const entries = await files.list(path);
      if (!entries) return null;
      const shared = entries.filter(({ name }) => isShared(path, name));
      return path === folder ? [...shared, ...[...usual.keys()].map((name) => ({ name, isFolder: false }))] : shared;
    },
  };
}

/**
 * Deletes copies for good, each with everything that belongs to it; a name that is none of theirs is passed over.
 * @returns bytes that were deleted. Throws what the disk throws
 */
export async function removeConflictCopies(files: FilePort, folder: string, wanted: readonly string[]): Promise<number> {
  const all = await namedIn(files, folder);
  const additions = new Set(all.filter(({ name }) => wanted.includes(name)).map(({ addition }) => addition));
  const gone = all.filter(({ addition }) => additions.has(addition));
  let bytes = 0;
  for (const { name } of gone) {
    const path = join(folder, name);
    bytes += (await files.readFile(path))?.length ?? 0;
    await files.remove(path);
  }
  if (gone.length > 0) await files.fsyncFolder(folder);
  return bytes;
}

/** Moves copies that were merged into the folder of what is set aside; nothing is deleted. @returns the folder. Throws what the disk throws */
export async function setAsideConflictCopies(files: FilePort, folder: string, names: readonly string[]): Promise<string> {
  const aside = setAsidePath(folder);
  await files.makeFolder(aside);
  const taken = new Set(((await files.list(aside)) ?? []).map(({ name }) => name));
  for (const name of names) {
    let free = name;
    for (let number = 2; taken.has(free); number += 1) free = `${number} ${name}`;
    taken.add(free);
    await renameDurably(files, join(folder, name), join(aside, free));
  }
  await files.fsyncFolder(folder);
  return aside;
}
