// Archives of what was written: built piece by piece from the disk, so that many teams never stand in memory at once.
import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

export interface ZipEntry {
  /** Path inside the archive, with forward slashes. */
  readonly name: string;
  /** File on disk. */
  readonly path: string;
}

/** Made on a system that knows only letters and digits, names would be read in the code page of the machine: 3 = Unix means UTF-8. */
const madeOnUnix = 3;

/** Formats that are compressed already: a second time costs time and gains nothing. */
const compressed = /\.(docx|xlsx|pdf|zip)$/;

/** Writes an archive. Fails with the error of the file system. */
export async function writeZip(target: string, entries: readonly ZipEntry[], modifiedAt: Date): Promise<void> {
  const stream = createWriteStream(target);
  const done = finished(stream);
  const zip = new Zip((error, chunk, isFinal) => {
    if (error) stream.destroy(error);
    else if (isFinal) stream.end(chunk);
    else stream.write(chunk);
  });
  const feed = async () => {
    for (const { name, path } of entries) {
      const file = compressed.test(name) ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
      file.os = madeOnUnix;
      file.mtime = modifiedAt;
      // Ordinary readable files, for programs that unpack with the rights of the archive.
      file.attrs = 0o100644 * 0x10000;
      zip.add(file);
      file.push(await readFile(path), true);
    }
    zip.end();
  };
  await Promise.all([done, feed().catch((error: unknown) => void stream.destroy(error as Error))]);
}
