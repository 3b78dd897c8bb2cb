// What a file may cost before anybody looks inside. A list of people is far below all of these; what is above them is refused in words.
import { fileLimits } from '../../shared/contract/wire.ts';
import type { IntakeFailure } from '../../shared/domain/people/import-model.ts';

export const mebibyte = 1024 * 1024;

/** Largest file that is read at all. */
export const largestFile = fileLimits.list * mebibyte;

/** Most rows with something in them on one sheet. */
export const mostRows = 5_000;

/** A row further down than this counts as a row too many: the numbers in between would have to be kept. */
export const lastRow = 100_000;

/** Columns further right are not read: nobody maps them, and one stray cell must not widen every row. */
export const mostColumns = 500;

/** Bytes that an archive may become, in all. */
export const mostInflatedBytes = 200 * mebibyte;

/** An archive that grows beyond `freeInflatedBytes` may be this many times its own size. Deflate itself ends near 1,030. */
export const highestRatio = 200;
export const freeInflatedBytes = 20 * mebibyte;

/** Largest workshop file that is read, and what it may become: the largest workshops have a few megabytes. */
export const largestWorkshopFile = fileLimits.workshop * mebibyte;
export const mostWorkshopBytes = 150 * mebibyte;

/** Records that a workshop file may hold: a hundred times the largest room. */
export const mostRecords = 500_000;

/** Highest number of a commit that a file may name: with one commit a second it is reached after thirty years. */
export const highestCommit = 1_000_000_000;

/** Entries that an archive may list. */
export const mostEntries = 10_000;

/**
 * Refuses a file by its size, before it is read.
 * @param size in bytes
 * @returns the failure, or null when the size is fine
 */
export function refusalBySize(size: number, fileName: string): IntakeFailure | null {
  if (size === 0) return { code: 'empty-file', fileName };
  if (size <= largestFile) return null;
  return { code: 'file-too-large', fileName, megabytes: Math.ceil(size / mebibyte), limit: largestFile / mebibyte };
}
