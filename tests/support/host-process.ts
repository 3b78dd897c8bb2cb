// The built browser shell as a process of its own, and a page's socket to it without a page: for tests that end the process at any moment.
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import type { ServerMessage } from '../../shared/contract/wire.ts';
import type { Result } from '../../shared/kernel/result.ts';
import type { Failure } from '../../shared/contract/failures.ts';
import { signIn } from './loopback-shell.ts';

const shell = fileURLToPath(new URL('../../dist/browser/main.js', import.meta.url));

export interface HostProcess {
  /** Asks for something of the contract. Never answered when the process ends before. */
  readonly request: (area: string, name: string, input: unknown) => Promise<Result<unknown, Failure>>;
  /** Everything that it has printed so far, for the terminal and as errors. */
  readonly output: () => string;
  readonly token: string;
  /** Ends the process at once and waits until it is gone. */
  readonly kill: () => Promise<void>;
  /** Ctrl+C. @returns the exit code */
  readonly stop: () => Promise<number | null>;
}

/** Starts the shell on a library and signs in. Whatever still runs at the end of the test is ended. */
export async function startHostProcess(root: string, libraryFolder: string): Promise<HostProcess> {
  const child = spawn(process.execPath, [shell, '--library', libraryFolder, '--no-open'], {
    env: { ...process.env, HRH_SETTINGS_DIR: join(root, 'settings'), HRH_PORT: '', LANG: 'en_GB.UTF-8' },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const address = await printedAddress(child);
  const origin = new URL(address).origin;
  const token = await signIn(address);
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/socket`, { origin });
  // The end of the process ends the socket too; that is what these tests are about.
  socket.on('error', () => undefined);
  await once(socket, 'open');
  const waiting = new Map<number, (result: Result<unknown, Failure>) => void>();
  const send = (message: object) => socket.send(JSON.stringify(message));
  // As a page does: nothing is asked before the welcome, since whoever sends much before it is cut off as a stranger.
  send({ kind: 'hello', token });
  await once(socket, 'message');
  socket.on('message', (data: Buffer) => {
    const message = JSON.parse(data.toString()) as ServerMessage;
    if (message.kind !== 'answer') return;
    waiting.get(message.id)?.(message.result);
    waiting.delete(message.id);
  });
  let lastId = 0;

  async function end(signal: 'SIGKILL' | 'SIGINT'): Promise<number | null> {
    const exit = once(child, 'exit');
    if (signal === 'SIGINT') socket.close();
    child.kill(signal);
    await exit;
    socket.terminate();
    return child.exitCode;
  }

  return {
    request: (area, name, input) => {
      const id = (lastId += 1);
      const answer = new Promise<Result<unknown, Failure>>((resolve) => waiting.set(id, resolve));
      if (socket.readyState === WebSocket.OPEN) send({ kind: 'request', id, area, name, input });
      return answer;
    },
    output: () => printed,
    token,
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGINT'),
  };
}

async function printedAddress(child: ChildProcessWithoutNullStreams): Promise<string> {
  let said = '';
  const address = new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+\/#code=[\w-]+(?=\s)/.exec(said);
      if (found) resolve(found[0]);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('exit', () => reject(new Error(`The shell ended before it printed an address:\n${said}`)));
  });
  return address;
}
