// Workshop files that the system gives to the application: with its first start, to the copy that runs already, and on macOS by an event.
import { resolve } from 'node:path';
import { app } from 'electron';

export interface GivenFiles {
  /** Hands over what has come so far, and everything that comes from then on. */
  readonly giveTo: (give: (path: string) => void) => void;
}

/** Begins to gather. To be called before the application is ready: macOS tells of the file of a first start early. */
export function gatherGivenFiles(): GivenFiles {
  const waiting = filesIn(process.argv.slice(1), process.cwd());
  let take = (path: string): void => void waiting.push(path);
  app.on('open-file', (event, path) => {
    event.preventDefault();
    take(path);
  });
  app.on('second-instance', (_event, args, folder) => {
    for (const path of filesIn(args.slice(1), folder)) take(path);
  });
  return {
    giveTo: (give) => {
      take = give;
      for (const path of waiting.splice(0)) give(path);
    },
  };
}

/**
 * The workshop files among a program's arguments, which hold options of ours and of the runtime as well. Whether a file is a workshop is found out
 * when it is read.
 * @param folder in which the program was called
 */
export function filesIn(args: readonly string[], folder: string): string[] {
  return args.filter((arg) => !arg.startsWith('-') && /\.hrhworkshop$/i.test(arg)).map((arg) => resolve(folder, arg));
}
