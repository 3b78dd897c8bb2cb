// The terminal as the browser shell's window: shows addresses, takes Enter, says when the last page was closed.
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { ShellTextKey, ShellTexts } from '../host/shell-texts.ts';

export interface TerminalParts {
  readonly input: Readable;
  readonly output: Writable;
  readonly texts: ShellTexts;
  /** Makes a new one-time address and opens it where there is a browser. */
  readonly openPage: () => Promise<string>;
}

/** `page-silent`: all that came is saved, but a page did not say that it has nothing more. */
export type Ending = 'saved' | 'page-silent' | 'failed';

export interface Terminal {
  /** Prints a title, opens the first page and takes Enter from now on. */
  readonly start: () => Promise<void>;
  /** To be told how many pages are connected. */
  readonly pagesOpen: (pages: number) => void;
  readonly ending: () => void;
  readonly ended: (ending: Ending) => void;
}

const endingWords: Readonly<Record<Ending, ShellTextKey>> = {
  saved: 'terminal.ended',
  'page-silent': 'terminal.endedWithoutPage',
  failed: 'terminal.endedBadly',
};

/** A reload closes a page and opens it again; only what lasts is worth a word. */
const reloadTakesMs = 2_000;

export function createTerminal({ input, output, texts, openPage }: TerminalParts): Terminal {
  let hadPages = false;
  let nobodyLeft: NodeJS.Timeout | undefined;
  let isEnding = false;

  return {
    start: async () => {
      say(`${texts('terminal.title')}\n`);
      // Not as a terminal interface: Ctrl+C stays a signal for the process.
      createInterface({ input, terminal: false }).on('line', () => void showAddress());
      await showAddress();
      say(texts('terminal.keys'));
    },
    pagesOpen: (pages) => {
      clearTimeout(nobodyLeft);
      hadPages ||= pages > 0;
      if (pages > 0 || !hadPages || isEnding) return;
      nobodyLeft = setTimeout(() => say(texts('terminal.allClosed')), reloadTakesMs);
    },
    ending: () => {
      isEnding = true;
      clearTimeout(nobodyLeft);
      say(texts('terminal.ending'));
    },
    ended: (ending) => say(texts(endingWords[ending])),
  };

  async function showAddress(): Promise<void> {
    if (isEnding) return;
    say(`${texts('terminal.address')}\n  ${await openPage()}\n`);
  }

  function say(line: string): void {
    output.write(`${line}\n`);
  }
}
