// Names of files and folders that every system and every archive program accepts.

/** Longest name in characters, extension included: archives unpacked deep inside other folders still stay below the limit of Windows. */
export const longestFileName = 40;

const reservedNames = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * Turns any text into a name for a file or folder: NFC, no reserved characters, no Windows device name, no dot or hyphen at either end.
 * @param limit longest result in characters; leave room for an extension
 * @param fallback used when nothing printable is left
 */
export function fileSafeName(text: string, limit: number = longestFileName, fallback = 'team'): string {
  const cleaned = text
    .normalize('NFC')
    // Reserved on Windows, control characters, and marks that steer direction or joining without being seen.
    .replace(/[<>:"/\\|?*\p{Cc}\p{Cf}]/gu, '-')
    .replace(/[\s-]+/gu, '-');
  const short = trimmed([...trimmed(cleaned)].slice(0, limit).join(''));
  const name = short === '' ? fallback : short;
  return reservedNames.test(name) ? `${[...name].slice(0, limit - 1).join('')}_` : name;
}

function trimmed(name: string): string {
  return name.replace(/^[-.]+|[-.]+$/g, '');
}

/**
 * File-safe names for a list of texts, all different even where a file system ignores case.
 * @returns as many names as texts, in the same order
 */
export function uniqueFileNames(texts: readonly string[], limit: number = longestFileName): readonly string[] {
  const taken = new Set<string>();
  return texts.map((text) => {
    const base = fileSafeName(text, limit);
    let name = base;
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) {
      const suffix = `-${number}`;
      name = `${trimmed([...base].slice(0, limit - suffix.length).join(''))}${suffix}`;
    }
    taken.add(name.toLowerCase());
    return name;
  });
}
