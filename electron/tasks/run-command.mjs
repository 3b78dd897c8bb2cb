// @ts-check
// Starts other programs and waits for them.

import { spawn } from 'node:child_process';
import { rootFolder } from './paths.mjs';

/**
 * @typedef {object} Finished
 * @property {number} code exit code; 1 for a program that could not start, was killed or ran out of time
 * @property {string} output what it wrote to stdout and stderr; empty when `show` was set
 * @property {boolean} timedOut
 */

/**
 * Runs a program in the root of the checkout until it ends. Never throws: a program that cannot be started is one that failed.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ readonly show?: boolean, readonly env?: NodeJS.ProcessEnv, readonly timeoutMs?: number, readonly shell?: boolean }} [options]
 *   `show` passes its output through to this terminal instead of collecting it
 * @returns {Promise<Finished>}
 */
export function runCommand(command, args, { show = false, env = process.env, timeoutMs, shell = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: rootFolder, env, shell, stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let timedOut = false;
    const deadline =
      timeoutMs === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true;
            child.kill('SIGKILL');
          }, timeoutMs);
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => {
      clearTimeout(deadline);
      resolve({ code: 1, output: output + String(error), timedOut });
    });
    child.on('close', (code) => {
      clearTimeout(deadline);
      resolve({ code: code ?? 1, output, timedOut });
    });
  });
}

/**
 * Runs a tool of this project's node_modules with the Node that runs this task: no shell, no search path, the same on Windows.
 * @param {string} file the tool's JavaScript file below node_modules, as in 'prettier/bin/prettier.cjs'
 * @param {readonly string[]} args
 * @param {{ readonly show?: boolean, readonly env?: NodeJS.ProcessEnv, readonly timeoutMs?: number }} [options]
 */
export function runTool(file, args, options) {
  return runCommand(process.execPath, [`node_modules/${file}`, ...args], options);
}
