// Connections that have not shown a token yet.
import type { Socket } from 'node:net';

export interface Strangers {
  readonly add: (socket: Socket) => void;
  /** This one has shown a token: it is no stranger any more. */
  readonly welcome: (socket: Socket) => void;
}

/**
 * Keeps so many of them. One more, and whoever has waited longest is cut off: a program that opens connections by the thousand
 * must not lock the person out who sits in front of the machine.
 */
export function createStrangers(most: number): Strangers {
  const waiting = new Set<Socket>();
  return {
    add: (socket) => {
      waiting.add(socket);
      socket.once('close', () => waiting.delete(socket));
      const [oldest] = waiting;
      if (waiting.size <= most || !oldest) return;
      waiting.delete(oldest);
      oldest.destroy();
    },
    welcome: (socket) => void waiting.delete(socket),
  };
}
