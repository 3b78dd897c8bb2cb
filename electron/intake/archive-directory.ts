// The directory at the end of a ZIP archive: the only place where it says that an entry is a symbolic link. Nothing else is taken from it.
import { mostEntries } from './limits.ts';

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const endLength = 22;
const longestComment = 0xffff;
const entryLength = 46;

/** Made on a system with Unix permissions, which are then in the upper half of the attributes. */
const unix = 3;
const kindOfFile = 0o170_000;
const symbolicLink = 0o120_000;

/** True when an archive lists a symbolic link: no honest workbook has one. False also where there is no directory to look at. */
export function listsLinks(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === null) return false;
  let at = view.getUint32(end + 16, true);
  for (let count = 0; count < mostEntries && at + entryLength <= end && view.getUint32(at, true) === entrySignature; count += 1) {
    const madeBy = view.getUint8(at + 5);
    const mode = view.getUint32(at + 38, true) >>> 16;
    if (madeBy === unix && (mode & kindOfFile) === symbolicLink) return true;
    at += entryLength + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return false;
}

function endOf(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - endLength - longestComment);
  for (let at = view.byteLength - endLength; at >= first; at -= 1) if (view.getUint32(at, true) === endSignature) return at;
  return null;
}
