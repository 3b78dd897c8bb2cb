// Small things about bytes that files of other programs bring along.

/** Editors on Windows may put a UTF-8 byte order mark before a text. */
export function withoutByteOrderMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}
