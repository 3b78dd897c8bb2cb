// Writes down what nobody expected, once, where a person who is asked for it can find it. Logs know no names and no texts.

/** @param errorId the id that the page shows */
export function logError({ errorId, place, error }: { readonly errorId?: string; readonly place: string; readonly error: unknown }): void {
  process.stderr.write(`${new Date().toISOString()} ${errorId ?? '-'} ${place}: ${withoutTexts(error)}\n`);
}

/**
 * What kind of error it is and where in our own files it was thrown. Never its message: a parser quotes what it could not read, and the
 * disk names the folder, which has the title of the workshop.
 */
function withoutTexts(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { code, syscall } = error as NodeJS.ErrnoException;
  const what = [error.name, code, syscall].filter((part) => typeof part === 'string' && /^[\w-]+$/.test(part)).join(' ');
  // The stack repeats the message before its frames.
  const stack = error.stack ?? '';
  const frames = stack
    .slice(Math.max(0, stack.indexOf(error.message)) + error.message.length)
    .split('\n')
    .filter((line) => /^ +at /.test(line));
  const cause = error.cause === undefined ? [] : [`  caused by ${withoutTexts(error.cause)}`];
  return [what, ...frames, ...cause].join('\n');
}
