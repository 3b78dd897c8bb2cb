// @ts-check
// Whether a packed application opens a window when it is started as a person starts it: without a debugger, which its fuses forbid.

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * The program inside of what was packed.
 * @param {string} application an executable, or a bundle of macOS
 */
export function programOf(application) {
  if (!application.endsWith('.app')) return application;
  const folder = join(application, 'Contents', 'MacOS');
  return join(folder, readdirSync(folder)[0] ?? '');
}

/**
 * Starts a program on fresh folders, waits until it has touched the file that HRH_READY_FILE names, and ends it.
 * @param {string} program
 * @param {{ readonly args?: readonly string[], readonly withinMs: number }} options
 * @returns {Promise<'window' | 'timeout' | { readonly exitCode: number | null }>} the latter when it ended by itself before it had a window
 */
export async function smokeStart(program, { args = [], withinMs }) {
  const folder = mkdtempSync(join(tmpdir(), 'hrh-smoke-'));
  const readyFile = join(folder, 'ready');
  const env = { ...process.env, HRH_READY_FILE: readyFile, HRH_SETTINGS_DIR: join(folder, 'settings') };
  const child = spawn(program, [...args, '--library', join(folder, 'library')], { env, stdio: 'inherit' });
  /** @type {Promise<{ readonly exitCode: number | null }>} */
  const ended = new Promise((resolve) => {
    child.on('error', () => resolve({ exitCode: null }));
    child.on('exit', (exitCode) => resolve({ exitCode }));
  });
  const giveUpAt = Date.now() + withinMs;
  /** @type {{ readonly exitCode: number | null } | undefined} */
  let end;
  while (end === undefined && !existsSync(readyFile) && Date.now() < giveUpAt) end = await Promise.race([ended, delay(50, undefined)]);
  const outcome = existsSync(readyFile) ? 'window' : (end ?? 'timeout');
  child.kill('SIGKILL');
  await ended;
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  return outcome;
}
