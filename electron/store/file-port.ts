// Everything that the store asks of a disk, in one port: the real disk is node-files.ts, tests put a failing or modelled one in its place.

/** Called when an operation on an open file is over. */
export type Done = (error: Error | null) => void;

export interface FilePort {
  /**
   * Writes all of `bytes` at a position of an open file. With `fdatasync` the only operation that answers by callback:
   * both lie on the path of every commit, where each promise more is measurable.
   */
  readonly write: (file: number, bytes: Uint8Array, position: number, done: Done) => void;
  readonly fdatasync: (file: number, done: Done) => void;
  /**
   * True while an open file has a name in some folder. One that was deleted can be written and flushed as before, and is gone with its handle.
   * Answers at once, from what the system has in memory; false when the system cannot tell.
   */
  readonly isNamed: (file: number) => boolean;
  /** `create` fails with EEXIST when the file is there, `replace` empties it, `change` fails with ENOENT when it is not there. */
  readonly open: (path: string, how: 'create' | 'replace' | 'change', options?: OpenOptions) => Promise<number>;
  readonly close: (file: number) => Promise<void>;
  readonly fsync: (file: number) => Promise<void>;
  readonly ftruncate: (file: number, length: number) => Promise<void>;
  /** Null when there is no such file. */
  readonly readFile: (path: string) => Promise<Uint8Array | null>;
  /** Replaces an existing target. */
  readonly rename: (from: string, to: string) => Promise<void>;
  /** Makes names that were created, renamed or removed in a folder durable. Does nothing where the system cannot. */
  readonly fsyncFolder: (path: string) => Promise<void>;
  /** Removes a file or an empty folder. Nothing happens when it is not there. */
  readonly remove: (path: string) => Promise<void>;
  /**
   * Nothing happens when it is there; fails with ENOENT when the folder above it is not there. What belongs to a workshop is made by this one:
   * a drive that was pulled leaves its mount point behind, and a workshop that appears below that again takes edits which are gone later.
   */
  readonly makeFolder: (path: string) => Promise<void>;
  /** With all folders above it, for what a person chooses or the application owns; nothing happens when it is there. */
  readonly makeFolders: (path: string) => Promise<void>;
  /** Names in a folder with their kind; null when the folder is not there. */
  readonly list: (path: string) => Promise<readonly FolderEntry[] | null>;
  /** Waits between attempts at something that another program holds for a moment. */
  readonly wait: (milliseconds: number) => Promise<void>;
}

export interface OpenOptions {
  /** A file that is made belongs to its owner alone, where the system has owners. */
  readonly isPrivate?: boolean;
}

export interface FolderEntry {
  readonly name: string;
  readonly isFolder: boolean;
}

/** The system's code of an error, such as `ENOSPC`; '' when it has none. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** `write` as a promise, for everything that is not a commit. */
export function writeAt(files: FilePort, file: number, bytes: Uint8Array, position: number): Promise<void> {
  return new Promise((resolve, reject) => {
    files.write(file, bytes, position, (error) => (error ? reject(error) : resolve()));
  });
}

/** `fdatasync` as a promise. */
export function datasync(files: FilePort, file: number): Promise<void> {
  return new Promise((resolve, reject) => {
    files.fdatasync(file, (error) => (error ? reject(error) : resolve()));
  });
}
