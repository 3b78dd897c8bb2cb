// Writes down what nobody expected, once, where a person who is asked for it can find it. No input: logs know no names and no texts.

/** @param errorId the id that the page shows */
export function logError({ errorId, place, error }: { readonly errorId?: string; readonly place: string; readonly error: unknown }): void {
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${new Date().toISOString()} ${errorId ?? '-'} ${place}: ${what}\n`);
}
