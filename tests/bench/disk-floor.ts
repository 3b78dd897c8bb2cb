// What one durable write of 4 KB costs on this disk just now: the floor under every commit.
import * as fs from 'node:fs';
import { join } from 'node:path';

const block = Buffer.alloc(4_096, 'x');

export interface DiskFloor {
  /** Appends a block and flushes it. @returns milliseconds */
  readonly write: () => Promise<number>;
  readonly close: () => void;
}

/** Opens a file of its own in a folder. It grows as a journal does: a flush has to write its length as well. */
export function openDiskFloor(folder: string): DiskFloor {
  const file = fs.openSync(join(folder, 'floor'), 'w');
  let position = 0;
  return {
    close: () => fs.closeSync(file),
    write: () =>
      new Promise((resolve, reject) => {
        const began = performance.now();
        fs.write(file, block, 0, block.length, position, (writeError) => {
          if (writeError) return reject(writeError);
          position += block.length;
          fs.fdatasync(file, (flushError) => (flushError ? reject(flushError) : resolve(performance.now() - began)));
        });
      }),
  };
}
