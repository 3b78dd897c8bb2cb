// Reads what is copied out of a mail ("To: Ada Mensah <ada@example.org>; kofi@example.org") as rows of a name and an address.

/** One recipient as mail programs write it, to the end of the text or the next separator. */
const recipient =
  /\s*(?:(?:to|cc|bcc|à|a|para)\s*:\s*)?(?:"((?:[^"\\]|\\.)*)"|'([^'<>]*)'|([^"<>;,@\r\n]*(?:,\s[^"<>;,@\r\n]*)?))?\s*<([^\s<>@;,]+@[^\s<>@;,]+)>\s*(?:[;,\r\n]+|$)|\s*([^\s<>@;,"]+@[^\s<>@;,"]+)\s*(?:[;,\r\n]+|$)/giy;

/** A line of recipients is short; a list that is longer is a table. */
const longestText = 200_000;

/**
 * @param text a whole file, or what was pasted
 * @returns a row of name and address for each recipient; null where anything stands in the text that is none
 */
export function recipientsIn(text: string): string[][] | null {
  const rows: string[][] = [];
  // Runs of spaces as one: the expression below then looks at every sign a few times at most.
  const whole = text.trim().replace(/[ \t\u00A0]+/g, ' ');
  if (whole.length > longestText || !/<[^\s<>@]+@[^\s<>@]+>/.test(whole)) return null;
  let isAnyNamed = false;
  recipient.lastIndex = 0;
  while (recipient.lastIndex < whole.length) {
    const from = recipient.lastIndex;
    const [found, quoted, single, plain, address = '', alone = ''] = recipient.exec(whole) ?? [''];
    if (found === '') return null;
    isAnyNamed ||= address !== '';
    const name = (quoted?.replace(/\\(.)/g, '$1') ?? single ?? plain ?? '').trim().replace(/^'(.*)'$/, '$1');
    // Programs that know no name write the address twice.
    rows.push([name.includes('@') ? '' : name, address === '' ? alone : address]);
    if (recipient.lastIndex <= from) return null;
  }
  return isAnyNamed && rows.length > 1 ? rows : null;
}
