// What a power cut may leave of a file and of the names in a folder that were not flushed.
import type { DiskNode, FileNode, FolderNode } from './power-disk.ts';

/** Numbers from 0 to below 1. */
export type Random = () => number;

/** The same numbers for the same seed (mulberry32, public domain). */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function below(limit: number, random: Random): number {
  return Math.floor(random() * limit);
}

/** Files are written to the disk in pieces; small ones here, so that even one line may lose its middle. */
const largestPiece = 96;

/** Nothing of what was not flushed, all of it, a part, a length without its data, or pieces in any order. */
export function foundFile({ versions }: FileNode, random: Random): Uint8Array {
  const [flushed = new Uint8Array()] = versions;
  const newest = versions.at(-1) ?? flushed;
  if (newest === flushed) return flushed;
  switch (below(5, random)) {
    case 0:
      return flushed;
    case 1:
      return newest;
    case 2:
      return cutSomewhere(flushed, newest, random);
    case 3:
      return zerosFromSomewhere(flushed, newest, random);
    default:
      return piecesOf(versions, random);
  }
}

/** The new content, as long as the old one or the new one or anything between. */
function cutSomewhere(flushed: Uint8Array, newest: Uint8Array, random: Random): Uint8Array {
  const shortest = Math.min(flushed.length, newest.length);
  return newest.slice(0, shortest + below(newest.length - shortest + 1, random));
}

/** The new length is there, the data behind some place are not. */
function zerosFromSomewhere(flushed: Uint8Array, newest: Uint8Array, random: Random): Uint8Array {
  const found = Uint8Array.from(newest);
  const kept = Math.min(flushed.length, newest.length);
  found.fill(0, kept + below(newest.length - kept + 1, random));
  return found;
}

/** The length of one content, and every piece from any of them; zeros where that one was shorter. */
function piecesOf(versions: readonly Uint8Array[], random: Random): Uint8Array {
  const anyVersion = () => versions[below(versions.length, random)] ?? new Uint8Array();
  const found = new Uint8Array(anyVersion().length);
  for (let start = 0; start < found.length;) {
    const end = Math.min(start + 1 + below(largestPiece, random), found.length);
    found.set(anyVersion().subarray(start, end), start);
    start = end;
  }
  return found;
}

/** The flushed names, and of the later changes any that do not build on a missing one: renames undone, new names absent, removed ones back. */
export function foundNames({ flushedNames, changes }: FolderNode, random: Random): ReadonlyMap<string, DiskNode> {
  const found = new Map(flushedNames);
  const likelihood = [0, 0.5, 1][below(3, random)] ?? 0;
  const missing = new Set<string>();
  for (const { touches, apply } of changes) {
    const builds = touches.every((name) => !missing.has(name));
    if (builds && random() < likelihood) apply(found);
    else for (const name of touches) missing.add(name);
  }
  return found;
}
