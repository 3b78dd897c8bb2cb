// @ts-check
// One process that can be started anew: the old one ends first, since two would fight for the library's lock.

/**
 * @param {() => import('node:child_process').ChildProcess} start
 */
export function restartable(start) {
  /** @type {import('node:child_process').ChildProcess | undefined} */
  let running;
  /** @type {Promise<void> | undefined} a restart that has not started its process yet; further wishes join it */
  let pending;

  async function stop() {
    const child = running;
    running = undefined;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
  }

  async function stopThenStart() {
    await stop();
    pending = undefined;
    running = start();
  }

  return {
    stop,
    /** Ends the running process and starts a new one. */
    restart() {
      pending ??= stopThenStart();
      return pending;
    },
  };
}
