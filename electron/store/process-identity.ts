// Who this process is, and whether another one still runs: what a lock has to know.
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { hostname, uptime } from 'node:os';
import { promisify } from 'node:util';

/** Names a process for as long as nobody restarts the machine. Process ids come back; id and start together do not. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Start of the process as the system tells it; '' where it does not. */
  readonly started: string;
  /** Which run of the system: an id on Linux, else the minute it was started. */
  readonly boot: string;
  readonly machine: string;
}

export interface ProcessWatch {
  readonly self: () => Promise<ProcessIdentity>;
  /** False when the process is certainly gone. Only for processes of this machine. */
  readonly isAlive: (other: ProcessIdentity) => Promise<boolean>;
}

const run = promisify(execFile);

async function bootId(): Promise<string> {
  try {
    return (await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).trim();
  } catch {
    return `minute ${Math.round((Date.now() / 1000 - uptime()) / 60)}`;
  }
}

async function startOf(pid: number): Promise<string> {
  try {
    if (process.platform === 'linux') {
      const status = await readFile(`/proc/${pid}/stat`, 'utf8');
      // The name in brackets may hold blanks; the start is the 20th value behind it (proc_pid_stat(5)).
      return status.slice(status.lastIndexOf(')') + 2).split(' ')[19] ?? '';
    }
    if (process.platform === 'darwin') return (await run('/bin/ps', ['-o', 'lstart=', '-p', String(pid)])).stdout.trim();
  } catch {
    return '';
  }
  return '';
}

/** A minute of doubt: clocks are set, and the start of the system is computed from them. */
function isSameBoot(a: string, b: string): boolean {
  if (a === b) return true;
  const minutes = [a, b].map((boot) => Number(/^minute (\d+)$/.exec(boot)?.[1] ?? Number.NaN));
  return Math.abs((minutes[0] ?? Number.NaN) - (minutes[1] ?? Number.NaN)) <= 2;
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
  isAlive: async (other) => {
    if (!isSameBoot(other.boot, await bootId()) || !answersSignals(other.pid)) return false;
    const started = await startOf(other.pid);
    return started === '' || other.started === '' || started === other.started;
  },
};
