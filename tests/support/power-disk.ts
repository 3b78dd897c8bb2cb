// A disk whose power may fail at any moment, behind the store's file port. It keeps apart what was flushed from what was only written,
// so that `cut` can say what somebody may find afterwards. As strict as POSIX allows, stricter than most file systems are:
// a file's content is only sure after fsync, a name only after fsync of its folder, and what was not flushed may arrive in any order.
// Not modelled: hard links, a rename from one folder into another, and a disk that lies about its flushes.
import { basename, dirname } from 'node:path';
import type { Done, FilePort } from '../../electron/store/file-port.ts';
import { systemError } from './failing-files.ts';
import { foundFile, foundNames, type Random } from './power-loss.ts';

/** A disk as it lies there: every file with its bytes, every folder. */
export interface DiskImage {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly folders: ReadonlySet<string>;
}

export interface FileNode {
  readonly kind: 'file';
  /** The flushed content first, then every later one; the last is what programs read. */
  versions: readonly Uint8Array[];
}

export interface FolderNode {
  readonly kind: 'folder';
  readonly names: Map<string, DiskNode>;
  readonly flushedNames: Map<string, DiskNode>;
  /** What happened to names since the last flush, in order. */
  changes: readonly NameChange[];
}

export type DiskNode = FileNode | FolderNode;

export interface NameChange {
  readonly touches: readonly string[];
  readonly apply: (names: Map<string, DiskNode>) => void;
}

export interface PowerDisk {
  readonly files: FilePort;
  /** A disk as it may be found when the power fails now. Changes nothing. */
  readonly cut: (random: Random) => DiskImage;
  /** Everything as programs see it now. */
  readonly image: () => DiskImage;
}

function newFolder(): FolderNode {
  return { kind: 'folder', names: new Map(), flushedNames: new Map(), changes: [] };
}

/**
 * @param start what lies on the disk, all of it flushed
 * @param onMoment called before everything that changes what could be found after a power cut
 */
export function powerDisk(start: DiskImage, onMoment: () => void = () => undefined): PowerDisk {
  const root = newFolder();
  const open = new Map<number, FileNode>();
  let lastHandle = 0;

  function find(path: string): DiskNode | undefined {
    let node: DiskNode | undefined = root;
    for (const name of path.split('/').slice(1)) node = node?.kind === 'folder' ? node.names.get(name) : undefined;
    return node;
  }

  function folderAt(path: string): FolderNode {
    const node = path === '/' ? root : find(path);
    if (node?.kind !== 'folder') throw systemError('ENOENT');
    return node;
  }

  function change(folder: FolderNode, touches: readonly string[], apply: NameChange['apply']): void {
    onMoment();
    apply(folder.names);
    folder.changes = [...folder.changes, { touches, apply }];
  }

  function add(path: string, node: DiskNode): void {
    const name = basename(path);
    change(folderAt(dirname(path)), [name], (names) => names.set(name, node));
  }

  function opened(file: number): FileNode {
    const node = open.get(file);
    if (!node) throw systemError('EBADF');
    return node;
  }

  function put(node: FileNode, bytes: Uint8Array): void {
    onMoment();
    node.versions = [...node.versions, bytes];
  }

  /** Flushes the content of this moment; what is written while the disk works stays unsure. */
  function flush(node: FileNode, done: () => void): void {
    const content = contentOf(node);
    setImmediate(() => {
      onMoment();
      const index = node.versions.indexOf(content);
      if (index > 0) node.versions = node.versions.slice(index);
      done();
    });
  }

  function writeInto(file: number, bytes: Uint8Array, position: number, done: Done): void {
    const node = opened(file);
    const before = contentOf(node);
    const next = resized(before, Math.max(before.length, position + bytes.length));
    next.set(bytes, position);
    put(node, next);
    setImmediate(done, null);
  }

  function makeFolders(path: string): void {
    if (path === '/' || find(path)?.kind === 'folder') return;
    makeFolders(dirname(path));
    add(path, newFolder());
  }

  const files: FilePort = {
    write: writeInto,
    fdatasync: (file, done) => {
      const node = open.get(file);
      if (node) flush(node, () => done(null));
      else setImmediate(done, systemError('EBADF'));
    },
    isNamed: (file) => isIn(root, opened(file)),
    open: async (path, how) => {
      const found = find(path);
      if (found?.kind === 'folder') throw systemError('EISDIR');
      if (found && how === 'create') throw systemError('EEXIST');
      if (!found && how === 'change') throw systemError('ENOENT');
      const node: FileNode = found ?? { kind: 'file', versions: [new Uint8Array()] };
      if (!found) add(path, node);
      else if (how === 'replace') put(node, new Uint8Array());
      lastHandle += 1;
      open.set(lastHandle, node);
      return lastHandle;
    },
    close: async (file) => void open.delete(file),
    fsync: (file) => new Promise((resolve) => flush(opened(file), resolve)),
    ftruncate: async (file, length) => put(opened(file), resized(contentOf(opened(file)), length)),
    readFile: async (path) => {
      const node = find(path);
      return node?.kind === 'file' ? contentOf(node) : null;
    },
    rename: async (from, to) => {
      if (dirname(from) !== dirname(to)) throw new Error(`The modelled disk renames inside one folder only, not ${from} to ${to}`);
      const [before, after] = [basename(from), basename(to)];
      const folder = folderAt(dirname(from));
      const node = folder.names.get(before);
      if (!node) throw systemError('ENOENT');
      change(folder, [before, after], (names) => {
        names.delete(before);
        names.set(after, node);
      });
    },
    fsyncFolder: (path) => {
      const folder = folderAt(path);
      const changes = folder.changes;
      return new Promise((resolve) => {
        setImmediate(() => {
          onMoment();
          for (const { apply } of changes.filter((each) => folder.changes.includes(each))) apply(folder.flushedNames);
          folder.changes = folder.changes.filter((each) => !changes.includes(each));
          resolve();
        });
      });
    },
    remove: async (path) => {
      const name = basename(path);
      if (find(path)) change(folderAt(dirname(path)), [name], (names) => names.delete(name));
    },
    makeFolder: async (path) => {
      if (find(dirname(path))?.kind !== 'folder') throw systemError('ENOENT');
      makeFolders(path);
    },
    makeFolders: async (path) => makeFolders(path),
    list: async (path) => {
      const node = find(path);
      return node?.kind === 'folder' ? [...node.names].map(([name, { kind }]) => ({ name, isFolder: kind === 'folder' })) : null;
    },
    wait: async () => undefined,
  };

  lay(root, start);
  return {
    files,
    cut: (random) =>
      imageOf(
        root,
        (folder) => foundNames(folder, random),
        (file) => foundFile(file, random),
      ),
    image: () => imageOf(root, ({ names }) => names, contentOf),
  };
}

function isIn(folder: FolderNode, node: DiskNode): boolean {
  return [...folder.names.values()].some((each) => each === node || (each.kind === 'folder' && isIn(each, node)));
}

function contentOf({ versions }: FileNode): Uint8Array {
  return versions.at(-1) ?? new Uint8Array();
}

function resized(bytes: Uint8Array, length: number): Uint8Array {
  const next = new Uint8Array(length);
  next.set(bytes.subarray(0, length));
  return next;
}

/** Puts an image on an empty disk. */
function lay(root: FolderNode, { files, folders }: DiskImage): void {
  const folderFor = (path: string): FolderNode => {
    if (path === '/') return root;
    const above = folderFor(dirname(path));
    const found = above.names.get(basename(path));
    if (found?.kind === 'folder') return found;
    const made = newFolder();
    for (const names of [above.names, above.flushedNames]) names.set(basename(path), made);
    return made;
  };
  for (const path of folders) folderFor(path);
  for (const [path, bytes] of files) {
    const { names, flushedNames } = folderFor(dirname(path));
    const node: FileNode = { kind: 'file', versions: [bytes] };
    for (const each of [names, flushedNames]) each.set(basename(path), node);
  }
}

function imageOf(
  root: FolderNode,
  namesOf: (folder: FolderNode) => ReadonlyMap<string, DiskNode>,
  bytesOf: (file: FileNode) => Uint8Array,
): DiskImage {
  const files = new Map<string, Uint8Array>();
  const folders = new Set<string>();
  const walk = (folder: FolderNode, path: string): void => {
    for (const [name, node] of namesOf(folder)) {
      const below = `${path}/${name}`;
      if (node.kind === 'file') {
        files.set(below, bytesOf(node));
      } else {
        folders.add(below);
        walk(node, below);
      }
    }
  };
  walk(root, '');
  return { files, folders };
}
