// Disks that a test can fill, lock and pull: a small file system of its own where the system lets us mount one, which takes root on Linux.

import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface OwnDisk {
  /** Where it is mounted. */
  readonly folder: string;
  /** Takes every free byte. */
  readonly fill: () => void;
  /** Gives back what `fill` took. */
  readonly free: () => void;
  readonly makeReadOnly: () => void;
  readonly makeWritable: () => void;
  /** Takes the disk away, whoever uses it, and leaves the empty mount point. What is on it is gone for good. */
  readonly remove: () => void;
}

/** @returns why no disk can be mounted here, or null when it can */
export function whyNoOwnDisk(): string | null {
  if (process.platform !== 'linux') return 'file systems are mounted on Linux only';
  if (process.getuid?.() !== 0) return 'mounting a file system needs root';
  try {
    mountDisk(64).remove();
    return null;
  } catch (error) {
    return `mounting is refused here: ${error instanceof Error ? error.message : String(error)}`;
  }
}

export function mountDisk(kilobytes: number): OwnDisk {
  const root = mkdtempSync(join(tmpdir(), 'hrh-disk-'));
  const folder = join(root, 'disk');
  const filler = join(folder, 'filler');
  mkdirSync(folder);
  run('mount', '-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'hrh-test', folder);
  return {
    folder,
    fill: () => {
      const file = openSync(filler, 'w');
      const piece = Buffer.alloc(4096);
      try {
        for (;;) writeSync(file, piece);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      } finally {
        closeSync(file);
      }
    },
    free: () => rmSync(filler),
    makeReadOnly: () => run('mount', '-o', 'remount,ro', folder),
    makeWritable: () => run('mount', '-o', 'remount,rw', folder),
    remove: () => {
      run('umount', '--lazy', folder);
      rmSync(root, { recursive: true });
    },
  };
}

function run(program: string, ...options: readonly string[]): void {
  execFileSync(program, options, { stdio: ['ignore', 'ignore', 'pipe'] });
}
