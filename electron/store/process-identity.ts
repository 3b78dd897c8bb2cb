// Who this process is, and whether another one still runs: what a lock has to know.
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { promisify } from 'node:util';

/** Names a process for as long as nobody restarts the machine. Process ids come back; id and start together do not. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Start of the process as the system has written it down; '' where it does not tell. */
  readonly started: string;
  /**
   * Which run of the system: an id on Linux; '' elsewhere. The minute in which a system was started is no such name: it is computed from the
   * clock of the wall, and whoever sets that clock would give the same run another name.
   */
  readonly boot: string;
  readonly machine: string;
}

/** `unsure`: some process has this id, and whether it is the one that is meant, only a person can find out. */
export type Standing = 'alive' | 'gone' | 'unsure';

export interface ProcessWatch {
  readonly self: () => Promise<ProcessIdentity>;
  /** Only for processes of this machine. `alive` and `gone` are certain, whatever was done to the clock. */
  readonly standing: (other: ProcessIdentity) => Promise<Standing>;
}

/** What is found of a process now. */
export interface Found {
  readonly answers: boolean;
  readonly started: string;
  /** Of this run of the system. */
  readonly boot: string;
}

const run = promisify(execFile);

async function bootId(): Promise<string> {
  try {
    return (await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).trim();
  } catch {
    return '';
  }
}

async function startOf(pid: number): Promise<string> {
  try {
    if (process.platform === 'linux') {
      const status = await readFile(`/proc/${pid}/stat`, 'utf8');
      // The name in brackets may hold blanks; the start is the 20th value behind it (proc_pid_stat(5)).
      return status.slice(status.lastIndexOf(')') + 2).split(' ')[19] ?? '';
    }
    if (process.platform === 'darwin') {
      // Written down when the process began, and told in the time zone of who asks: a laptop that travels must read the same.
      const env = { TZ: 'UTC', LC_ALL: 'C' };
      const started = (await run('/bin/ps', ['-o', 'lstart=', '-p', String(pid)], { env })).stdout.trim();
      return started === '' ? '' : `${started} UTC`;
    }
  } catch {
    return '';
  }
  return '';
}

/** Earlier versions wrote the minute of the system's start, or a start in the zone of the day: neither can be compared. */
function isComparable(name: string): boolean {
  return name !== '' && !name.startsWith('minute ');
}

/** What follows from what was written down about a process and what is found of it now. */
export function standingOf(other: ProcessIdentity, found: Found): Standing {
  if (!found.answers) return 'gone';
  const isBootKnown = isComparable(other.boot) && isComparable(found.boot);
  if (isBootKnown && other.boot !== found.boot) return 'gone';
  // Two starts can be compared where both are counted from one start of the system, or both are told in one zone.
  const isStartKnown =
    other.started !== '' && (isBootKnown ? found.started !== '' : [other, found].every(({ started }) => started.endsWith(' UTC')));
  if (isStartKnown) return other.started === found.started ? 'alive' : 'gone';
  return isBootKnown && other.started === found.started ? 'alive' : 'unsure';
}

function answersSignals(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

export const processWatch: ProcessWatch = {
  self: async () => ({ pid: process.pid, started: await startOf(process.pid), boot: await bootId(), machine: hostname() }),
  standing: async (other) =>
    standingOf(other, { answers: answersSignals(other.pid), started: await startOf(other.pid), boot: await bootId() }),
};
