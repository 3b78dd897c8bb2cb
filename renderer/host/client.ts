// The typed client of the contract: `client.document.open({…})` asks, `client.document.onChanged(listener)` listens.
import type { HostClient } from '../../shared/contract/contract.ts';
import type { Transport } from './transport.ts';

/**
 * Makes the client of a transport. Names become messages as they are asked for, so that the page does not load the contract's schemas
 * only to list its names; the compiler knows them.
 */
export function createClient(transport: Pick<Transport, 'request' | 'subscribe'>): HostClient {
  return byName((area) =>
    byName((name) => {
      const event = /^on([A-Z])(\w*)$/.exec(name);
      return event ? listenTo(area, `${event[1]?.toLowerCase()}${event[2]}`) : (input: unknown) => transport.request({ area, name, input });
    }),
  ) as unknown as HostClient;

  function listenTo(area: string, name: string) {
    return (listener: (payload: unknown) => void) =>
      transport.subscribe((event) => {
        if (event.area === area && event.name === name) listener(event.payload);
      });
  }
}

/** An object whose properties are made by name, each once. */
function byName(make: (name: string) => unknown): object {
  const made = new Map<string, unknown>();
  return new Proxy(
    {},
    {
      get: (_, name) => {
        // `then` must not look like a method, or awaiting a client would never end.
        if (typeof name !== 'string' || name === 'then') return undefined;
        if (!made.has(name)) made.set(name, make(name));
        return made.get(name);
      },
    },
  );
}
