// Where two texts differ: what they begin and end with together, and what stands between, by whole words.

export interface TextDifference {
  readonly start: string;
  readonly before: string;
  readonly after: string;
  readonly end: string;
}

/** Words and the spaces between them: joined they give the text again. */
function wordsOf(text: string): readonly string[] {
  return text.match(/\S+|\s+/g) ?? [];
}

function commonLength(a: readonly string[], b: readonly string[]): number {
  const differing = a.findIndex((word, index) => word !== b[index]);
  return differing === -1 ? a.length : differing;
}

export function textDifference(before: string, after: string): TextDifference {
  const [old, next] = [wordsOf(before), wordsOf(after)];
  const start = commonLength(old, next);
  const [oldRest, nextRest] = [old.slice(start), next.slice(start)];
  const end = commonLength(oldRest.toReversed(), nextRest.toReversed());
  const middle = (words: readonly string[]) => words.slice(0, words.length - end).join('');
  return {
    start: old.slice(0, start).join(''),
    before: middle(oldRest),
    after: middle(nextRest),
    end: oldRest.slice(oldRest.length - end).join(''),
  };
}

/** So many characters are read in a line; and so many around what differs. */
const longestInLine = 60;
const around = 16;

/** True where a text is too long for a line. */
export function isLong(text: string): boolean {
  return text.length > longestInLine || text.includes('\n');
}

/** A text in one line. */
export function shortened(text: string): string {
  return cut(inOneLine(text).trim());
}

/** Both texts in a line each, with what differs in sight. */
export function shortenedBoth(before: string, after: string): { readonly before: string; readonly after: string } {
  if (!isLong(before) && !isLong(after)) return { before, after };
  const difference = textDifference(before, after);
  const start = lastOf(inOneLine(difference.start));
  const end = firstOf(inOneLine(difference.end));
  const line = (middle: string) => `${start}${cut(`${inOneLine(middle)}${end}`)}`.trim();
  return { before: line(difference.before), after: line(difference.after) };
}

function inOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}

function cut(line: string): string {
  return line.length > longestInLine ? `${line.slice(0, longestInLine - 1).trimEnd()}…` : line;
}

/** The last words of a text, from a whole word on. */
function lastOf(line: string): string {
  return line.length <= around ? line : `… ${line.slice(-around).replace(/^\S*\s/, '')}`;
}

/** The first words of a text, up to a whole word. */
function firstOf(line: string): string {
  return line.length <= around ? line : `${line.slice(0, around).replace(/\s\S*$/, '')}…`;
}
