// @ts-check
// Lets a child decide how to end when its task is told to: the host must flush before it goes.

const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/**
 * While the child lives, signals sent to this process do not end it; they are passed on. Ctrl+C reaches the child by itself too (the
 * terminal tells the whole group), and telling it twice would look like impatience, so it is passed on only without a terminal.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {() => void} stops forwarding
 */
export function forwardSignals(child) {
  const listeners = signals.map((signal) => {
    const listener = () => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    };
    process.on(signal, listener);
    return { signal, listener };
  });
  return () => {
    for (const { signal, listener } of listeners) process.off(signal, listener);
  };
}
