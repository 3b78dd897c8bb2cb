// Looks at JSON that somebody else has written before it is parsed: how deep it goes, how much is in it, and whether it names keys that mean
// something to the language itself. One pass over the bytes, no recursion: a hostile file must not cost more than its length.

export type JsonTrouble = 'too-deep' | 'forbidden-key' | 'too-many-records';

/** A workshop nests five or six levels; JSON.parse itself fails at some ten thousand. */
const deepest = 64;

/** Values in all: of a workshop of 20 MB there are less than a million. Each costs memory, however short it is written. */
const mostValues = 5_000_000;

/** Keys that reach an object's prototype where somebody assigns without care. */
const forbidden: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

const longestForbidden = Math.max(...[...forbidden].map((key) => key.length));

const quote = 0x22;
const backslash = 0x5c;
const colon = 0x3a;
const comma = 0x2c;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;

/**
 * @param bytes JSON as UTF-8
 * @returns null when nothing is wrong with it in these respects; whether it is JSON at all is for the parser to say
 */
export function jsonTrouble(bytes: Uint8Array): JsonTrouble | null {
  let depth = 0;
  let values = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === openBrace || byte === openBracket) {
      depth += 1;
      values += 1;
      if (depth > deepest) return 'too-deep';
    } else if (byte === comma) {
      values += 1;
      if (values > mostValues) return 'too-many-records';
    } else if (byte === closeBrace || byte === closeBracket) {
      depth -= 1;
    } else if (byte === quote) {
      const end = endOfString(bytes, at);
      if (isForbiddenKey(bytes, at, end)) return 'forbidden-key';
      at = end;
    }
  }
  return null;
}

/** Position of the closing quotation mark; the end of the bytes when there is none. */
function endOfString(bytes: Uint8Array, start: number): number {
  let at = start + 1;
  while (at < bytes.length && bytes[at] !== quote) at += bytes[at] === backslash ? 2 : 1;
  return at;
}

function isForbiddenKey(bytes: Uint8Array, start: number, end: number): boolean {
  if (!isFollowedByColon(bytes, end)) return false;
  const key = bytes.subarray(start, end + 1);
  // Escapes make a key up to six times longer.
  if (key.length > 6 * longestForbidden + 2) return false;
  try {
    return forbidden.has(JSON.parse(Buffer.from(key).toString('utf8')) as string);
  } catch {
    return false;
  }
}

function isFollowedByColon(bytes: Uint8Array, end: number): boolean {
  let at = end + 1;
  while (bytes[at] === 0x20 || bytes[at] === 0x0a || bytes[at] === 0x0d || bytes[at] === 0x09) at += 1;
  return bytes[at] === colon;
}
