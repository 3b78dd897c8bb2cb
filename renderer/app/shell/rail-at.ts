// How much room the rail of places takes beside a screen.
import type { ShellProps } from './shell.tsx';

/** @param address of the router: what has three columns needs the width */
export function railAt(address: string): ShellProps['rail'] {
  return /\/(run|plans)(\/|$)/.test(address) ? 'narrow' : 'usual';
}
