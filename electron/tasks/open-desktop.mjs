// @ts-check
// Opens the desktop window and makes sure that it really came: a runtime that is present may still be unable to start.

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { obstacleFromOutput } from './desktop-obstacle.mjs';
import { forwardSignals } from './forward-signals.mjs';

const keptOutput = 20_000;

/**
 * Starts the runtime and waits until its main process has touched the file that HRH_READY_FILE names, which it does when the first window
 * can be seen. From then on the window's life is awaited.
 * @param {object} request
 * @param {string} request.executable
 * @param {readonly string[]} request.args
 * @param {number} request.readyWithinMs
 * @param {() => void} [request.onReady] called once, when the window is there
 * @returns {Promise<{ readonly ok: true, readonly exitCode: number }
 *   | { readonly ok: false, readonly obstacle: import('./desktop-obstacle.mjs').DesktopObstacle }>}
 *   ok with the exit code once the window was closed (or another running copy took over); not ok when no window came, and then no process
 *   of this attempt is left that could hold the library's lock
 */
export async function openDesktop({ executable, args, readyWithinMs, onReady = () => {} }) {
  const folder = mkdtempSync(join(tmpdir(), 'hrh-start-'));
  const readyFile = join(folder, 'ready');
  const child = spawn(executable, args, { env: { ...process.env, HRH_READY_FILE: readyFile }, stdio: ['inherit', 'inherit', 'pipe'] });
  const stopForwarding = forwardSignals(child);
  let output = '';
  child.stderr.on('data', (/** @type {Buffer} */ chunk) => {
    output = (output + chunk).slice(-keptOutput);
    process.stderr.write(chunk);
  });
  /** @type {Promise<number | null>} */
  const ended = new Promise((resolve) => {
    child.on('error', (error) => {
      output += String(error);
      resolve(null);
    });
    child.on('close', resolve);
  });

  try {
    const first = await firstOf(readyFile, ended, readyWithinMs);
    if (first === 'window') {
      onReady();
      return { ok: true, exitCode: (await ended) ?? 1 };
    }
    if (first === 'timeout') {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await gone;
      return { ok: false, obstacle: { code: 'no-window' } };
    }
    // Ending well without a window of its own: a copy that was already running has come to the front instead.
    if (first.exitCode === 0) return { ok: true, exitCode: 0 };
    return { ok: false, obstacle: obstacleFromOutput(output) };
  } finally {
    stopForwarding();
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Waits for the window, the end of the process or the end of patience, whichever comes first.
 * @param {string} readyFile
 * @param {Promise<number | null>} ended
 * @param {number} patienceMs
 * @returns {Promise<'window' | 'timeout' | { readonly exitCode: number | null }>}
 */
async function firstOf(readyFile, ended, patienceMs) {
  const giveUpAt = Date.now() + patienceMs;
  const end = ended.then((exitCode) => ({ exitCode }));
  for (;;) {
    if (existsSync(readyFile)) return 'window';
    if (Date.now() >= giveUpAt) return 'timeout';
    const step = await Promise.race([end, delay(50)]);
    if (step !== undefined) return existsSync(readyFile) ? 'window' : step;
  }
}
