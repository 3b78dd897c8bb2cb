// Reads a library folder as a passer-by would: plain JSON and lines of JSON, without any code of the product's store.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Change {
  readonly kind: 'created' | 'removed' | 'updated';
  readonly collection: string;
  readonly id: string;
  readonly record?: Record<string, unknown>;
  readonly fields?: Record<string, { readonly after?: unknown }>;
}

interface Line {
  readonly r: number;
  readonly id: string;
  readonly name: string;
  readonly changes: readonly Change[];
}

export interface FoundWorkshop {
  readonly folder: string;
  readonly revision: number;
  readonly collections: Readonly<Record<string, Readonly<Record<string, Record<string, unknown>>>>>;
  /** Commits of the journals that lie in the folder, oldest first. */
  readonly lines: readonly Line[];
}

/** Folders of workshops inside a library folder. */
export function workshopFolders(libraryFolder: string): readonly string[] {
  if (!existsSync(libraryFolder)) return [];
  return readdirSync(libraryFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(libraryFolder, entry.name, 'workshop.json')))
    .map((entry) => join(libraryFolder, entry.name));
}

/** The state of a workshop on disk: workshop.json, with the journals' lines of later revisions laid over it. */
export function readWorkshopFolder(folder: string): FoundWorkshop {
  const stored = JSON.parse(readFileSync(join(folder, 'workshop.json'), 'utf8')) as {
    revision: number;
    collections: Record<string, Record<string, Record<string, unknown>>>;
  };
  const lines = readdirSync(folder)
    .filter((name) => /^journal\.\d+\.jsonl$/.test(name))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
    .flatMap((text) => {
      try {
        const line = JSON.parse(text) as Partial<Line>;
        return line.changes && line.r ? [line as Line] : [];
      } catch {
        return [];
      }
    })
    .toSorted((a, b) => a.r - b.r);
  let revision = stored.revision;
  for (const line of lines) {
    if (line.r !== revision + 1) continue;
    revision = line.r;
    for (const change of line.changes) lay(stored.collections, change);
  }
  return { folder, revision, collections: stored.collections, lines };
}

function lay(collections: Record<string, Record<string, Record<string, unknown>>>, change: Change): void {
  const records = (collections[change.collection] ??= {});
  if (change.kind === 'removed') delete records[change.id];
  if (change.kind === 'created' && change.record) records[change.id] = { ...change.record };
  if (change.kind === 'updated') {
    for (const [name, { after }] of Object.entries(change.fields ?? {})) Object.assign(records[change.id] ?? {}, { [name]: after });
  }
}

/** The only workshop of a library folder. Fails when there is none or more than one. */
export function onlyWorkshop(libraryFolder: string): FoundWorkshop {
  const folders = workshopFolders(libraryFolder);
  if (folders.length !== 1 || !folders[0]) throw new Error(`Expected one workshop in the library, found ${folders.length}`);
  return readWorkshopFolder(folders[0]);
}
