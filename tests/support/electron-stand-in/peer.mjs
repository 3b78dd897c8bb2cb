// @ts-check
// Questions and answers over the channel between the main process and the test that holds its windows. Both ends use it.

/** @typedef {{ id: number, name?: string, args?: readonly unknown[], value?: unknown, error?: { message: string, code?: string } }} Message */

/**
 * @param {NodeJS.Process | import('node:child_process').ChildProcess} channel
 * @param {Readonly<Record<string, (...args: any[]) => unknown>>} handlers what the other end may ask
 * @returns {(name: string, ...args: readonly unknown[]) => Promise<any>} asks the other end; rejects when it throws there or is gone
 */
export function connectPeer(channel, handlers) {
  /** @type {Map<number, (answer: Message) => void>} */
  const waiting = new Map();
  let count = 0;
  channel.on('message', (/** @type {Message} */ message) => (message.name === undefined ? settle(message) : void answer(message)));
  channel.on('disconnect', () => waiting.forEach((_, id) => settle({ id, error: { message: 'The other end is gone' } })));
  return (name, ...args) =>
    new Promise((resolve, reject) => {
      const id = (count += 1);
      waiting.set(id, ({ value, error }) => (error ? reject(Object.assign(new Error(error.message), error)) : resolve(value)));
      if (channel.connected) channel.send?.({ id, name, args });
    });

  /** @param {Message} message */
  function settle(message) {
    waiting.get(message.id)?.(message);
    waiting.delete(message.id);
  }

  /** @param {Message} message */
  async function answer({ id, name = '', args = [] }) {
    const work = Promise.resolve().then(() => handlers[name]?.(...args));
    const failed = (/** @type {NodeJS.ErrnoException} */ { message, code }) => ({ id, error: { message, code } });
    const reply = await work.then((value) => ({ id, value }), failed);
    // With a callback: the other end may end while it is answered.
    if (channel.connected) channel.send?.(reply, undefined, undefined, () => undefined);
  }
}
