// Opens an address in the system's browser, if there is one.
import { spawn } from 'node:child_process';

/** @returns false when this system has no way to open an address; the terminal shows it in any case */
export type OpenBrowser = (address: string) => Promise<boolean>;

interface Opener {
  readonly command: string;
  readonly args: readonly string[];
}

/** The program that opens an address with whatever browser the person has chosen. */
export function openerFor(platform: NodeJS.Platform, address: string): Opener {
  switch (platform) {
    case 'darwin':
      return { command: 'open', args: [address] };
    case 'win32':
      // The empty argument is the title of the window that `start` would otherwise take the address for.
      return { command: 'cmd.exe', args: ['/c', 'start', '""', address] };
    default:
      return { command: 'xdg-open', args: [address] };
  }
}

export const openSystemBrowser: OpenBrowser = (address) =>
  new Promise((resolve) => {
    const { command, args } = openerFor(process.platform, address);
    const child = spawn(command, args, { stdio: 'ignore', detached: true, windowsVerbatimArguments: true });
    child.once('error', () => resolve(false));
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
