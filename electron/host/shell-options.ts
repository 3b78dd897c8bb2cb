// What both shells take from their command line and environment.
import { parseArgs } from 'node:util';
import { isInstant, type Instant } from '../../shared/kernel/instant.ts';

export interface ShellOptions {
  /** From `--library`; null: as the settings say. */
  readonly libraryFolder: string | null;
  /** From `--no-open`: print the address and open nothing. */
  readonly opensBrowser: boolean;
  /** From HRH_NOW: the clock begins at this moment and runs on. For tests and rehearsals. */
  readonly startOfClock: Instant | null;
  /** From HRH_PORT: this port before any other. */
  readonly port: number | null;
  /** From HRH_READY_FILE: touched when the first window can be seen (electron/tasks/open-desktop.mjs waits for it). */
  readonly readyFile: string | null;
}

/** Reads what it knows and leaves the rest: the desktop runtime has arguments of its own. */
export function readShellOptions(args: readonly string[], env: Readonly<Record<string, string | undefined>>): ShellOptions {
  const { values } = parseArgs({
    args: [...args],
    options: { library: { type: 'string' }, 'no-open': { type: 'boolean' } },
    strict: false,
  });
  const port = Number(env.HRH_PORT);
  const now = env.HRH_NOW ?? '';
  return {
    libraryFolder: typeof values.library === 'string' && values.library !== '' ? values.library : null,
    opensBrowser: values['no-open'] !== true,
    startOfClock: isInstant(now) ? now : null,
    port: Number.isInteger(port) && port > 0 && port < 65_536 ? port : null,
    readyFile: env.HRH_READY_FILE || null,
  };
}
